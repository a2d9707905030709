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

  /// The change between two scores of a client.
  ///
  /// - Returns: `nil` when one of them has no value, or when they, or the metric, are of different
  ///   versions of the instrument, which are never compared.
  public init?(_ metric: OutcomeMetric, from first: Measurement, to last: Measurement) {
    guard let from = first.value, let to = last.value, first.version == metric.version,
      last.version == metric.version
    else { return nil }
    self.init(metric, from: from, to: to)
  }

  public enum Course: String, Hashable, Sendable {
    case better, worse, unchanged
  }

  public var course: Course {
    if to == from { return .unchanged }
    return (to < from) == (metric.direction == .lowerIsBetter) ? .better : .worse
  }

  /// The threshold of the kind that asks for most, the more cautious where several populations are
  /// known; `nil` when the metric states none that holds for the first value.
  public func threshold(_ kind: OutcomeMetric.Threshold.Kind) -> OutcomeMetric.Threshold? {
    metric.thresholds
      .filter { $0.kind == kind && ($0.baseline?.contains(from) ?? true) }
      .max { needed($0) < needed($1) }
  }

  /// Whether the change reaches the threshold; `nil` when the metric states none.
  public func reaches(_ kind: OutcomeMetric.Threshold.Kind) -> Bool? {
    threshold(kind).map { abs(to - from) >= needed($0) - 1e-9 }
  }

  /// The smallest change that reaches the threshold: its points, or its share of the first value
  /// where that is less.
  private func needed(_ threshold: OutcomeMetric.Threshold) -> Double {
    let share = threshold.orShareOfBaseline.map { $0 * abs(from) } ?? .infinity
    return min(threshold.change ?? .infinity, share)
  }

  /// Percent of the first value by which it got better; negative when it got worse, `nil` when the
  /// first value is zero.
  public var percent: Double? {
    guard from != 0 else { return nil }
    let drop = (from - to) / abs(from) * 100
    return metric.direction == .lowerIsBetter ? drop : -drop
  }

  /// One sentence, with the numbers, populations and sources it rests on.
  public var sentence: String {
    guard course != .unchanged else { return "No change since the first value." }
    let size = abs(to - from).plain
    let share = percent.map { " (\(((abs($0) * 10).rounded() / 10).plain) %)" } ?? ""
    var parts = [
      "\(course == .better ? "Better" : "Worse") by \(size)\(share) since the first value"
    ]
    if let noise = threshold(.minimalDetectable), let beyond = reaches(.minimalDetectable) {
      parts.append(
        (beyond ? "more than" : "not more than")
          + " measuring noise (\(words(noise)), \(noise.population), \(noise.citation))")
    }
    if let matter = threshold(.minimalImportant), let reached = reaches(.minimalImportant) {
      parts.append(
        (reached ? "enough to matter" : "less than what usually matters")
          + " (\(words(matter)), \(matter.population), \(matter.citation))")
    }
    return parts.joined(separator: "; ") + "."
  }

  private func words(_ threshold: OutcomeMetric.Threshold) -> String {
    let share = threshold.orShareOfBaseline.map { "\(($0 * 100).plain) % of the first" }
    return [threshold.change?.plain, share].compactMap(\.self).joined(separator: " or ")
  }
}
