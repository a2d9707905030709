import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// Keeps the index tables in step with the entries; used when one is appended and when all are
/// rebuilt.
enum Indexing {
  static func add(_ entry: Entry, _ payload: Data, _ database: Database) throws {
    let chart = entry.chart.rawValue
    switch entry.content {
    case .registered, .identityChanged:
      try database.execute(
        sql: """
          INSERT INTO client_index (chart, identity) VALUES (?, ?)
            ON CONFLICT (chart) DO UPDATE SET identity = excluded.identity
          """, arguments: [chart, payload])
    case .visit(let record):
      try database.execute(
        sql: "INSERT INTO visit_index (entry, chart, started_at, minutes) VALUES (?, ?, ?, ?)",
        arguments: [
          entry.id.rawValue, chart, record.startedAt.milliseconds, record.minutes,
        ])
      for measurement in record.measurements { try add(measurement, entry, database) }
    case .signature(let signature):
      try database.execute(
        sql: "UPDATE visit_index SET signed = 1 WHERE entry = ?",
        arguments: [signature.visit.rawValue])
      try database.execute(
        sql: """
          UPDATE client_index SET visits = visits + 1, last_seen = max(coalesce(last_seen, 0),
            (SELECT started_at FROM visit_index WHERE entry = ?)) WHERE chart = ?
          """, arguments: [signature.visit.rawValue, chart])
    case .measurement(let measurement): try add(measurement, entry, database)
    case .intake, .acknowledgement, .clearance, .notTreated, .addendum: break
    }
  }

  private static func add(
    _ measurement: ClinicCore.Measurement, _ entry: Entry, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: "INSERT INTO measurement_index VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      entry.id.rawValue, entry.chart.rawValue, measurement.metric.rawValue, measurement.version,
      measurement.occasion.rawValue, measurement.at.milliseconds, measurement.value,
    ])
  }
}

extension SQLiteChartStore {
  /// Empties the index tables and derives them from the entries again, in one transaction.
  public func rebuildIndexes() throws {
    try write { database in
      try database.execute(
        sql: """
          DELETE FROM measurement_index; DELETE FROM visit_index; DELETE FROM client_index;
          """)
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY number")
      while let row = try rows.next() {
        try Indexing.add(try Self.entry(row), row["payload"], database)
      }
    }
  }
}
