import TechniqueKit

// Section C: infection, inflammation, skin.
extension GeneralRules {
  static let infectionRules: [SafetyRule] = [
    SafetyRule(
      "general_fever_today", code: "C1", "Fever today",
      when: GeneralHistory.fever.isYes,
      .stop, advice: "Do not massage today. Rebook, and suggest medical advice.",
      client: "With a fever the body needs rest. Let us find another day.",
      citations: [.newYorkPractice, .lymphDrainageLists]),
    SafetyRule(
      "general_skin_infection", code: "C2", "Hot red area that spreads",
      when: GeneralHistory.skin.includes("spreading"), .avoid,
      regions: .answered(GeneralHistory.skinAreas.id),
      advice: "Leave the area out; it may be infected. It should be seen by a doctor.",
      client: "This redness should be seen by a doctor; I will not touch it.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "general_skin_infection_fever", code: "C2", "Spreading redness with fever",
      when: GeneralHistory.skin.includes("spreading") && GeneralHistory.fever.isYes, .emergency,
      advice: "No session. It may be sepsis: medical care now.",
      client: "Redness that spreads with fever needs a doctor now.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "general_skin_broken", code: "C3", "Wound, burn, sore, rash, bruise or catching skin trouble",
      when: GeneralHistory.skin.includes(anyOf: "open", "rash", "bruise"), .avoid,
      regions: .answered(GeneralHistory.skinAreas.id), advice: "Leave these areas out.",
      client: "I will leave these places alone until the skin has healed.",
      citations: [.newYorkPractice]),
    SafetyRule(
      "general_skin_irradiated", code: "C4", "Skin that had radiotherapy",
      when: GeneralHistory.skin.includes("irradiated"), .avoid,
      regions: .answered(GeneralHistory.skinAreas.id),
      advice: "Leave the area out for 6 weeks or longer; never deep pressure there.",
      client: "Skin is fragile after radiotherapy, so I leave it out.",
      citations: [.oncologyPage]),
    SafetyRule(
      "general_joint_inflamed", code: "C5", "Hot swollen joint, gout or inflamed place",
      when: GeneralHistory.skin.includes("hot_joint"), .avoid,
      regions: .answered(GeneralHistory.skinAreas.id), advice: "No pressure on the joint or place.",
      client: "I will stay off what is swollen or inflamed.", citations: [.newYorkPractice]),
    SafetyRule(
      "general_joint_infection", code: "C5", "Hot swollen joint with fever",
      when: GeneralHistory.skin.includes("hot_joint") && GeneralHistory.fever.isYes, .emergency,
      advice: "No session. The joint may be infected: medical care today.",
      client: "A hot joint with fever needs a doctor today.", citations: [.newYorkPractice]),
    SafetyRule(
      "general_lubricant_allergy", code: "C6", "Allergy to what touches the skin",
      when: GeneralHistory.allergies.includes(
        anyOf: "nut_oil", "latex", "lanolin", "fragrance", "adhesive"), .adapt,
      advice: "Read the labels; choose oil, gloves and tape without it, or work dry.",
      client: "I will use nothing that you are allergic to.", citations: [.taught]),
  ]
}
