import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// Destroying a chart's key. The sealed entries stay, so that the chains stay whole, and can never
/// be read again.
enum Erasing {
  /// Does nothing when the chart is not there or was erased already.
  static func erase(
    _ chart: String, reason: String, _ database: Database, _ pen: TrailPen
  ) throws {
    guard chart != PracticeChart.id else { return }
    try database.execute(
      sql: "UPDATE chart SET wrapped_key = NULL WHERE id = ? AND wrapped_key IS NOT NULL",
      arguments: [chart])
    guard database.changesCount == 1 else { return }
    try Indexing.forget(chart, database)
    try pen.add(.erased, chart: chart, detail: reason)
  }
}

extension SQLiteChartStore {
  /// Erasing somebody a second time does what the first time left undone in backups.
  public func erase(_ chart: ID<Chart>, reason: String) throws -> ErasedCopies {
    let access = try open()
    let paths = try write { database, pen in
      try Erasing.erase(chart.rawValue, reason: reason, database, pen)
      return try KnownCopies.paths(database, pen.keyring)
    }
    knownNames = KnownNames()
    lastRead = LastRead()
    var result = ErasedCopies()
    // The wrapped key may still stand in the write-ahead log.
    do { _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) } } catch {
      result.logIsLeft = true
    }
    for path in paths {
      do {
        guard FileManager.default.fileExists(atPath: path) else { throw UnreadableValue() }
        try erase(chart.rawValue, reason: reason, inCopy: path, access)
        result.reached.append(path)
      } catch { result.notReached.append(path) }
    }
    return result
  }

  private func erase(
    _ chart: String, reason: String, inCopy path: String, _ access: Access
  ) throws {
    let queue = try BackupFile.open(path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let pen = try TrailPen(
          database, access.keyring, by: access.person, at: surroundings.now())
        try Erasing.erase(chart, reason: reason, database, pen)
        try pen.finish()
        return .commit
      }
      // A file that a restore kept may still have a log.
      try BackupFile.closeLog(database)
    }
  }
}
