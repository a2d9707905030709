import ClinicalContent
import TechniqueKit

/// Sustained or repeated pressure on a sensitive spot in a taut band of muscle.
public enum TriggerPointTherapy: Technique {
  public static let manifest = Manifest(
    id: "trigger_point", name: "Trigger point therapy", version: .init(0, 3, 0),
    stability: .draft,
    summary: "Sustained or repeated pressure on a sensitive spot in a taut band of muscle.")

  public static let options = [
    ModuleOption(
      "longest_compression_seconds", "longest single compression in seconds",
      .wholeNumber(range: 30...90, defaultValue: 90))
  ]

  public static func content(_ options: OptionValues) -> ModuleContent {
    let longest = options.number("longest_compression_seconds") ?? 90
    return ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: templates(longest: longest),
      findings: findings(longest: longest), evidence: evidence,
      aftercare: aftercare, examples: examples)
  }
}
