import ClinicReports
import ClinicalContent
import TechniqueKit

@testable import ClinicCore

/// The results of a clinic that is none.
enum SampleResults {
  static func technique(_ id: ID<Manifest>, _ name: String) -> Manifest {
    Manifest(id: id, name: name, version: .init(1, 0, 0), stability: .draft, summary: "")
  }

  static func group(
    _ technique: Manifest, _ condition: HealthCondition?, _ clients: Int, again: Int,
    seed: UInt64
  ) -> ClinicResults.Group {
    var generator = SeededGenerator(seed: seed)
    let measures = ["pain", "ppt", "odi", "l_dex"].map(SampleScores.metric).map { metric in
      let (low, high) = (metric.range.lowerBound, metric.range.upperBound)
      func value(_ share: ClosedRange<Double>) -> Double {
        (low + Double.random(in: share, using: &generator) * (high - low)).rounded()
      }
      let isLower = metric.direction == .lowerIsBetter
      return MeasuredChange(
        metric, clients: clients,
        pairs: (0..<again).map { _ in
          (first: value(0.3...0.8), last: value(isLower ? 0.1...0.6 : 0.4...0.9))
        }, hasOtherVersions: seed == 2)
    }
    return .init(
      technique: technique, condition: condition, clients: clients, visits: clients * 4,
      measures: measures, measuresNotShown: Int(seed % 2))
  }

  static var report: ResultReport {
    let (stone, reed) = (
      technique("stone", "Hot stone massage"), technique("reed", "Reed therapy of the low back")
    )
    let conditions = HealthConditions.all
    let groups = [
      group(stone, conditions.first, 14, again: 9, seed: 1),
      group(stone, conditions.last, 60, again: 48, seed: 2),
      group(stone, nil, 9, again: 2, seed: 3), group(reed, conditions.last, 6, again: 6, seed: 4),
    ]
    let effects = AfterEffectCount(
      technique: stone, isOffered: true, asked: .exactly(30), followed: .few, effects: [])
    return ResultReport(
      ClinicResults(
        period: ResultPeriod(
          from: SampleScores.start, until: SampleScores.start.adding(days: 300)),
        groups: groups, groupsNotShown: 3, afterEffects: [effects], trials: nil))
  }
}
