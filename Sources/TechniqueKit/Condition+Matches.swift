extension Condition {
  /// What makes the condition hold for the client: of alternatives only those that hold.
  ///
  /// An answer that the condition does not read changes nothing here, nor does one that leaves each
  /// number on its side of the threshold and each list with what is asked for.
  ///
  /// - Returns: nothing where the condition does not hold, or holds for everybody.
  public func matches(for facts: Facts) -> Set<Match> { matches(for: facts, holding: true) }

  /// - Parameter wanted: what the truth has to be; otherwise there is no match.
  private func matches(for facts: Facts, holding wanted: Bool) -> Set<Match> {
    guard truth(for: facts) == Truth(wanted) else { return [] }
    switch self {
    case .always: return []
    case .not(let part): return part.matches(for: facts, holding: !wanted)
    case .all(let parts), .any(let parts), .count(_, let parts):
      return parts.reduce(into: []) {
        $0.formUnion($1.matches(for: facts, holding: wanted))
      }
    default: return wanted ? matchesAsStated(for: facts) : [.stated(opposite(for: facts))]
    }
  }

  /// Of a statement that holds.
  private func matchesAsStated(for facts: Facts) -> Set<Match> {
    switch self {
    case .touches(let id, let region):
      guard case .regions(let sites) = facts[id] else { return [] }
      return Set(
        sites.filter { facts.anatomy.contains($0.region, in: region) }.map { .site(id, $0) })
    case .someRow(let id, let part):
      guard case .rows(let rows) = facts[id] else { return [] }
      return rows.reduce(into: []) { matches, row in
        matches.formUnion(part.matches(ofRow: row, of: id, facts))
      }
    case .found(let kind, .touches(let field, let region), let visit):
      let sites = facts.findings(at: visit).filter { $0.kind == kind }
        .compactMap { $0.values[field]?.namedSite }
      return Set(
        sites.filter { facts.anatomy.contains($0.region, in: region) }
          .map { .findingSite(kind, field: field, $0, visit) })
    default: return [.stated(self)]
    }
  }

  /// The row as far as it is the same thing, and what the condition reads beside it.
  private func matches(
    ofRow row: [ID<Question>: Answer], of group: ID<Question>, _ facts: Facts
  ) -> Set<Match> {
    let known = facts.row(row)
    guard truth(for: known) == .yes else { return [] }
    let read = matches(for: known)
    var sides: [Condition] = []
    var others: Set<Match> = []
    for match in read {
      guard let question = match.question, row[question] != nil else {
        others.insert(match)
        continue
      }
      if case .stated(let condition) = match, condition.comparedNumber != nil {
        sides.append(condition)
      }
    }
    sides.sort { ($0.comparedNumber ?? "") < ($1.comparedNumber ?? "") }
    let options = Set(self.options)
    let fields = row.compactMapValues { $0.asMatched(among: options) }
    return others.union([.row(group, fields, sides: sides)])
  }

  /// Of a statement about a number that it is compared with, a text to sort by; `nil` for another.
  private var comparedNumber: String? {
    switch self {
    case .number(let id, let comparison, let value):
      "\(id) \(comparison.rawValue) \(Measure.plain(value))"
    case .bloodPressure(let id, let part, let comparison, let value):
      "\(id) \(part.rawValue) \(comparison.rawValue) \(Measure.plain(value))"
    case .risen(let id, let amount): "\(id) risen \(Measure.plain(amount))"
    case .not(let part): part.comparedNumber.map { "\($0) not" }
    default: nil
    }
  }

  /// What is true instead of a statement that is not.
  private func opposite(for facts: Facts) -> Condition {
    if questions.contains(where: facts.inapplicable.contains) { return .not(self) }
    switch self {
    case .isYes(let id): return .isNo(id)
    case .isNo(let id): return .isYes(id)
    case .number(let id, let comparison, let value):
      return comparison.contrary.map { .number(id, $0, value) } ?? .not(self)
    case .bloodPressure(let id, let part, let comparison, let value):
      return comparison.contrary.map { .bloodPressure(id, part, $0, value) } ?? .not(self)
    case .age(let comparison, let years):
      return comparison.contrary.map { .age($0, years) } ?? .not(self)
    default: return .not(self)
    }
  }
}

extension SafetyRule {
  /// What the rule read of the client: what makes its condition hold, and the places that a question
  /// it takes them from names.
  ///
  /// - Returns: nothing where the rule does not hold, or holds for everybody.
  public func matches(for facts: Facts) -> Set<Match> {
    guard when.truth(for: facts) == .yes else { return [] }
    var matches = when.matches(for: facts)
    guard case .answered(let question) = regions, !facts.inapplicable.contains(question) else {
      return matches
    }
    switch facts[question] {
    case .regions(let sites): matches.formUnion(sites.map { .site(question, $0) })
    case .rows:
      for answer in when.rows(of: question, for: facts).flatMap(\.values) {
        guard case .regions(let sites) = answer else { continue }
        matches.formUnion(sites.map { .site(question, $0) })
      }
    default: break
    }
    return matches
  }
}

extension Answer {
  /// The answer of a row in the form in which two rows are compared; `nil` where it tells none
  /// apart: a number, or nothing.
  ///
  /// - Parameter options: what the condition asks for; of a list that holds one, the others do not
  ///   count.
  fileprivate func asMatched(among options: Set<ID<Option>>) -> Answer? {
    switch self {
    case .yesNo, .date: return self
    case .choices(let picked):
      let asked = picked.filter(options.contains)
      return .choices((asked.isEmpty ? picked : asked).sorted())
    case .regions(let sites):
      return .regions(sites.sorted { $0.sortingText < $1.sortingText })
    case .text(let text):
      let words = text.lowercased().split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : .text(words.joined(separator: " "))
    case .number, .bloodPressure, .rows, .absent: return nil
    }
  }
}

extension Site {
  fileprivate var sortingText: String { "\(region) \(side?.rawValue ?? "")" }
}

extension Comparison {
  /// The comparison that holds where this one does not; `nil` for `equal`, which has two.
  fileprivate var contrary: Comparison? {
    switch self {
    case .below: .atLeast
    case .atMost: .above
    case .equal: nil
    case .atLeast: .below
    case .above: .atMost
    }
  }
}
