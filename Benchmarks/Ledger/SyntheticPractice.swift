import ChartStoreSQLite
import ClinicCore
import Foundation
import TechniqueKit

/// A practice of synthetic clients, large enough to measure.
final class SyntheticPractice {
  let store: SQLiteChartStore
  let keyPath: String
  let definition: DefinitionDigest
  private(set) var charts: [ID<Chart>] = []
  private let path: String

  static let author = Author(name: "Synthetic Lee", credential: "LMT")
  static let moment = Instant(milliseconds: 1_795_515_360_000)

  init(_ path: String) throws {
    self.path = path
    keyPath = path + ".key"
    store = try SQLiteChartStore(path: path, surroundings: SystemSurroundings())
    _ = try store.found(
      .init(name: "Synthetic Lee", login: "lee"), opening: .keyFile(keyPath))
    try store.unlock(.keyFile(keyPath))
    definition = try store.keep(definition: Data("{}".utf8))
  }

  /// The same practice, opened as a new process would.
  func reopened() throws -> SQLiteChartStore {
    let other = try SQLiteChartStore(path: path, surroundings: SystemSurroundings())
    try other.unlock(.keyFile(keyPath))
    return other
  }

  func fill(charts count: Int) throws {
    let first = ["Ann", "Ben", "Chloe", "Dee", "Eli", "Fay", "Gus", "Hana", "Ivo", "June"]
    let last = [
      "Ruiz", "Okafor", "Tan", "Marsh", "Novak", "Silva", "Berg", "Kaya", "Moreau", "Ito",
    ]
    for start in stride(from: 0, to: count, by: 1000) {
      let changes = (start..<min(start + 1000, count)).map { place in
        let chart = ID<Chart>(UUID().uuidString.lowercased())
        charts.append(chart)
        let name = "\(first[place % 10]) \(last[place / 10 % 10]) \(place / 100)"
        return Change.appended(
          Self.entry(chart, .registered(Identity(name: name, born: .epoch)), definition))
      }
      try store.commit(changes)
    }
  }

  /// A chart with signed visits as a session leaves them, each with its intake.
  func chartWithVisits(_ count: Int) throws -> ID<Chart> {
    let chart = ID<Chart>(UUID().uuidString.lowercased())
    var changes = [
      Change.appended(
        Self.entry(chart, .registered(Identity(name: "Synthetic Regular")), definition))
    ]
    for _ in 0..<count {
      let visit = Self.entry(chart, .visit(Self.visit), definition)
      changes += [
        .appended(Self.entry(chart, .intake(Self.intake), definition)), .appended(visit),
        .appended(
          Self.entry(chart, .signature(.init(visit: visit.id, signer: Self.author)), definition)),
      ]
    }
    try store.commit(changes)
    return chart
  }

  static func addendum(to chart: ID<Chart>, _ definition: DefinitionDigest) -> Entry {
    entry(
      chart, .addendum(.init(visit: "0", text: String(repeating: "soreness gone ", count: 20))),
      definition)
  }

  /// Author, text, nonce and tag of such an addendum.
  static let sealedAddendumBytes = 400

  private static func entry(
    _ chart: ID<Chart>, _ content: Entry.Content, _ definition: DefinitionDigest
  ) -> Entry {
    Entry(
      id: ID(UUID().uuidString.lowercased()), chart: chart, happenedAt: moment,
      recordedAt: moment, author: author, definition: definition, content: content)
  }

  private static let intake = IntakeRecord(
    answers: Dictionary(
      uniqueKeysWithValues: (0..<12).map {
        (ID<Question>("general_question_\($0)"), RecordedAnswer(.yesNo(false), at: moment))
      }))

  private static let visit: VisitRecord = {
    let line = "upper traps right more than left, medium pressure, light over the forearm"
    return VisitRecord(
      startedAt: moment, endedAt: moment.adding(minutes: 58),
      templates: [
        .init(
          id: "trigger_point_session", title: "trigger points", technique: "trigger_point",
          techniqueName: "Trigger point therapy", length: 60)
      ], segments: (0..<5).map(step), minutes: 58,
      verdict: [.init(severity: .adapt, code: "A5", text: "thin blood")],
      findings: (0..<3).map { _ in
        .init(
          at: moment,
          finding: Finding(kind: "trp", code: "trp", values: ["site": .site(Site("neck"))]),
          sentence: "Trigger point, right upper trapezius, pain 7 to 3, held 90 s.")
      },
      measurements: [.before, .after].map {
        .init(metric: "nprs", version: "1", occasion: $0, at: moment, value: 5)
      },
      note: NoteLine.Section.allCases.map { .init(section: $0, text: line, at: moment) },
      composed: [ComposedLine(.objective, line)])
  }()
  private static func step(_ place: Int) -> VisitRecord.Segment {
    let start = moment.adding(minutes: place * 10)
    return .init(
      title: "Step \(place)", startedAt: start, endedAt: start.adding(minutes: 10),
      technique: "trigger_point", sites: [Site("neck")])
  }
}
