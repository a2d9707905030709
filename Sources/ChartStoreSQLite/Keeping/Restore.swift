import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  /// Puts a backup in the place of the practice file.
  ///
  /// The backup is copied beside the practice and proved there. Clients who were erased since are
  /// erased in it again. Only then the two change places; the file that stood there is kept.
  ///
  /// - Parameters:
  ///   - backup: path of a backup.
  ///   - path: of the practice file; need not exist or be readable.
  ///   - secret: opens the backup.
  /// - Returns: what was restored, and where the file that stood there is now.
  /// - Throws: `StoreError.inUse` when somebody has the practice open, `StoreError.backupFailed`
  ///   when the backup is not whole; the practice is as it was then.
  public static func restore(
    from backup: String, over path: String, opening secret: Secret,
    surroundings: any Surroundings
  ) throws -> (proof: BackupProof, kept: String?) {
    _ = try practiceID(ofBackup: backup)
    let gate = try PresenceBoard.closeGate(of: path)
    defer { Foundation.close(gate) }
    let copy = "\(path).restoring"
    for leftover in [copy, copy + "-journal", copy + "-wal", copy + "-shm"] { unlink(leftover) }
    try PracticeFile.prepare(copy)
    defer { unlink(copy) }
    do {
      let source = try BackupFile.open(backup, readOnly: true)
      let queue = try BackupFile.open(copy)
      try source.read { from in
        try queue.writeWithoutTransaction { to in
          try from.backup(to: to)
          try BackupFile.closeLog(to)
        }
      }
      try PracticeFile.layOut(queue, backup, at: surroundings.now())
      try queue.close()
      let access = try opened(copy, secret, surroundings)
      guard access.person.role.permissions.contains(.staff), access.keyring.practice != nil else {
        throw StoreError.noRight("backups; only an owner restores one")
      }
      let proof = try BackupFile.prove(copy, access.keyring)
      let erased = erasedCharts(path, access.keyring)
      let restored = try BackupFile.open(copy)
      try restored.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          let pen = try TrailPen(
            database, access.keyring, by: access.person, at: surroundings.now())
          for chart in erased {
            try Erasing.erase(chart, reason: "erased before the restore", database, pen)
          }
          try pen.add(.restored, detail: proof.head.description)
          try pen.finish()
          return .commit
        }
      }
      try restored.close()
      let kept = try swap(copy, with: path, at: surroundings.now())
      return (
        BackupProof(path: path, charts: proof.charts, entries: proof.entries, head: proof.head),
        kept
      )
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError.backupFailed(path: backup, reason: BackupFile.words(error, backup))
    }
  }

  /// Which practice a backup is of, so that its key can be found.
  public static func practiceID(ofBackup path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError.cannotOpen(path: path, reason: "there is no such file")
    }
    do {
      let queue = try BackupFile.open(path, readOnly: true)
      defer { try? queue.close() }
      let id = try queue.read { database -> String? in
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID
        else { return nil }
        return try String.fetchOne(database, sql: "SELECT id FROM practice")
      }
      guard let id else { throw StoreError.notAPracticeFile(path: path) }
      return id
    } catch let error as StoreError { throw error } catch { throw StoreError(error, path) }
  }

  /// Unlocks a copy without leaving anything beside it.
  private static func opened(
    _ copy: String, _ secret: Secret, _ surroundings: any Surroundings
  ) throws -> Access {
    let store = try SQLiteChartStore(path: copy, surroundings: surroundings)
    defer {
      try? store.queue.writeWithoutTransaction { try BackupFile.closeLog($0) }
      try? store.queue.close()
      try? FileManager.default.removeItem(atPath: copy + ".present")
    }
    try store.unlock(secret, traced: false)
    return try store.open()
  }

  /// Charts that were erased in the practice that is replaced, as far as it can be read.
  private static func erasedCharts(_ path: String, _ keyring: Keyring) -> [String] {
    guard FileManager.default.fileExists(atPath: path),
      let queue = try? BackupFile.open(path, readOnly: true)
    else { return [] }
    defer { try? queue.close() }
    return
      (try? queue.read { database in
        guard try TrailEnd.read(database).isSealed(by: keyring) else { return [] }
        return try String.fetchAll(
          database, sql: "SELECT DISTINCT chart FROM trail WHERE action = 'erased'")
      }) ?? []
  }

  /// The old file keeps existing under its new name before the new one takes its place, so that a
  /// crash between two steps never leaves nothing.
  private static func swap(
    _ copy: String, with path: String, at time: Instant
  ) throws -> String? {
    var kept: String?
    guard FileSync.sync(copy) else {
      throw StoreError.backupFailed(path: path, reason: String(cString: strerror(errno)))
    }
    if FileManager.default.fileExists(atPath: path) {
      let old = "\(path).before-\(time.local.date)-\(time.milliseconds % 86_400_000)"
      // What the write-ahead log holds goes into the old file, or stays beside it when it cannot.
      if let queue = try? BackupFile.open(path) {
        try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? queue.close()
      }
      guard link(path, old) == 0 else {
        throw StoreError.backupFailed(path: path, reason: String(cString: strerror(errno)))
      }
      for suffix in ["-wal", "-shm"] { rename(path + suffix, old + suffix) }
      kept = old
    }
    guard rename(copy, path) == 0, FileSync.folder(of: path) else {
      throw StoreError.backupFailed(path: path, reason: String(cString: strerror(errno)))
    }
    return kept
  }
}
