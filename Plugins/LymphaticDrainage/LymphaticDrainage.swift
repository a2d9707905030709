import ClinicalContent
import TechniqueKit

/// Very light, rhythmic stretch of the skin along the lymph routes, centre first.
public enum LymphaticDrainage: Technique {
  public static let manifest = Manifest(
    id: "lymphatic_drainage", name: "Lymphatic drainage", version: .init(0, 3, 0),
    stability: .draft,
    summary: "Very light, rhythmic stretch of the skin along the lymph routes, centre first.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: templates, findings: findings,
      metrics: metrics, evidence: evidence, aftercare: aftercare, examples: examples)
  }
}
