import ClinicalContent
import TechniqueKit

/// How one score went: the first value, the one before, the last one, and what may be said of them.
public struct ScoreCourse: Hashable, Sendable {
  public let series: MeasuredSeries
  /// What the client comes with; thresholds found in such people are used before others.
  public let conditions: [HealthCondition]
  /// The first one that the last one may be held against; where there is none, the first of all.
  public let first: Goal.Score
  public let last: Goal.Score
  public let comparison: Comparison
  /// The change since the day before the last one; `nil` where that is the first one, or another form.
  public let step: Step?
  /// What sessions did on average; `nil` when none has a value both before and after it.
  public let within: WithinSessions?
  /// Days with a score of a form that the last one is not held against.
  public let notCompared: Int
  /// Signed visits from the first to the last score that have none of it.
  public let visitsWithout: Int

  public enum Comparison: Hashable, Sendable {
    /// There is one day only.
    case single
    /// The others are of different versions of the instrument, which are never compared.
    case otherVersion
    case change(ChangeVerdict)

    /// `better`, `worse`, `unchanged`, `measured once`, `not compared`.
    public var word: String {
      switch self {
      case .single: "measured once"
      case .otherVersion: "not compared"
      case .change(let change): change.course.rawValue
      }
    }
  }

  /// A change since a day other than the first.
  public struct Step: Hashable, Sendable {
    public let since: CalendarDate
    public let change: ChangeVerdict
  }

  /// Means over the sessions with a value both before and after, to one decimal.
  public struct WithinSessions: Hashable, Sendable {
    public let before: Double
    public let after: Double
    public let sessions: Int
  }

  public var metric: OutcomeMetric { series.metric }

  /// - Parameters:
  ///   - series: within the period.
  ///   - conditions: what the client comes with.
  ///   - visits: the days of the client's signed visits.
  public init?(
    _ series: MeasuredSeries, in conditions: [HealthCondition] = [], visits: [CalendarDate] = []
  ) {
    let metric = series.metric
    guard let last = series.latest.score, let measured = series.latest.compared else { return nil }
    let comparable = series.days.filter { day in
      day.compared?.isComparable(with: measured, of: metric) ?? false
    }
    let start = comparable.first ?? series.latest
    func change(since day: MeasuredDay) -> ChangeVerdict? {
      day.compared.flatMap { ChangeVerdict(metric, from: $0, to: measured, in: conditions) }
    }
    self.series = series
    self.conditions = conditions
    self.last = last
    notCompared = series.days.count - max(1, comparable.count)
    if series.days.count == 1 {
      comparison = .single
      first = last
    } else if start.date != series.latest.date, let change = change(since: start) {
      comparison = .change(change)
      first = start.score ?? last
    } else {
      comparison = .otherVersion
      first = series.baseline.score ?? last
    }
    step = comparable.dropFirst().dropLast().last.flatMap { day in
      change(since: day).map { Step(since: day.date, change: $0) }
    }
    within = WithinSessions(series.days, version: metric.version)
    let scored = Set(series.days.map(\.date))
    let (from, to) = (first.on.dayNumber, last.on.dayNumber)
    visitsWithout = Set(visits).subtracting(scored).count {
      from < $0.dayNumber && $0.dayNumber < to
    }
  }
}

extension MeasuredDay {
  fileprivate var score: Goal.Score? {
    compared?.value.map { Goal.Score(value: $0, on: date) }
  }
}

extension ScoreCourse.WithinSessions {
  fileprivate init?(_ days: [MeasuredDay], version: String) {
    let pairs = days.compactMap { day -> (before: Double, after: Double)? in
      guard let before = day.before, let after = day.after, before.version == version,
        after.version == version, let start = before.value, let end = after.value
      else { return nil }
      return (start, end)
    }
    guard !pairs.isEmpty else { return nil }
    func mean(_ values: [Double]) -> Double {
      (values.reduce(0, +) / Double(values.count) * 10).rounded() / 10
    }
    self.init(
      before: mean(pairs.map(\.before)), after: mean(pairs.map(\.after)), sessions: pairs.count)
  }
}
