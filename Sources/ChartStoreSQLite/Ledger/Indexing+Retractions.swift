import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension Indexing {
  /// Takes what retracted entries say out of the index tables, or puts it in again.
  ///
  /// - Parameter number: of the retraction.
  static func apply(
    _ retraction: Retraction, number: Int64, _ chart: String, _ database: Database,
    _ keyring: Keyring, in schema: String
  ) throws {
    var (bearsOnAppointments, bearsOnIdentity) = (false, false)
    // A signature is written after its visit, so it goes first and comes last.
    let ids = retraction.restores ? retraction.entries : retraction.entries.reversed()
    for id in ids {
      try database.cachedStatement(
        sql: retraction.restores
          ? "DELETE FROM \(schema).retracted_index WHERE entry = ? AND chart = ?"
          : "INSERT OR IGNORE INTO \(schema).retracted_index VALUES (?, ?)"
      ).execute(arguments: [id.rawValue, chart])
      guard let stored = try stored(id.rawValue, of: chart, database) else { continue }
      if appointmentKinds.contains(stored.kind) {
        bearsOnAppointments = true
      } else if stored.kind == Entry.Kind.identityChanged.rawValue {
        bearsOnIdentity = true
      } else if retraction.restores {
        let wrapped = try Data.fetchOne(
          database, sql: "SELECT wrapped_key FROM main.chart WHERE id = ?", arguments: [chart])
        let key = try ChartKey.unwrap(wrapped, chart, by: keyring)
        try add(
          try stored.opened(with: key), number: stored.number, database, keyring, in: schema)
      } else {
        try remove(stored, database, in: schema)
      }
    }
    if bearsOnAppointments {
      try foldAppointments(of: chart, upTo: number, database, keyring, in: schema)
    }
    if bearsOnIdentity { try findIdentity(of: chart, upTo: number, database, in: schema) }
  }

  /// Who the client is by the last entry that says so and was not taken back.
  private static func findIdentity(
    of chart: String, upTo number: Int64, _ database: Database, in schema: String
  ) throws {
    try database.execute(
      sql: """
        UPDATE \(schema).client_index SET identity =
          (SELECT max(number) FROM main.entry WHERE chart = :chart AND number <= :number
            AND kind IN ('registered', 'identity_changed')
            AND id NOT IN (SELECT entry FROM \(schema).retracted_index)) WHERE chart = :chart
        """, arguments: ["chart": chart, "number": number])
  }

  private static func stored(
    _ id: String, of chart: String, _ database: Database
  ) throws -> StoredEntry? {
    try Row.fetchOne(
      database,
      sql: "SELECT \(StoredEntry.columns) FROM main.entry WHERE id = ? AND chart = ?",
      arguments: [id, chart]
    ).map { try StoredEntry($0) }
  }

  private static func remove(
    _ entry: StoredEntry, _ database: Database, in schema: String
  ) throws {
    let chart = entry.chart
    func delete(_ table: String, where column: String, is value: String) throws {
      try database.execute(
        sql: "DELETE FROM \(schema).\(table) WHERE \(column) = ?", arguments: [value])
    }
    func deleteNumbered(_ table: String) throws {
      try database.execute(
        sql: """
          DELETE FROM \(schema).\(table) WHERE entry = ?
            AND chart_number = (SELECT number FROM main.chart WHERE id = ?)
          """, arguments: [entry.number, chart])
    }
    switch Entry.Kind(rawValue: entry.kind) {
    case .registered: try delete("client_index", where: "chart", is: chart)
    case .measurement: try deleteNumbered("measurement_index")
    case .intake: try deleteNumbered("choice_index")
    case .visit:
      try deleteNumbered("measurement_index")
      try deleteNumbered("visit_technique_index")
      try delete("visit_index", where: "entry", is: entry.id)
      try findSessions(of: chart, after: entry.happenedAt, database, in: schema)
      try database.execute(
        sql: """
          UPDATE \(schema).client_index SET
            visits = (SELECT count(*) FROM \(schema).visit_index
              WHERE chart = :chart AND signed = 1),
            last_seen = (SELECT max(started_at) FROM \(schema).visit_index
              WHERE chart = :chart AND signed = 1)
            WHERE chart = :chart
          """, arguments: ["chart": chart])
    default: break
    }
  }
}
