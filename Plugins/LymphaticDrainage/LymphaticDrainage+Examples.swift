import TechniqueKit

extension LymphaticDrainage {
  static let examples = [
    Example(
      "Heart failure that got worse this week",
      answers: ["lymphatic_drainage_heart_today": .yesNo(true)], age: 58,
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
        "lymphatic_drainage_cause": .choices(["after_cancer"]),
        "lymphatic_drainage_treated_side": .regions([Site("arm", .left)]),
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
      "Shorthand",
      findings: [
        "girth l arm 17.1 18.9 21.2 every 4cm from wrist":
          "Girths, left arm, every 4 cm from wrist: 17.1, 18.9, 21.2 cm.",
        "pitting r shin 4mm": "Pitting, right shin, 4 mm.",
        "isl l arm stage 2b positive": "Lymphoedema, left arm, stage 2b, Stemmer sign positive.",
      ]),
  ]
}
