import TechniqueKit

// Section H, first part: medicines, injections, implants.
extension GeneralRules {
  /// A painkiller taken as prescribed caps the pressure: asking a prescriber each time would stop most
  /// people with chronic pain. Whoever is dazed by it is refused under H7.
  static let medicineRules: [SafetyRule] = [
    SafetyRule(
      "general_pain_masked", code: "H1", "Strong painkillers or sedatives",
      when: GeneralHistory.medicines.includes("painkillers"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Pain gives less warning: light pressure, and help with getting up.",
      client: "Your medicine dulls pain, so I work lightly.", citations: [.taught]),
    SafetyRule(
      "general_alcohol", code: "H1", "Alcohol today",
      when: GeneralHistory.state.includes("alcohol"),
      .stop, advice: "Rebook; pain and balance give less warning.",
      client: "After alcohol pain warns you less. Let us find another day.", citations: [.taught]),
    SafetyRule(
      "general_steroid_injection", code: "H2", "Cortisone injection in the last 14 days",
      when: GeneralHistory.devices.includes("cortisone"), .avoid,
      regions: .answered(GeneralHistory.deviceAreas.id),
      advice: "Leave the area out: skin and tendon are weaker there for a while.",
      client: "I will leave the place of the injection alone for two weeks.",
      citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "general_tendon_at_risk", code: "H3", "Tendon pain with a quinolone antibiotic",
      when: GeneralHistory.medicines.includes("quinolone"), .avoid,
      regions: .answered(GeneralHistory.tendonAreas.id),
      advice: "Leave the tendon out, without stretch: it may tear. The prescriber should know.",
      client: "This medicine can weaken tendons. Please tell your doctor about the pain.",
      citations: [.quinoloneWarning]),
    SafetyRule(
      "general_statin_pain", code: "H4", "Statin with new muscle pain",
      when: GeneralHistory.medicines.includes("statin_pain"), .clearance,
      advice: "Muscle may be breaking down. Ask a doctor first, and ask for dark urine.",
      client: "This kind of muscle pain should be looked at before massage.",
      citations: [.taught]),
    SafetyRule(
      "general_botulinum_or_filler", code: "H5", "Botulinum or filler in the last 14 days",
      when: GeneralHistory.devices.includes("botulinum"), .avoid,
      regions: .answered(GeneralHistory.deviceAreas.id),
      advice: "Leave the area out: pressure may spread or shift it.",
      client: "I will leave the place of the injection alone for two weeks.",
      citations: [.taught]),
  ]

  static let deviceRules: [SafetyRule] = [
    SafetyRule(
      "general_device", code: "H6", "Device, line, implant or mesh in the body",
      when: GeneralHistory.devices.includes(
        anyOf: "pacemaker", "stimulator", "pump", "line", "breast_implant", "mesh"), .avoid,
      regions: .answered(GeneralHistory.deviceAreas.id),
      advice: "Leave the site out. Before bioimpedance check the device's manual.",
      client: "I will not press where the device lies.", citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "general_intrauterine_device", code: "H6", "IUD",
      when: GeneralHistory.devices.includes("iud"), .avoid, regions: .fixed(["abdomen"]),
      advice: "Leave the abdomen out.", client: "I will leave your belly out.",
      citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "general_shunt", code: "H6", "Raised head pressure, or a shunt",
      when: GeneralHistory.head.includes("pressure"), .avoid, regions: .fixed(["head", "neck"]),
      advice: "Leave head and neck out, and chest and belly where the tube of a shunt runs.",
      client: "I will stay away from the shunt and its tube.",
      citations: [.newYorkPractice, .taught]),
  ]
}
