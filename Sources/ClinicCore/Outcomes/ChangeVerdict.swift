import TechniqueKit

/// Whether a change is more than noise, and whether it is one that matters to people.
public struct ChangeVerdict: Hashable, Sendable {
  public let metric: OutcomeMetric
  public let from: Double
  public let to: Double

  /// - Parameters:
  ///   - from: the first value, in the range of the metric.
  ///   - to: the value now.
  public init(_ metric: OutcomeMetric, from: Double, to: Double) {
    self.metric = metric
    self.from = from
    self.to = to
  }

  public enum Course: String, Hashable, Sendable {
    case better, worse, unchanged
  }

  public var course: Course {
    if to == from { return .unchanged }
    return (to < from) == (metric.direction == .lowerIsBetter) ? .better : .worse
  }

  /// The largest threshold of the kind that applies, the more cautious where several populations
  /// are known; `nil` when the metric states none.
  public func threshold(_ kind: OutcomeMetric.Threshold.Kind) -> OutcomeMetric.Threshold? {
    metric.thresholds.filter { $0.kind == kind }.max { $0.change < $1.change }
  }

  /// Whether the change reaches the threshold; `nil` when the metric states none.
  public func reaches(_ kind: OutcomeMetric.Threshold.Kind) -> Bool? {
    threshold(kind).map { abs(to - from) >= $0.change }
  }

  /// One sentence, with the numbers, populations and sources it rests on.
  public var sentence: String {
    guard course != .unchanged else { return "No change since the first value." }
    let size = abs(to - from).plain
    var parts = ["\(course == .better ? "Better" : "Worse") by \(size) since the first value"]
    if let noise = threshold(.minimalDetectable), let beyond = reaches(.minimalDetectable) {
      parts.append(
        (beyond ? "more than" : "not more than")
          + " measuring noise (\(noise.change.plain), \(noise.population), \(noise.citation))")
    }
    if let matter = threshold(.minimalImportant), let reached = reaches(.minimalImportant) {
      parts.append(
        (reached ? "enough to matter" : "less than what usually matters")
          + " (\(matter.change.plain), \(matter.population), \(matter.citation))")
    }
    return parts.joined(separator: "; ") + "."
  }
}
