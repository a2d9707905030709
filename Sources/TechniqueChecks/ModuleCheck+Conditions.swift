import TechniqueKit

extension ModuleCheck {
  /// What is wrong with a condition: questions, options or regions that do not exist, and
  /// comparisons that do not fit the kind of the question.
  ///
  /// - Parameter row: the group whose fields may be read.
  func problems(in condition: Condition, row: Question? = nil) -> [Problem] {
    switch condition {
    case .always, .sex, .treated: return []
    case .age(_, let years):
      return (0...130).contains(years)
        ? [] : [Problem(.comparisons, "no one is \(years) years old.")]
    case .all(let parts), .any(let parts):
      return parts.isEmpty
        ? [Problem(.comparisons, "a list of conditions is empty.")]
        : parts.flatMap { problems(in: $0, row: row) }
    case .count(let atLeast, let parts):
      let found = parts.flatMap { problems(in: $0, row: row) }
      return (1...max(1, parts.count)).contains(atLeast)
        ? found
        : found
          + [
            Problem(
              .comparisons, "\(atLeast) of \(parts.count) conditions can never be counted.")
          ]
    case .not(let part): return problems(in: part, row: row)
    case .found(let kind, let statement, _): return problems(in: statement, of: kind)
    case .isYes(let id), .isNo(let id), .number(let id, _, _), .bloodPressure(let id, _, _, _),
      .risen(let id, _), .includes(let id, _), .touches(let id, _), .someRow(let id, _):
      guard let question = knownQuestions[id] else {
        return [Problem(.references, "there is no question \(id).")]
      }
      if let group = groups[id], group.id != row?.id {
        return [
          Problem(.references, "\(id) is a field of \(group.id); ask for some row of that.")
        ]
      }
      var own = misfit(of: condition, question).map { [Problem(.comparisons, $0)] } ?? []
      if case .risen = condition, row != nil {
        own.append(Problem(.comparisons, "a row has no earlier answer to have risen from."))
      }
      guard case .someRow(_, let part) = condition, own.isEmpty else { return own }
      return problems(in: part, row: question)
    }
  }

  private func misfit(of condition: Condition, _ question: Question) -> String? {
    switch (condition, question.kind) {
    case (.isYes, .yesNo), (.isNo, .yesNo), (.someRow, .group): nil
    case (.risen(_, let amount), .wholeNumber(let range)),
      (.risen(_, let amount), .decimal(let range)):
      Self.rises(amount, range.possible) ? nil : "\(question.id) never rises by \(amount)."
    case (.risen(_, let amount), .scale(let scale)):
      Self.rises(amount, scale.range) ? nil : "\(question.id) never rises by \(amount)."
    case (.number(_, _, let value), .wholeNumber(let range)),
      (.number(_, _, let value), .decimal(let range)):
      range.possible.contains(value) ? nil : "\(question.id) is never \(value)."
    case (.number(_, _, let value), .scale(let scale)):
      scale.range.contains(value) ? nil : "\(question.id) is never \(value)."
    case (.bloodPressure(_, let part, _, let value), .bloodPressure(let range)):
      range[part].possible.contains(value) ? nil : "\(question.id) is never \(value)."
    case (.includes(_, let option), .choice(let options, _)):
      options.contains { $0.id == option } ? nil : "\(question.id) has no option \(option)."
    case (.touches(_, let region), .regions):
      anatomy[region] == nil ? "there is no region \(region)." : nil
    default: "\(question.id) cannot be compared like that."
    }
  }

  /// What is wrong with a statement about a finding: a kind, field, word or region that does not
  /// exist, a number that cannot be, or a comparison that does not fit the field.
  private func problems(
    in statement: FindingStatement, of id: ID<FindingKind>
  ) -> [Problem] {
    let kinds = base.content.findings + content.findings
    guard let kind = kinds.first(where: { $0.id == id }) else {
      return [Problem(.references, "there is no finding \(id).")]
    }
    guard let name = statement.field else { return [] }
    guard let field = kind.fields.first(where: { $0.name == name }) else {
      return [Problem(.references, "\(id) has no field \(name).")]
    }
    let sentence: String? =
      switch (statement, field.kind) {
      case (.word(_, let word), .word(let words)):
        words.contains(word) ? nil : "\(name) of \(id) has no word \(word)."
      case (.touches(_, let region), .site):
        anatomy[region] == nil ? "there is no region \(region)." : nil
      case (.number(_, let part, _, let value), let kind):
        kind.range(of: part).map {
          $0.contains(value) ? nil : "\(name) of \(id) is never \(value)."
        } ?? "\(name) of \(id) has no \(part.rawValue) to compare."
      default: "\(name) of \(id) cannot be compared like that."
      }
    return sentence.map { [Problem(.comparisons, $0)] } ?? []
  }

  private static func rises(_ amount: Double, _ range: ClosedRange<Double>) -> Bool {
    amount > 0 && amount <= range.upperBound - range.lowerBound
  }

  /// Whether an answer is one to the question, and names regions that exist.
  func fits(_ answer: Answer, _ question: Question) -> Bool {
    guard question.accepts(answer) else { return false }
    return switch answer {
    case .regions(let sites): sites.allSatisfy { anatomy[$0.region] != nil }
    case .rows(let rows):
      rows.allSatisfy { row in
        question.fields.allSatisfy { field in row[field.id].map { fits($0, field) } ?? true }
      }
    default: true
    }
  }
}
