import TechniqueKit

/// Why a consent is not written down, or stands in the way of a session. One switch words each; none
/// carries client data.
public enum ConsentError: Error, Hashable, Sendable {
  case notConfigured
  case noSuchStatement(String, known: [String], suggestion: String?)
  case dayToCome
  case guardianNotNamed(below: Int)
  case ageNotKnown
  case nothingToWithdraw(ConsentStanding)
  case missing([MissingConsent])
}

extension ConsentError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notConfigured:
      "the clinic asks for no consent. Add a section consent to config.yaml; the sample there shows "
        + "it."
    case .noSuchStatement(let typed, let known, let suggestion):
      "there is no statement \"\(typed)\". "
        + (suggestion.map { "Did you mean \($0)? " } ?? "")
        + "Known: \(known.joined(separator: ", "))."
    case .dayToCome: "a consent is given on a day gone by or today."
    case .guardianNotNamed(let age):
      "below \(age) a parent or guardian agrees; consent give needs by=\"NAME\"."
    case .ageNotKnown:
      "the birth date is not known, so it is not known who has to agree. Type details born=DATE, or "
        + "name a parent or guardian: by=\"NAME\""
    case .nothingToWithdraw(let standing):
      "there is nothing to withdraw: this consent is \(standing.words)."
    case .missing(let missing):
      "treatment waits for consent: "
        + missing.map { "\"\($0.statement.title)\" is \($0.standing.words)" }
        .joined(separator: "; ") + "."
    }
  }

  /// The line that mends it.
  public var hint: String? {
    guard case .missing(let missing) = self, let first = missing.first else { return nil }
    return "Type: consent give \(first.statement.id)"
  }
}
