import TechniqueKit

/// What a store tells of all charts together: plain columns, from which the clinic's own results are
/// counted. No chart is opened, and no name or answer is handed out.
public protocol PracticeOutcomes: AnyObject {
  /// The columns of one period, read at one moment.
  func outcomes(_ wanted: OutcomeQuery) throws -> OutcomeColumns
}

/// Which columns are read. The store keeps techniques and choices as marks that it cannot read back,
/// so they are named here.
public struct OutcomeQuery: Hashable, Sendable {
  /// From here on.
  public let start: Instant
  /// Not included.
  public let end: Instant
  /// Every id of each technique, former ones too.
  public let techniques: [ID<Manifest>]
  /// Of the question on what the client comes with: its last answer up to the end counts.
  public let conditions: [CountedChoice]
  /// How often they were chosen in the period.
  public let choices: [CountedChoice]

  public init(
    from start: Instant, to end: Instant, techniques: [ID<Manifest>],
    conditions: [CountedChoice], choices: [CountedChoice]
  ) {
    self.start = start
    self.end = end
    self.techniques = techniques
    self.conditions = conditions
    self.choices = choices
  }
}

/// The columns of one period.
public struct OutcomeColumns: Hashable, Sendable {
  public var treatments: [Treatment] = []
  public var courses: [ScoreCourse] = []
  /// What each chart comes with, one row for each condition.
  public var conditions: [Condition] = []
  /// How often a choice was made; one that never was is left out.
  public var choices: [CountedChoice: Int] = [:]

  public init() {}

  /// How many signed visits of a chart there were with one technique.
  public struct Treatment: Hashable, Sendable {
    public let chart: ID<Chart>
    public let technique: ID<Manifest>
    public let visits: Int

    public init(chart: ID<Chart>, technique: ID<Manifest>, visits: Int) {
      self.chart = chart
      self.technique = technique
      self.visits = visits
    }
  }

  public struct Condition: Hashable, Sendable {
    public let chart: ID<Chart>
    public let condition: CountedChoice

    public init(chart: ID<Chart>, condition: CountedChoice) {
      self.chart = chart
      self.condition = condition
    }
  }

  /// The first and the last value of one metric in one chart, by one version of the instrument. What
  /// was scored after a session is left out: it tells of the session, not of the course.
  public struct ScoreCourse: Hashable, Sendable {
    public let chart: ID<Chart>
    public let metric: ID<OutcomeMetric>
    public let version: String
    public let first: Double
    public let firstAt: Instant
    public let last: Double
    public let lastAt: Instant

    public init(
      chart: ID<Chart>, metric: ID<OutcomeMetric>, version: String, first: Double,
      firstAt: Instant, last: Double, lastAt: Instant
    ) {
      self.chart = chart
      self.metric = metric
      self.version = version
      self.first = first
      self.firstAt = firstAt
      self.last = last
      self.lastAt = lastAt
    }

    /// Whether it was measured on a later day than the first.
    public var wasMeasuredAgain: Bool { !firstAt.isSameDay(as: lastAt) }
  }
}
