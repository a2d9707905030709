/// A statement about a client that can be true, false or not known yet.
///
/// Conditions are data: they are stored with the record they decided, explained to the therapist
/// and compared between versions. Build them from typed questions:
///
/// ```swift
/// let suspicion = legSwelling.isYes && clotRisk.includes("recent_surgery")
/// ```
public indirect enum Condition: Hashable, Sendable {
  case always
  case isYes(ID<Question>)
  case isNo(ID<Question>)
  case number(ID<Question>, Comparison, Double)
  /// One of the two numbers of a blood pressure.
  case bloodPressure(ID<Question>, BloodPressure.Part, Comparison, Double)
  /// The number rose by at least so much since the answer before this one.
  case risen(ID<Question>, by: Double)
  case includes(ID<Question>, ID<Option>)
  /// The region, or one that lies in it, was named.
  case touches(ID<Question>, ID<Region>)
  /// Some row of a group holds the condition, which may read the group's fields.
  case someRow(of: ID<Question>, Condition)
  /// Whole years.
  case age(Comparison, Int)
  case sex(Sex)
  /// The technique was part of the client's last visit.
  case treated(ID<Manifest>)
  /// A finding of the kind was recorded for which the statement holds; never unknown.
  case found(ID<FindingKind>, FindingStatement, FindingStatement.Visit)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// At least so many of the conditions hold.
  case count(atLeast: Int, of: [Condition])

  public static func && (left: Condition, right: Condition) -> Condition { .all([left, right]) }
  public static func || (left: Condition, right: Condition) -> Condition { .any([left, right]) }
  public static prefix func ! (operand: Condition) -> Condition { .not(operand) }
}

public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
  case below
  case atMost = "at_most"
  case equal
  case atLeast = "at_least"
  case above

  public func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
    switch self {
    case .below: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    case .above: left > right
    }
  }
}

/// As far as it bears on a rule; `unknown` is not an answer but its absence.
public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
  case female, male, intersex
}

extension Condition {
  /// Whether the condition holds for the client.
  ///
  /// An answer that is missing, or of another kind than the statement, makes what is said about it
  /// `unknown`; a question that does not apply to this client makes it `no`.
  public func truth(for facts: Facts) -> Truth {
    switch self {
    case .always: .yes
    case .isYes(let id): facts.test(id) { $0.isYes }
    case .isNo(let id): facts.test(id) { $0.isYes.map { !$0 } }
    case .number(let id, let comparison, let value):
      facts.test(id) { $0.amount.map { comparison.holds($0, value) } }
    case .bloodPressure(let id, let part, let comparison, let value):
      facts.test(id) { answer in
        guard case .bloodPressure(let pressure) = answer else { return nil }
        return comparison.holds(Double(pressure[part]), value)
      }
    case .risen(let id, let amount): Self.risen(id, amount, facts)
    case .includes(let id, let option):
      facts.test(id) {
        if case .choices(let picked) = $0 { picked.contains(option) } else { nil }
      }
    case .touches(let id, let region):
      facts.test(id) {
        guard case .regions(let sites) = $0 else { return nil }
        return sites.contains { facts.anatomy.contains($0.region, in: region) }
      }
    case .someRow(let id, let part): Self.someRow(id, part, facts)
    case .age(let comparison, let years):
      facts.age.map { Truth(comparison.holds($0, years)) } ?? .unknown
    case .treated(let technique): Truth(facts.lastTechniques.contains(technique))
    case .found(let kind, let statement, let visit):
      Truth(
        facts.findings(at: visit).contains {
          $0.kind == kind && statement.holds(for: $0, anatomy: facts.anatomy)
        })
    case .sex(let sex): facts.sex.map { Truth($0 == sex) } ?? .unknown
    case .all(let parts): parts.reduce(.yes) { $0 && $1.truth(for: facts) }
    case .any(let parts): parts.reduce(.no) { $0 || $1.truth(for: facts) }
    case .not(let part): !part.truth(for: facts)
    case .count(let atLeast, let parts): Self.count(atLeast, parts.map { $0.truth(for: facts) })
    }
  }

  /// The unanswered questions on which the truth of the condition still hangs.
  public func openQuestions(for facts: Facts) -> [ID<Question>] {
    guard truth(for: facts) == .unknown else { return [] }
    switch self {
    case .all(let parts), .any(let parts), .count(_, let parts):
      return parts.flatMap { $0.openQuestions(for: facts) }
    case .not(let part): return part.openQuestions(for: facts)
    default: return questions
    }
  }

  /// The questions whose answers make the condition hold: of alternatives only those that do.
  public func decidingQuestions(for facts: Facts) -> [ID<Question>] {
    switch self {
    case .all(let parts): parts.flatMap { $0.decidingQuestions(for: facts) }
    case .any(let parts), .count(_, let parts):
      parts.filter { $0.truth(for: facts) == .yes }.flatMap { $0.decidingQuestions(for: facts) }
    default: questions
    }
  }

  private static func someRow(
    _ id: ID<Question>, _ part: Condition, _ facts: Facts
  ) -> Truth {
    if facts.inapplicable.contains(id) { return .no }
    guard case .rows(let rows) = facts[id] else { return .unknown }
    return rows.reduce(.no) { $0 || part.truth(for: facts.row($1)) }
  }

  /// The rows of a group that what is said about its rows may hold for; every row where nothing is.
  public func rows(of group: ID<Question>, for facts: Facts) -> [[ID<Question>: Answer]] {
    guard case .rows(let rows) = facts[group] else { return [] }
    let stated = statements(about: group)
    return rows.filter { row in
      stated.isEmpty || stated.contains { $0.truth(for: facts.row(row)) != .no }
    }
  }

  private func statements(about group: ID<Question>) -> [Condition] {
    switch self {
    case .someRow(group, let part): [part]
    case .all(let parts), .any(let parts), .count(_, let parts):
      parts.flatMap { $0.statements(about: group) }
    case .not(let part): part.statements(about: group)
    default: []
    }
  }

  /// Without an earlier answer there is nothing to have risen from.
  private static func risen(_ id: ID<Question>, _ amount: Double, _ facts: Facts) -> Truth {
    facts.test(id) { now in
      now.amount.map { now in
        facts.earlier[id]?.amount.map { now - $0 >= amount } ?? false
      }
    }
  }

  private static func count(_ atLeast: Int, _ truths: [Truth]) -> Truth {
    if truths.count(where: { $0 == .yes }) >= atLeast { return .yes }
    return truths.count(where: { $0 != .no }) >= atLeast ? .unknown : .no
  }
}

extension Answer {
  fileprivate var isYes: Bool? {
    if case .yesNo(let value) = self { value } else { nil }
  }

  fileprivate var amount: Double? {
    if case .number(let value) = self { value } else { nil }
  }
}
