import TechniqueKit

/// A condition as a clinician reads it: questions in the words in which they are asked.
struct ConditionWords {
  let questions: [ID<Question>: Question]
  var findings: [ID<FindingKind>: FindingKind] = [:]

  func text(_ condition: Condition) -> String {
    switch condition {
    case .always: "always"
    case .isYes(let id): "\(asked(id)) yes"
    case .isNo(let id): "\(asked(id)) no"
    case .number(let id, let comparison, let value):
      "\(asked(id)) \(Self.words(comparison)) \(Measure.plain(value))"
    case .bloodPressure(let id, let part, let comparison, let value):
      "\(asked(id)) \(part.rawValue) \(Self.words(comparison)) \(Measure.plain(value))"
    case .found(let kind, let statement, let visit): text(statement, kind, visit)
    case .risen(let id, let amount): "\(asked(id)) risen by \(Measure.plain(amount)) or more"
    case .includes(let id, let option): "\(asked(id)) \(label(option, of: id))"
    case .touches(let id, let region):
      "\(asked(id)) \(Self.spaced(region.rawValue)) or a part of it"
    case .someRow(let id, .always): "\(asked(id)) something is named"
    case .someRow(let id, let part): "\(asked(id)) some row with \(text(part))"
    case .age(let comparison, let years): "the age is \(Self.words(comparison)) \(years)"
    case .sex(let sex): "the sex is \(sex.rawValue)"
    case .treated(let technique): "the last visit was one with `\(technique)`"
    case .all(let parts): joined(parts, "and")
    case .any(let parts): alternatives(parts) ?? joined(parts, "or")
    case .not(let part): "not (\(text(part)))"
    case .count(let atLeast, let parts):
      "at least \(atLeast) of: \(parts.map(text).joined(separator: "; "))"
    }
  }

  private func text(
    _ statement: FindingStatement, _ id: ID<FindingKind>, _ visit: FindingStatement.Visit
  ) -> String {
    let kind = findings[id]
    let name = "the finding \"\(kind?.title ?? id.rawValue)\""
    let place = visit == .last ? name + " of the last visit" : name
    func meaning(_ field: String) -> String {
      kind?.fields.first { $0.name == field }?.meaning ?? field
    }
    return switch statement {
    case .any: "\(place) was recorded"
    case .number(let field, let part, let comparison, let value):
      "\(place): \(meaning(field))\(part == .value ? "" : ", \(part.rawValue)") "
        + "\(Self.words(comparison)) \(Measure.plain(value))"
    case .word(let field, let word): "\(place): \(meaning(field)) \(word)"
    case .touches(let field, let region):
      "\(place): \(meaning(field)) \(Self.spaced(region.rawValue)) or a part of it"
    }
  }

  private func asked(_ id: ID<Question>) -> String {
    "\"\(questions[id]?.prompt ?? id.rawValue)\":"
  }

  private func label(_ option: ID<Option>, of id: ID<Question>) -> String {
    guard case .choice(let options, _)? = questions[id]?.kind else { return option.rawValue }
    return options.first { $0.id == option }?.label ?? option.rawValue
  }

  /// Several options of one question in one breath; `nil` where the parts are something else.
  private func alternatives(_ parts: [Condition]) -> String? {
    var labels: [String] = []
    var asks: Set<ID<Question>> = []
    for part in parts {
      guard case .includes(let id, let option) = part else { return nil }
      asks.insert(id)
      labels.append(label(option, of: id))
    }
    guard let id = asks.first, asks.count == 1, labels.count > 1 else { return nil }
    return "\(asked(id)) any of: \(labels.joined(separator: "; "))"
  }

  static func spaced(_ id: String) -> String {
    id.split(separator: "_").joined(separator: " ")
  }

  static func text(_ answer: Answer) -> String {
    switch answer {
    case .yesNo(let value): value ? "yes" : "no"
    case .number(let value): Measure.plain(value)
    case .bloodPressure(let pressure): pressure.description
    case .choices(let picked): picked.map(\.rawValue).joined(separator: ", ")
    case .text(let text): text
    case .date(let date): date.description
    case .regions(let sites): sites.map(text).joined(separator: ", ")
    case .rows(let rows):
      rows.map { row in
        row.sorted { $0.key < $1.key }.map { text($0.value) }.joined(separator: ", ")
      }.joined(separator: "; ")
    case .absent(let absence): absence.rawValue
    }
  }

  private static func text(_ site: Site) -> String {
    (site.side.map { "\($0.rawValue) " } ?? "") + site.region.rawValue
  }

  private func joined(_ parts: [Condition], _ word: String) -> String {
    parts.map { part in
      switch part {
      case .all, .any, .count: "(\(text(part)))"
      default: text(part)
      }
    }.joined(separator: " \(word) ")
  }

  private static func words(_ comparison: Comparison) -> String {
    switch comparison {
    case .below: "below"
    case .atMost: "at most"
    case .equal: "exactly"
    case .atLeast: "at least"
    case .above: "above"
    }
  }

  static func span(_ range: ClosedRange<Double>) -> String {
    "\(Measure.plain(range.lowerBound)) to \(Measure.plain(range.upperBound))"
  }
}
