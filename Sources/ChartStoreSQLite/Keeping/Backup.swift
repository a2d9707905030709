import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func backup(to path: String, progress: @escaping (Double) -> Void) throws -> BackupProof {
    let access = try open()
    try BackupFile.refuseExisting(path)
    let part = "\(path).part-\(getpid())"
    try PracticeFile.prepare(part)
    defer { unlink(part) }
    do {
      let copy = try BackupFile.open(part)
      // One read transaction: every step copies the same moment, whatever others write meanwhile.
      try queue.read { source in
        try copy.writeWithoutTransaction { destination in
          try source.backup(to: destination, pagesPerStep: 2048) {
            progress(Double($0.completedPageCount) / Double(max(1, $0.totalPageCount)))
          }
          try BackupFile.closeLog(destination)
        }
      }
      try copy.close()
      guard FileSync.sync(part), rename(part, path) == 0, FileSync.folder(of: path) else {
        throw StoreError.backupFailed(path: path, reason: String(cString: strerror(errno)))
      }
      do {
        let proof = try BackupFile.prove(path, access.keyring)
        guard try compare(proof.head) == .contained, try entries(upTo: proof.head) == proof.entries
        else { throw StoreError.backupFailed(path: path, reason: "it differs from the practice") }
        try write { _, pen in
          try pen.add(.backedUp, detail: Backup(head: proof.head, path: path).line)
        }
        return proof
      } catch {
        unlink(path)
        throw error
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError.backupFailed(path: path, reason: BackupFile.words(error, path))
    }
  }

  private func entries(upTo head: SealHead) throws -> Int {
    try read { database, _ in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM trail WHERE action = 'wrote' AND number <= ?",
        arguments: [head.rows]) ?? 0
    }
  }

  /// The files of the backups that the trail knows of, newest first, whether they still exist or
  /// not.
  func knownBackups() throws -> [String] {
    try read { database, keyring in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(StoredTrailRow.columns) FROM trail WHERE action = 'backed_up'
            ORDER BY number DESC
          """
      ).compactMap { try StoredTrailRow($0).opened(keyring).detail.flatMap(Backup.init)?.path }
    }
  }

  /// What the trail says of one backup: `1042-9f8e... /srv/backups/practice-2026-11-24.fascia`.
  private struct Backup {
    let head: SealHead
    let path: String

    init(head: SealHead, path: String) {
      self.head = head
      self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    init?(_ line: String) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let head = SealHead(String(parts[0])) else { return nil }
      (self.head, path) = (head, String(parts[1]))
    }

    var line: String { "\(head) \(path)" }
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
    let found = try verify(copy, keyring)
    guard let head = found.head, found.isWhole else {
      let reason = found.problems.first?.description.dropLast() ?? "its end cannot be read"
      throw StoreError.backupFailed(path: path, reason: String(reason))
    }
    return BackupProof(path: path, charts: found.charts, entries: found.entries, head: head)
  }

  static func verify(_ queue: DatabaseQueue, _ keyring: Keyring) throws -> Verification {
    try queue.writeWithoutTransaction { database in
      var pass = VerifyingPass(database, keyring)
      try database.inTransaction(.deferred) {
        pass.run()
        try Indexing.dropDerived(database)
        return .commit
      }
      return pass.result
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
