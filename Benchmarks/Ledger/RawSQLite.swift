import Foundation
import GRDBSQLite

/// The peer: a copy of the same practice file, written and read through SQLite's C API alone, with
/// the same pragmas and rows of the same bytes, but nothing sealed, chained or checked.
final class RawSQLite {
  private var database: OpaquePointer?
  private var insertEntry: OpaquePointer?
  private var insertTrail: OpaquePointer?
  private var selectEntries: OpaquePointer?
  private var number: Int64 = 0
  private var row: Int64 = 0

  init(_ path: String) {
    check(sqlite3_open(path, &database))
    for pragma in [
      "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON",
      "trusted_schema = OFF",
    ] { run("PRAGMA \(pragma)") }
    number = value("SELECT max(number) FROM entry")
    row = value("SELECT max(number) FROM trail")
    insertEntry = prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)")
    insertTrail = prepare("INSERT INTO trail VALUES (?, ?, ?, 'wrote', ?, ?, ?, NULL, ?)")
    selectEntries = prepare("SELECT * FROM entry WHERE chart = ? ORDER BY number")
  }

  deinit {
    for statement in [insertEntry, insertTrail, selectEntries] { sqlite3_finalize(statement) }
    sqlite3_close(database)
  }

  /// One durable transaction: an entry of the given size and its row in the trail.
  func append(chart: String, definition: String, person: String, payload: Data) {
    number += 1
    row += 1
    let hash = Data(repeating: 7, count: 32)
    run("BEGIN IMMEDIATE")
    bind(insertEntry, 1, number)
    bind(insertEntry, 2, UUID().uuidString)
    bind(insertEntry, 3, chart)
    bind(insertEntry, 4, "addendum")
    bind(insertEntry, 5, 1_795_515_360_000)
    bind(insertEntry, 6, 1_795_515_360_000)
    bind(insertEntry, 7, definition)
    bind(insertEntry, 8, payload)
    bind(insertEntry, 9, hash)
    step(insertEntry)
    bind(insertTrail, 1, row)
    bind(insertTrail, 2, 1_795_515_360_000)
    bind(insertTrail, 3, person)
    bind(insertTrail, 4, chart)
    bind(insertTrail, 5, "R\(number)")
    bind(insertTrail, 6, hash)
    bind(insertTrail, 7, hash)
    step(insertTrail)
    run("COMMIT")
  }

  /// Reads every column of a chart's entries.
  ///
  /// - Returns: how many bytes the payloads had.
  func read(chart: String) -> Int {
    bind(selectEntries, 1, chart)
    var bytes = 0
    while sqlite3_step(selectEntries) == SQLITE_ROW {
      for column in 0..<sqlite3_column_count(selectEntries) {
        bytes += Int(sqlite3_column_bytes(selectEntries, column))
      }
    }
    sqlite3_reset(selectEntries)
    return bytes
  }

  private func run(_ sql: String) { check(sqlite3_exec(database, sql, nil, nil, nil)) }

  private func prepare(_ sql: String) -> OpaquePointer? {
    var statement: OpaquePointer?
    check(sqlite3_prepare_v2(database, sql, -1, &statement, nil))
    return statement
  }

  private func value(_ sql: String) -> Int64 {
    let statement = prepare(sql)
    defer { sqlite3_finalize(statement) }
    sqlite3_step(statement)
    return sqlite3_column_int64(statement, 0)
  }

  private func bind(_ statement: OpaquePointer?, _ place: Int32, _ number: Int64) {
    check(sqlite3_bind_int64(statement, place, number))
  }

  private func bind(_ statement: OpaquePointer?, _ place: Int32, _ text: String) {
    check(sqlite3_bind_text(statement, place, text, -1, Self.copied))
  }

  private func bind(_ statement: OpaquePointer?, _ place: Int32, _ bytes: Data) {
    check(
      bytes.withUnsafeBytes {
        sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
      })
  }

  private func step(_ statement: OpaquePointer?) {
    guard sqlite3_step(statement) == SQLITE_DONE else {
      check(SQLITE_ERROR)
      return
    }
    sqlite3_reset(statement)
  }

  private func check(_ code: Int32) {
    guard code == SQLITE_OK else {
      print("raw SQLite: \(String(cString: sqlite3_errmsg(database)))")
      exit(1)
    }
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
