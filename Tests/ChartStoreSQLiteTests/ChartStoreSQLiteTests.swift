import ChartStoreSQLite
import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit
import Testing

@Suite final class ChartStoreSQLiteTests {
  let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
  var path: String { folder + "/practice.fascia" }
  let chart: ID<Chart> = "chart-1"
  let author = Author(name: "J. Lee", credential: "LMT")
  let moment = Instant(milliseconds: 1_795_515_360_000)

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func entry(_ id: ID<Entry>, _ content: Entry.Content, _ digest: DefinitionDigest) -> Entry {
    Entry(
      id: id, chart: chart, happenedAt: moment, recordedAt: moment, author: author,
      definition: digest, content: content)
  }

  /// A store with one client and one entry of every kind.
  func filled() throws -> (store: SQLiteChartStore, entries: [Entry]) {
    let store = try SQLiteChartStore(path: path)
    let digest = try store.keep(definition: Data("{}".utf8))
    let pain = ClinicCore.Measurement(
      metric: "nprs", version: "1", occasion: .before, at: moment, value: 6)
    let visit = VisitRecord(
      startedAt: moment, endedAt: moment.adding(minutes: 58),
      template: .init(
        id: "t", title: "points", technique: "trigger_point", techniqueName: "Trigger point",
        length: 60),
      segments: [.init(title: "All", startedAt: moment, endedAt: moment.adding(minutes: 58))],
      minutes: 58, verdict: [.init(severity: .adapt, code: "A5", text: "thin blood")],
      findings: [
        .init(
          at: moment,
          finding: Finding(kind: "trp", code: "trp", values: ["site": .site(Site("neck"))]),
          sentence: "Trigger point, neck.")
      ], measurements: [pain],
      note: [.init(section: .subjective, text: "日本語 \u{1F469}\u{200D}\u{1F467}", at: moment)])
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
      entry("9", .addendum(.init(visit: "7", text: "later")), digest),
      entry("10", .measurement(pain), digest),
    ]
    #expect(Set(entries.map(\.content.kind)) == Set(Entry.Kind.allCases))
    let numbers = try store.commit(entries.map { .appended($0) })
    #expect(numbers.map(\.description) == (1...10).map { "R\($0)" })
    return (store, entries)
  }

  @Test func `every kind of entry is read back as it was written, by another store too`() throws {
    let (store, entries) = try filled()
    #expect(try store.entries(of: chart) == entries)
    let other = try SQLiteChartStore(path: path)
    #expect(try other.entries(of: chart) == entries)
    let client = try #require(try other.clients().first)
    #expect(client.identity.name == "Synthetic Ann Ruiz")
    #expect((client.visits, client.lastSeen) == (1, moment))
    #expect(try other.visits(from: moment, to: moment.adding(minutes: 1)).map(\.minutes) == [58])
    let fold = Chart(id: chart, entries: entries)
    #expect(fold.lastVisit?.addenda.map(\.text) == ["later"])
    #expect(fold.measurements.count == 2)
  }

  @Test func `the ledger refuses to be changed or deleted`() throws {
    _ = try filled()
    let raw = try DatabaseQueue(path: path)
    for table in ["entry", "definition"] {
      for change in ["UPDATE \(table) SET rowid = rowid", "DELETE FROM \(table)"] {
        let sql =
          table == "definition" ? change.replacingOccurrences(of: "rowid", with: "body") : change
        #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
      }
    }
  }

  @Test func `entries chain by hash within their chart`() throws {
    _ = try filled()
    let rows = try DatabaseQueue(path: path).read {
      try Row.fetchAll($0, sql: "SELECT * FROM entry ORDER BY number")
    }
    var previous = Data(repeating: 0, count: 32)
    for row in rows {
      #expect(row["previous_hash"] == previous)
      var hash = SHA256()
      let texts: [String] = [
        row["id"], row["chart"], row["kind"], String(row["happened_at"] as Int64),
        String(row["recorded_at"] as Int64), row["definition"], row["supersedes"] ?? "",
      ]
      for part in [previous] + texts.map({ Data($0.utf8) }) + [row["author"], row["payload"]] {
        withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: part)
      }
      previous = Data(hash.finalize())
      #expect(row["hash"] == previous)
    }
  }

  @Test func `a commit that fails in the middle leaves nothing`() throws {
    let (store, entries) = try filled()
    let extra = entry("11", .addendum(.init(visit: "7", text: "lost")), entries[0].definition)
    #expect(throws: StoreError.self) {
      try store.commit([.appended(extra), .draftClosed("no such draft")])
    }
    #expect(try store.entries(of: chart) == entries)
  }

  @Test func `a draft keeps its steps until it is closed, and then takes no more`() throws {
    let (store, entries) = try filled()
    let draft = Draft(
      id: "d", chart: chart, kind: .intake, openedAt: moment, author: author,
      definition: entries[0].definition)
    let event = DraftEvent(
      at: moment, .answered(question: "fever", answer: .init(.yesNo(true), at: moment)))
    try store.commit([.draftOpened(draft), .drafted(event, in: "d")])
    let other = try SQLiteChartStore(path: path)
    #expect(try other.openDrafts(of: chart) == [draft])
    #expect(try other.events(of: "d") == [event])
    try other.commit([.draftClosed("d")])
    #expect(try store.openDrafts(of: nil) == [])
    #expect(throws: StoreError.self) { try store.commit([.drafted(event, in: "d")]) }
  }

  @Test func `indexes derived again from the ledger are the same`() throws {
    let (store, _) = try filled()
    func indexes() throws -> [String] {
      try DatabaseQueue(path: path).read { database in
        try ["client_index", "visit_index", "measurement_index"].flatMap { table in
          try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1").map(\.description)
        }
      }
    }
    let before = try indexes()
    #expect(before.count == 4)
    try store.rebuildIndexes()
    #expect(try indexes() == before)
  }

  @Test func `a file of a newer version or of another program is refused`() throws {
    _ = try filled()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: StoreError.newerSchema(path: path)) { try SQLiteChartStore(path: path) }
    let other = folder + "/other.db"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: StoreError.notAPracticeFile(path: other)) { try SQLiteChartStore(path: other) }
  }
}
