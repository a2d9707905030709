import OrderedCollections
import TechniqueKit

/// All that a clinic works with: the general screening and the techniques it has enabled.
///
/// A technique that is not enabled contributes nothing. Stored under its digest, a catalogue keeps
/// every record readable that was made with it.
public struct Catalogue: Hashable, Sendable, Codable {
  public let general: Module
  /// In the order of the configuration.
  public let techniques: [Module]
  public let anatomy: Anatomy

  public struct Module: Hashable, Sendable, Codable {
    public let manifest: Manifest
    public let content: ModuleContent

    public init(manifest: Manifest, content: ModuleContent) {
      self.manifest = manifest
      self.content = content
    }
  }

  /// - Throws: `CatalogueProblem.claimedTwice` when two modules use one id or one code word.
  public init(general: Module, techniques: [Module], anatomy: Anatomy) throws {
    self.general = general
    self.techniques = techniques
    self.anatomy = anatomy
    try Self.refuseDoubleClaims(modules)
    try Self.refuseMissingParts(techniques)
  }

  private init(changed general: Module, _ techniques: [Module], _ anatomy: Anatomy) {
    self.general = general
    self.techniques = techniques
    self.anatomy = anatomy
  }

  /// The same modules with other texts; their ids stay, so nothing is claimed twice.
  func mapModules(_ change: (Module) -> Module) -> Catalogue {
    Catalogue(changed: change(general), techniques.map(change), anatomy)
  }

  public var modules: [Module] { [general] + techniques }
  /// In the order of asking.
  public var questions: [Question] { modules.flatMap(\.content.intake) }
  public var metrics: [OutcomeMetric] { modules.flatMap(\.content.metrics) }
  public var findings: [FindingKind] { modules.flatMap(\.content.findings) }

  public var rules: [SafetyRule] { modules.flatMap(\.content.safetyRules) }

  public func technique(_ id: ID<Manifest>) -> Module? {
    techniques.first { $0.manifest.id == id }
  }

  public func rule(_ id: ID<SafetyRule>) -> SafetyRule? {
    for module in modules {
      if let rule = module.content.safetyRules.first(where: { $0.id == id }) { return rule }
    }
    return nil
  }

  public func template(_ id: ID<SessionTemplate>) -> SessionTemplate? {
    techniques.flatMap(\.content.templates).first { $0.id == id }
  }

  public func question(_ id: ID<Question>) -> Question? {
    questions.first { $0.id == id }
  }

  /// By the name that is typed or by its id.
  public func metric(named name: String) -> OutcomeMetric? {
    let name = name.lowercased()
    return metrics.first { $0.name == name || $0.id.rawValue == name }
  }

  public func finding(code: String) -> FindingKind? {
    findings.first { $0.code == code }
  }

  /// A session brings the rules of every technique that is part of it, so each has to be there.
  private static func refuseMissingParts(_ techniques: [Module]) throws {
    for module in techniques {
      for template in module.content.templates {
        for part in template.alsoUses
        where !techniques.contains(where: { $0.manifest.id == part }) {
          throw CatalogueProblem.partMissing(
            template: template.title, of: module.manifest.signature, part: part)
        }
      }
    }
  }

  private static func refuseDoubleClaims(_ modules: [Module]) throws {
    var owners: OrderedDictionary<String, String> = [:]
    func claims<Item: Renamable>(_ kind: String, _ items: [Item]) -> [String] {
      items.flatMap { item in ([item.id] + item.aliases).map { "\(kind) \($0)" } }
    }
    for module in modules {
      let content = module.content
      let claims =
        claims("technique", [module.manifest]) + claims("question", content.intake)
        + claims("rule", content.safetyRules) + claims("template", content.templates)
        + claims("finding", content.findings) + claims("metric", content.metrics)
        + content.findings.map { "code word \($0.code)" }
        + content.templates.map { "template title \($0.title)" }
      for claim in claims {
        if let owner = owners.updateValue(module.manifest.signature, forKey: claim) {
          throw CatalogueProblem.claimedTwice(claim, by: owner, and: module.manifest.signature)
        }
      }
    }
  }
}

/// Why modules cannot be put together.
public enum CatalogueProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case claimedTwice(String, by: String, and: String)
  case partMissing(template: String, of: String, part: ID<Manifest>)

  public var description: String {
    switch self {
    case .claimedTwice(let claim, let first, let second):
      "\(first) and \(second) both define the \(claim). Enable only one of them."
    case .partMissing(let template, let module, let part):
      "the template \"\(template)\" of \(module) also uses \(part), which is not enabled. Enable it "
        + "too."
    }
  }
}

extension Manifest {
  /// `Hot stone massage (HotStone/HotStone.swift)`.
  public var signature: String { origin.isEmpty ? name : "\(name) (\(origin))" }
}
