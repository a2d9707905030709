import TechniqueKit

/// The scores of one metric, of one side of the body where it has sides, by day: what is looked at
/// over time. A series is never empty.
///
/// ```swift
/// chart.measurements.series(of: pain, in: chart.zone).first?.latest
/// ```
public struct MeasuredSeries: Hashable, Sendable {
  public let metric: OutcomeMetric
  public let side: Side?
  /// Oldest first; each has a value.
  public let days: [MeasuredDay]
  /// The day that a later one is held against at first.
  public let baseline: MeasuredDay
  public let latest: MeasuredDay

  /// - Parameters:
  ///   - measurements: of this metric and this side.
  ///   - zone: in which their days are told.
  /// - Returns: `nil` when none of them has a value.
  public init?(
    _ metric: OutcomeMetric, side: Side? = nil, _ measurements: [Measurement], in zone: ClinicZone
  ) {
    let days = measurements.byDay(in: zone)
    guard let first = days.first, let last = days.last else { return nil }
    self.metric = metric
    self.side = side
    self.days = days
    baseline = first
    latest = last
  }

  /// Stretches of days that may be held against one another, oldest first: where the form changes, a
  /// new one begins.
  public var runs: [[MeasuredDay]] {
    days.reduce(into: []) { runs, day in
      if let before = runs.last?.last?.compared, let now = day.compared,
        now.hasForm(of: before)
      {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
  }

  /// `ppt left`
  public var name: String { metric.name(of: side) }
}

extension [Measurement] {
  /// The series of one metric among them: without a side first, then left, right and both.
  public func series(of metric: OutcomeMetric, in zone: ClinicZone) -> [MeasuredSeries] {
    let own = filter { $0.metric == metric.id }
    guard !own.isEmpty else { return [] }
    return ([nil] + Side.allCases.map(Optional.some)).compactMap { side in
      MeasuredSeries(metric, side: side, own.filter { $0.side == side }, in: zone)
    }
  }
}
