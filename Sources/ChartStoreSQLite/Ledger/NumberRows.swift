import GRDB
import GRDBSQLite

/// Steps through rows of numbers and short names by SQLite's own interface, for questions with a row
/// for each chart: a row as GRDB makes it costs more than it does to find it.
final class NumberRows {
  private let statement: OpaquePointer

  /// - Parameter arguments: in their order. The statement is kept by the connection, so that only one
  ///   of the same text may be stepped through at a time.
  init(_ database: Database, _ sql: String, _ arguments: [Int64]) throws {
    statement = try database.cachedStatement(sql: sql).sqliteStatement
    for (place, argument) in arguments.enumerated() {
      sqlite3_bind_int64(statement, Int32(place + 1), argument)
    }
  }

  deinit { sqlite3_reset(statement) }

  /// - Returns: whether there was one more row.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    return false
  }

  /// A damaged file may hold anything there.
  func number(_ column: Int32) throws -> Int64 {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { throw UnreadableValue() }
    return sqlite3_column_int64(statement, column)
  }

  func fraction(_ column: Int32) throws -> Double {
    guard sqlite3_column_type(statement, column) == SQLITE_FLOAT else { throw UnreadableValue() }
    return sqlite3_column_double(statement, column)
  }

  /// The bytes of a text, which stand until the next row: most are compared, and few are read.
  func bytes(_ column: Int32) throws -> UnsafeRawBufferPointer {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT else { throw UnreadableValue() }
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
