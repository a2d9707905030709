import TechniqueKit

/// Why the clinic's results are not counted. One switch words each.
public enum ResultRefusal: Error, Hashable, Sendable {
  case noSuchTechnique(String, known: [String], suggestion: String?)
  case periodReversed(from: CalendarDate, until: CalendarDate)
  case periodToCome
}

extension ResultRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchTechnique(let typed, let known, let suggestion):
      "there is no enabled technique \"\(typed)\". "
        + (suggestion.map { "Did you mean \($0)? " } ?? "")
        + "Enabled: \(known.joined(separator: ", "))."
    case .periodReversed(let first, let last):
      "the period begins on \(DateWords.full(first)), after its end on \(DateWords.full(last))."
    case .periodToCome: "the period has not begun yet; from= is a day gone by or today."
    }
  }
}
