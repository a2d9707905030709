import ChartStoreSQLite
import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit

/// A practice with one synthetic client who comes every week, with pain and activities scored before
/// and after each session.
struct SyntheticRegular {
  static let author = Author(name: "Synthetic Lee", credential: "LMT")
  private static let metrics = Instruments.general.filter { ["nprs", "psfs"].contains($0.id) }

  let chart: ID<Chart> = "regular"
  private let path: String

  init(path: String, visits: Int) throws {
    self.path = path
    let store = try SQLiteChartStore(path: path, surroundings: SystemSurroundings())
    _ = try store.found(
      .init(name: "Synthetic Lee", login: "lee"), opening: .keyFile(path + ".key"))
    try store.unlock(.keyFile(path + ".key"))
    let definition = try store.keep(definition: Data("{}".utf8))
    func entry(_ content: Entry.Content, _ at: Instant) -> Entry {
      Entry(
        id: ID(UUID().uuidString.lowercased()), chart: chart, happenedAt: at, recordedAt: at,
        author: Self.author, definition: definition, content: content)
    }
    let begun = SystemSurroundings().now().adding(minutes: -visits * 7 * 1440)
    var entries = [entry(.registered(Identity(name: "Synthetic Regular", born: .epoch)), begun)]
    for place in 0..<visits {
      let at = begun.adding(minutes: place * 7 * 1440)
      let visit = entry(.visit(Self.visit(place, at)), at)
      entries += [
        entry(.intake(IntakeRecord(answers: ["fever": RecordedAnswer(.yesNo(false), at: at)])), at),
        visit, entry(.signature(.init(visit: visit.id, signer: Self.author)), at),
      ]
    }
    try store.commit(entries.map { .appended($0) })
  }

  /// The same practice, opened as a new process would.
  func reopened() throws -> SQLiteChartStore {
    let store = try SQLiteChartStore(path: path, surroundings: SystemSurroundings())
    try store.unlock(.keyFile(path + ".key"))
    return store
  }

  /// What `progress` tells of: the chart, the series of each metric, and what may be said of them.
  func courses(in store: SQLiteChartStore) throws -> [ScoreCourse] {
    let chart = Chart(id: chart, entries: try store.entries(of: chart), in: .utc)
    let visits = chart.visits.map { $0.record.startedAt.date(in: .utc) }
    return Self.metrics.flatMap { chart.measurements.series(of: $0, in: .utc) }.compactMap {
      ScoreCourse($0, in: chart.conditions, visits: visits)
    }
  }

  private static func visit(_ place: Int, _ at: Instant) -> VisitRecord {
    VisitRecord(
      startedAt: at, endedAt: at.adding(minutes: 58),
      templates: [
        .init(id: "t", title: "t", technique: "stone", techniqueName: "Stone", length: 60)
      ], segments: [], minutes: 58, verdict: [], findings: [],
      measurements: [Measurement.Occasion.before, .after].flatMap { occasion in
        metrics.map {
          .init(
            metric: $0.id, version: $0.version, occasion: occasion, at: at,
            value: Double(9 - place * 5 / 200 - (occasion == .after ? 1 : 0)))
        }
      },
      note: [
        .init(section: .subjective, text: String(repeating: "neck better. ", count: 12), at: at)
      ])
  }
}
