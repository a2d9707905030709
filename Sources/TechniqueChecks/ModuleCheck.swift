import TechniqueKit

/// One module with all that its checks look at.
struct ModuleCheck {
  let manifest: Manifest
  let content: ModuleContent
  let base: ModuleContent
  let anatomy: Anatomy
  /// Whether it is the general content, whose ids need no prefix.
  var isBase = false

  var all: [CheckFinding] { withoutExamples + examples }

  var withoutExamples: [CheckFinding] {
    identity + questions + rules + templates + findingKinds + metrics + evidence
  }

  func finding(_ kind: String, _ id: String, _ sentence: String) -> CheckFinding {
    CheckFinding(path: "\(manifest.id)/\(kind)/\(id)", sentence: sentence)
  }

  /// Questions that a condition may read, with the base's own first.
  var knownQuestions: [ID<Question>: Question] {
    Dictionary(
      (base.intake + content.intake).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension String {
  /// Lower-case letters, digits and `_`, beginning with a letter.
  var isSnakeCase: Bool {
    first.map { ("a"..."z").contains($0) } ?? false
      && allSatisfy { $0 == "_" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  }
}
