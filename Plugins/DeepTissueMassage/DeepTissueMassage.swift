import ClinicalContent
import TechniqueKit

/// Slow, firm strokes and friction aimed at the deeper layers of muscle.
public enum DeepTissueMassage: Technique {
  public static let manifest = Manifest(
    id: "deep_tissue", name: "Deep tissue massage", version: .init(0, 2, 0), stability: .draft,
    summary: "Slow, firm strokes and friction aimed at the deeper layers of muscle.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: templates, findings: findings,
      evidence: evidence, aftercare: aftercare, examples: examples)
  }
}
