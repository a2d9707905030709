import TechniqueKit

extension ScoreCourse {
  /// The values that are within measuring noise of the first one, in the range of the metric; `nil`
  /// where no noise is known, or nothing is comparable.
  public var noise: ClosedRange<Double>? {
    guard let needed = needed(.minimalDetectable) else { return nil }
    let range = metric.range
    return max(range.lowerBound, first.value - needed)...min(range.upperBound, first.value + needed)
  }

  /// The value from which on a change for the better matters to people; `nil` where none is known, or
  /// it lies beyond the range.
  public var matters: Double? {
    guard let needed = needed(.minimalImportant) else { return nil }
    let value = first.value + (metric.direction == .lowerIsBetter ? -needed : needed)
    return metric.range.contains(value) ? value : nil
  }

  /// The smallest change from the first value that reaches the threshold, in the unit of the metric;
  /// `nil` where none is known that is more than zero, or the last score is not judged.
  public func needed(_ kind: OutcomeMetric.Threshold.Kind) -> Double? {
    guard comparison != .otherVersion, series.latest.compared?.version == metric.version else {
      return nil
    }
    let change = ChangeVerdict(metric, from: first.value, to: last.value, in: conditions)
    return change.threshold(kind).map(change.needed).flatMap { $0 > 0 ? $0 : nil }
  }
}
