import ClinicalContent
import TechniqueKit

/// Sustained pressure on a sensitive spot in a taut band of muscle.
public enum TriggerPointTherapy: Technique {
  public static let manifest = Manifest(
    id: "trigger_point", name: "Trigger point therapy", version: ContentVersion(0, 1, 0),
    stability: .draft,
    summary: "Sustained or repeated pressure on a sensitive spot in a taut band of muscle.")

  public static let options = [
    ModuleOption(
      "longest_compression_seconds", "Longest single compression, in seconds",
      .wholeNumber(range: 30...90, defaultValue: 90))
  ]

  public static func content(_ options: OptionValues) -> ModuleContent {
    let longest = options.number("longest_compression_seconds") ?? 90
    return ModuleContent(
      intake: [familiar.question, referral.question, bruising.question],
      safetyRules: safetyRules, templates: [template(longest: longest)],
      findings: [finding(longest: longest)], evidence: evidence, aftercare: aftercare,
      examples: examples)
  }

  static let familiar = YesNoQuestion(
    "trigger_point_familiar", "Does pressing a spot bring on the usual pain?",
    why: "A point that brings on the familiar symptom is called active (Delphi survey 2018).",
    validity: .days(28))

  static let referral = TextQuestion(
    "trigger_point_referral", "Where does the pain travel to?",
    help: "The client's words, or Enter for nowhere. Examples: behind the eye; down the arm",
    why: "Referred sensation helps to tell which muscle is meant.", validity: .days(28))

  static let bruising = YesNoQuestion(
    "trigger_point_bruising", "Do you bruise easily?",
    why: "Rule A6: firm pressure on small areas can bruise.", safety: true, validity: .days(90))

  static let aftercare = Aftercare(
    expect: ["Soreness where pressure was given, for 1 to 2 days", "Short-lived referred pain"],
    advice: ["Warmth and gentle stretching", "No heavy load on these muscles for 24 hours"],
    seekHelp: ["New numbness or weakness", "Pain that grows after the second day"])
}
