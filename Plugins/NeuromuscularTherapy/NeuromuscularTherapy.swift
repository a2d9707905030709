import ClinicalContent
import TechniqueKit

/// A fixed order of examining and treating: muscle layers, points, nerves, posture, movement.
public enum NeuromuscularTherapy: Technique {
  public static let manifest = Manifest(
    id: "neuromuscular", name: "Neuromuscular therapy", version: .init(0, 2, 0),
    stability: .draft,
    summary: "Muscle layers and points examined and treated in a fixed order, with posture and "
      + "nerves in view.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: templates, findings: findings,
      evidence: evidence, aftercare: aftercare, examples: examples)
  }
}
