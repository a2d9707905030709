import ClinicCore
import Foundation
import GRDB

extension Row {
  /// The value of a column; a damaged file may hold anything there, and must not end the process.
  func value<Value: DatabaseValueConvertible>(_ column: Int) throws -> Value {
    guard let value = Value.fromDatabaseValue(self[column]) else { throw UnreadableValue() }
    return value
  }

  /// The same for a column that may be NULL.
  func optional<Value: DatabaseValueConvertible>(_ column: Int) throws -> Value? {
    let stored: DatabaseValue = self[column]
    return stored.isNull ? nil : try value(column)
  }
}

/// A column held something of another kind than it must.
struct UnreadableValue: Error {}
