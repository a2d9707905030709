/// What trials say about a technique for one condition, negative findings included.
public struct Evidence: Hashable, Sendable, Codable {
  /// The condition as the field names it: "neck pain".
  public var condition: String
  public var certainty: Certainty
  public var direction: Direction
  /// Own words, one or two sentences, cautious.
  public var summary: String
  public var citations: [Citation]

  /// Certainty of the estimate in the words of GRADE; says nothing about safety.
  public enum Certainty: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case high, moderate, low
    case veryLow = "very_low"
    case none

    /// The less certain is less.
    public static func < (left: Self, right: Self) -> Bool {
      let order = Array(allCases.reversed())
      return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
    }
  }

  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
    case favours
    case noDifference = "no_difference"
    case mixed, against
    case notStudied = "not_studied"
    /// Studied, but the source does not say which way.
    case unclear
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
public struct Aftercare: Hashable, Sendable {
  /// What often follows and passes by itself.
  public var expect: [String]
  public var advice: [String]
  /// When to call for help.
  public var seekHelp: [String]
  /// What was reported and is rare; for the talk before the client agrees.
  public var reported: [Harm]

  /// An unwanted effect that somebody reported.
  public struct Harm: Hashable, Sendable, Codable {
    public var what: String
    public let citation: Citation

    public init(_ what: String, _ citation: Citation) {
      self.what = what
      self.citation = citation
    }
  }

  public init(
    expect: [String], advice: [String], seekHelp: [String], reported: [Harm] = []
  ) {
    self.reported = reported
    self.expect = expect
    self.advice = advice
    self.seekHelp = seekHelp
  }

  public static let none = Aftercare(expect: [], advice: [], seekHelp: [])

  /// Every sentence, in the order of printing.
  public var lines: [String] { expect + advice + seekHelp + reported.map(\.what) }
}
