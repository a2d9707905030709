import ClinicalContent
import TechniqueKit

extension MyofascialRelease {
  /// Where myofascial release needs more than the general screening asks for.
  static let safetyRules: [SafetyRule] = catalogueRules + afterRules

  private static let catalogueRules: [SafetyRule] = [
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
      "myofascial_release_neck_cord", code: "D10", "Neck holds with OPLL",
      when: GeneralHistory.bones.includes("opll") && neck, .stop, regions: .fixed(["neck"]),
      advice: "Never on the neck. Take the neck off the list to treat other areas.",
      client: "I will not work on your neck.", citations: [.cheong2012]),
    SafetyRule(
      "myofascial_release_chiari", code: "E7", "Neck or head holds with Chiari malformation",
      when: GeneralHistory.head.includes("chiari") && headOrNeck, .clearance,
      regions: .fixed(["neck", "head"]),
      advice: "Neck and head wait for a doctor's word; no stretch and no traction.",
      client: "Before I work on your neck I need your doctor's word.",
      citations: [.chiariPages, .werner2024]),
  ]

  /// What followed the last session. AE stands for after-effect, which is no row of the catalogue.
  private static let afterRules: [SafetyRule] = [
    SafetyRule(
      "myofascial_release_after_nerve", code: "AE", "Numbness or weakness after the last session",
      when: after.includes("numbness"), .clearance,
      advice: "A doctor should test the nerve before more holds.",
      client: "Before we go on a doctor should look at this.", citations: [.taught]),
    SafetyRule(
      "myofascial_release_after_skin", code: "AE", "Bruise, sore skin or long soreness last time",
      when: after.includes(anyOf: "bruise", "skin", "soreness"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Light holds, off the sore place, no dragging of the skin.",
      client: "Last time was too much, so I hold more lightly today.", citations: [.taught]),
    SafetyRule(
      "myofascial_release_after_worse", code: "AE", "Pain was worse after the last session",
      when: after.includes(anyOf: "worse_pain", "upset", "dizzy", "other"), .note,
      advice: "Ask where and for how long; fewer holds there, or another technique.",
      client: "Tell me at once when it is too much.", citations: [.taught]),
  ]

  private static let neck = GeneralHistory.areas.includes("neck")
  private static let headOrNeck = neck || GeneralHistory.areas.includes("head")
}
