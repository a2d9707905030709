import ClinicalContent
import TechniqueKit

extension CraniosacralTherapy {
  /// Where touch at head and spine needs more than the general screening asks for.
  static let safetyRules: [SafetyRule] = catalogueRules + afterRules

  private static let catalogueRules: [SafetyRule] = stops + clearances

  private static let stops: [SafetyRule] = [
    SafetyRule(
      "craniosacral_neck_cord", code: "D10", "OPLL, a hardened ligament in the neck",
      when: GeneralHistory.bones.includes("opll"), .stop,
      advice: "No session until a clinician has resolved this.",
      client: "I cannot hold your neck; please ask your doctor.", citations: [.cheong2012]),
    SafetyRule(
      "craniosacral_head_pressure", code: "E6", "Pressure, bleeding, leak or surgery in the head",
      when: GeneralHistory.head.includes(anyOf: "pressure", "bleed", "leak", "skull")
        || headToday.isYes, .stop,
      advice: "No session: a change of pressure may start a bleed or a leak.",
      client: "After this, work at your head has to wait for your doctor.",
      citations: [.craniosacralLists]),
    SafetyRule(
      "craniosacral_chiari", code: "E7", "Chiari malformation",
      when: GeneralHistory.head.includes("chiari"), .stop,
      advice: "No session, least of all at the back of the head. The sources are weak.",
      client: "With a Chiari malformation I do not work at the head.",
      citations: [.chiariPages, .werner2024]),
  ]

  private static let clearances: [SafetyRule] = [
    SafetyRule(
      "craniosacral_blood_thinner", code: "A5", "Takes a blood thinner",
      when: GeneralHistory.medicines.includes("blood_thinner"), .clearance,
      advice: "The prescriber's word first.",
      client: "Because of your blood thinner I need your doctor's word.",
      citations: [.thinnerAdvice]),
    SafetyRule(
      "craniosacral_aneurysm", code: "A9", "Aortic aneurysm",
      when: GeneralHistory.vessels.includes("aneurysm"), .clearance,
      advice: "A doctor's word first; never on chest and abdomen.",
      client: "Because of the aneurysm I need your doctor's word.",
      citations: [.taught]),
    SafetyRule(
      "craniosacral_unstable_neck", code: "D6", "The upper neck may be unstable",
      when: GeneralHistory.bones.includes(anyOf: "rheumatoid_neck", "loose_joints"), .clearance,
      advice: "A doctor's word first: head and neck are held in every session.",
      client: "I hold head and neck, so I need your doctor's word.",
      citations: [.unconfirmed("Rushton framework")]),
    SafetyRule(
      "craniosacral_seizures", code: "E8", "Epilepsy not under control, or a brain tumour",
      when: GeneralHistory.head.includes(anyOf: "epilepsy", "tumour"), .clearance,
      advice: "A doctor's word first; what the touch does is not known.",
      client: "I need your doctor's word first.", citations: [.craniosacralLists]),
  ]

  /// What followed the last session. AE stands for after-effect, which is no row of the catalogue.
  private static let afterRules: [SafetyRule] = [
    SafetyRule(
      "craniosacral_after_nerve", code: "AE", "Numbness, dizziness or a faint after last time",
      when: after.includes(anyOf: "numbness", "dizzy"), .clearance,
      advice: "A doctor first: it may come from the head or the neck.",
      client: "Before we go on a doctor should look at this.", citations: [.taught]),
    SafetyRule(
      "craniosacral_after_headache", code: "AE", "Headache or more pain after the last session",
      when: after.includes(anyOf: "headache", "worse_pain"), .note,
      advice: "Ask how strong and how long. Severe, or with vomiting or drowsiness: to a doctor.",
      client: "Tell me at once when a headache begins.", citations: [.taught]),
    SafetyRule(
      "craniosacral_after_upset", code: "AE", "Upset, or a bad night, after the last session",
      when: after.includes(anyOf: "upset", "other"), .note,
      advice: "Ask whether to go on, shorten, or stop; confirm the areas to leave out.",
      client: "We can do less today, and you can say stop at any time.", citations: [.taught]),
  ]
}
