import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

@Suite struct TamperTests {
  let practice = TestPractice()

  func busy() throws {
    let (store, _) = try practice.filled()
    let draft = try practice.draft(store)
    try store.commit([.draftOpened(draft), .drafted(practice.event, in: draft)])
    try store.commit([.drafted(practice.event, in: draft)])
    _ = try store.add(
      .init(name: "Synthetic Kim", login: "kim"), role: .auditor, passphrase: "a few plain words")
    try store.recordDisclosures([(practice.chart, "the letter, shown")], exported: "1 chart")
    try store.recordRefusal("chart, no access to charts", of: practice.chart)
    #expect(try store.verify().isWhole)
  }

  @Test func `what left, and what was refused, names a chart that there is`() throws {
    for (row, isWhole) in [(practice.chart, true), ("no such chart", false), ("", false)] {
      let store = try practice.filled().store
      try store.recordRefusal("chart, no access to charts", of: nil)
      try store.recordRefusal("chart, no access to charts", of: practice.chart)
      #expect(try store.verify().isWhole)
      try store.recordDisclosures([(row, "the receipt of visit 1, shown")])
      let found = try store.verify()
      #expect(found.isWhole == isWhole, "\(found.problems)")
      if !isWhole { #expect(found.problems[0].description.contains("names is missing")) }
      try store.close()
      try FileManager.default.removeItem(atPath: practice.folder)
    }
  }

  @Test(arguments: [
    (
      "DELETE FROM trail WHERE number = (SELECT max(number) FROM trail)",
      "the trail does not reach the end it had."
    ),
    (
      "DELETE FROM entry WHERE number = 10; DELETE FROM trail WHERE subject = 'R10'",
      "row 16 of the trail is missing."
    ),
    ("DELETE FROM entry WHERE number = 10", "entry R10 is missing."),
    ("DELETE FROM entry WHERE number = 4", "entry R4 is missing."),
    (
      "UPDATE entry SET happened_at = happened_at + 1 WHERE number = 9",
      "entry R9 does not follow from the one before it."
    ),
    ("UPDATE entry SET supersedes = '1' WHERE number = 9", "entry R9 does not follow from"),
    ("UPDATE entry SET payload = zeroblob(200) WHERE number = 2", "entry R2 does not follow from"),
    ("UPDATE trail SET at = at + 1 WHERE number = 5", "row 5 of the trail does not follow from"),
    ("UPDATE trail SET person = 'nobody' WHERE number = 5", "row 5 of the trail does not follow"),
    ("UPDATE trail SET digest = NULL WHERE subject = 'R3'", "of the trail does not follow from"),
    (
      "UPDATE trail SET chart = 'other' WHERE action = 'disclosed'",
      "of the trail does not follow from"
    ),
    ("UPDATE trail SET detail = NULL WHERE action = 'disclosed'", "of the trail does not follow"),
    ("DELETE FROM trail WHERE action = 'disclosed'", "of the trail is missing."),
    ("UPDATE trail SET action = 'read' WHERE action = 'denied'", "of the trail does not follow"),
    ("UPDATE trail SET person = 'nobody' WHERE action = 'denied'", "of the trail does not follow"),
    ("UPDATE trail SET chart = NULL WHERE action = 'denied'", "of the trail does not follow from"),
    ("UPDATE head SET rows = rows - 1", "the trail was changed."),
    ("DELETE FROM head", "the trail cannot be read."),
    ("UPDATE definition SET body = x'78'", "definition 44136fa355b3 was changed."),
    ("DELETE FROM draft_event WHERE number = 1", "step D1 of a draft is missing."),
    ("UPDATE draft_event SET at = at + 1 WHERE number = 1", "step D1 of a draft was changed."),
    ("UPDATE draft SET opened_at = 0", "draft d was changed."),
    ("UPDATE chart SET wrapped_key = NULL", "the key of chart C1 is missing."),
    ("UPDATE chart SET wrapped_key = zeroblob(60)", "the key of chart C1 does not open"),
    ("UPDATE chart SET number = 2", "chart C1 was changed."),
    ("UPDATE person SET role = 'owner'", "people and keys cannot be read."),
    ("DELETE FROM key_slot WHERE kind = 'recovery'", "a key slot is missing."),
    ("UPDATE key_slot SET cost = 1 WHERE kind = 'passphrase'", "a key slot was changed."),
    ("UPDATE visit_index SET minutes = 90", "the index visit_index differs from the ledger."),
    ("DELETE FROM measurement_index", "the index measurement_index differs from the ledger."),
    ("UPDATE practice SET made_at = 1", "the practice's own row was changed."),
    (
      "UPDATE trail SET action = action || char(0) WHERE action = 'wrote'",
      "a text in the table trail was changed."
    ),
    ("UPDATE person SET role = role || char(0)", "a text in the table person was changed."),
    ("DROP TRIGGER draft_no_update", "the layout of the practice file was changed."),
    ("CREATE TABLE extra (x)", "the layout of the practice file was changed."),
    (
      """
      INSERT INTO entry SELECT number + 1, 'new', chart, kind, happened_at, recorded_at, definition,
        supersedes, payload, hash FROM entry ORDER BY number DESC LIMIT 1
      """, "1 of the table entry has no row in the trail."
    ),
  ])
  func `every change is found and its place is named`(sql: String, expected: String) throws {
    try busy()
    try practice.tamper(sql, keepingLayout: !sql.contains("TRIGGER"))
    let problems: [String]
    do {
      problems = try practice.store().verify().problems.map(\.description)
    } catch let error as StoreError { problems = [error.description] }
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `rows that change places are found`() throws {
    try busy()
    for table in ["entry", "trail", "draft_event"] {
      let copy = TestPractice()
      try copy.take(from: practice)
      let (one, other) = table == "draft_event" ? (1, 2) : (3, 4)
      try copy.tamper(
        """
        UPDATE \(table) SET number = -1 WHERE number = \(one);
        UPDATE \(table) SET number = \(one) WHERE number = \(other);
        UPDATE \(table) SET number = \(other) WHERE number = -1;
        """)
      #expect(try !copy.store().verify().isWhole, "\(table)")
    }
  }

  @Test func `an older file is whole, and a head that was kept tells it from the newer one`() throws
  {
    try busy()
    let older = TestPractice()
    try older.take(from: practice)
    let store = try practice.store()
    let kept = try store.head()
    #expect(SealHead(kept.description) == kept)
    #expect(try store.compare(kept) == .contained)
    try store.commit([
      .appended(
        practice.entry(
          "30", .addendum(.init(visit: "7", text: "x")), try store.keep(definition: Data("{}".utf8))
        ))
    ])
    let newer = try store.head()
    #expect(try store.compare(kept) == .contained)
    let replayed = try older.store()
    #expect(try replayed.verify().isWhole)
    #expect(try replayed.compare(newer) == .cutOff(rows: kept.rows))
    // The older file grows on: as long as the newer one, but another.
    for _ in 0..<5 { _ = try replayed.entries(of: older.chart) }
    #expect(try replayed.verify().isWhole)
    #expect(try replayed.compare(newer) == .different)
  }

  @Test func `the next write notices that the end of the trail was moved`() throws {
    try busy()
    let store = try practice.store()
    try practice.tamper("UPDATE head SET rows = rows - 1")
    #expect(throws: StoreError.self) { try store.entries(of: practice.chart) }
  }

  /// Changes one byte of the file at a time. A change that alters what SQLite reads out of any
  /// table must be found; one that lands in unused space need not be. `FASCIA_BYTES=1000` for more.
  @Test func `a changed byte never goes unnoticed and never ends the process`() throws {
    try busy()
    let store = try practice.store()
    let digest = try store.keep(definition: Data("{}".utf8))
    for place in 100..<140 {
      let text = String(repeating: "long ", count: 30)
      try store.commit([
        .appended(practice.entry(ID("\(place)"), .addendum(.init(visit: "7", text: text)), digest))
      ])
    }
    try store.close()
    let pristine = try Data(contentsOf: URL(fileURLWithPath: practice.path))
    let before = try Dump.of(practice.path)
    let count = ProcessInfo.processInfo.environment["FASCIA_BYTES"].flatMap { Int($0) } ?? 250
    var generator = SeededGenerator(seed: 20_261_124)
    var altered = 0
    var unnoticed: [Int] = []
    for _ in 0..<count {
      let place = Int.random(in: 0..<pristine.count, using: &generator)
      var bytes = pristine
      bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
      let copy = TestPractice()
      try copy.take(from: practice, bytes: bytes)
      let changes = (try? Dump.of(copy.path)) != before
      let isFound: Bool
      do { isFound = try !copy.store().verify().isWhole } catch { isFound = true }
      _ = try? copy.lockedStore().unlock(.passphrase(login: "kim", "a few plain words"))
      if changes {
        altered += 1
        if !isFound { unnoticed.append(place) }
      }
    }
    #expect(unnoticed == [])
    #expect(altered > count / 8, "the bytes that were tried hardly matter")
  }
}

/// Everything that SQLite reads out of a practice file.
enum Dump {
  static func of(_ path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.read { database in
      var rows = try Row.fetchAll(database, sql: "SELECT * FROM sqlite_schema").map(text)
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      for table in tables {
        rows += try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { table + text($0) }
      }
      return rows
    }
  }

  private static func text(_ row: Row) -> String {
    row.databaseValues.map { value in
      switch value.storage {
      case .null: "null"
      case .int64(let number): "\(number)"
      case .double(let number): "\(number)"
      case .string(let text): "'\(text)'"
      case .blob(let bytes): bytes.hexadecimal
      }
    }.joined(separator: "|")
  }
}
