import TechniqueKit

/// A client who was last asked before a technique was enabled or a safety question was added.
public struct Rescreening: Hashable, Sendable {
  public let client: ClientListing
  /// The modules of which the client was not asked everything that bears on safety.
  public let techniques: [Manifest]
  /// What was added to modules that the client was asked about.
  public let questions: [Question]
}

extension Practice {
  /// The clients who were last asked before a technique was enabled or a safety question was added,
  /// in the order of their numbers. Opening one and typing `intake` asks what is missing.
  ///
  /// It reads no chart: each entry says which definition it was made with.
  public func clientsToRescreen() throws -> [Rescreening] {
    try require(.charts)
    let numbers = try store.chartNumbers()
    var additions: [DefinitionDigest: Catalogue.Additions] = [:]
    var missing: [Int: Catalogue.Additions] = [:]
    for (chart, digest) in try store.lastIntakes() {
      let added = try additions[digest] ?? catalogue.additions(since: catalogue(of: digest))
      additions[digest] = added
      if !added.isEmpty, let number = numbers[chart] { missing[number] = added }
    }
    return try store.clients(numbered: missing.keys.sorted()).compactMap { client in
      missing[client.number].map {
        Rescreening(client: client, techniques: $0.modules, questions: $0.questions)
      }
    }
  }
}

extension Catalogue {
  /// What bears on safety in this catalogue and was not asked with an older one.
  public struct Additions: Hashable, Sendable {
    /// The modules that are new, or that have more safety questions.
    public let modules: [Manifest]
    /// The safety questions that modules of the older catalogue did not ask.
    public let questions: [Question]

    public var isEmpty: Bool { modules.isEmpty }
  }

  /// - Parameter old: what the client was asked with.
  public func additions(since old: Catalogue) -> Additions {
    let asked = Dictionary(
      old.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var added: [Manifest] = []
    var questions: [Question] = []
    for module in modules {
      let isKnown = old.modules.contains { module.manifest.isCalled($0.manifest.id.rawValue) }
      let more =
        isKnown ? module.content.intake.filter { $0.isSafety && !$0.wasAsked(among: asked) } : []
      questions += more
      if !isKnown || !more.isEmpty { added.append(module.manifest) }
    }
    return Additions(modules: added, questions: questions)
  }
}

extension Question {
  /// Whether an older version asked as much, under this id or a former one. What follows the last
  /// session is asked after it anyway.
  fileprivate func wasAsked(among asked: [ID<Question>: Question]) -> Bool {
    if askWhen.readsLastVisit { return true }
    guard let old = ([id] + aliases).compactMap({ asked[$0] }).first else { return false }
    switch (old.kind, kind) {
    case (.choice(let before, _), .choice(let now, _)):
      return Set(now.map(\.id)).isSubset(of: before.map(\.id))
    case (.group, .group(let now, _)):
      let before = Dictionary(
        old.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return now.allSatisfy { $0.wasAsked(among: before) }
    case (.yesNo, .yesNo), (.text, .text), (.date, .date), (.regions, .regions): return true
    case (.bloodPressure, .bloodPressure): return true
    default: return old.kind.isNumber && kind.isNumber
    }
  }
}

extension Question.Kind {
  fileprivate var isNumber: Bool {
    switch self {
    case .wholeNumber, .decimal, .scale: true
    case .yesNo, .bloodPressure, .choice, .text, .date, .regions, .group: false
    }
  }
}
