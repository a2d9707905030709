import TechniqueKit

// Known conditions of vessels, organs and bones.
extension GeneralHistory {
  /// Clots, veins, arteries, blood pressure.
  public static let vessels = list(
    "vessels", "Blood vessels, any of these?",
    hint: "Arteries: also an ankle-brachial index under 0.5, or a foot under 70 mmHg.",
    why: "Clots, weak vessels and pressure set limits (rules A2, A3, A7 to A11).",
    [
      Option("clot_untreated", "blood clot, not yet agreed by a doctor"),
      Option("clot_treated", "blood clot, treated and stable"),
      Option("varicose", "varicose veins"),
      Option("arteries", "narrow leg arteries, pain at rest"),
      Option("aneurysm", "aneurysm of the aorta"),
      Option("high_pressure", "blood pressure 180/110 or more"),
      Option("low_pressure", "pressure under 100/60 with dizzy spells"),
    ])

  /// Where the varicose veins are.
  public static let veinAreas = RegionQuestion(
    "vein_areas", "Where are the varicose veins? List areas",
    why: "Hands stay off them (rule A7).", safety: true, askWhen: vessels.includes("varicose"),
    validity: historyStands)

  /// Heart, lungs, kidneys, liver, glands.
  public static let organs = list(
    "organs", "Heart, lungs, kidneys, liver: any of these?",
    hint: "Heart worse: over 2 kg in 3 days, both legs newly swollen, breathless at little effort.",
    why: "Some need a doctor's word, above all before lymph drainage (rules B1 to B8).",
    [
      Option("heart_worse", "heart failure: breathless lying, weight jump"),
      Option("heart_stable", "heart failure, stable"),
      Option("kidneys", "kidney failure or dialysis"),
      Option("liver", "liver disease with fluid or bleeding"),
      Option("thyroid", "overactive thyroid"),
      Option("rhythm", "irregular heartbeat, faints from neck touch"),
      Option("diabetes", "diabetes with numbness or sores"),
      Option("adrenal", "adrenal insufficiency"),
      Option("asthma", "asthma"),
    ])

  /// Bones, joints and the ligaments of the neck.
  public static let bones = list(
    "bones", "Bones and joints, any of these?",
    hint: "Osteoporosis: a T-score of -2.5 or lower.",
    why: "They limit pressure, or close an area (rules D2, D5, D6, D8, D10).",
    [
      Option("osteoporosis", "osteoporosis, or a bone broke easily"),
      Option("metal", "joint replacement, plate, screws or rod"),
      Option("rheumatoid_neck", "rheumatoid arthritis with neck trouble"),
      Option("loose_joints", "Down, Ehlers-Danlos or Marfan syndrome"),
      Option("bone_in_muscle", "bone growing in a muscle"),
      Option("opll", "OPLL, a hardened ligament in the neck"),
    ])

  /// Where metal or a bone growth lies.
  public static let boneAreas = RegionQuestion(
    "bone_areas", "Where is the metal or bone growth? List areas",
    why: "Hands stay off hardware and bone growing in muscle (rules D5, D8).", safety: true,
    askWhen: bones.includes(anyOf: "metal", "bone_in_muscle"), validity: historyStands)

  /// Cancer now, in bone, or in the past. Treatment changes within weeks, so the answer holds for
  /// 28 days, which is a choice of this project.
  public static let cancer = list(
    "cancer", "Cancer, any of these?",
    why: "The oncology team is asked first; bones may be weak (rules E4, F1 to F5).",
    validity: .days(28),
    [
      Option("now", "cancer now, or treated in 6 months"),
      Option("bone", "cancer in bone"),
      Option("past", "cancer in the past"),
      Option("chemo", "chemotherapy in recent days, or low counts"),
      Option("nodes", "breast cancer or lymph nodes treated"),
    ])

  /// The limb and the quarter of the trunk that may swell.
  public static let nodeAreas = RegionQuestion(
    "node_areas", "Which limb and side are at risk? List areas",
    help: "Name the limb and the part of the trunk: l arm, l armpit, l breast.",
    why: "No deep work and no friction there (rule F5).", safety: true,
    askWhen: cancer.includes("nodes"), validity: historyStands)

  static let conditionQuestions: [Question] = [
    vessels.question, veinAreas.question, organs.question, bones.question, boneAreas.question,
    cancer.question, nodeAreas.question,
  ]
}
