import TechniqueKit

/// One module with all that its checks look at.
struct ModuleCheck {
  var document: ModuleDocument
  let base: ContentBase
  /// Whether it is the general content, whose ids need no prefix.
  let isBase: Bool
  let languages: [Translation]
  /// The score of a computed metric; see `Technique.score`.
  let computed: (ID<OutcomeMetric>, [String: Double]) -> Double?
  /// Questions that a condition may read, with the base's own first and the fields of groups.
  let knownQuestions: [ID<Question>: Question]
  /// The group that a field belongs to.
  let groups: [ID<Question>: Question]

  init(
    document: ModuleDocument, base: ContentBase, isBase: Bool = false,
    languages: [Translation] = [],
    computed: @escaping (ID<OutcomeMetric>, [String: Double]) -> Double? = { _, _ in nil }
  ) {
    self.document = document
    self.base = base
    self.isBase = isBase
    self.languages = languages
    self.computed = computed
    let asked = base.content.intake + document.content.intake
    knownQuestions = Dictionary(
      asked.flatMap { [$0] + $0.fields }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    groups = Dictionary(
      asked.flatMap { group in group.fields.map { ($0.id, group) } },
      uniquingKeysWith: { first, _ in first })
  }

  var manifest: Manifest { document.manifest }
  var content: ModuleContent { document.content }
  var anatomy: Anatomy { base.anatomy }

  /// What can be said of each item by itself.
  var statements: [CheckFinding] {
    identity + stability + questions + rules + templates + findingKinds + metrics + evidence
  }

  func finding(_ problem: Problem, _ kind: String, _ id: String) -> CheckFinding {
    CheckFinding(
      problem.check, module: manifest.id, kind: kind, item: id, sentence: problem.sentence)
  }
}

extension ModuleCheck {
  init(
    _ technique: any Technique.Type, settings: OptionValues? = nil, base: ContentBase
  ) {
    let options = settings ?? OptionValues(technique.options)
    self.init(
      document: ModuleDocument(
        manifest: technique.manifest, options: technique.options,
        content: technique.content(options)),
      base: base, languages: technique.translations,
      computed: { technique.score($0, items: $1) })
  }
}

extension String {
  /// Lower-case letters, digits and `_`, beginning with a letter.
  var isSnakeCase: Bool {
    first.map { ("a"..."z").contains($0) } ?? false
      && allSatisfy { $0 == "_" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  }
}
