import TechniqueKit

/// A condition as a clinician reads it.
enum ConditionWords {
  static func text(_ condition: Condition) -> String {
    switch condition {
    case .always: "always"
    case .isYes(let id): "`\(id)` is yes"
    case .isNo(let id): "`\(id)` is no"
    case .number(let id, let comparison, let value):
      "`\(id)` is \(words(comparison)) \(Measure.plain(value))"
    case .risen(let id, let amount): "`\(id)` rose by \(Measure.plain(amount)) or more"
    case .includes(let id, let option): "`\(id)` includes `\(option)`"
    case .touches(let id, let region): "`\(id)` names `\(region)` or a part of it"
    case .someRow(let id, .always): "`\(id)` names something"
    case .someRow(let id, let part): "some row of `\(id)` has: \(text(part))"
    case .age(let comparison, let years): "the age is \(words(comparison)) \(years)"
    case .sex(let sex): "the sex is \(sex.rawValue)"
    case .treated(let technique): "the last visit was one with `\(technique)`"
    case .all(let parts): joined(parts, "and")
    case .any(let parts): joined(parts, "or")
    case .not(let part): "not (\(text(part)))"
    case .count(let atLeast, let parts):
      "at least \(atLeast) of: \(parts.map(text).joined(separator: "; "))"
    }
  }

  static func text(_ answer: Answer) -> String {
    switch answer {
    case .yesNo(let value): value ? "yes" : "no"
    case .number(let value): Measure.plain(value)
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

  private static func joined(_ parts: [Condition], _ word: String) -> String {
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
