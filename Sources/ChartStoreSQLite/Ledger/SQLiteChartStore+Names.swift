import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// The names read so far, and up to which entry.
struct KnownNames {
  var names = ClientNames()
  var upTo: Int64 = 0
}

extension SQLiteChartStore {
  /// The first call reads every client; later ones only what was written since, here or elsewhere.
  public func names() throws -> ClientNames {
    try read { database, keyring in
      let last =
        try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM entry")) ?? 0
      if knownNames.upTo > 0, last > knownNames.upTo {
        try learn(
          """
          FROM entry JOIN chart ON chart.id = entry.chart
            WHERE entry.number > ? AND kind IN ('registered', 'identity_changed')
            AND entry.number IN (SELECT identity FROM client_index WHERE chart = entry.chart)
            ORDER BY entry.number
          """, [knownNames.upTo], database, keyring)
        // Where something was taken back or put back the index says who the client is now.
        try learn(
          """
          FROM client_index JOIN chart ON chart.id = client_index.chart
            JOIN entry ON entry.number = client_index.identity
            WHERE client_index.chart IN
              (SELECT chart FROM entry WHERE number > ? AND kind = 'retraction')
          """, [knownNames.upTo], database, keyring)
      }
      // An erased client leaves no entry, but the index has one client fewer.
      let count = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM client_index"))
      if knownNames.names.count != count {
        knownNames = KnownNames()
        try learn(
          """
          FROM client_index JOIN chart ON chart.id = client_index.chart
            JOIN entry ON entry.number = client_index.identity
          """, [], database, keyring)
      }
      knownNames.upTo = last
    }
    return knownNames.names
  }

  private func learn(
    _ source: String, _ arguments: StatementArguments, _ database: Database, _ keyring: Keyring
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT chart.number, wrapped_key, \(StoredEntry.columns.qualified("entry")) \(source)",
      arguments: arguments)
    while let row = try rows.next() {
      let stored = try StoredEntry(row, from: 2)
      guard let wrapped: Data = try row.optional(1) else { continue }
      let key = try ChartKey.unwrap(wrapped, stored.chart, by: keyring)
      knownNames.names.set(try stored.identity(with: key).name, number: try row.value(0))
    }
  }
}
