import TechniqueKit

/// How one score went in a period: the first value, the last one, and what may be said of them.
public struct ScoreCourse: Hashable, Sendable {
  public let series: MeasuredSeries
  public let first: Goal.Score
  public let last: Goal.Score
  public let comparison: Comparison
  /// What sessions did on average; `nil` when none has a value both before and after it.
  public let within: WithinSessions?

  public enum Comparison: Hashable, Sendable {
    /// There is one day only.
    case single
    /// They are of different versions of the instrument, which are never compared.
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

  /// Means over the sessions with a value both before and after, to one decimal.
  public struct WithinSessions: Hashable, Sendable {
    public let before: Double
    public let after: Double
    public let sessions: Int
  }

  public var metric: OutcomeMetric { series.metric }

  /// - Parameter series: within the period.
  public init?(_ series: MeasuredSeries) {
    let (days, from, to) = (series.days, series.baseline, series.latest)
    guard let first = from.compared, let last = to.compared, let start = first.value,
      let end = last.value
    else { return nil }
    self.series = series
    self.first = Goal.Score(value: start, on: from.date)
    self.last = Goal.Score(value: end, on: to.date)
    if days.count == 1 {
      comparison = .single
    } else if let change = ChangeVerdict(series.metric, from: first, to: last) {
      comparison = .change(change)
    } else {
      comparison = .otherVersion
    }
    within = WithinSessions(days, version: series.metric.version)
  }

  /// What is said of it to somebody who knows scores, with populations and sources.
  public var sentence: String {
    switch comparison {
    case .single: "Measured on one day; no change can be told."
    case .otherVersion: "Scores of different versions of an instrument are not compared."
    case .change(let change): change.sentence
    }
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
