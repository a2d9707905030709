import ClinicCore
import TechniqueKit

extension LinePlot {
  /// The plot of a series.
  ///
  /// - Parameters:
  ///   - runs: its days, divided where they may not be compared.
  ///   - goal: in the unit of the metric.
  public init(_ series: MeasuredSeries, runs: [[MeasuredDay]], goal: Double? = nil) {
    let metric = series.metric
    self.init(
      runs: runs.map { $0.map(Point.init) }, range: metric.range, isScale: metric.unit.isEmpty,
      isWhole: metric.isWhole, unit: metric.unit, better: metric.direction,
      reference: Reference(series), goal: goal)
  }
}

extension LinePlot.Point {
  init(_ day: MeasuredDay) {
    self.init(
      day.date, before: day.before?.value, after: day.after?.value, apart: day.apart?.value)
  }
}

extension LinePlot.Reference {
  /// `nil` when the first score is of another version, which no threshold is known for.
  init?(_ series: MeasuredSeries) {
    let metric = series.metric
    guard let first = series.baseline.compared, first.version == metric.version,
      let value = first.value
    else { return nil }
    let verdict = ChangeVerdict(metric, from: value, to: value)
    func needed(_ kind: OutcomeMetric.Threshold.Kind) -> Double? {
      verdict.threshold(kind)?.points(from: value)
    }
    let (noise, matters) = (needed(.minimalDetectable), needed(.minimalImportant))
    guard noise != nil || matters != nil else { return nil }
    self.init(value, on: series.baseline.date, noise: noise, matters: matters)
  }
}

extension OutcomeMetric.Threshold {
  /// The smallest change from a first value that reaches the threshold: its points, or its share of
  /// the first value where that is less. `nil` when that is none.
  fileprivate func points(from first: Double) -> Double? {
    let share = orShareOfBaseline.map { $0 * abs(first) }
    return [change, share].compactMap(\.self).min().flatMap { $0 > 0 ? $0 : nil }
  }
}

extension MeasuredSeries {
  /// The days in runs of one version of the instrument, which may be compared with each other.
  public var runs: [[MeasuredDay]] {
    days.reduce(into: []) { runs, day in
      if let last = runs.last?.last, last.compared?.version == day.compared?.version {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
  }
}
