import TechniqueKit

extension BodyRegions {
  static let chestAreas: [Region] = [
    paired("chest", "chest", "thorax"),
    paired("upper_chest", "upper chest", within: "chest"),
    paired("lateral_chest", "lateral chest", within: "chest", "outer chest"),
    paired("breast", "breast", within: "chest"),
    paired("nipple", "nipple", within: "breast"),
    single("breastbone", "breastbone", within: "chest", "sternum"),
    single("xiphoid_process", "xiphoid process", within: "breastbone", "xiphoid"),
    paired("sternoclavicular_joint", "sternoclavicular joint", within: "chest", "sc joint", "scj"),
    single("thoracic_inlet", "thoracic inlet", within: "chest"),
    paired("ribs", "ribs", within: "chest", "rib cage"),
    paired("lower_ribs", "lower ribs", within: "ribs", "floating ribs"),
    paired("costal_margin", "costal margin", within: "ribs", "rib margin"),
  ]

  static let chestMuscles: [Region] = [
    muscle(
      "pectoralis_major", "pectoralis major", .superficial, within: "chest", "pec", "pec major"),
    muscle("pectoralis_minor", "pectoralis minor", .deep, within: "chest", "pec minor"),
    muscle("serratus_anterior", "serratus anterior", .middle, within: "ribs", "serratus"),
    muscle("intercostals", "intercostals", .deep, within: "ribs"),
    muscle("external_intercostals", "external intercostals", .deep, within: "intercostals"),
    muscle("internal_intercostals", "internal intercostals", .deep, within: "intercostals"),
    muscle("transversus_thoracis", "transversus thoracis", .deep, within: "chest"),
  ]

  static let chestBands: [Region] = [
    band("pectoral_fascia", "pectoral fascia", .superficial, within: "chest"),
    band("clavipectoral_fascia", "clavipectoral fascia", .deep, within: "chest"),
  ]
}
