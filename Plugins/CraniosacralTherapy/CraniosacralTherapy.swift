import ClinicalContent
import TechniqueKit

/// Very light touch, held for minutes, at head, spine and sacrum.
public enum CraniosacralTherapy: Technique {
  public static let manifest = Manifest(
    id: "craniosacral", name: "Craniosacral therapy", version: .init(0, 3, 0),
    stability: .draft, summary: "Very light touch, held for minutes, at head, spine and sacrum.")

  public static let translations = [Translation("es", PackageResources.es_json)]

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: templates, findings: findings,
      evidence: evidence, aftercare: aftercare, examples: examples)
  }
}
