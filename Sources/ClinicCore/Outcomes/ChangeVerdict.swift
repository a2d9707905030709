import ClinicalContent
import TechniqueKit

/// Whether a change is more than noise, and whether it is one that matters to people.
///
/// It is held against what was found in people who come with the same as the client. Where nothing
/// is known of them, the value that asks for most is taken and said.
///
/// ```swift
/// ChangeVerdict(Instruments.painNow, from: 7, to: 4).sentence(since: "the first value")
/// ```
public struct ChangeVerdict: Hashable, Sendable {
  public let metric: OutcomeMetric
  public let from: Double
  public let to: Double
  /// What the client comes with; empty where that is not known.
  public let conditions: [HealthCondition]

  /// - Parameters:
  ///   - from: the first value, in the range of the metric.
  ///   - to: the value now.
  public init(
    _ metric: OutcomeMetric, from: Double, to: Double, in conditions: [HealthCondition] = []
  ) {
    self.metric = metric
    self.from = from
    self.to = to
    self.conditions = conditions
  }

  /// The change between two scores of a client.
  ///
  /// - Returns: `nil` when one of them has no value, or when they are not comparable.
  public init?(
    _ metric: OutcomeMetric, from first: Measurement, to last: Measurement,
    in conditions: [HealthCondition] = []
  ) {
    guard let from = first.value, let to = last.value, last.isComparable(with: first, of: metric)
    else { return nil }
    self.init(metric, from: from, to: to, in: conditions)
  }

  public enum Course: String, Hashable, Sendable {
    case better, worse, unchanged
  }

  public var course: Course {
    if to == from { return .unchanged }
    return (to < from) == (metric.direction == .lowerIsBetter) ? .better : .worse
  }

  /// Percent of the first value by which it got better; negative when it got worse, `nil` when the
  /// first value is zero.
  public var percent: Double? {
    guard from != 0 else { return nil }
    let drop = (from - to) / abs(from) * 100
    return metric.direction == .lowerIsBetter ? drop : -drop
  }
}

extension ChangeVerdict {
  /// The threshold that the change is held against: of those found in people who come with the same,
  /// or else of all, the one that asks for most; `nil` when the metric states none that holds for
  /// the first value.
  public func threshold(_ kind: OutcomeMetric.Threshold.Kind) -> OutcomeMetric.Threshold? {
    let known = metric.thresholds.filter {
      $0.kind == kind && ($0.baseline?.contains(from) ?? true)
    }
    let own = known.filter { speaksOfClient($0.condition) }
    return (own.isEmpty ? known : own).max { needed($0) < needed($1) }
  }

  /// Whether the change reaches the threshold; `nil` when the metric states none.
  public func reaches(_ kind: OutcomeMetric.Threshold.Kind) -> Bool? {
    threshold(kind).map(reaches)
  }

  func reaches(_ threshold: OutcomeMetric.Threshold) -> Bool {
    abs(to - from) >= needed(threshold) - 1e-9
  }

  /// The smallest change that reaches the threshold, in the unit of the metric: its points, or its
  /// share of the first value where that is less.
  public func needed(_ threshold: OutcomeMetric.Threshold) -> Double {
    let share = threshold.orShareOfBaseline.map { $0 * abs(from) } ?? .infinity
    return min(threshold.change ?? .infinity, share)
  }

  /// Whether a study speaks of people who come with the same as the client.
  func speaksOfClient(_ condition: String?) -> Bool {
    condition.map { name in conditions.contains { $0.isCalled(name) } } ?? false
  }

  /// The change in units of its own error (Jacobson & Truax 1991): above 1.96, or below -1.96, it is
  /// noise in fewer than 5 of 100.
  public struct ReliableChange: Hashable, Sendable {
    /// Above zero where the value rose, whichever way is better.
    public let index: Double
    public let error: OutcomeMetric.StandardError

    public var isReliable: Bool { abs(index) > 1.96 }
  }

  /// By the error found in people who come with the same, or else by the largest; `nil` where no
  /// study of it is known.
  public var reliableChange: ReliableChange? {
    let own = metric.standardErrors.filter { speaksOfClient($0.condition) }
    let error = (own.isEmpty ? metric.standardErrors : own).max { $0.value < $1.value }
    return error.map { error in
      ReliableChange(
        index: MeasurementError(standardError: error.value).reliableChange(from: from, to: to),
        error: error)
    }
  }
}
