import ClinicalContent
import TechniqueKit

/// What is known of the enabled techniques for one condition, the most certain first, and what is
/// measured in it.
public struct KnownEvidence: Hashable, Sendable {
  /// "neck pain"
  public let condition: String
  /// What was studied, negative findings among it.
  public let rows: [Row]
  /// The techniques for which nothing was found.
  public let notStudied: [Manifest]
  public let measures: [OutcomeMetric]
  public let codes: [HealthCondition.Code]

  public struct Row: Hashable, Sendable {
    public let module: Manifest
    /// Whether it speaks of massage as such.
    public let isGeneral: Bool
    public let evidence: Evidence
  }

  /// The day on which the codes were put together.
  public static var codesAsOf: CalendarDate { HealthConditions.codesAsOf }
  /// Every condition that can be named.
  public static var conditions: [String] { HealthConditions.all.map(\.name) }

  /// - Parameter shown: the same catalogue in the language in which it is read.
  fileprivate init(_ condition: HealthCondition, _ catalogue: Catalogue, shown: Catalogue) {
    var rows: [Row] = []
    for (module, read) in zip(catalogue.modules, shown.modules) {
      for (own, evidence) in zip(module.content.evidence, read.content.evidence)
      where condition.isCalled(own.condition) && own.direction != .notStudied {
        let isGeneral = module.manifest.id == catalogue.general.manifest.id
        rows.append(Row(module: read.manifest, isGeneral: isGeneral, evidence: evidence))
      }
    }
    self.condition = condition.name
    self.rows = rows.enumerated().sorted {
      ($1.element.evidence.certainty, $0.offset) < ($0.element.evidence.certainty, $1.offset)
    }.map(\.element)
    notStudied = shown.techniques.map(\.manifest).filter { manifest in
      !rows.contains { $0.module.id == manifest.id }
    }
    measures = catalogue.pack(of: [condition])
    codes = condition.codes
  }
}

extension Catalogue {
  /// What is known for a condition, by a name of it, the beginnings of one, or a code.
  ///
  /// - Throws: `ClinicError.noSuchCondition`, `ClinicError.severalConditions`,
  ///   `ClinicError.codeEnded`.
  public func evidence(for words: String, shown: Catalogue) throws -> KnownEvidence {
    if let ended = HealthConditions.ended[words.uppercased()] {
      throw ClinicError.codeEnded(
        words.uppercased(), since: ended.since, instead: ended.instead)
    }
    let found = HealthConditions.named(words)
    guard let condition = found.first else {
      let names = HealthConditions.all.flatMap { [$0.name] + $0.synonyms }
      throw ClinicError.noSuchCondition(
        words, suggestion: Suggestion.closest(to: words, among: names))
    }
    guard found.count == 1 else {
      throw ClinicError.severalConditions(words, known: found.map(\.name))
    }
    return KnownEvidence(condition, self, shown: shown)
  }

  /// What is known for what the client comes with.
  public func evidence(for chart: Chart, shown: Catalogue) -> [KnownEvidence] {
    chart.conditions.map { KnownEvidence($0, self, shown: shown) }
  }

  /// The measures of some conditions that this clinic has; what is measured of everyone where none
  /// is named.
  public func pack(of conditions: [HealthCondition]) -> [OutcomeMetric] {
    var ids = conditions.flatMap(\.pack)
    if ids.isEmpty { ids = HealthConditions.generalPack }
    var seen: Set<ID<OutcomeMetric>> = []
    return ids.filter { seen.insert($0).inserted }
      .compactMap { id in metrics.first { $0.id == id } }
  }
}

extension Chart {
  /// What the client comes with, as answered in the intake.
  public var conditions: [HealthCondition] {
    guard case .choices(let picked)? = answers[GeneralHistory.condition.id]?.answer else {
      return []
    }
    return picked.compactMap { option in
      HealthConditions.all.first { $0.id.rawValue == option.rawValue }
    }
  }
}
