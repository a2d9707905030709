import TechniqueKit

/// A rule that came to hold while a session ran, as the record keeps it.
public struct SafetyWarning: Hashable, Sendable, Codable {
  /// The rule; of a consent that is not valid any more, `consent_` with the id of the statement.
  public let rule: ID<SafetyRule>
  public let line: VisitRecord.VerdictLine
  /// What was told: "Blood pressure 215/125", in the words of that moment.
  public let fact: String

  public init(rule: ID<SafetyRule>, line: VisitRecord.VerdictLine, fact: String) {
    self.rule = rule
    self.line = line
    self.fact = fact
  }
}
