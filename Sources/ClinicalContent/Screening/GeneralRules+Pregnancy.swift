import TechniqueKit

// Sections F to H as far as the general history asks for them: cancer, pregnancy, medicines.
extension GeneralRules {
  static let cancerRules: [SafetyRule] = [
    SafetyRule(
      "general_cancer_now", code: "F2", "Cancer now or lately treated",
      when: GeneralHistory.cancer.includes("now"), .clearance,
      advice: "Ask the oncology team first. No pressure on a tumour, port or line.",
      client: "I need your oncology team's word first.",
      citations: [.oncologyPage, .lymphDrainageLists]),
    SafetyRule(
      "general_cancer_in_bone", code: "F3", "Cancer in bone",
      when: GeneralHistory.cancer.includes("bone"), .clearance,
      change: ForcedChange(pressureCap: .light),
      advice: "Ask the oncology team first. Bones may break: gentle touch only.",
      client: "I need your oncology team's word, and I will only work gently.",
      citations: [.oncologyPage]),
    SafetyRule(
      "general_pain_masked", code: "H1", "Strong painkillers or sedatives",
      when: GeneralHistory.medicines.includes("painkillers"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Pain gives less warning: light pressure, and help with getting up.",
      client: "Your medicine dulls pain, so I work lightly.", citations: [.taught]),
  ]

  static let pregnancyRules: [SafetyRule] = [
    SafetyRule(
      "general_pregnancy_first_weeks", code: "G1", "Pregnant, before 13 weeks",
      when: GeneralHistory.pregnant.isYes && GeneralHistory.pregnancyWeeks < 13, .adapt,
      regions: .fixed(["abdomen", "sacrum"]), change: ForcedChange(pressureCap: .medium),
      advice: "No deep work on the abdomen and the sacrum.",
      client: "I will leave out deep work on belly and sacrum.", citations: [.newYorkPractice]),
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
      when: GeneralHistory.pregnancyProblems.includes(
        anyOf: "preeclampsia", "previa", "bleeding", "preterm", "clot"), .clearance,
      advice: "Wait for the midwife's or obstetrician's clearance.",
      client: "I need your midwife's or obstetrician's word first.", citations: [.taught]),
    SafetyRule(
      "general_birth_lately", code: "G5", "Gave birth in the last 6 weeks",
      when: GeneralHistory.recentBirth.isYes, .clearance,
      advice: "Clots are likelier in these weeks: a doctor's or midwife's word first.",
      client: "In the first weeks after birth I need your midwife's or doctor's word.",
      citations: [.taught]),
  ]
}
