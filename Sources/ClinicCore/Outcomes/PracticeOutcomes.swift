import TechniqueKit

/// What a store tells of all charts together: plain columns, from which the clinic's own results are
/// counted. No chart is opened, and no name or answer is handed out.
public protocol PracticeOutcomes: AnyObject {
  /// The columns of one period, read at one moment.
  func outcomes(_ wanted: OutcomeQuery) throws -> OutcomeColumns
  /// Whether anything was ever chosen that is none of these.
  func hasChoices(besides known: [CountedChoice]) throws -> Bool
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
  /// How often their options were chosen in the period.
  public let questions: [CountedQuestion]

  public init(
    from start: Instant, to end: Instant, techniques: [ID<Manifest>],
    conditions: [CountedChoice], questions: [CountedQuestion]
  ) {
    self.start = start
    self.end = end
    self.techniques = techniques
    self.conditions = conditions
    self.questions = questions
  }
}

/// The columns of one period.
public struct OutcomeColumns: Hashable, Sendable {
  /// Those that were asked for.
  public var techniques: [ID<Manifest>] = []
  /// In the order of the charts.
  public var treatments: [Treatment] = []
  public var series: [Series] = []
  /// In the order of the charts.
  public var courses: [ScoreCourse] = []
  public var conditions: [Condition] = []
  /// How often a choice was made, under the present id of its question; one that never was is left
  /// out.
  public var choices: [CountedChoice: Int] = [:]

  public init() {}

  /// The signed visits of one chart with one technique.
  public struct Treatment: Hashable, Sendable {
    /// Its number. Here and below it tells charts apart, and nothing else.
    public let chart: Int
    /// Its place among the techniques of the columns.
    public let technique: Int
    public let visits: Int

    public init(chart: Int, technique: Int, visits: Int) {
      self.chart = chart
      self.technique = technique
      self.visits = visits
    }
  }

  /// The charts that come with one condition.
  public struct Condition: Hashable, Sendable {
    public let condition: CountedChoice
    public var charts: [Int]

    public init(_ condition: CountedChoice, charts: [Int] = []) {
      self.condition = condition
      self.charts = charts
    }
  }

  /// What the scores of a course have in common, and no scores of another course do.
  public struct Series: Hashable, Sendable {
    public let metric: ID<OutcomeMetric>
    /// Of the instrument.
    public let version: String
    /// `Measurement.basis`: left and right are two courses.
    public let basis: String

    public init(_ metric: ID<OutcomeMetric>, version: String, basis: String = "") {
      self.metric = metric
      self.version = version
      self.basis = basis
    }
  }

  /// The first and the last value of one series in one chart. What was scored after a session is
  /// left out: it tells of the session, not of the course.
  public struct ScoreCourse: Hashable, Sendable {
    public let chart: Int
    /// Its place among the series of the columns: there are many courses and few series.
    public let series: Int
    public private(set) var first: Double
    public let firstAt: Instant
    public private(set) var last: Double
    public private(set) var lastAt: Instant

    public init(
      chart: Int, series: Int, first: Double, firstAt: Instant, last: Double, lastAt: Instant
    ) {
      self.chart = chart
      self.series = series
      self.first = first
      self.firstAt = firstAt
      self.last = last
      self.lastAt = lastAt
    }

    /// Of one score.
    public init(chart: Int, series: Int, first: Double, at firstAt: Instant) {
      self.init(
        chart: chart, series: series, first: first, firstAt: firstAt, last: first, lastAt: firstAt)
    }

    /// Takes in a score that is not earlier than those before. One of the same moment corrects it.
    public mutating func add(_ value: Double, at: Instant) {
      if at == firstAt { first = value }
      if at >= lastAt { (last, lastAt) = (value, at) }
    }
  }
}
