import TechniqueKit

extension LymphaticDrainage {
  static let examples = [
    Example(
      "Heart failure that got worse this week",
      answers: ["state": .choices(["fluid"])], age: 58,
      raises: ["lymphatic_drainage_heart_failure"]),
    Example(
      "Stable heart failure, irregular heartbeat, over 60",
      answers: ["organs": .choices(["heart_stable", "rhythm"])], age: 70,
      raises: [
        "lymphatic_drainage_heart_stable", "lymphatic_drainage_neck", "lymphatic_drainage_age",
      ]),
    Example(
      "Dialysis, asthma, treated clot, cellulitis",
      answers: [
        "organs": .choices(["kidneys", "asthma"]), "vessels": .choices(["clot_treated"]),
        "skin": .choices(["spreading"]), "skin_areas": .regions([Site("shin", .left)]),
      ], age: 50,
      raises: [
        "lymphatic_drainage_kidney_failure", "lymphatic_drainage_asthma",
        "lymphatic_drainage_clot_treated", "lymphatic_drainage_infection",
      ]),
    Example(
      "Arm after treated breast cancer, menstruating",
      answers: [
        "cancer": .choices(["nodes"]), "node_areas": .regions([Site("armpit", .left)]),
        "lymphatic_drainage_abdomen": .choices(["menstruation"]),
      ], age: 45,
      raises: ["lymphatic_drainage_treated_limb", "lymphatic_drainage_abdomen_rule"]),
    Example(
      "Cancer not yet treated, seizures",
      answers: [
        "cancer": .choices(["now"]), "lymphatic_drainage_untreated_cancer": .yesNo(true),
        "head": .choices(["epilepsy"]),
      ], age: 45,
      raises: ["lymphatic_drainage_untreated_cancer_rule", "lymphatic_drainage_seizures"]),
    Example(
      "Belly operated on eight weeks ago, brain tumour",
      answers: [
        "surgery": .yesNo(true), "surgery_weeks": .number(8),
        "surgery_areas": .regions([Site("abdomen", .left)]), "head": .choices(["tumour"]),
      ], age: 45, raises: ["lymphatic_drainage_abdomen_rule", "lymphatic_drainage_seizures"]),
    Example(
      "Breathless, more swollen and dizzy after the last session",
      answers: ["lymphatic_drainage_after": .choices(["breathless", "swelling", "dizzy"])],
      age: 45, lastTechniques: ["lymphatic_drainage"],
      raises: [
        "lymphatic_drainage_after_breathless", "lymphatic_drainage_after_swelling",
        "lymphatic_drainage_after_skin",
      ]),
    Example(
      "Arm, girths every 4 cm",
      scores: [
        excess.id: .init(girths(affected: affectedArm, other: otherArm), score: 15.74),
        excessVolume.id: .init(
          girths(affected: affectedArm, other: otherArm), score: 292.2),
        volume.id: .init(girths(affected: affectedArm, other: []), score: 2148.3),
      ]),
    Example(
      "A girth is missing on one side",
      scores: [
        excess.id: .init(girths(affected: affectedArm, other: otherArm.dropLast()), score: nil)
      ]),
    Example(
      "Shorthand",
      findings: [
        "girth l arm 17.1 18.9 21.2 every 4cm from wrist":
          "Girths, left arm, every 4 cm from wrist: 17.1, 18.9, 21.2 cm.",
        "pitting r shin 4mm": "Pitting, right shin, 4 mm.",
        "garment l arm 2 12h comfortable kind flat-knit sleeve":
          "Compression, left arm, flat-knit sleeve, class 2, 12 h a day, comfortable.",
        "weight 71.5kg": "Weight 71.5 kg.",
        "isl l arm stage 2b positive": "Lymphoedema, left arm, stage 2b, Stemmer sign positive.",
      ]),
  ]

  private static let affectedArm = [
    17.1, 18.9, 21.2, 23.6, 25.7, 26.9, 27.1, 28.3, 29.6, 30.8, 31.6,
  ]
  private static let otherArm = [
    16.0, 17.2, 19.0, 21.3, 23.4, 24.8, 25.2, 26.4, 27.9, 29.3, 30.5,
  ]

  private static func girths(affected: [Double], other: [Double]) -> [String: Double] {
    var items = ["every": 4.0]
    for (place, girth) in affected.enumerated() { items["affected_\(place + 1)"] = girth }
    for (place, girth) in other.enumerated() { items["other_\(place + 1)"] = girth }
    return items
  }
}
