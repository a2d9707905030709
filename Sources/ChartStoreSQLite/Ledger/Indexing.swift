import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// Keeps the index tables in step with the ledger; used when something is appended and when all is
/// derived again.
enum Indexing {
  /// - Parameter schema: `main`, or `temp` where a rebuild makes its own copies of the tables.
  static func add(
    _ entry: Entry, number: Int64, _ database: Database, _ keyring: Keyring,
    in schema: String = "main"
  ) throws {
    let chart = entry.chart.rawValue
    switch entry.content {
    case .registered, .identityChanged:
      try database.cachedStatement(
        sql: """
          INSERT INTO \(schema).client_index (chart, number, identity)
            SELECT id, number, ? FROM main.chart WHERE id = ?
            ON CONFLICT (chart) DO UPDATE SET identity = excluded.identity
              WHERE (SELECT happened_at FROM main.entry WHERE number = excluded.identity)
                >= (SELECT happened_at FROM main.entry WHERE number = client_index.identity)
          """
      ).execute(arguments: [number, chart])
    case .visit(let record):
      try database.cachedStatement(
        sql: """
          INSERT INTO \(schema).visit_index (entry, chart, started_at, minutes) VALUES (?, ?, ?, ?)
          """
      ).execute(arguments: [
        entry.id.rawValue, chart, record.startedAt.milliseconds, record.minutes,
      ])
      for technique in Set(record.templates.map(\.technique)) {
        try database.cachedStatement(
          sql: """
            INSERT INTO \(schema).visit_technique_index (chart_number, technique, entry, started_at)
              SELECT number, ?, ?, ? FROM main.chart WHERE id = ?
            """
        ).execute(arguments: [
          Self.mark(of: technique, keyring), number, record.startedAt.milliseconds, chart,
        ])
      }
      try findSessions(
        of: chart, after: record.startedAt.milliseconds, database, in: schema)
      for (place, measurement) in record.measurements.enumerated() {
        try add(measurement, place, entry, number, database, schema)
      }
    case .signature(let signature):
      try database.cachedStatement(
        sql: "UPDATE \(schema).visit_index SET signed = 1 WHERE entry = ?"
      ).execute(arguments: [signature.visit.rawValue])
      try database.cachedStatement(
        sql: """
          UPDATE \(schema).visit_technique_index SET signed = 1
            WHERE chart_number = (SELECT number FROM main.chart WHERE id = ?)
              AND entry = (SELECT number FROM main.entry WHERE id = ?)
          """
      ).execute(arguments: [chart, signature.visit.rawValue])
      try database.cachedStatement(
        sql: """
          UPDATE \(schema).client_index SET visits = visits + 1,
            last_seen = max(coalesce(last_seen, 0),
              (SELECT started_at FROM \(schema).visit_index WHERE entry = ?)) WHERE chart = ?
          """
      ).execute(arguments: [signature.visit.rawValue, chart])
    case .measurement(let measurement):
      try add(measurement, 0, entry, number, database, schema)
    case .appointment(let appointment):
      try put(
        BookedAppointment(entry: entry.id, chart: entry.chart, appointment: appointment),
        database, in: schema)
    case .appointmentChanged(let change): try take(change, database, in: schema)
    case .retraction(let retraction):
      try apply(retraction, number: number, chart, database, keyring, in: schema)
    case .intake(let intake):
      try add(intake, entry, number: number, database, keyring, in: schema)
    case .acknowledgement, .clearance, .notTreated, .addendum, .consent, .diary, .zone: break
    case .goal, .plan, .referral, .reportSent, .closing, .receipt, .receiptVoided: break
    }
  }

  /// What stands for a technique, so that its visits can be counted while the file does not say which
  /// one a chart was treated with.
  static func mark(of technique: ID<Manifest>, _ keyring: Keyring) -> Int64 {
    var digest = Digest("technique")
    digest.add(technique.rawValue)
    return digest.mark(keyring)
  }

  /// Notes a score that tells of a course: one that has a value, and was not taken after a session,
  /// which tells of the session.
  private static func add(
    _ measurement: ClinicCore.Measurement, _ place: Int, _ entry: Entry, _ number: Int64,
    _ database: Database, _ schema: String
  ) throws {
    guard let value = measurement.value, measurement.occasion != .after else { return }
    try database.cachedStatement(
      sql: """
        INSERT INTO \(schema).measurement_index
          SELECT number, ?, ?, ?, ?, ? FROM main.chart WHERE id = ?
        """
    ).execute(arguments: [
      SeriesMark(measurement).text, measurement.at.milliseconds, number, place, value,
      entry.chart.rawValue,
    ])
  }

  /// Removes what the indexes say of a chart whose key was destroyed.
  static func forget(_ chart: String, _ database: Database) throws {
    for (table, columns) in Schema.indexTables {
      let own =
        columns.contains("chart_number")
        ? "chart_number = (SELECT number FROM chart WHERE id = ?)" : "chart = ?"
      try database.execute(sql: "DELETE FROM \(table) WHERE \(own)", arguments: [chart])
    }
  }

  // MARK: Deriving all of them again

  /// Derives the index tables from the ledger into tables of this connection's own.
  static func derive(_ database: Database, _ keyring: Keyring) throws {
    for (table, columns) in Schema.indexTables {
      try database.execute(
        sql: """
          DROP TABLE IF EXISTS temp.\(table);
          CREATE TABLE temp.\(table) (\(columns)) STRICT, WITHOUT ROWID
          """)
    }
    // Each visit and intake looks for others of its chart.
    try database.execute(
      sql: Schema.lookups.replacing("CREATE INDEX ", with: "CREATE INDEX temp."))
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT wrapped_key, \(StoredEntry.columns.qualified("entry")) FROM main.entry
          JOIN main.chart ON chart.id = entry.chart WHERE wrapped_key IS NOT NULL
          AND kind IN ('registered', 'identity_changed', 'intake', 'visit', 'signature', 'measurement',
            'appointment', 'appointment_changed', 'retraction')
          ORDER BY entry.number
        """)
    while let row = try rows.next() {
      let stored = try StoredEntry(row, from: 1)
      let key = try ChartKey.unwrap(try row.optional(0), stored.chart, by: keyring)
      try add(
        try stored.opened(with: key), number: stored.number, database, keyring, in: "temp")
    }
    try database.execute(
      sql: """
        INSERT INTO temp.open_draft_index SELECT draft.id, draft.chart FROM main.draft
          JOIN main.chart ON chart.id = draft.chart WHERE wrapped_key IS NOT NULL
          AND draft.id NOT IN (SELECT subject FROM (SELECT subject, action, max(number)
            FROM main.trail WHERE action IN ('draft_closed', 'draft_reopened') GROUP BY subject)
            WHERE action = 'draft_closed')
        """)
  }

  /// Compares the index tables with derived ones.
  ///
  /// - Returns: for each table how many rows it lacks, and how many it has that it should not.
  static func differences(
    _ database: Database
  ) throws -> [(table: String, lacking: Int, surplus: Int)] {
    try Schema.indexTables.map { table, _ in
      func count(_ one: String, without other: String) throws -> Int {
        try Int.fetchOne(
          database,
          sql:
            "SELECT count(*) FROM (SELECT * FROM \(one).\(table) EXCEPT SELECT * FROM \(other).\(table))"
        ) ?? 0
      }
      return (
        table, try count("temp", without: "main"), try count("main", without: "temp")
      )
    }
  }

  static func dropDerived(_ database: Database) throws {
    for (table, _) in Schema.indexTables {
      try database.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
    }
  }
}

extension SQLiteChartStore {
  public func rebuildIndexes() throws -> [String] {
    try write { database, pen in
      try Indexing.derive(database, pen.keyring)
      let differing = try Indexing.differences(database).filter { $0.lacking + $0.surplus > 0 }
        .map { "\($0.table): \($0.lacking) missing or changed, \($0.surplus) too many or changed" }
      for (table, _) in Schema.indexTables {
        try database.execute(
          sql: "DELETE FROM main.\(table); INSERT INTO main.\(table) SELECT * FROM temp.\(table)")
      }
      try Indexing.dropDerived(database)
      try pen.add(.rebuilt, detail: differing.isEmpty ? nil : differing.joined(separator: "; "))
      return differing
    }
  }
}
