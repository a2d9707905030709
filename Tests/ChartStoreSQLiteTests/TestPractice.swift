import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// One test's own practice: a folder, a clock, synthetic clients.
final class TestPractice {
  let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
  let clock = TestClock()
  let author = Author(name: "Synthetic Lee", credential: "LMT")
  let moment = Instant(milliseconds: 1_795_515_360_000)
  let chart: ID<Chart> = "chart-1"

  var path: String { folder + "/practice.fascia" }
  var keyPath: String { folder + "/keys/practice.key" }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// An unlocked store; the first one founds the practice.
  func store(busyTimeout: TimeInterval = 5) throws -> SQLiteChartStore {
    let store = try lockedStore(busyTimeout: busyTimeout)
    if try store.isNew {
      recoveryCode = try store.found(
        .init(name: "Synthetic Lee", credential: "LMT", login: "lee"), opening: .keyFile(keyPath))
    }
    try store.unlock(.keyFile(keyPath))
    return store
  }

  /// scrypt with its lowest cost, so that tests are quick.
  func lockedStore(busyTimeout: TimeInterval = 5) throws -> SQLiteChartStore {
    try SQLiteChartStore(
      path: path, surroundings: clock, busyTimeout: busyTimeout, passphraseCost: 1 << 4)
  }

  private(set) var recoveryCode = ""

  /// Becomes a copy of another practice: its file as it is now, or other bytes, and its key.
  func take(from other: TestPractice, bytes: Data? = nil) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/keys", withIntermediateDirectories: true)
    if let bytes {
      try bytes.write(to: URL(fileURLWithPath: path))
    } else {
      try other.raw().backup(to: try DatabaseQueue(path: path))
    }
    try FileManager.default.copyItem(atPath: other.keyPath, toPath: keyPath)
  }

  /// Changes the file behind the program's back, as somebody would who knows SQL.
  ///
  /// - Parameter keepingLayout: whether the triggers stand again afterwards.
  func tamper(_ sql: String, keepingLayout: Bool = true) throws {
    try raw().writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = try String.fetchAll(
        database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
      let names = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      if keepingLayout { for name in names { try database.execute(sql: "DROP TRIGGER \(name)") } }
      try database.execute(sql: sql)
      if keepingLayout { for trigger in triggers { try database.execute(sql: trigger) } }
    }
  }

  /// The file as SQLite alone sees it.
  func raw() throws -> DatabaseQueue { try DatabaseQueue(path: path) }

  func entry(
    _ id: ID<Entry>, _ content: Entry.Content, _ digest: DefinitionDigest,
    in chart: ID<Chart>? = nil
  ) -> Entry {
    Entry(
      id: id, chart: chart ?? self.chart, happenedAt: moment, recordedAt: moment, author: author,
      definition: digest, content: content)
  }

  func draft(
    _ store: SQLiteChartStore, _ id: ID<Draft> = "d", in chart: ID<Chart>? = nil
  ) throws -> Draft {
    Draft(
      id: id, chart: chart ?? self.chart, kind: .intake, openedAt: moment,
      person: try #require(store.person).id, definition: try store.keep(definition: Data("{}".utf8))
    )
  }

  let event = DraftEvent(
    at: Instant(milliseconds: 1_795_515_360_000),
    .answered(
      question: "fever",
      answer: .init(.text("secret-answer"), at: Instant(milliseconds: 1_795_515_360_000))))

  static let referral = Referral(
    provider: .init(name: "Dr Synthetic"), codes: [], areas: [Site("neck")], visits: 8,
    startsOn: .epoch, expiresOn: .epoch)

  /// A receipt with a line and a payment, as the ledger keeps it.
  static func receipt(number: Int, visit: ID<Entry> = "7") throws -> IssuedReceipt {
    let usd = "{\"code\":\"USD\",\"digits\":2}"
    let money = "{\"minorUnits\":3450,\"currency\":\(usd)}"
    return try Payload.decode(
      Data(
        """
        {"number":\(number),"visit":"\(visit)","receipt":{"clinic":{"name":"River Street Clinic",
        "address":[]},"provider":{"author":{"name":"J. Lee","credential":"LMT"},"identifiers":[]},
        "signer":{"name":"J. Lee","credential":"LMT"},"client":{"name":"secret-name"},"number":1,"visitedOn":"2026-11-24","issuedOn":"2026-11-24",
        "lines":[{"service":{"code":"RS-20","description":"Points","price":\(money)},"minutes":15,
        "units":1}],"count":{"rule":"cms","units":[1],"sentences":["15 timed minutes are 1 unit."]},
        "conditionCodes":["M54.2"],"total":\(money),
        "payments":[{"amount":\(money),"on":"2026-11-24"}]}}
        """.utf8))
  }

  /// A store with one client and one entry of every kind.
  func filled() throws -> (store: SQLiteChartStore, entries: [Entry]) {
    let store = try store()
    let digest = try store.keep(definition: Data("{}".utf8))
    let pain = ClinicCore.Measurement(
      metric: "nprs", version: "1", occasion: .before, at: moment, value: 6)
    let visit = VisitRecord(
      startedAt: moment, endedAt: moment.adding(minutes: 58),
      templates: [
        .init(
          id: "t", title: "points", technique: "trigger_point", techniqueName: "Trigger point",
          length: 60)
      ],
      segments: [
        .init(
          title: "All", startedAt: moment, endedAt: moment.adding(minutes: 58),
          technique: "trigger_point", sites: [Site("shoulder", .right)], held: 0)
      ],
      minutes: 58, verdict: [.init(severity: .adapt, code: "A5", text: "thin blood")],
      findings: [
        .init(
          at: moment,
          finding: Finding(kind: "trp", code: "trp", values: ["site": .site(Site("neck"))]),
          sentence: "Trigger point, neck.")
      ], measurements: [pain],
      note: [.init(section: .subjective, text: "日本語 \u{1F469}\u{200D}\u{1F467}", at: moment)],
      composed: [ComposedLine(.objective, "Trigger point, 10:16 to 11:14, 58 min.")])
    let entries: [Entry] = [
      entry("1", .registered(Identity(name: "Synthetic Ann", born: CalendarDate("1984"))), digest),
      entry("2", .identityChanged(Identity(name: "Synthetic Ann Ruiz", sex: .female)), digest),
      entry(
        "3",
        .intake(
          .init(answers: [
            "fever": .init(.yesNo(false), at: moment, carriedFrom: moment),
            "areas": .init(.regions([Site("shoulder", .right)]), at: moment),
            "reason": .init(.absent(.declined), at: moment),
          ])), digest),
      entry("4", .acknowledgement(.init(rules: ["r"], action: "called")), digest),
      entry(
        "5",
        .clearance(
          .init(
            rule: "r", clearedBy: "Dr", credential: "MD", clearedOn: .epoch, scope: "all",
            expires: .epoch)), digest),
      entry("6", .notTreated(.init(reasons: ["C1"])), digest),
      entry("7", .visit(visit), digest),
      entry("8", .signature(.init(visit: "7", signer: author)), digest),
      entry("9", .addendum(.init(visit: "7", text: "secret-addendum")), digest),
      entry("10", .measurement(pain), digest),
      entry(
        "11", .appointment(.init(startsAt: moment, minutes: 60, therapist: "somebody")), digest),
      entry(
        "12", .appointmentChanged(.init(of: "11", .cancelled(reason: "secret-reason"))), digest),
      entry("13", .retraction(Retraction(of: ["12"])), digest),
      entry(
        "14",
        .consent(
          .init(
            .given,
            to: .init(id: "general", version: "1", title: "Consent", lines: ["secret-line"]),
            by: .client, witness: "secret-witness", on: .epoch)), digest),
      entry("15", .goal(Goal(words: "secret-goal", due: CalendarDate("2026-12"))), digest),
      entry(
        "16",
        .plan(
          TreatmentPlan(
            rhythm: .weekly, visits: 4, startsOn: .epoch, reevaluation: .after(visits: 4))),
        digest),
      entry("17", .referral(Self.referral), digest),
      entry("18", .reportSent(ReportSent(referral: "17", on: .epoch)), digest),
      entry("19", .closing(Closing(of: "15", reason: "secret-reason")), digest),
      entry(
        "20", .diary(DiaryPage(diary: .headache, days: [DiaryDay(.epoch, [7, 1])])), digest),
      entry("21", .zone(ZoneChoice(zone: "Europe/Berlin")), digest),
      entry("22", .receipt(try Self.receipt(number: 1)), digest),
      entry("23", .receiptVoided(VoidedReceipt(receipt: "22", reason: "secret-reason")), digest),
    ]
    #expect(Set(entries.map(\.content.kind)) == Set(Entry.Kind.allCases))
    let numbers = try store.commit(entries.map { .appended($0) })
    #expect(numbers.map(\.description) == (1...entries.count).map { "R\($0)" })
    return (store, entries)
  }
}

/// A clock that stands until it is moved.
final class TestClock: Surroundings {
  var time = Instant(milliseconds: 1_795_515_360_000)
  func now() -> Instant { time }
  private var generator = SeededGenerator(seed: 1)
  func randomBytes() -> [UInt8] {
    (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
