/// Answers in; rules, sentences and scores out: a test and a piece of documentation at once.
public struct Example: Hashable, Sendable {
  public let title: String
  public let answers: [ID<Question>: Answer]
  /// Whole years.
  public let age: Int?
  public let sex: Sex?
  /// The techniques of the client's last visit.
  public let lastTechniques: Set<ID<Manifest>>
  /// What was answered before the present answers, for rules about a change.
  public let earlier: [ID<Question>: Answer]
  /// Exactly the rules of this module that these answers and findings raise.
  public let raises: [ID<SafetyRule>]
  /// Shorthand lines with the sentence each becomes in the note; what they find may raise rules.
  public let findings: [String: String]
  /// Shorthand lines of what was found at the client's last visit.
  public let lastFindings: [String]
  /// Scores that follow from items, by the metric's id.
  public let scores: [ID<OutcomeMetric>: Scored]

  /// Values of a metric's items, and the score that they make.
  public struct Scored: Hashable, Sendable, Codable {
    public let items: [String: Double]
    /// `nil` where too few items are given for a score.
    public let score: Double?

    public init(_ items: [String: Double], score: Double?) {
      self.items = items
      self.score = score
    }
  }

  public init(
    _ title: String, answers: [ID<Question>: Answer] = [:], age: Int? = nil,
    sex: Sex? = nil, earlier: [ID<Question>: Answer] = [:],
    lastTechniques: Set<ID<Manifest>> = [],
    raises: [ID<SafetyRule>] = [], findings: [String: String] = [:],
    lastFindings: [String] = [], scores: [ID<OutcomeMetric>: Scored] = [:]
  ) {
    self.title = title
    self.answers = answers
    self.age = age
    self.sex = sex
    self.lastTechniques = lastTechniques
    self.earlier = earlier
    self.raises = raises
    self.findings = findings
    self.lastFindings = lastFindings
    self.scores = scores
  }
}
