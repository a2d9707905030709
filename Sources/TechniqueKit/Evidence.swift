/// What trials say about a technique for one condition, negative findings included.
public struct Evidence: Hashable, Sendable, Codable {
  /// The condition as the field names it: "neck pain".
  public let condition: String
  public let certainty: Certainty
  public let direction: Direction
  /// Own words, one or two sentences, cautious.
  public let summary: String
  public let citations: [Citation]

  /// Certainty of the estimate in the words of GRADE; says nothing about safety.
  public enum Certainty: String, Hashable, Sendable, Codable, CaseIterable {
    case high, moderate, low, veryLow, none
  }

  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
    case favours, noDifference, mixed, against, notStudied
  }

  public init(
    _ condition: String, _ certainty: Certainty, _ direction: Direction, _ summary: String,
    citations: [Citation]
  ) {
    self.condition = condition
    self.certainty = certainty
    self.direction = direction
    self.summary = summary
    self.citations = citations
  }
}

/// What to hand to the client after a session, in everyday words.
public struct Aftercare: Hashable, Sendable, Codable {
  /// What often follows and passes by itself.
  public let expect: [String]
  public let advice: [String]
  /// When to call for help.
  public let seekHelp: [String]

  public init(expect: [String], advice: [String], seekHelp: [String]) {
    self.expect = expect
    self.advice = advice
    self.seekHelp = seekHelp
  }

  public static let none = Aftercare(expect: [], advice: [], seekHelp: [])
}

/// Answers in, rules out: a test and a piece of documentation at once.
public struct Example: Hashable, Sendable, Codable {
  public let title: String
  public let answers: [ID<Question>: Answer]
  /// Whole years.
  public let age: Int?
  /// Exactly the rules of this module that these answers raise.
  public let raises: [ID<SafetyRule>]
  /// Shorthand lines with the sentence each becomes in the note.
  public let findings: [String: String]

  public init(
    _ title: String, answers: [ID<Question>: Answer] = [:], age: Int? = nil,
    raises: [ID<SafetyRule>] = [], findings: [String: String] = [:]
  ) {
    self.title = title
    self.answers = answers
    self.age = age
    self.raises = raises
    self.findings = findings
  }
}
