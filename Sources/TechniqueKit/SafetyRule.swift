/// How far a safety rule goes, mildest first.
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Information only.
  case note
  /// A forced change of pressure, position or length.
  case adapt
  /// The region leaves the site picker.
  case avoid
  /// Blocked until a clinician's clearance is recorded.
  case clearance
  /// None of the named techniques until a clinician's resolution is recorded.
  case stop
  /// No session; call for help. Cannot be overridden.
  case emergency

  /// Whether a session may not start while the rule stands unsettled.
  public var blocks: Bool { self >= .clearance }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .adapt: 1
    case .avoid: 2
    case .clearance: 3
    case .stop: 4
    case .emergency: 5
    }
  }
}

/// When something about a client calls for care, and what follows from it.
public struct SafetyRule: Hashable, Sendable, Renamable {
  public let id: ID<SafetyRule>
  /// Short name shown at the right of a verdict: `C1`.
  public let code: String
  /// What was found, in a few words: "Fever today".
  public var title: String
  public var when: Condition
  public var severity: Severity
  /// What follows while the answer is missing. Never milder than `severity` for one that blocks.
  public var severityWhenUnknown: Severity
  public var techniques: TechniqueScope
  public var regions: RegionScope
  public var change: ForcedChange
  /// What the therapist should do.
  public var advice: String
  /// What to say to the client.
  public var clientWording: String
  public var citations: [Citation]
  public var aliases: [ID<SafetyRule>] = []

  public init(
    _ id: ID<SafetyRule>, code: String, _ title: String, when: Condition, _ severity: Severity,
    whenUnknown: Severity? = nil, techniques: TechniqueScope = .own, regions: RegionScope = .none,
    change: ForcedChange = .none, advice: String, client: String, citations: [Citation]
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.when = when
    self.severity = severity
    self.severityWhenUnknown = whenUnknown ?? severity
    self.techniques = techniques
    self.regions = regions
    self.change = change
    self.advice = advice
    self.clientWording = client
    self.citations = citations
  }
}

/// Which techniques a rule speaks of.
public enum TechniqueScope: String, Hashable, Sendable, Codable {
  /// The technique whose module states the rule; every technique when the general screening does.
  case own
  case every
}

/// Which part of the body a rule closes or protects.
public enum RegionScope: Hashable, Sendable {
  /// No particular part.
  case none
  case fixed([ID<Region>])
  /// The regions that the client named in answer to a question; of a group those
  /// of the rows that the rule speaks of.
  case answered(ID<Question>)
}

/// What a rule changes about a session.
public struct ForcedChange: Hashable, Sendable {
  /// Highest pressure grade allowed.
  public let pressureCap: PressureGrade?
  public let positionsExcluded: [Position]
  /// Longest session in minutes.
  public let longestMinutes: Int?

  public init(
    pressureCap: PressureGrade? = nil, positionsExcluded: [Position] = [],
    longestMinutes: Int? = nil
  ) {
    self.pressureCap = pressureCap
    self.positionsExcluded = positionsExcluded
    self.longestMinutes = longestMinutes
  }

  public static let none = ForcedChange()
}

/// Pressure from 1, skin contact only, to 5, the deepest.
public enum PressureGrade: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case contact = 1
  case light, medium, firm, deep

  public static func < (left: PressureGrade, right: PressureGrade) -> Bool {
    left.rawValue < right.rawValue
  }
}

public enum Position: String, Hashable, Sendable, Codable, CaseIterable {
  case supine, prone
  case sideLying = "side_lying"
  case seated, standing
}
