import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// What came of a restore.
public struct RestoreResult: Hashable, Sendable {
  public let proof: BackupProof
  /// Where the file that stood there is now.
  public let kept: String?
  /// Whether people, keys and erasings of the practice that was replaced hold on; otherwise it could
  /// not be read, and they are as they were in the backup.
  public let carriedOver: Bool
}

extension SQLiteChartStore {
  /// Puts a backup in the place of the practice file.
  ///
  /// The backup is copied beside the practice and proved there. Only the charts go back in time:
  /// people and keys stay as they are now, and who was erased since is erased again. Then the two
  /// files change places, and the one that stood there is kept.
  ///
  /// - Parameters:
  ///   - backup: path of a backup.
  ///   - path: of the practice file; need not exist or be readable.
  ///   - secret: opens the backup.
  /// - Throws: `StoreError.inUse` when somebody has the practice open, `StoreError.noRight` for
  ///   anybody but an owner, `StoreError.restoreFailed` when the backup is not whole or is of another
  ///   practice; the practice is as it was then.
  public static func restore(
    from backup: String, over path: String, opening secret: Secret,
    surroundings: any Surroundings
  ) throws -> RestoreResult {
    let path = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    let id = try practiceID(ofBackup: backup)
    if let there = try? practiceID(ofBackup: path), there != id {
      throw StoreError.restoreFailed(path: backup, reason: "it is a backup of another practice")
    }
    let gate = try PresenceBoard.closeGate(of: path)
    defer { Foundation.close(gate) }
    let copy = path + restoringSuffix
    removeRestoring(of: path)
    defer { removeRestoring(of: path) }
    do {
      try PracticeFile.prepare(copy)
      try BackupFile.copy(backup, to: copy, at: surroundings.now())
      let access = try opened(
        copy, secret, surroundings, RefusalCount(folder: path + ".present"))
      let present = PresentAccess(path, access.keyring)
      let person = present?.people.first { $0.id == access.person.id } ?? access.person
      guard person.removedAt == nil, person.role.permissions.contains(.staff),
        access.keyring.practice != nil
      else { throw StoreError.noRight("a restore; an owner does that") }
      let proof: BackupProof
      do { proof = try BackupFile.prove(copy, access.keyring) } catch StoreError.backupFailed(
        _, let reason)
      { throw StoreError.restoreFailed(path: backup, reason: reason) }
      let restored = try BackupFile.open(copy)
      let zone = try restored.read { try PracticeChart.zone($0, access.keyring) }
      let now = surroundings.now()
      let kept =
        FileManager.default.fileExists(atPath: path)
        ? "\(path).before-\(now.date(in: zone))-\(now.milliseconds % 86_400_000)" : nil
      try restored.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          let pen = try TrailPen(database, access.keyring, by: person, at: surroundings.now())
          try present?.carryOver(into: database, pen, practice: id)
          if let kept { try pen.add(.copy, detail: kept) }
          try pen.add(.restored, detail: proof.head.description)
          try pen.finish()
          return .commit
        }
      }
      try restored.close()
      try swap(copy, with: path, keeping: kept)
      return RestoreResult(
        proof: BackupProof(
          path: path, charts: proof.charts, entries: proof.entries, head: proof.head),
        kept: kept, carriedOver: present != nil)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError.restoreFailed(path: backup, reason: BackupFile.words(error, backup))
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

  private static let restoringSuffix = ".restoring"

  /// Takes away the copy of a restore that is over, or was killed, with all that lies beside it.
  /// Only for whoever has passed the gate.
  static func removeRestoring(of path: String) {
    let copy = path + restoringSuffix
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(copy + suffix) }
    try? FileManager.default.removeItem(atPath: copy + ".present")
  }

  /// Unlocks a copy without leaving anything beside it.
  private static func opened(
    _ copy: String, _ secret: Secret, _ surroundings: any Surroundings, _ patience: RefusalCount
  ) throws -> Access {
    let store = try SQLiteChartStore(path: copy, surroundings: surroundings)
    defer {
      try? store.queue.writeWithoutTransaction { try BackupFile.closeLog($0) }
      try? store.close()
    }
    try store.unlock(secret, traced: false, patience: patience)
    return try store.open()
  }

  /// The old file keeps existing under its new name before the new one takes its place, so that a
  /// crash between two steps never leaves nothing.
  private static func swap(_ copy: String, with path: String, keeping kept: String?) throws {
    func fail() -> StoreError {
      .restoreFailed(path: path, reason: String(cString: strerror(errno)))
    }
    guard FileSync.sync(copy) else { throw fail() }
    if let kept {
      // What the write-ahead log holds goes into the old file, or moves with it when it cannot.
      if let queue = try? BackupFile.open(path) {
        try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? queue.close()
      }
      guard link(path, kept) == 0 else { throw fail() }
      for suffix in ["-wal", "-shm"] { rename(path + suffix, kept + suffix) }
    }
    guard rename(copy, path) == 0 else {
      let error = fail()
      if let kept { for suffix in ["-wal", "-shm"] { rename(kept + suffix, path + suffix) } }
      throw error
    }
    guard FileSync.folder(of: path) else { throw fail() }
  }
}

/// Who may open the practice now, whom it has erased, and which copies it knows of, read from the
/// file that a restore replaces.
private struct PresentAccess {
  let people: [Person]
  private let slots: [SlotKey]
  private let erased: [String]
  private let copies: [String]

  /// `nil` when there is no such file, or it cannot be read and proved with the keys.
  init?(_ path: String, _ keyring: Keyring) {
    guard FileManager.default.fileExists(atPath: path),
      let queue = try? BackupFile.open(path, readOnly: true)
    else { return nil }
    defer { try? queue.close() }
    do {
      self = try queue.read { database in
        guard try TrailEnd.read(database).isSealed(by: keyring) else { throw UnreadableValue() }
        let slots = try KeySlots.all(database)
        for slot in slots where try !KeySlots.isGenuine(slot, database, keyring) {
          throw UnreadableValue()
        }
        return PresentAccess(
          people: try People.all(database, keyring), slots: slots,
          erased: try String.fetchAll(
            database, sql: "SELECT DISTINCT chart FROM trail WHERE action = 'erased'"),
          copies: try KnownCopies.paths(database, keyring))
      }
    } catch { return nil }
  }

  private init(people: [Person], slots: [SlotKey], erased: [String], copies: [String]) {
    self.people = people
    self.slots = slots
    self.erased = erased
    self.copies = copies
  }

  func carryOver(into database: Database, _ pen: TrailPen, practice: String) throws {
    for chart in erased {
      try Erasing.erase(chart, reason: "erased before the restore", database, pen)
    }
    let before = try People.all(database, pen.keyring)
    for person in people where !before.contains(person) { try People.put(person, database, pen) }
    for slot in try KeySlots.all(database) where !slots.contains(where: { $0.id == slot.id }) {
      try KeySlots.remove(slot.id, database, pen)
    }
    let auditors = Set(people.filter { $0.role == .auditor }.map(\.id.rawValue))
    for var slot in slots {
      slot.keyring = try slot.wrap(
        auditors.contains(slot.person) ? pen.keyring.withoutCharts : pen.keyring, practice)
      try KeySlots.add(slot, database, pen)
    }
    let known = try KnownCopies.paths(database, pen.keyring)
    for path in copies where !known.contains(path) { try pen.add(.copy, detail: path) }
  }
}
