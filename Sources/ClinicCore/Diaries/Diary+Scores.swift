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
    case .headache: return Self.headacheScores(days)
    case .sleep: return Self.sleepScores(days)
    }
  }

  /// The strength is the mean of the days with headache; where there was none, it has no mean.
  private static func headacheScores(_ days: [DiaryDay]) -> [Score] {
    let strengths = days.compactMap(\.numbers.first).filter { $0 > 0 }
    let recorded = Double(days.count)
    let ofFourWeeks = Double(Diary.headache.length) / recorded
    let medicine = Double(days.count(where: \.hasMedicine)) * ofFourWeeks
    return [
      Score(
        Instruments.headacheDays, ["days": Double(strengths.count), "recorded": recorded]),
      strengths.mean.map { Score(Instruments.headachePain, $0) },
      Score(Instruments.headacheMedicine, medicine.rounded()),
    ].compactMap(\.self)
  }

  private static func sleepScores(_ nights: [DiaryDay]) -> [Score] {
    let whole = nights.filter { $0.hoursInBed != nil }
    guard let asleep = nights.compactMap(\.numbers.first).mean else { return [] }
    let hours = Score(Instruments.sleepHours, asleep)
    guard whole.count >= Diary.sleep.fewest,
      let ofThose = whole.compactMap(\.numbers.first).mean,
      let inBed = whole.compactMap(\.hoursInBed).mean, inBed > 0
    else { return [hours] }
    return [hours, Score(Instruments.sleepEfficiency, ["asleep": ofThose, "in_bed": inBed])]
  }
}

extension [Double] {
  /// `nil` of none.
  fileprivate var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
