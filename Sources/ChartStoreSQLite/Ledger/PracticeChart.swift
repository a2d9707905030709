import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// The chart in which the practice keeps what it says about itself; no client's.
enum PracticeChart {
  static let id = Chart.ofPractice.rawValue
  /// Clients are numbered from 1.
  static let number: Int64 = 0

  static func zones(_ database: Database, _ keyring: Keyring) throws -> [KeptZone] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(StoredEntry.columns) FROM entry WHERE chart = ? AND kind = 'time_zone'
          ORDER BY number
        """)
    let rows = try Row.fetchAll(statement, arguments: [id])
    guard !rows.isEmpty else { return [] }
    let key = try SQLiteChartStore.key(of: id, database, keyring)
    return try rows.map { row in
      let entry = try StoredEntry(row).opened(with: key)
      guard case .zone(let choice) = entry.content else { throw UnreadableValue() }
      return KeptZone(name: choice.zone, since: entry.happenedAt)
    }
  }

  /// UTC where there is none, or this computer does not know it.
  static func zone(_ database: Database, _ keyring: Keyring) throws -> ClinicZone {
    (try? try zones(database, keyring).zone()) ?? .utc
  }
}

extension SQLiteChartStore {
  public func zones() throws -> [KeptZone] {
    try read { database, keyring in
      let count = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM entry WHERE chart = ?"),
        arguments: [PracticeChart.id])
      if count != knownZones.count { knownZones = try PracticeChart.zones(database, keyring) }
      return knownZones
    }
  }

  public func keep(_ choice: Entry, isFirst: Bool) throws {
    try write { database, pen in
      let isOpen = try Self.isOpen(PracticeChart.id, database)
      if isFirst, isOpen { return }
      if !isOpen { _ = try openChart(PracticeChart.id, wanting: nil, database, pen) }
      // Of a practice that is founded now the clients' entries count from 1.
      let isEmpty =
        try Bool.fetchOne(
          database, sql: "SELECT NOT EXISTS (SELECT 1 FROM entry)") ?? false
      _ = try append(choice, as: isEmpty ? 0 : nil, database, pen)
      guard case .zone(let chosen) = choice.content else { return }
      try pen.add(.zoneSet, detail: chosen.zone)
    }
  }

  /// In which the store tells a time of day.
  func zone(_ database: Database, _ keyring: Keyring) throws -> ClinicZone {
    try PracticeChart.zone(database, keyring)
  }
}
