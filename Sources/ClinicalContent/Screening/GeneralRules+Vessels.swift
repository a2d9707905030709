import TechniqueKit

// Section A: vessels and blood.
extension GeneralRules {
  /// Cancer, surgery, pregnancy or an earlier clot reported anywhere in the history count too.
  static let anyClotRisk: Condition = .any([
    GeneralHistory.clotRisk.includes(
      anyOf: "surgery", "still", "cancer", "earlier_clot", "pregnancy", "hormones", "travel",
      "larger", "tender", "dent"),
    GeneralHistory.surgery.isYes,
    GeneralHistory.vessels.includes(anyOf: "clot_untreated", "clot_treated"),
    GeneralHistory.cancer.includes(anyOf: "now", "bone", "chemo"),
    GeneralHistory.pregnant.isYes, GeneralHistory.recentBirth.isYes,
  ])

  static let vesselRules: [SafetyRule] = [
    SafetyRule(
      "general_clot_possible", code: "A1", "New one-sided limb swelling",
      when: GeneralHistory.limbSwelling.isYes, .stop,
      advice: "Do not massage any part. Ask the client to see a doctor about the limb first.",
      client: "A newly swollen limb should be seen by a doctor before any massage.",
      citations: [.newYorkPractice, .lymphDrainageLists, .embolismAfterMassage]),
    SafetyRule(
      "general_clot_suspected", code: "A1", "One-sided limb swelling with a risk of clots",
      when: GeneralHistory.limbSwelling.isYes && anyClotRisk, .emergency,
      advice: "No session; do not touch the limb. It may be a clot: medical care today.",
      client: "This could be a clot in a vein. Please have it seen today; we can call with you.",
      citations: [.wells, .newYorkPractice, .lymphDrainageLists, .embolismAfterMassage]),
    SafetyRule(
      "general_clot_untreated", code: "A2", "Blood clot, not yet agreed by a doctor",
      when: GeneralHistory.vessels.includes("clot_untreated"), .stop,
      advice: "No session until the treating doctor has agreed to massage in writing.",
      client: "With a fresh clot massage has to wait for your doctor's word.",
      citations: [.newYorkPractice, .lymphDrainageLists]),
    SafetyRule(
      "general_clot_treated", code: "A3", "Treated blood clot",
      when: GeneralHistory.vessels.includes("clot_treated"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Light pressure only. Ask the prescriber when in doubt, above all about the limb.",
      client: "I will work lightly because of the clot you had.", citations: [.taught]),
    SafetyRule(
      "general_heart_or_lung_signs", code: "A4",
      "Chest pain, breathlessness, collapse or blood coughed",
      when: GeneralHistory.emergencySigns.includes(anyOf: "chest_pain", "blood_coughed"),
      .emergency,
      advice: "Call the emergency number now. Stay with the client.",
      client: "These signs need help at once. I am calling an ambulance.", citations: [.taught]),
    SafetyRule(
      "general_varicose_veins", code: "A7", "Varicose veins",
      when: GeneralHistory.vessels.includes("varicose"), .avoid,
      regions: .answered(GeneralHistory.veinAreas.id),
      advice: "Leave these areas out.", client: "I will leave the veins alone.",
      citations: [.newYorkPractice]),
    SafetyRule(
      "general_vein_inflamed", code: "A7", "Inflamed vein",
      when: GeneralHistory.skin.includes("sore_vein"), .stop,
      regions: .answered(GeneralHistory.skinAreas.id),
      advice: "No session. An inflamed vein may hold a clot: send the client to a doctor.",
      client: "An inflamed vein has to be seen by a doctor before massage.",
      citations: [.newYorkPractice]),
    SafetyRule(
      "general_leg_arteries", code: "A8", "Severe arterial disease",
      when: GeneralHistory.vessels.includes("arteries"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Light pressure. No bandage and no compression on the legs.",
      client: "I will work lightly and leave bandages off.", citations: [.lymphDrainageLists]),
    SafetyRule(
      "general_aneurysm", code: "A9", "Aortic aneurysm",
      when: GeneralHistory.vessels.includes("aneurysm"), .avoid,
      regions: .fixed(["abdomen", "chest"]),
      advice: "Keep off the abdomen and the chest.",
      client: "I will leave the chest and belly out because of the aneurysm.",
      citations: [.lymphDrainageLists, .taught]),
    SafetyRule(
      "general_very_high_blood_pressure", code: "A10", "Blood pressure 180/110 or more",
      when: GeneralHistory.vessels.includes("high_pressure"), .clearance,
      advice: "Wait for the doctor's word; measure again first where you can.",
      client: "Your blood pressure should be treated before massage.", citations: [.taught]),
    SafetyRule(
      "general_low_blood_pressure", code: "A11", "Low blood pressure with dizzy spells",
      when: GeneralHistory.vessels.includes("low_pressure"), .adapt,
      change: ForcedChange(positionsExcluded: [.standing]),
      advice: "No standing work. Let the client sit before getting up, and stay close.",
      client: "Please get up slowly, and sit first.",
      citations: [.lymphDrainageLists, .designChoice]),
  ]

  static let bloodRules: [SafetyRule] = [
    SafetyRule(
      "general_blood_thinner", code: "A5", "Blood thinner, or two antiplatelet drugs",
      when: GeneralHistory.medicines.includes("blood_thinner"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Pressure at most 2 of 5, nothing vigorous. Look for bruises.",
      client: "With your blood thinner I work lightly, because bruises come easily.",
      citations: [.thinnerAdvice]),
    SafetyRule(
      "general_bleeding_disorder", code: "A6", "Bleeding disorder or low platelets",
      when: GeneralHistory.bleeding.includes(
        anyOf: "disorder", "platelets_low", "platelets_very_low"), .clearance,
      change: ForcedChange(pressureCap: .light),
      advice: "Ask the treating doctor first. No deep or firm pressure even then.",
      client: "You may bleed more easily, so I need your doctor's word first.",
      citations: [.oncologyConvention, .craniosacralLists, .cirrhosisCase]),
    SafetyRule(
      "general_platelets_very_low", code: "A6", "Platelets under 20 000",
      when: GeneralHistory.bleeding.includes("platelets_very_low"), .clearance,
      change: ForcedChange(pressureCap: .contact),
      advice: "Ask the treating doctor first. Touch only, without pressure, even then.",
      client: "With so few platelets only the lightest touch is possible.",
      citations: [.oncologyConvention]),
  ]
}
