import TechniqueKit

extension BodyRegions {
  static let backAreas: [Region] = [
    paired("back", "back"),
    single("spine", "spine", within: "back"),
    single("thoracic_spine", "thoracic spine", within: "spine", "t spine", "tspine"),
    single("lumbar_spine", "lumbar spine", within: "spine", "lspine"),
    paired("upper_back", "upper back", within: "back"),
    paired("mid_back", "mid back", within: "back", "middle back", "thoracic"),
    paired("low_back", "low back", within: "back", "lower back", "lumbar"),
    paired("shoulder_blade", "shoulder blade", within: "upper_back", "scapula", "blade"),
    single(
      "between_shoulder_blades", "area between the shoulder blades", within: "upper_back",
      "area between shoulder blades", "between shoulder blades", "interscapular area"),
  ]

  static let backMuscles: [Region] = [
    muscle(
      "middle_trapezius", "middle trapezius", .superficial, within: "upper_back", "mid trap",
      "mtrap"),
    muscle("lower_trapezius", "lower trapezius", .superficial, within: "mid_back", "ltrap"),
    muscle("latissimus_dorsi", "latissimus dorsi", .superficial, within: "mid_back", "lats"),
    muscle("rhomboids", "rhomboids", .middle, within: "upper_back"),
    muscle("rhomboid_major", "rhomboid major", .middle, within: "rhomboids"),
    muscle("rhomboid_minor", "rhomboid minor", .middle, within: "rhomboids"),
    muscle(
      "serratus_posterior_superior", "serratus posterior superior", .deep, within: "upper_back",
      "sps"),
    muscle(
      "serratus_posterior_inferior", "serratus posterior inferior", .middle, within: "low_back"),
    muscle(
      "erector_spinae", "erector spinae", .middle, within: "back", "erectors", "paraspinals", "es"),
    muscle("iliocostalis", "iliocostalis", .middle, within: "erector_spinae"),
    muscle("longissimus", "longissimus", .middle, within: "erector_spinae"),
    muscle("spinalis", "spinalis", .middle, within: "erector_spinae"),
    muscle("multifidus", "multifidus", .deep, within: "low_back", "multifidi", "mf"),
    muscle("rotatores", "rotatores spinae", .deep, within: "spine"),
    muscle("interspinales", "interspinales", .deep, within: "spine", single: true),
    muscle("intertransversarii", "intertransversarii", .deep, within: "spine"),
    muscle(
      "quadratus_lumborum", "quadratus lumborum", .deep, within: "low_back", "ql", "quadratus"),
  ]

  static let backBands: [Region] = [
    band("thoracolumbar_fascia", "thoracolumbar fascia", .superficial, within: "low_back", "tlf"),
    band("iliolumbar_ligament", "iliolumbar ligament", .deep, within: "low_back"),
    band(
      "supraspinous_ligament", "supraspinous ligament", .superficial, within: "spine",
      single: true),
  ]
}
