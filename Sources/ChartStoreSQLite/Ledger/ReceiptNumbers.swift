import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// The highest number of the receipts read so far, and up to which entry.
struct KnownReceipts {
  var highest = 0
  var upTo: Int64 = 0
}

extension SQLiteChartStore {
  /// The first call reads every receipt; later ones only those that were written since.
  public func nextReceiptNumber() throws -> Int {
    try read { database, keyring in
      knownReceipts = try receipts(after: knownReceipts, database, keyring)
      return try nextNumber(knownReceipts, database)
    }
  }

  /// Two programs that hand out a receipt at one moment never give it one number. Charts that come from
  /// another practice bring their receipts along as they are.
  func requireNextReceiptNumber(
    _ changes: [Change], _ database: Database, _ pen: TrailPen
  ) throws {
    var imported: Set<ID<Chart>> = []
    for change in changes {
      switch change {
      case .chartOpened(let chart, _): imported.insert(chart)
      case .appended(let entry) where !imported.contains(entry.chart):
        guard case .receipt(let issued) = entry.content else { continue }
        let known = try receipts(after: knownReceipts, database, pen.keyring)
        guard try issued.number == nextNumber(known, database) else {
          throw StoreError.numberTaken
        }
      default: continue
      }
    }
  }

  /// A receipt in a chart that was erased cannot be read, and still counts.
  private func nextNumber(_ known: KnownReceipts, _ database: Database) throws -> Int {
    let count =
      try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM entry WHERE kind = 'receipt'")) ?? 0
    return max(known.highest, count) + 1
  }

  private func receipts(
    after known: KnownReceipts, _ database: Database, _ keyring: Keyring
  ) throws -> KnownReceipts {
    var known = known
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT wrapped_key, \(StoredEntry.columns.qualified("entry")) FROM entry
          JOIN chart ON chart.id = entry.chart
          WHERE entry.number > ? AND kind = 'receipt' AND wrapped_key IS NOT NULL
          ORDER BY entry.number
        """, arguments: [known.upTo])
    while let row = try rows.next() {
      let stored = try StoredEntry(row, from: 1)
      let key = try ChartKey.unwrap(try row.optional(0), stored.chart, by: keyring)
      if case .receipt(let issued) = try stored.opened(with: key).content {
        known.highest = max(known.highest, issued.number)
      }
      known.upTo = stored.number
    }
    return known
  }
}
