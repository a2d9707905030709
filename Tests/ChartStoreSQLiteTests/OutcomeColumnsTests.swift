import ClinicCore
import Foundation
import GRDB
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

    @discardableResult
    func visit(
      _ chart: ID<Chart>, day: Int, _ techniques: [ID<Manifest>], before: Double? = nil,
      after: Double? = nil, isSigned: Bool = true
    ) throws -> ID<Entry> {
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
      if isSigned {
        try append(.signature(.init(visit: visit, signer: practice.author)), chart, day: day)
      }
      return visit
    }

    func columns(from first: Int = 0, to end: Int = 365) throws -> OutcomeColumns {
      try store.outcomes(
        OutcomeQuery(
          from: time(first), to: time(end), techniques: ["stone", "reed"],
          conditions: [neck, scar],
          questions: [
            CountedQuestion("stone_after", aliases: ["rock_after"], options: ["bruise"])
          ]))
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
    let one = try #require(try ledger.columns(from: 25).courses.first)
    #expect(one.firstAt == one.lastAt)
    #expect(try ledger.columns().series == [.init("nprs", version: "1")])
    #expect(try ledger.columns(from: 40).courses.isEmpty)
  }

  @Test func `visits are counted for each technique of them, in the period`() throws {
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    try ledger.visit("a", day: 1, ["stone", "reed", "stone"])
    try ledger.visit("a", day: 2, ["stone"])
    try ledger.visit("a", day: 400, ["reed"])
    try ledger.visit("a", day: 3, ["sand"])
    try ledger.append(.registered(Identity(name: "Synthetic Bea")), "b")
    try ledger.visit("b", day: 1, ["reed"])
    let unsigned = try ledger.visit("b", day: 2, ["reed"], isSigned: false)
    func treatment(_ chart: Int, _ technique: Int, _ visits: Int) -> OutcomeColumns.Treatment {
      .init(chart: chart, technique: technique, visits: visits)
    }
    let (stone, reed) = (0, 1)
    let treatments: Set = [
      treatment(1, stone, 2), treatment(1, reed, 1), treatment(2, reed, 1),
    ]
    let columns = try ledger.columns()
    #expect(columns.techniques == ["stone", "reed"])
    #expect(columns.treatments.map(\.chart) == [1, 1, 2])
    #expect(Set(columns.treatments) == treatments)
    #expect(try ledger.store.countVisits(with: "reed") == 3)
    try ledger.append(.retraction(Retraction(of: [unsigned])), "b", day: 3)
    #expect(try ledger.store.rebuildIndexes() == [])
    #expect(Set(try ledger.columns().treatments) == treatments)
    _ = try ledger.store.erase("a", reason: "asked")
    #expect(try ledger.columns().treatments == [treatment(2, reed, 1)])
    #expect(try ledger.store.rebuildIndexes() == [])
  }

  @Test func `the last answer says what a client comes with, also one that was taken back`() throws
  {
    let ledger = try Ledger()
    for chart: ID<Chart> in ["a", "b", "c"] {
      try ledger.append(.registered(Identity(name: "Synthetic \(chart)")), chart)
    }
    func found(before end: Int = 365) throws -> [[Int]] {
      try ledger.columns(to: end).conditions.map { $0.charts.sorted() }
    }
    try ledger.intake("a", day: 0, ["condition": .choices(["neck_pain", "scar"])])
    // An intake that does not ask again lets it stand; one that withholds it does not.
    try ledger.intake("a", day: 5, ["fever": .yesNo(false)])
    try ledger.intake("b", day: 0, ["condition": .choices(["neck_pain"])])
    let later = try ledger.intake("b", day: 5, ["condition": .choices(["scar"])])
    try ledger.intake("c", day: 0, ["condition": .choices(["neck_pain"])])
    try ledger.intake("c", day: 5, ["condition": .absent(.declined)])
    // Of neck pain, and of a scar.
    #expect(try found() == [[1], [1, 2]])
    #expect(try found(before: 5) == [[1, 2, 3], [1]])
    try ledger.append(.retraction(Retraction(of: [later])), "b", day: 6)
    #expect(try found() == [[1, 2], [1]])
    #expect(try ledger.store.rebuildIndexes() == [])
    #expect(try found() == [[1, 2], [1]])
    try ledger.append(.retraction(Retraction(of: [later], restores: true)), "b", day: 7)
    #expect(try found() == [[1], [1, 2]])
  }

  @Test func `girths that were taken otherwise are another course of a chart`() throws {
    let girths = OutcomeMetric(
      "girths", name: "girths", construct: "c", prompt: "p", range: 0...300, .lowerIsBetter,
      entry: .computed([
        .init("arm", "Girths", range: 10...120, atMost: 30),
        .init("every", "Distance", range: 1...12, constant: true),
      ]), version: "1", licence: .init(.ships, "own"), citations: [])
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    for (day, count, value) in [(0, 2, 9.0), (5, 2, 8), (9, 3, 4), (12, 3, 3)] {
      let items = (1...count).map { Measurement.Item(name: "arm_\($0)", value: 20) }
      let all = items + [.init(name: "every", value: 4)]
      try ledger.append(
        .measurement(
          .init(
            metric: girths.id, version: "1", occasion: .apart, at: ledger.time(day), value: value,
            items: all, manner: .init(girths, all))), "a", day: day)
    }
    let columns = try ledger.columns()
    #expect(columns.series.map(\.basis) == ["every=4 arm=2", "every=4 arm=3"])
    #expect(columns.courses.map(\.first) == [9, 4])
    #expect(columns.courses.map(\.last) == [8, 3])
    #expect(try ledger.store.rebuildIndexes() == [])
  }

  @Test func `left and right are two courses of a chart`() throws {
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    for (day, side, value) in [(0, Side.left, 9.0), (1, .right, 3), (9, .left, 8), (10, .right, 2)]
    {
      try ledger.append(
        .measurement(
          .init(
            metric: "nprs", version: "1", occasion: .apart, at: ledger.time(day), value: value,
            side: side)), "a", day: day)
    }
    let columns = try ledger.columns()
    #expect(columns.series.map(\.basis) == ["left", "right"])
    #expect(columns.courses.map(\.series) == [0, 1])
    #expect(columns.courses.map(\.first) == [9, 3])
    #expect(columns.courses.map(\.last) == [8, 2])
    #expect(try ledger.store.rebuildIndexes() == [])
  }

  @Test(arguments: [
    OutcomeSQL.treatments, OutcomeSQL.scores, OutcomeSQL.lastAnswers, OutcomeSQL.chosenBefore,
    OutcomeSQL.chosen, OutcomeSQL.choices,
  ])
  func `a question to the index tables is answered in their own order`(sql: String) throws {
    let practice = TestPractice()
    _ = try practice.store()
    let plan = try practice.raw().read { database in
      let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
      statement.setUncheckedArguments(StatementArguments())
      return try Row.fetchAll(statement).map { $0["detail"] as String }
    }
    #expect(!plan.isEmpty)
    for step in plan {
      #expect(!step.contains("TEMP B-TREE") && !step.contains("AUTOMATIC"), "\(plan)")
      #expect(!step.hasPrefix("SCAN entry") && !step.hasPrefix("SCAN chart"), "\(plan)")
    }
  }

  @Test func `a question that was renamed between two answers about one session counts once`()
    throws
  {
    let ledger = try Ledger()
    let asked = CountedChoice("stone_after", nil)
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    try ledger.visit("a", day: 0, ["stone"])
    try ledger.intake("a", day: 1, ["rock_after": .choices(["bruise"])])
    #expect(try ledger.columns().choices == [asked: 1, Self.bruise: 1])
    let corrected = try ledger.intake("a", day: 2, ["stone_after": .choices(["none"])])
    #expect(try ledger.columns().choices == [asked: 1])
    try ledger.append(.retraction(Retraction(of: [corrected])), "a", day: 2)
    #expect(try ledger.columns().choices == [asked: 1, Self.bruise: 1])
  }

  @Test func `the store knows whether a choice was made that nobody explains`() throws {
    let ledger = try Ledger()
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    #expect(try !ledger.store.hasChoices(besides: []))
    try ledger.intake("a", day: 1, ["stone_after": .choices(["bruise"])])
    let asked = CountedChoice("stone_after", nil)
    #expect(try ledger.store.hasChoices(besides: [asked]))
    #expect(try !ledger.store.hasChoices(besides: [Self.neck, Self.bruise, asked]))
  }

  @Test func `what followed is counted once for each session, and the file does not say what`()
    throws
  {
    let ledger = try Ledger()
    let asked = CountedChoice("stone_after", nil)
    func answer(_ day: Int, _ options: [ID<Option>]) throws -> ID<Entry> {
      try ledger.intake("a", day: day, ["stone_after": .choices(options)])
    }
    try ledger.append(.registered(Identity(name: "Synthetic Ann")), "a")
    try ledger.visit("a", day: 0, ["stone"])
    _ = try answer(1, ["bruise", "other"])
    try ledger.visit("a", day: 1, ["stone"])
    _ = try answer(2, ["none"])
    try ledger.visit("a", day: 2, ["stone"])
    try ledger.intake("a", day: 3, ["stone_after": .absent(.skipped)])
    #expect(try ledger.columns().choices == [asked: 2, Self.bruise: 1])
    // Asked again before the next session, it is the last answer that counts.
    _ = try answer(3, ["none"])
    let corrected = try answer(3, ["bruise"])
    #expect(try ledger.columns().choices == [asked: 3, Self.bruise: 2])
    #expect(try ledger.columns(from: 2, to: 3).choices == [asked: 1])
    try ledger.append(.retraction(Retraction(of: [corrected])), "a", day: 3)
    #expect(try ledger.columns().choices == [asked: 3, Self.bruise: 1])
    #expect(try ledger.store.rebuildIndexes() == [])
    try ledger.store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.practice.path))
    for word in ["bruise", "stone_after"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) can be read in the file")
    }
  }
}
