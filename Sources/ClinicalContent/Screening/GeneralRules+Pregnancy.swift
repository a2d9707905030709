import TechniqueKit

// Section G: pregnancy. The catalogue gives its rows no numbers; these count them in its order.
extension GeneralRules {
  static let pregnancyRules: [SafetyRule] = [
    SafetyRule(
      "general_pregnancy_first_weeks", code: "G1", "Pregnant, before 13 weeks",
      when: GeneralHistory.pregnant.isYes && GeneralHistory.pregnancyWeeks < 13, .clearance,
      regions: .fixed(["abdomen", "sacrum"]), change: ForcedChange(pressureCap: .medium),
      advice: "Midwife or doctor first, as many clinics do; no deep work on abdomen and sacrum.",
      client: "In the first weeks I ask your midwife or doctor before I begin.",
      citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "general_pregnancy_later", code: "G2", "Pregnant, 13 weeks or more",
      when: GeneralHistory.pregnant.isYes && GeneralHistory.pregnancyWeeks >= 13, .adapt,
      regions: .fixed(["leg"]),
      change: ForcedChange(pressureCap: .medium, positionsExcluded: [.prone, .supine]),
      advice: "Lying on the side. No deep work on the legs: clots are likelier.",
      client: "You will lie on your side, and I work lightly on your legs.",
      citations: [.pregnancyReview, .embolismAfterMassage]),
    SafetyRule(
      "general_pregnancy_abdomen", code: "G2", "Abdomen in pregnancy",
      when: GeneralHistory.pregnant.isYes && GeneralHistory.pregnancyWeeks >= 13, .avoid,
      regions: .fixed(["abdomen"]), advice: "Leave the abdomen out.",
      client: "I will leave your belly out.", citations: [.pregnancyReview]),
    SafetyRule(
      "general_pregnancy_problem", code: "G3", "A pregnancy with a complication",
      when: pregnancyProblem, .clearance,
      advice: "Wait for the midwife's or obstetrician's word.",
      client: "I need your midwife's or obstetrician's word first.", citations: [.taught]),
    SafetyRule(
      "general_birth_lately", code: "G5", "Gave birth in the last 6 weeks",
      when: GeneralHistory.recentBirth.isYes, .clearance,
      advice: "Clots are likelier in these weeks: a doctor's or midwife's word first.",
      client: "In the first weeks after birth I need your midwife's or doctor's word.",
      citations: [.taught]),
  ]

  /// A clot, a blood thinner and high pressure count wherever they were reported.
  private static let pregnancyProblem: Condition = .any([
    GeneralHistory.pregnancyProblems.includes(
      anyOf: "preeclampsia", "previa", "bleeding", "preterm", "clot"),
    GeneralHistory.pregnant.isYes
      && .any([
        GeneralHistory.vessels.includes(anyOf: "clot_untreated", "clot_treated", "high_pressure"),
        GeneralHistory.medicines.includes("blood_thinner"),
      ]),
  ])
}
