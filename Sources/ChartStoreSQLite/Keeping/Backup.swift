import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func backup(to path: String, progress: @escaping (Double) -> Void) throws -> BackupProof {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    try BackupFile.refuseExisting(path)
    let part = "\(path).part-\(UUID().uuidString)"
    try PracticeFile.prepare(part)
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(part + suffix) } }
    // The trail knows of the copy before there is one, so that no erasing misses it.
    try write { _, pen in try pen.add(.copy, detail: path) }
    var isDone = false
    defer {
      if !isDone, !FileManager.default.fileExists(atPath: path) {
        try? write { _, pen in try pen.add(.copyRemoved, detail: path) }
      }
    }
    do {
      let copy = try BackupFile.open(part)
      // One read transaction: every step copies the same moment, whatever others write meanwhile.
      let keyring = try read { source, keyring in
        try copy.writeWithoutTransaction { destination in
          try source.backup(to: destination, pagesPerStep: 2048) {
            progress(Double($0.completedPageCount) / Double(max(1, $0.totalPageCount)))
          }
          try BackupFile.closeLog(destination)
        }
        return keyring
      }
      try copy.close()
      guard FileSync.sync(part) else {
        throw StoreError.backupFailed(path: path, reason: String(cString: strerror(errno)))
      }
      let proof = try BackupFile.prove(part, keyring)
      guard try compare(proof.head) == .contained, try entries(upTo: proof.head) == proof.entries
      else { throw StoreError.backupFailed(path: path, reason: "it differs from the practice") }
      try BackupFile.refuseExisting(path)
      guard rename(part, path) == 0, FileSync.folder(of: path) else {
        throw StoreError.backupFailed(path: path, reason: String(cString: strerror(errno)))
      }
      guard try BackupFile.head(of: path) == proof.head else {
        throw StoreError.backupFailed(path: path, reason: "it was changed while it was written")
      }
      isDone = true
      try write { _, pen in try pen.add(.backedUp, detail: "\(proof.head) \(path)") }
      return BackupProof(
        path: path, charts: proof.charts, entries: proof.entries, head: proof.head)
    } catch StoreError.backupFailed(_, let reason) {
      throw StoreError.backupFailed(path: path, reason: reason)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError.backupFailed(path: path, reason: BackupFile.words(error, path))
    }
  }

  private func entries(upTo head: SealHead) throws -> Int {
    try read { database, _ in
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM trail WHERE action = 'wrote' AND number <= ? AND chart <> ?",
        arguments: [head.rows, PracticeChart.id]) ?? 0
    }
  }
}

/// Where copies of the practice were put, as far as its trail knows.
enum KnownCopies {
  /// The files that were not taken away again by Fascia, whether they still exist or not.
  static func paths(_ database: Database, _ keyring: Keyring) throws -> [String] {
    var paths: Set<String> = []
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(StoredTrailRow.columns) FROM trail WHERE action IN ('copy', 'copy_removed')
          ORDER BY number
        """)
    for row in rows {
      let row = try StoredTrailRow(row).opened(keyring)
      guard let path = row.detail else { continue }
      if row.action == .copy { paths.insert(path) } else { paths.remove(path) }
    }
    return paths.sorted()
  }
}

/// A copy of a practice as one file without a write-ahead log.
enum BackupFile {
  static func open(_ path: String, readOnly: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      if !readOnly { try database.execute(sql: "PRAGMA secure_delete = ON") }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Everything stands in the one file afterwards.
  static func closeLog(_ database: Database) throws {
    try database.execute(sql: "PRAGMA journal_mode = DELETE")
  }

  /// Copies a backup into an empty file, which is left in the layout of this version.
  static func copy(_ backup: String, to path: String, at time: Instant) throws {
    let source = try open(backup, readOnly: true)
    let queue = try open(path)
    try source.read { from in
      try queue.writeWithoutTransaction { to in
        try from.backup(to: to)
        try closeLog(to)
      }
    }
    try PracticeFile.layOut(queue, backup, at: time)
    try queue.close()
    try source.close()
  }

  static func refuseExisting(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw StoreError.backupFailed(path: path, reason: "something stands there already")
    }
  }

  /// Opens the file and checks all of it.
  ///
  /// - Throws: `StoreError.backupFailed` naming the first broken link.
  static func prove(_ path: String, _ keyring: Keyring) throws -> BackupProof {
    let copy = try open(path)
    defer { try? copy.close() }
    let found = try verify(copy) { _ in keyring }
    guard let head = found.head, found.isWhole else {
      let reason = found.problems.first?.description.dropLast() ?? "its end cannot be read"
      throw StoreError.backupFailed(path: path, reason: String(reason))
    }
    return BackupProof(path: path, charts: found.charts, entries: found.entries, head: head)
  }

  static func head(of path: String) throws -> SealHead {
    let copy = try open(path, readOnly: true)
    defer { try? copy.close() }
    return try copy.read { try TrailEnd.read($0).printed }
  }

  /// - Parameter keyring: asked for within the transaction, so that it fits what is read.
  static func verify(
    _ queue: DatabaseQueue, _ keyring: (Database) throws -> Keyring
  ) throws -> Verification {
    try queue.writeWithoutTransaction { database in
      var result = Verification()
      try database.inTransaction(.deferred) {
        var pass = VerifyingPass(database, try keyring(database))
        try pass.run()
        result = pass.result
        try Indexing.dropDerived(database)
        return .commit
      }
      return result
    }
  }

  static func words(_ error: any Error, _ path: String) -> String {
    switch StoreError(error, path) {
    case .diskFull: "there is no room left on the disk"
    case .writeFailed(_, let detail), .damaged(_, let detail), .cannotOpen(_, let detail): detail
    default: "it could not be written"
    }
  }
}
