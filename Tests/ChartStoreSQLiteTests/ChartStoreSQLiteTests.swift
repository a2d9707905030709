import ChartStoreSQLite
import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@Suite struct ChartStoreSQLiteTests {
  let practice = TestPractice()
  var chart: ID<Chart> { practice.chart }
  var moment: Instant { practice.moment }

  @Test func `every kind of entry is read back as it was written, by another store too`() throws {
    let (store, entries) = try practice.filled()
    #expect(try store.entries(of: chart) == entries)
    let other = try practice.store()
    #expect(try other.entries(of: chart) == entries)
    let client = try #require(try other.client(chart))
    #expect(client.identity.name == "Synthetic Ann Ruiz")
    #expect((client.visits, client.lastSeen) == (1, moment))
    #expect(try other.visits(from: moment, to: moment.adding(minutes: 1)).map(\.minutes) == [58])
    let fold = Chart(id: chart, entries: entries, in: .utc)
    #expect(fold.lastVisit?.addenda.map(\.text) == ["secret-addendum"])
    #expect(fold.measurements.count == 2)
  }

  @Test func `the ledger refuses to be changed or deleted`() throws {
    let (store, _) = try practice.filled()
    let draft = try practice.draft(store)
    try store.commit([.draftOpened(draft), .drafted(practice.event, in: draft)])
    let raw = try practice.raw()
    let columns = [
      "entry": "payload", "definition": "body", "trail": "at", "draft": "kind", "draft_event": "at",
    ]
    for (table, column) in columns {
      for change in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
        #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: change) } }
      }
    }
  }

  @Test func `a commit that fails in the middle leaves nothing`() throws {
    let (store, entries) = try practice.filled()
    let extra = practice.entry(
      "extra", .addendum(.init(visit: "7", text: "lost")), entries[0].definition)
    #expect(throws: StoreError.self) {
      try store.commit([.appended(extra), .draftClosed(try practice.draft(store, "no such"))])
    }
    #expect(try store.entries(of: chart) == entries)
  }

  @Test func `a draft keeps its steps until it is closed, and then takes no more`() throws {
    let (store, _) = try practice.filled()
    let draft = try practice.draft(store)
    let event = practice.event
    try store.commit([.draftOpened(draft), .drafted(event, in: draft)])
    let other = try practice.store()
    #expect(try other.openDrafts(of: chart) == [draft])
    #expect(try other.events(of: draft).map(\.event) == [event])
    try other.commit([.draftClosed(draft)])
    #expect(try store.openDrafts(of: nil) == [])
    #expect(throws: StoreError.self) { try store.commit([.drafted(event, in: draft)]) }
  }

  @Test func `indexes derived again from the ledger are the same, and mended when they are not`()
    throws
  {
    let (store, _) = try practice.filled()
    try store.commit([.draftOpened(try practice.draft(store))])
    #expect(try store.rebuildIndexes() == [])
    try practice.raw().write { database in
      try database.execute(
        sql:
          """
          DELETE FROM measurement_index; UPDATE client_index SET visits = 9;
          DELETE FROM open_draft_index; UPDATE appointment_index SET state = 'cancelled'
          """
      )
    }
    #expect(
      try store.verify().problems.map(\.description) == [
        "the index client_index differs from the ledger.",
        "the index measurement_index differs from the ledger.",
        "the index appointment_index differs from the ledger.",
        "the index open_draft_index differs from the ledger.",
      ])
    #expect(
      try store.rebuildIndexes() == [
        "client_index: 1 missing or changed, 1 too many or changed",
        "measurement_index: 2 missing or changed, 0 too many or changed",
        "appointment_index: 1 missing or changed, 1 too many or changed",
        "open_draft_index: 1 missing or changed, 0 too many or changed",
      ])
    #expect(try store.verify().isWhole)
    #expect(try store.client(chart)?.visits == 1)
  }

  @Test func `a file of a newer version, of a trial version or of another program is refused`()
    throws
  {
    _ = try practice.filled()
    let path = practice.path
    for (version, error) in [
      (99, StoreError.newerSchema(path: path)), (1, .trialSchema(path: path)),
      (6, .trialSchema(path: path)),
    ] {
      try practice.raw().write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
      #expect(throws: error) { try practice.lockedStore() }
    }
    let other = practice.folder + "/other.db"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: StoreError.notAPracticeFile(path: other)) {
      try SQLiteChartStore(path: other, surroundings: practice.clock)
    }
  }
}
