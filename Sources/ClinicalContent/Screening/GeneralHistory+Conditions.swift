import TechniqueKit

// Known conditions of vessels, organs and bones.
extension GeneralHistory {
  /// Clots, veins, arteries, blood pressure.
  public static let vessels = list(
    "vessels", "Blood vessels, any of these?",
    why: "Clots, weak vessels and pressure set limits (rules A2, A3, A7 to A11).",
    [
      Option("clot_untreated", "blood clot, not yet agreed by a doctor"),
      Option("clot_treated", "blood clot, treated and stable"),
      Option("varicose", "varicose veins"),
      Option("arteries", "narrow leg arteries, pain at rest"),
      Option("aneurysm", "aneurysm of the aorta"),
      Option("high_pressure", "blood pressure 180/110 or more"),
      Option("low_pressure", "low pressure with dizzy spells"),
    ])

  /// Where the varicose veins are.
  public static let veinAreas = RegionQuestion(
    "vein_areas", "Where are the varicose veins? List areas",
    why: "Hands stay off them (rule A7).", safety: true, askWhen: vessels.includes("varicose"),
    validity: historyStands)

  /// Heart, lungs, kidneys, liver, glands.
  public static let organs = list(
    "organs", "Heart, lungs, kidneys, liver: any of these?",
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

  /// Cancer now, in bone, or in the past.
  public static let cancer = list(
    "cancer", "Cancer, any of these?",
    why: "The oncology team is asked first; bones may be weak (rules E4, F2, F3).",
    [
      Option("now", "cancer now, or treated in 6 months"),
      Option("bone", "cancer in bone"),
      Option("past", "cancer in the past"),
    ])

  static let conditionQuestions: [Question] = [
    vessels.question, veinAreas.question, organs.question, bones.question, boneAreas.question,
    cancer.question,
  ]
}
