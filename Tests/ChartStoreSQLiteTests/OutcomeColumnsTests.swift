import ClinicCore
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// The columns that the clinic's results are counted from, against what the entries say.
@Suite struct OutcomeColumnsTests {
  static let day: Int64 = 86_400_000
  static let neck = CountedChoice("condition", "neck_pain")
  static let scar = CountedChoice("condition", "scar")
  static let bruise = CountedChoice("stone_after", "bruise")

  final class Ledger {
    let practice = TestPractice()
    let store: SQLiteChartStore
    let digest: DefinitionDigest
    var count = 0

    init() throws {
      store = try practice.store()
      digest = try store.keep(definition: Data("{}".utf8))
    }

    func time(_ day: Int) -> Instant {
      practice.moment.adding(milliseconds: Int64(day) * OutcomeColumnsTests.day)
    }

    @discardableResult
    func append(_ content: Entry.Content, _ chart: ID<Chart>, day: Int = 0) throws -> ID<Entry> {
      count += 1
      let id = ID<Entry>("\(count)")
      try store.commit([
        .appended(
          Entry(
            id: id, chart: chart, happenedAt: time(day), recordedAt: time(day),
            author: practice.author, definition: digest, content: content))
      ])
      return id
    }

    @discardableResult
    func intake(_ chart: ID<Chart>, day: Int, _ answers: [ID<Question>: Answer]) throws -> ID<Entry>
    {
      let at = time(day)
      return try append(
        .intake(IntakeRecord(answers: answers.mapValues { RecordedAnswer($0, at: at) })), chart,
        day: day)
    }

    func visit(
      _ chart: ID<Chart>, day: Int, _ techniques: [ID<Manifest>], before: Double? = nil,
      after: Double? = nil
    ) throws {
      let at = time(day)
      func score(_ value: Double?, _ occasion: ClinicCore.Measurement.Occasion)
        -> ClinicCore.Measurement?
      {
        value.map {
          .init(metric: "nprs", version: "1", occasion: occasion, at: at, value: $0)
        }
      }
      let visit = try append(
        .visit(
          VisitRecord(
            startedAt: at, endedAt: at.adding(minutes: 30),
            templates: techniques.map {
              .init(id: "t", title: "t", technique: $0, techniqueName: "T", length: 30)
            }, segments: [], minutes: 30, verdict: [], findings: [],
            measurements: [score(before, .before), score(after, .after)].compactMap(\.self),
            note: [])), chart, day: day)
      try append(.signature(.init(visit: visit, signer: practice.author)), chart, day: day)
    }

    func columns(from first: Int = 0, to end: Int = 365) throws -> OutcomeColumns {
      try store.outcomes(
        OutcomeQuery(
          from: time(first), to: time(end), techniques: ["stone", "reed"],
          conditions: [neck, scar], choices: [CountedChoice("stone_after", nil), bruise]))
    }
  }

  @Test func `first and last score in the period, without those after a session`() throws {
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    for (day, before, after) in [(0, 9.0, 8.0), (10, 7, 1), (20, 6, 0), (30, 5, 0)] {
      try ledger.visit("a", day: day, ["stone"], before: before, after: after)
    }
    let all = try #require(try ledger.columns().courses.first)
    #expect((all.first, all.last) == (9, 5))
    #expect(all.firstAt == ledger.time(0) && all.lastAt == ledger.time(30))
    let part = try #require(try ledger.columns(from: 5, to: 30).courses.first)
    #expect((part.first, part.last) == (7, 6))
    #expect(part.wasMeasuredAgain)
    let one = try #require(try ledger.columns(from: 25).courses.first)
    #expect(!one.wasMeasuredAgain)
    #expect(try ledger.columns(from: 40).courses.isEmpty)
  }

  @Test func `visits are counted for each technique of them, in the period`() throws {
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    try ledger.visit("a", day: 1, ["stone", "reed", "stone"])
    try ledger.visit("a", day: 2, ["stone"])
    try ledger.visit("a", day: 400, ["reed"])
    try ledger.visit("a", day: 3, ["sand"])
    let found = Set(try ledger.columns().treatments)
    #expect(
      found == [
        .init(chart: "a", technique: "stone", visits: 2),
        .init(chart: "a", technique: "reed", visits: 1),
      ])
  }

  @Test func `the last answer says what a client comes with, also one that was taken back`() throws
  {
    let ledger = try Ledger()
    for chart: ID<Chart> in ["a", "b", "c"] {
      try ledger.append(.registered(Identity(name: "Synthetic \(chart)")), chart)
    }
    func found() throws -> Set<OutcomeColumns.Condition> { Set(try ledger.columns().conditions) }
    try ledger.intake("a", day: 0, ["condition": .choices(["neck_pain", "scar"])])
    // An intake that does not ask again lets it stand; one that withholds it does not.
    try ledger.intake("a", day: 5, ["fever": .yesNo(false)])
    try ledger.intake("b", day: 0, ["condition": .choices(["neck_pain"])])
    let later = try ledger.intake("b", day: 5, ["condition": .choices(["scar"])])
    try ledger.intake("c", day: 0, ["condition": .choices(["neck_pain"])])
    try ledger.intake("c", day: 5, ["condition": .absent(.declined)])
    #expect(
      try found() == [
        .init(chart: "a", condition: Self.neck), .init(chart: "a", condition: Self.scar),
        .init(chart: "b", condition: Self.scar),
      ])
    #expect(
      Set(try ledger.columns(to: 5).conditions.filter { $0.condition == Self.neck }.map(\.chart))
        == ["a", "b", "c"])
    try ledger.append(.retraction(Retraction(of: [later])), "b", day: 6)
    #expect(try found().contains(.init(chart: "b", condition: Self.neck)))
    #expect(try ledger.store.rebuildIndexes() == [])
    #expect(try found().contains(.init(chart: "b", condition: Self.neck)))
    #expect(!(try found().contains(.init(chart: "b", condition: Self.scar))))
  }

  @Test func `what followed is counted, and the file does not say what`() throws {
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    for (day, answer) in [(1, ["bruise", "other"]), (2, ["none"]), (3, ["bruise"])] {
      try ledger.intake("a", day: day, ["stone_after": .choices(answer.map { ID($0) })])
    }
    try ledger.intake("a", day: 4, ["stone_after": .absent(.skipped)])
    #expect(
      try ledger.columns().choices == [CountedChoice("stone_after", nil): 3, Self.bruise: 2])
    #expect(try ledger.columns(from: 2, to: 3).choices == [CountedChoice("stone_after", nil): 1])
    try ledger.store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.practice.path))
    for word in ["bruise", "stone_after"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) can be read in the file")
    }
  }
}
