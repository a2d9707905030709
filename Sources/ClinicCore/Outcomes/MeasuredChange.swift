import ClinicalContent
import TechniqueKit

/// How the scores of one metric changed in a group: the first value of each client in the period
/// against the last, by the present version of the instrument, scores after a session left out.
public struct MeasuredChange: Hashable, Sendable {
  public let metric: OutcomeMetric
  /// How many clients have a first score.
  public let clients: Int
  /// `nil` where so few were measured on a later day that it is not shown.
  public let change: Change?
  /// Whether other clients were scored with another version, and so are left out.
  public let hasOtherVersions: Bool

  public struct Change: Hashable, Sendable {
    /// How many were measured again.
    public let compared: Int
    /// How many were not: their course is not known, and may be worse.
    public let notMeasuredAgain: Int
    /// Last value less first, in the unit of the metric.
    public let median: Double
    /// A quarter of the changes is below the one and above the other.
    public let quartiles: ClosedRange<Double>
    public let better: Int
    public let unchanged: Int
    public let worse: Int
    /// Who got better by what matters to people; `nil` where no such change is known.
    public let important: Share?
    /// Who got worse by more than measuring noise; `nil` where no noise is known.
    public let worseBeyondNoise: Share?
  }

  /// How many of how many.
  public struct Share: Hashable, Sendable {
    public let count: Int
    /// Those for whose first value a threshold is known; at least one.
    public let total: Int
    /// Each threshold that was held against a change, with its population and source.
    public let thresholds: [OutcomeMetric.Threshold]

    /// 0 to 1.
    public var share: Double { Double(count) / Double(total) }
    /// The 95 % interval of the share, 0 to 1.
    public var interval: ClosedRange<Double> { Statistics.wilson(count, of: total) ?? 0...1 }
  }

  /// - Parameters:
  ///   - condition: what the clients come with; thresholds found in such people go before others.
  ///   - pairs: first and last value of each client who was measured again.
  init(
    _ metric: OutcomeMetric, in condition: HealthCondition? = nil, clients: Int,
    pairs: [(first: Double, last: Double)], hasOtherVersions: Bool
  ) {
    self.metric = metric
    self.clients = clients
    self.hasOtherVersions = hasOtherVersions
    change = pairs.count < ClinicResults.fewest ? nil : Change(metric, condition, clients, pairs)
  }
}

extension MeasuredChange.Change {
  fileprivate init?(
    _ metric: OutcomeMetric, _ condition: HealthCondition?, _ clients: Int,
    _ pairs: [(first: Double, last: Double)]
  ) {
    let changes = pairs.map { $0.last - $0.first }.sorted()
    guard let median = Statistics.quantile(0.5, ofOrdered: changes),
      let lower = Statistics.quantile(0.25, ofOrdered: changes),
      let upper = Statistics.quantile(0.75, ofOrdered: changes)
    else { return nil }
    let verdicts = JudgedPairs(metric, in: condition.map { [$0] } ?? [], pairs)
    compared = pairs.count
    notMeasuredAgain = clients - pairs.count
    self.median = median
    quartiles = lower...upper
    better = verdicts.count { $0.course == .better }
    unchanged = verdicts.count { $0.course == .unchanged }
    worse = verdicts.count { $0.course == .worse }
    important = MeasuredChange.Share(verdicts, .minimalImportant, .better)
    worseBeyondNoise = MeasuredChange.Share(verdicts, .minimalDetectable, .worse)
  }
}

/// The changes of a group, judged once for each pair of values: there are many clients and few pairs.
private struct JudgedPairs {
  private struct Pair: Hashable {
    let first: Double
    let last: Double
  }

  let metric: OutcomeMetric
  private let conditions: [HealthCondition]
  private let verdicts: [(verdict: ChangeVerdict, clients: Int)]

  init(
    _ metric: OutcomeMetric, in conditions: [HealthCondition],
    _ pairs: [(first: Double, last: Double)]
  ) {
    self.metric = metric
    self.conditions = conditions
    verdicts = Dictionary(
      pairs.map { (Pair(first: $0.first, last: $0.last), 1) }, uniquingKeysWith: +
    ).map {
      (
        ChangeVerdict(metric, from: $0.key.first, to: $0.key.last, in: conditions), $0.value
      )
    }
  }

  /// How many clients have a change of which something is true.
  func count(_ isTrue: (ChangeVerdict) -> Bool) -> Int {
    verdicts.reduce(0) { $0 + (isTrue($1.verdict) ? $1.clients : 0) }
  }

  /// The threshold that a change is held against, by its first value: nothing else decides on it.
  func thresholds(_ kind: OutcomeMetric.Threshold.Kind) -> [Double: OutcomeMetric.Threshold] {
    var found: [Double: OutcomeMetric.Threshold] = [:]
    for first in Set(verdicts.map(\.verdict.from)) {
      found[first] =
        ChangeVerdict(metric, from: first, to: first, in: conditions).threshold(kind)
    }
    return found
  }
}

extension MeasuredChange.Share {
  /// How many went that way as far as the threshold; nothing is judged without a source.
  fileprivate init?(
    _ verdicts: JudgedPairs, _ kind: OutcomeMetric.Threshold.Kind, _ course: ChangeVerdict.Course
  ) {
    let used = verdicts.thresholds(kind)
    guard !used.isEmpty else { return nil }
    thresholds = verdicts.metric.thresholds.filter(used.values.contains)
    total = verdicts.count { used[$0.from] != nil }
    count = verdicts.count { verdict in
      verdict.course == course && used[verdict.from].map(verdict.reaches) == true
    }
  }
}

extension MeasuredChange {
  /// What is told of it, one sentence each, a worse outcome as plainly as a better one.
  public var sentences: [String] {
    guard let change else {
      return [
        "\(metric.name): \(clients.of("client")) with a first score; fewer than "
          + "\(ClinicResults.fewest) of them were measured again, so no change is shown."
      ] + versions
    }
    var told = [
      "\(metric.name): \(clients.of("client")) with a first score, \(change.compared) measured again, "
        + "\(change.notMeasuredAgain) not.",
      "Change in the middle: \(words(change.median)); half of them lie from "
        + "\(change.quartiles.lowerBound.signed) to \(change.quartiles.upperBound.signed).",
      "Better: \(change.better). No change: \(change.unchanged). Worse: \(change.worse).",
    ]
    told.append(
      change.important.map { "Better by what matters to people: \(words($0))" }
        ?? "What matters to people is not known for this measure.")
    told.append(
      change.worseBeyondNoise.map { "Worse by more than measuring noise: \(words($0))" }
        ?? "Measuring noise is not known for this measure.")
    return told + versions
  }

  private var versions: [String] {
    hasOtherVersions ? ["Scores of another version of it are left out."] : []
  }

  /// `2 less, which is better`.
  private func words(_ change: Double) -> String {
    if change == 0 { return "none" }
    let isBetter = (change < 0) == (metric.direction == .lowerIsBetter)
    let unit = metric.unit.isEmpty ? "" : " \(metric.unit)"
    return "\(abs(change).plain)\(unit) \(change < 0 ? "less" : "more"), which is "
      + (isBetter ? "better" : "worse")
  }

  /// `8 of 10, 80 % (95 % interval 49 to 94 %). That is: 2 or 30 % of the first (chronic low back
  /// pain, Ostelo 2008).`
  private func words(_ share: Share) -> String {
    "\(share.words) (95 % interval \(share.intervalWords)). That is: "
      + "\(share.thresholds.map(\.words).joined(separator: "; "))."
  }
}

extension MeasuredChange.Share {
  /// `8 of 10, 80 %`
  public var words: String { "\(count) of \(total), \((share * 100).rounded().plain) %" }

  /// `49 to 94 %`
  public var intervalWords: String {
    let (low, high) = (interval.lowerBound * 100, interval.upperBound * 100)
    return "\(low.rounded().plain) to \(high.rounded().plain) %"
  }
}
