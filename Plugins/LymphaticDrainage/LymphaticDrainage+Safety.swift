import ClinicalContent
import TechniqueKit

extension LymphaticDrainage {
  /// Where drainage needs more than the general screening asks for: it moves fluid to the heart.
  static let safetyRules: [SafetyRule] = catalogueRules + afterRules

  private static let catalogueRules: [SafetyRule] = organRules + areaRules

  private static let organRules: [SafetyRule] = [
    SafetyRule(
      "lymphatic_drainage_clot_treated", code: "A3", "Treated blood clot",
      when: GeneralHistory.vessels.includes("clot_treated"), .clearance,
      advice: "No drainage before the prescriber's word.",
      client: "Because of the clot I need your doctor's word first.", citations: [.taught]),
    SafetyRule(
      "lymphatic_drainage_heart_failure", code: "B1", "Heart failure out of balance",
      when: GeneralHistory.organs.includes("heart_worse")
        || GeneralHistory.state.includes("fluid"), .stop,
      advice: "No drainage and no compression. The client should see the doctor.",
      client: "Drainage would burden your heart now. Please have it seen to first.",
      citations: [.hirsch2018, .lymphDrainageLists, .newYorkPractice]),
    SafetyRule(
      "lymphatic_drainage_heart_stable", code: "B2", "Stable heart failure",
      when: GeneralHistory.organs.includes("heart_stable"), .clearance,
      advice: "No drainage before the doctor's word.",
      client: "Drainage moves fluid to the heart, so I need your doctor's word.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "lymphatic_drainage_kidney_failure", code: "B3", "Kidney failure or dialysis",
      when: GeneralHistory.organs.includes("kidneys"), .stop,
      advice: "No drainage and no compression, least of all on a dialysis arm.",
      client: "Drainage moves fluid, so your kidney doctor has to agree first.",
      citations: [.lymphDrainageLists, .newYorkPractice, .taught]),
    SafetyRule(
      "lymphatic_drainage_asthma", code: "B8", "Asthma",
      when: GeneralHistory.organs.includes("asthma"), .clearance,
      change: ForcedChange(longestMinutes: 30),
      advice: "The doctor's word first; then short sessions, and watch the breathing.",
      client: "With asthma I ask your doctor first and begin with a short session.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "lymphatic_drainage_infection", code: "C2", "Skin infection",
      when: GeneralHistory.skin.includes("spreading"), .stop,
      advice: "No drainage until the treating clinician agrees and 72 hours have passed.",
      client: "Drainage could spread the infection; it waits until your doctor agrees.",
      citations: [.lymphDrainageLists, .designChoice]),
    SafetyRule(
      "lymphatic_drainage_untreated_cancer_rule", code: "F2", "Untreated cancer",
      when: untreatedCancer.isYes, .stop,
      advice: "No drainage unless the oncology team agrees in writing.",
      client: "Drainage waits for your oncology team.",
      citations: [.oncologyPage, .lymphDrainageLists]),
  ]

  private static let areaRules: [SafetyRule] = [
    SafetyRule(
      "lymphatic_drainage_neck", code: "B5", "Thyroid, heart rhythm or neck reflex",
      when: GeneralHistory.organs.includes(anyOf: "thyroid", "rhythm"), .avoid,
      regions: .fixed(["neck"]), advice: "Leave the neck out; begin with breathing.",
      client: "I will leave your neck out.", citations: [.lymphDrainageLists]),
    SafetyRule(
      "lymphatic_drainage_age", code: "B5", "Over 60: gently at the neck", when: .age(.above, 60),
      .adapt, regions: .fixed(["neck"]),
      advice: "Light contact only at front and side of the neck; some lists leave the neck out.",
      client: "I will be gentle at your neck.", citations: [.lymphDrainageLists]),
    SafetyRule(
      "lymphatic_drainage_seizures", code: "E8", "Epilepsy not under control, or a brain tumour",
      when: GeneralHistory.head.includes(anyOf: "epilepsy", "tumour"), .avoid,
      regions: .fixed(["abdomen"]),
      advice: "Leave the abdomen out.", client: "I will leave your belly out.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "lymphatic_drainage_treated_limb", code: "F5", "Limb after lymph nodes were treated",
      when: GeneralHistory.cancer.includes("nodes"), .adapt,
      regions: .answered(GeneralHistory.nodeAreas.id),
      change: ForcedChange(pressureCap: .light),
      advice: "No deep work and no friction on this limb and quadrant.",
      client: "I will only work very lightly on that side.", citations: [.taught]),
    SafetyRule(
      "lymphatic_drainage_abdomen_rule", code: "G4", "Abdomen left out",
      when: .any([
        GeneralHistory.pregnant.isYes,
        GeneralHistory.surgeryAreas.includes("abdomen"),
        abdomen.includes(anyOf: "menstruation", "bowel", "surgery"),
      ]), .avoid,
      regions: .fixed(["abdomen"]), advice: "Leave the abdomen out; breathing is enough.",
      client: "I will leave your belly out.", citations: [.lymphDrainageLists]),
  ]

  /// What followed the last session. AE stands for after-effect, which is no row of the catalogue.
  private static let afterRules: [SafetyRule] = [
    SafetyRule(
      "lymphatic_drainage_after_breathless", code: "AE", "Breathless after the last session",
      when: after.includes("breathless"), .stop,
      advice: "No drainage: the heart may not have borne the fluid. A doctor first, today if it "
        + "goes on.",
      client: "Please have the breathlessness looked at before we go on.",
      citations: [.hirsch2018, .taught]),
    SafetyRule(
      "lymphatic_drainage_after_swelling", code: "AE", "More swelling, heat or redness since then",
      when: after.includes("swelling"), .clearance,
      advice: "It may be an infection or a clot: a doctor first, today with fever or pain.",
      client: "A doctor should see the swelling before we go on.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "lymphatic_drainage_after_skin", code: "AE", "Sore skin, dizziness or more pain last time",
      when: after.includes(anyOf: "skin", "dizzy", "worse_pain", "other"), .note,
      advice: "Look at the skin under the compression; a shorter session, and rest at the end.",
      client: "Today we go more slowly, and you sit before you get up.", citations: [.taught]),
  ]
}
