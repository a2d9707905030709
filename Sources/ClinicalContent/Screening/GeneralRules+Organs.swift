import TechniqueKit

// Section B: heart, kidneys, liver, glands, lungs.
extension GeneralRules {
  static let organRules: [SafetyRule] = [
    SafetyRule(
      "general_heart_failure_worse", code: "B1", "Heart failure out of balance",
      when: GeneralHistory.organs.includes("heart_worse")
        || GeneralHistory.state.includes("fluid"), .clearance,
      advice: "Ask the doctor first, and do not lay the client flat.",
      client: "Your heart should be seen to before massage moves more fluid towards it.",
      citations: [.hirsch2018, .lymphDrainageLists, .newYorkPractice]),
    SafetyRule(
      "general_heart_failure_stable", code: "B2", "Stable heart failure",
      when: GeneralHistory.organs.includes("heart_stable"), .adapt,
      advice: "Raise the head, shorten the session, and stop when breathing gets harder.",
      client: "Tell me at once when breathing gets harder.",
      citations: [.lymphDrainageLists, .designChoice]),
    SafetyRule(
      "general_kidney_failure", code: "B3", "Kidney failure or dialysis",
      when: GeneralHistory.organs.includes("kidneys"), .clearance,
      advice: "Ask the kidney team first. Nothing tight or firm on a dialysis arm.",
      client: "I need your kidney team's word first.",
      citations: [.lymphDrainageLists, .newYorkPractice, .taught]),
    SafetyRule(
      "general_dialysis_fistula", code: "B3", "Dialysis fistula",
      when: GeneralHistory.devices.includes("fistula"), .avoid,
      regions: .answered(GeneralHistory.deviceAreas.id),
      advice: "Leave the arm out: no pressure, no bandage, no blood pressure cuff.",
      client: "I will not touch the arm with your fistula.",
      citations: [.lymphDrainageLists, .taught]),
    SafetyRule(
      "general_liver_disease", code: "B4", "Liver disease with fluid or bleeding",
      when: GeneralHistory.organs.includes("liver"), .clearance,
      advice: "Ask the treating doctor first; bleeding is likelier.",
      client: "I need your doctor's word, because bruises and bleeding come easily.",
      citations: [.cirrhosisCase]),
    SafetyRule(
      "general_thyroid_or_rhythm", code: "B5", "Overactive thyroid or irregular heartbeat",
      when: GeneralHistory.organs.includes(anyOf: "thyroid", "rhythm"), .note,
      advice: "No pressure at the front or side of the neck.",
      client: "I will stay off the front of your neck.", citations: [.lymphDrainageLists]),
    SafetyRule(
      "general_diabetes_numb", code: "B6", "Diabetes with numbness or sores",
      when: GeneralHistory.organs.includes("diabetes"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Light pressure where feeling is lost; look at the feet and leave sores out.",
      client: "Where you feel less I work lightly.",
      citations: [.newYorkPractice, .lymphDrainageLists]),
    SafetyRule(
      "general_adrenal_or_steroid", code: "B7", "Steroid tablets or adrenal insufficiency",
      when: GeneralHistory.organs.includes("adrenal")
        || GeneralHistory.medicines.includes("steroids"), .adapt,
      change: ForcedChange(pressureCap: .medium),
      advice: "Skin and bone may be fragile: no firm or deep pressure.",
      client: "Steroids make skin and bone delicate, so I work gently.",
      citations: [.newYorkPractice, .designChoice]),
    SafetyRule(
      "general_asthma", code: "B8", "Asthma", when: GeneralHistory.organs.includes("asthma"), .note,
      advice: "Have the client's inhaler within reach.",
      client: "Please keep your inhaler within reach.", citations: [.lymphDrainageLists]),
  ]
}
