import ClinicalContent
import TechniqueKit

/// Low load held for a long time on muscle and fascia, until the tissue gives.
public enum MyofascialRelease: Technique {
  public static let manifest = Manifest(
    id: "myofascial_release", name: "Myofascial release", version: .init(0, 4, 0),
    stability: .draft,
    summary: "Low load held for minutes on muscle and fascia, at the first barrier.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: templates, findings: findings,
      evidence: evidence, aftercare: aftercare, examples: examples)
  }
}
