import ClinicCore
import ClinicReports
import ClinicalContent
import TechniqueKit

/// Scores of nobody, as they may come.
enum SampleScores {
  static let start = CalendarDate("2026-01-05") ?? .epoch

  static func metric(_ name: String) -> OutcomeMetric {
    Instruments.general.first { $0.name == name } ?? Instruments.painNow
  }

  static func score(
    _ metric: OutcomeMetric, _ day: Int, _ value: Double, _ occasion: Measurement.Occasion,
    version: String? = nil, side: Side? = nil
  ) -> Measurement {
    .init(
      metric: metric.id, version: version ?? metric.version, occasion: occasion,
      at: Instant(start.adding(days: day), hour: occasion == .after ? 11 : 10, in: .utc),
      value: value,
      side: side)
  }

  /// Before and after each of so many sessions, unevenly spaced, more or less the way of a course.
  static func sessions(
    _ metric: OutcomeMetric, _ count: Int, from first: Double, to last: Double, scatter: Double,
    side: Side? = nil, seed: UInt64 = 3
  ) -> [Measurement] {
    var generator = SeededGenerator(seed: seed)
    var day = 0
    return (0..<count).flatMap { place -> [Measurement] in
      let share = count > 1 ? Double(place) / Double(count - 1) : 0
      func value(_ shift: Double) -> Double {
        let raw =
          first + (last - first) * share + shift * scatter
          + Double.random(in: -scatter...scatter, using: &generator)
        let near = metric.isWhole ? raw.rounded() : (raw * 10).rounded() / 10
        return min(max(near, metric.range.lowerBound), metric.range.upperBound)
      }
      let better = metric.direction == .lowerIsBetter ? -1.0 : 1.0
      let own = [
        score(metric, day, value(0), .before, side: side),
        score(metric, day, value(better), .after, side: side),
      ]
      day += Int.random(in: 2...12, using: &generator)
      return own
    }
  }

  /// The second form of three begins on the fourth day.
  static let otherForms: [Measurement] = {
    let psfs = metric("psfs")
    let other = "psfs of another clinic, 0 to 10 in halves"
    let values: [(Int, Double, String?)] = [
      (0, 3, nil), (14, 4, nil), (28, 4.7, nil), (45, 3.5, other), (60, 5, other),
      (81, 6, nil), (95, 7.3, nil),
    ]
    return values.map { score(psfs, $0, $1, .apart, version: $2) }
  }()

  /// Each kind of course, with what it is called.
  static let all: [(name: String, scores: [Measurement], metric: OutcomeMetric, goal: Double?)] = {
    let (pain, ppt, psfs, groc) = (
      metric("pain"), metric("ppt"), metric("psfs"), metric("groc")
    )
    return [
      ("pain", sessions(pain, 18, from: 7, to: 3, scatter: 1), pain, 3),
      (
        "ppt",
        sessions(ppt, 9, from: 210, to: 300, scatter: 15, side: .left)
          + sessions(ppt, 9, from: 260, to: 250, scatter: 20, side: .right, seed: 4), ppt, nil
      ),
      ("psfs", otherForms, psfs, 8),
      (
        "groc", [-5, -3, 0, 2, 5].enumerated().map { score(groc, $0 * 30, $1, .apart) }, groc, nil
      ),
      ("single", [score(pain, 0, 6, .before)], pain, nil),
      ("equal", (0..<6).map { score(pain, $0 * 400, 4, .before) }, pain, nil),
      ("both", [score(pain, 0, 6, .after), score(pain, 1, 10, .apart)], pain, nil),
    ]
  }()

  static let many = sessions(metric("pain"), 200, from: 8, to: 2, scatter: 2)

  static func report(_ metric: OutcomeMetric, _ scores: [Measurement], goal: Double?)
    -> [ProgressReport.Section]
  {
    scores.series(of: metric, in: .utc).compactMap { ScoreCourse($0) }.map { .init($0, goal: goal) }
  }

  static func report(_ sections: [ProgressReport.Section]) -> ProgressReport {
    ProgressReport(
      client: "Ann Ruiz", writtenOn: CalendarDate("2026-11-24") ?? .epoch, sections: sections)
  }

  /// Every kind of course on one page.
  static let rich = report(all.flatMap { report($0.metric, $0.scores, goal: $0.goal) })
}
