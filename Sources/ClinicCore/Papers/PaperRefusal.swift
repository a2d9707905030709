import TechniqueKit

/// Why a letter or a report is not made. One switch words each; none carries client data.
public enum PaperRefusal: Error, Hashable, Sendable {
  case toCome
  case endsBeforeStart
  /// The chart does not say that the client agreed to share.
  case notAgreed(ConsentStatement, ConsentStanding)
  /// The clinic keeps no statement for it, and nobody said whether the client agreed.
  case agreementNotSaid
  /// Somebody said that the client does not agree.
  case clientDoesNotAgree
  /// The chart says whether the client agreed, so nobody says it beside it.
  case agreementIsInChart(ConsentStatement)
}

extension PaperRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .toCome: "a paper tells what was; its last day is a day gone by or today."
    case .endsBeforeStart: "the period ends before it begins. Example: from=1nov until=24nov"
    case .notAgreed(let statement, let standing):
      "no letter without the client's consent to share: \"\(statement.title)\" is "
        + "\(standing.words)."
    case .agreementNotSaid:
      "a letter needs the client's consent to share. Ask, then type: letter consent=yes"
    case .clientDoesNotAgree: "no letter without the client's consent to share."
    case .agreementIsInChart(let statement):
      "consent to share is kept in the chart here. Type: consent give \(statement.id)"
    }
  }

  /// The line that mends it.
  public var hint: String? {
    guard case .notAgreed(let statement, _) = self else { return nil }
    return "Type: consent give \(statement.id)"
  }
}
