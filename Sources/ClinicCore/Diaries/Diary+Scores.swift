import ClinicalContent
import TechniqueKit

extension Diary {
  /// What one of its scores is made of.
  struct Score: Hashable {
    let metric: OutcomeMetric
    /// The parts of the score, or the score itself under the name of its metric.
    let items: [Measurement.Item]

    fileprivate init(_ metric: OutcomeMetric, _ items: KeyValuePairs<String, Double>) {
      self.metric = metric
      self.items = items.map { .init(name: $0.key, value: $0.value) }
    }

    fileprivate init(_ metric: OutcomeMetric, _ value: Double) {
      self.init(metric, [metric.name: value])
    }
  }

  /// - Parameter days: of one period; none is there twice.
  /// - Returns: none when too few of them are on record.
  func scores(of days: [DiaryDay]) -> [Score] {
    let days = days.filter(\.isOnRecord)
    guard days.count >= fewest else { return [] }
    switch self {
    case .headache: return Self.headacheScores(days.map(\.numbers))
    case .sleep: return Self.sleepScores(days.map(\.numbers))
    }
  }

  /// The strength is the mean of the days with headache; where there was none, it has no mean.
  private static func headacheScores(_ days: [[Double]]) -> [Score] {
    let strengths = days.map { $0[0] }.filter { $0 > 0 }
    let withMedicine = days.count { $0[1] > 0 }
    let recorded = Double(days.count)
    let ofFourWeeks = Double(Diary.headache.length) / recorded
    return [
      Score(
        Instruments.headacheDays, ["days": Double(strengths.count), "recorded": recorded]),
      strengths.mean.map { Score(Instruments.headachePain, $0) },
      Score(Instruments.headacheMedicine, (Double(withMedicine) * ofFourWeeks).rounded()),
    ].compactMap(\.self)
  }

  private static func sleepScores(_ nights: [[Double]]) -> [Score] {
    let whole = nights.filter { $0.count > 1 }
    guard let asleep = nights.map({ $0[0] }).mean else { return [] }
    let hours = Score(Instruments.sleepHours, asleep)
    guard whole.count >= Diary.sleep.fewest, let ofThose = whole.map({ $0[0] }).mean,
      let inBed = whole.map({ $0[1] }).mean, inBed > 0
    else { return [hours] }
    return [hours, Score(Instruments.sleepEfficiency, ["asleep": ofThose, "in_bed": inBed])]
  }
}

extension [Double] {
  /// `nil` of none.
  fileprivate var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
