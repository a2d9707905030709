import TechniqueKit

/// The answers of one completed intake.
public struct IntakeRecord: Hashable, Sendable, Codable {
  public let answers: [ID<Question>: RecordedAnswer]

  public init(answers: [ID<Question>: RecordedAnswer]) { self.answers = answers }
}

/// An answer with the moment it was given and how it came about.
public struct RecordedAnswer: Hashable, Sendable {
  public let answer: Answer
  public let at: Instant
  /// When an earlier answer was let stand instead of being given anew: the moment of that one.
  public let carriedFrom: Instant?
  /// Words that were added to it.
  public let remark: String?

  public init(
    _ answer: Answer, at: Instant, carriedFrom: Instant? = nil, remark: String? = nil
  ) {
    self.answer = answer
    self.at = at
    self.carriedFrom = carriedFrom
    self.remark = remark
  }
}

/// A therapist has read an emergency verdict and says what was done. It settles nothing.
public struct Acknowledgement: Hashable, Sendable, Codable {
  public let rules: [ID<SafetyRule>]
  public let action: String

  public init(rules: [ID<SafetyRule>], action: String) {
    self.rules = rules
    self.action = action
  }
}

/// A clinician's word that a blocking rule does not stand in the way for a while: for what the rule read
/// then, until a date.
public struct Clearance: Hashable, Sendable, Codable {
  public internal(set) var rule: ID<SafetyRule>
  public let clearedBy: String
  public let credential: String
  public let clearedOn: CalendarDate
  public let scope: String
  /// Last day on which it counts.
  public let expires: CalendarDate
  /// The day on which it was written down.
  public let recordedOn: CalendarDate?
  /// What the rule read when it was given: this it settles, and nothing new. `nil` in one that was
  /// written down before it was kept.
  public internal(set) var settles: [Match]?

  public init(
    rule: ID<SafetyRule>, clearedBy: String, credential: String, clearedOn: CalendarDate,
    scope: String, expires: CalendarDate, recordedOn: CalendarDate? = nil,
    settles: Set<Match>? = nil
  ) {
    self.recordedOn = recordedOn
    // Equal clearances have equal bytes.
    self.settles = settles?.sorted { $0.order < $1.order }
    self.rule = rule
    self.clearedBy = clearedBy
    self.credential = credential
    self.clearedOn = clearedOn
    self.scope = scope
    self.expires = expires
  }
}

extension Match {
  fileprivate var order: String {
    String(decoding: (try? Payload.encode(self)) ?? .init(), as: UTF8.self)
  }
}

/// A visit on which, because of the verdict, no treatment was given.
public struct NotTreated: Hashable, Sendable, Codable {
  /// Codes and titles of the rules that stood in the way.
  public let reasons: [String]

  public init(reasons: [String]) { self.reasons = reasons }
}

/// The therapist's name under one visit. Afterwards the visit takes addenda only.
public struct Signature: Hashable, Sendable, Codable {
  public let visit: ID<Entry>
  public let signer: Author

  public init(visit: ID<Entry>, signer: Author) {
    self.visit = visit
    self.signer = signer
  }
}

/// Words added to a signed visit.
public struct Addendum: Hashable, Sendable, Codable {
  public let visit: ID<Entry>
  public let text: String

  public init(visit: ID<Entry>, text: String) {
    self.visit = visit
    self.text = text
  }
}

/// One value of one outcome metric.
public struct Measurement: Hashable, Sendable, Codable {
  public internal(set) var metric: ID<OutcomeMetric>
  /// Of the instrument; values of different versions are never compared.
  public let version: String
  public let occasion: Occasion
  public let at: Instant
  /// In the unit and range of the metric; `nil` when too little was answered for a score.
  public let value: Double?
  /// The parts of the score, for metrics that have them.
  public let items: [Item]
  /// Where it was answered.
  public let mode: Mode
  /// Of what exists on the left and on the right; `nil` where it was not said, or has no side.
  public let side: Side?
  /// How the numbers were taken, of a metric that is compared only where they were taken alike.
  public let manner: Manner?
  /// The last day of the period of a diary that it was made of: it names the period, whatever the time
  /// zone. A later score of the same period takes its place.
  public let lastDay: CalendarDate?
  /// Who took it in a visit; `nil` where the signer did, or the author of the entry it stands in.
  public internal(set) var by: Author?

  public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    /// Asked in the words of the program.
    case asked
    /// Typed from a paper form.
    case paper
    /// Typed from another program.
    case app
    /// Made of the days of a diary.
    case diary

    /// Those that may be typed.
    public static let typed = [asked, paper, app]
  }

  public enum Occasion: String, Hashable, Sendable, Codable {
    case before, after, apart
  }

  public struct Item: Hashable, Sendable, Codable {
    public let name: String
    public let value: Double

    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  public init(
    metric: ID<OutcomeMetric>, version: String, occasion: Occasion, at: Instant, value: Double?,
    items: [Item] = [], mode: Mode = .asked, side: Side? = nil, manner: Manner? = nil,
    lastDay: CalendarDate? = nil, by author: Author? = nil
  ) {
    by = author
    self.manner = manner
    self.lastDay = lastDay
    self.mode = mode
    self.side = side
    self.metric = metric
    self.version = version
    self.occasion = occasion
    self.at = at
    self.value = value
    self.items = items
  }
}
