import TechniqueKit

/// What earlier versions of the enabled modules called things, each with its present id. Records
/// made under an old id are read under the new one; the stored record stays as it is.
public struct Renames: Hashable, Sendable {
  public private(set) var questions: [ID<Question>: ID<Question>] = [:]
  public private(set) var rules: [ID<SafetyRule>: ID<SafetyRule>] = [:]
  public private(set) var templates: [ID<SessionTemplate>: ID<SessionTemplate>] = [:]
  public private(set) var metrics: [ID<OutcomeMetric>: ID<OutcomeMetric>] = [:]
  public private(set) var findings: [ID<FindingKind>: ID<FindingKind>] = [:]

  public static let none = Renames([])

  init(_ modules: [Catalogue.Module]) {
    func present<Item: Renamable>(_ items: [Item]) -> [ID<Item>: ID<Item>] {
      Dictionary(
        items.flatMap { item in item.aliases.map { ($0, item.id) } },
        uniquingKeysWith: { first, _ in first })
    }
    questions = present(modules.flatMap(\.content.intake))
    rules = present(modules.flatMap(\.content.safetyRules))
    templates = present(modules.flatMap(\.content.templates))
    metrics = present(modules.flatMap(\.content.metrics))
    findings = present(modules.flatMap(\.content.findings))
  }
}

extension Catalogue {
  public var renames: Renames { Renames(modules) }
}
