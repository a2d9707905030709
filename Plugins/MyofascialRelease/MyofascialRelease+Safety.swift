import ClinicalContent
import TechniqueKit

extension MyofascialRelease {
  /// Where myofascial release needs more than the general screening asks for.
  static let safetyRules = [
    SafetyRule(
      "myofascial_release_clot_treated", code: "A3", "Treated blood clot",
      when: GeneralHistory.vessels.includes("clot_treated"), .clearance,
      advice: "Long holds wait for the prescriber's word.",
      client: "Because of the clot I need your doctor's word first.", citations: [.taught]),
    SafetyRule(
      "myofascial_release_aneurysm", code: "A9", "Aortic aneurysm",
      when: GeneralHistory.vessels.includes("aneurysm"), .clearance,
      advice: "No session before a doctor agrees; never on chest and abdomen.",
      client: "Because of the aneurysm I need your doctor's word first.", citations: [.taught]),
    SafetyRule(
      "myofascial_release_fragile_skin_rule", code: "B7", "Thin skin, or skin that tears",
      when: fragileSkin.isYes, .adapt, change: ForcedChange(pressureCap: .light),
      advice: "Light holds, no dragging of the skin.",
      client: "I will be gentle with your skin.", citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "myofascial_release_fresh_strain", code: "D7", "Strain or sprain under 3 days old",
      when: GeneralHistory.injuries.includes("strain"), .avoid,
      regions: .answered(GeneralHistory.injuryAreas.id),
      advice: "No holds on the injury: it may still bleed inside.",
      client: "I will leave the fresh injury alone.", citations: [.taught]),
    SafetyRule(
      "myofascial_release_chiari", code: "E7", "Neck or head holds with Chiari malformation",
      when: GeneralHistory.head.includes("chiari") && headOrNeck, .clearance,
      regions: .fixed(["neck", "head"]),
      advice: "Neck and head wait for a doctor's word; no stretch and no traction.",
      client: "Before I work on your neck I need your doctor's word.",
      citations: [.chiariPages, .werner2024]),
  ]

  private static let headOrNeck =
    GeneralHistory.areas.includes("neck") || GeneralHistory.areas.includes("head")
}
