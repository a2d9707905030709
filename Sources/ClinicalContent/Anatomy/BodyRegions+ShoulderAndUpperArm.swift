import TechniqueKit

extension BodyRegions {
  static let armAreas: [Region] = [
    paired("shoulder", "shoulder"),
    paired(
      "shoulder_joint", "shoulder joint", within: "shoulder", "glenohumeral joint", "gh joint",
      "ghj"),
    paired(
      "acromioclavicular_joint", "acromioclavicular joint", within: "shoulder", "ac joint", "acj"),
    paired("collarbone", "collarbone", within: "shoulder", "clavicle", "collar bone"),
    paired(
      "front_of_shoulder", "front of shoulder", within: "shoulder",
      "anterior shoulder"),
    paired("top_of_shoulder", "top of shoulder", within: "shoulder"),
    paired(
      "rear_of_shoulder", "rear of shoulder", within: "shoulder",
      "posterior shoulder"),
    paired("armpit", "armpit", within: "shoulder", "axilla"),
    paired("arm", "arm", "whole arm", "upper limb"),
    paired("upper_arm", "upper arm", within: "arm"),
    paired("inner_upper_arm", "inner upper arm", within: "upper_arm", "medial upper arm"),
    paired("outer_upper_arm", "outer upper arm", within: "upper_arm", "lateral upper arm"),
  ]

  static let armMuscles: [Region] = [
    muscle("subclavius", "subclavius", .deep, within: "collarbone"),
    muscle("deltoid", "deltoid", .superficial, within: "shoulder", "delts"),
    muscle("anterior_deltoid", "anterior deltoid", .superficial, within: "deltoid", "front delt"),
    muscle("middle_deltoid", "middle deltoid", .superficial, within: "deltoid", "lateral deltoid"),
    muscle("posterior_deltoid", "posterior deltoid", .superficial, within: "deltoid", "rear delt"),
    muscle("supraspinatus", "supraspinatus", .middle, within: "shoulder", "supra"),
    muscle("infraspinatus", "infraspinatus", .superficial, within: "shoulder_blade", "infra"),
    muscle("teres_major", "teres major", .superficial, within: "shoulder_blade", "t major"),
    muscle("teres_minor", "teres minor", .middle, within: "shoulder_blade", "t minor"),
    muscle("subscapularis", "subscapularis", .deep, within: "armpit", "subscap"),
    muscle("coracobrachialis", "coracobrachialis", .middle, within: "upper_arm"),
    muscle("biceps", "biceps", .superficial, within: "upper_arm", "biceps brachii"),
    muscle("brachialis", "brachialis", .middle, within: "upper_arm"),
    muscle("triceps", "triceps", .superficial, within: "upper_arm", "triceps brachii"),
  ]

  static let armBands: [Region] = [
    band("rotator_cuff", "rotator cuff", .deep, within: "shoulder_joint", "cuff"),
    band("supraspinatus_tendon", "supraspinatus tendon", .middle, within: "top_of_shoulder"),
    band("coracoacromial_ligament", "coracoacromial ligament", .deep, within: "top_of_shoulder"),
    band(
      "long_biceps_tendon", "long biceps tendon", .middle, within: "front_of_shoulder",
      "biceps tendon"),
    band("axillary_fascia", "axillary fascia", .superficial, within: "armpit"),
  ]
}
