import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

@Suite struct SealingTests {
  let practice = TestPractice()

  /// Words of every sealed kind that the synthetic practice holds.
  static let secrets = [
    "Synthetic Ann", "Ruiz", "1984", "secret-answer", "secret-addendum", "slept badly",
    "Trigger point, neck", "called", "LMT", "Synthetic Lee", "secret-reason", "日本語",
  ]

  /// Every file of the practice's folder: the database, its log, the presence board.
  func allBytes() throws -> Data {
    let paths = FileManager.default.enumerator(atPath: practice.folder)?.compactMap {
      $0 as? String
    }
    return (paths ?? []).reduce(into: Data()) { all, path in
      all += (try? Data(contentsOf: URL(fileURLWithPath: practice.folder + "/" + path))) ?? Data()
    }
  }

  @Test func `no name, answer, note or finding stands readable in any file`() throws {
    let (store, _) = try practice.filled()
    let draft = try practice.draft(store)
    try store.commit([.draftOpened(draft), .drafted(practice.event, in: draft)])
    try store.recordEmergency(practice.chart, reason: "secret-reason")
    _ = try store.backup(to: practice.folder + "/copy.fascia") { _ in }
    // While the log still holds the newest pages, and after all went into the file.
    for _ in 0..<2 {
      let bytes = try allBytes()
      #expect(bytes.count > 100_000)
      for secret in Self.secrets {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) is readable")
      }
      #expect(bytes.range(of: Data("trigger_point".utf8)) == nil)
      #expect(bytes.range(of: Data("nprs".utf8)) != nil, "measurements stay readable")
      _ = try store.queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
    #expect(try store.trail(.init(chart: practice.chart), limit: 1)[0].detail == "secret-reason")
  }

  @Test func `what is confirmed is synced to the disk`() throws {
    let store = try practice.store()
    let settings = try store.queue.read { database in
      try ["synchronous", "journal_mode", "secure_delete", "foreign_keys"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["2", "wal", "1", "1"])
  }

  @Test func `a payload opens in no other row, chart or kind`() throws {
    let (store, _) = try practice.filled()
    let digest = try store.keep(definition: Data("{}".utf8))
    try store.commit([
      .appended(
        practice.entry(
          "30", .registered(Identity(name: "Synthetic Ben")), digest, in: "chart-2")),
      .appended(practice.entry("31", .addendum(.init(visit: "7", text: "a")), digest)),
      .appended(practice.entry("32", .addendum(.init(visit: "7", text: "b")), digest)),
    ])
    let swaps = [
      // within one chart and kind
      ("31", "32"),
      // between charts
      ("1", "30"),
    ]
    for (one, other) in swaps {
      let copy = TestPractice()
      try copy.take(from: practice)
      try copy.tamper(
        """
        UPDATE entry SET payload = (SELECT payload FROM entry AS e WHERE e.id = CASE entry.id
          WHEN '\(one)' THEN '\(other)' ELSE '\(one)' END) WHERE id IN ('\(one)', '\(other)')
        """)
      let changed = try copy.store()
      #expect(throws: StoreError.self) { try changed.entries(of: copy.chart) }
      #expect(try !changed.verify().isWhole)
    }
    let copy = TestPractice()
    try copy.take(from: practice)
    try copy.tamper("UPDATE entry SET kind = 'registered' WHERE id = '2'")
    #expect(throws: StoreError.self) { try copy.store().entries(of: copy.chart) }
  }

  @Test func `a locked store gives nothing out`() throws {
    let (store, entries) = try practice.filled()
    store.lock()
    #expect(store.person == nil)
    let attempts: [() throws -> Void] = [
      { _ = try store.entries(of: practice.chart) }, { _ = try store.names() },
      { _ = try store.client(practice.chart) }, { _ = try store.people() },
      { _ = try store.commit([.appended(entries[8])]) }, { _ = try store.verify() },
      { _ = try store.backup(to: practice.folder + "/copy") { _ in } },
      { _ = try store.erase(practice.chart, reason: "r") },
      { _ = try store.trail(.init(), limit: 1) },
    ]
    for attempt in attempts { #expect(throws: StoreError.locked) { try attempt() } }
    try store.unlock(.keyFile(practice.keyPath))
    #expect(try store.entries(of: practice.chart) == entries)
  }
}
