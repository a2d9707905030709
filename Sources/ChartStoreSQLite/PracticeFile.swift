import ClinicCore
import Foundation
import GRDB

/// The practice file itself: its mode, its settings, its layout.
enum PracticeFile {
  static func configuration(busyTimeout: TimeInterval) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    // GRDB's own setting for a write-ahead log also lowers `synchronous` to NORMAL, which would let
    // a power failure take back what was confirmed; so `turnOnLog` does it.
    // Erased keys must not stay behind in free pages. GRDB turns foreign keys on.
    configuration.prepareDatabase { database in
      try database.execute(
        sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// The file and its folder are made before SQLite sees them, so that nobody else ever may.
  static func prepare(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    let files = FileManager.default
    if !folder.isEmpty, !files.fileExists(atPath: folder) {
      do {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw StoreError.cannotOpen(path: path, reason: "its folder cannot be made")
      }
    }
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw StoreError.cannotOpen(path: path, reason: "it is a folder") }
      if size(of: path) == 0 { try requireNoTraces(of: path, "empty") }
      return
    }
    try requireNoTraces(of: path, "missing")
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// A practice that was here before is never founded anew in its own place: SQLite would throw away
  /// the log of the lost file.
  private static func requireNoTraces(of path: String, _ state: String) throws {
    guard size(of: path + "-wal") == 0,
      !FileManager.default.fileExists(atPath: foundedMark(path))
    else {
      throw StoreError.damaged(
        path: path, detail: "it is \(state), but a practice was here before")
    }
  }

  /// Stands beside a practice file once the practice was founded.
  static func foundedMark(_ path: String) -> String { path + ".present/founded" }

  /// 0 when there is no such file.
  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Creates the tables of a new file, or makes sure that it is one this version can use.
  static func layOut(_ queue: DatabaseQueue, _ path: String, at time: Instant) throws {
    let (application, version, isEmpty) = try queue.read { try marks(of: $0) }
    if application == 0, isEmpty {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          // Another program may have been faster.
          if try marks(of: database).isEmpty {
            try Schema.create(in: database)
            try database.execute(
              sql: "INSERT INTO practice VALUES (?, ?)",
              arguments: [UUID().uuidString.lowercased(), time.milliseconds])
          }
          return .commit
        }
      }
      return
    }
    guard application == Schema.applicationID else { throw StoreError.notAPracticeFile(path: path) }
    if Schema.trialVersions.contains(version) { throw StoreError.trialSchema(path: path) }
    if version > Schema.version { throw StoreError.newerSchema(path: path) }
    guard version == Schema.version else {
      throw StoreError.damaged(path: path, detail: "its version is \(version)")
    }
  }

  /// Turns on the write-ahead log of a practice file, where it stays on. While another program
  /// does the same, this waits for it.
  static func turnOnLog(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      for attempt in 1... {
        if try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" { return }
        do { try database.execute(sql: "PRAGMA journal_mode = WAL") } catch let error
          as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 100
        { usleep(20_000) }
      }
    }
  }

  private static func marks(
    of database: Database
  ) throws -> (application: Int, version: Int, isEmpty: Bool) {
    (
      try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
      try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
      try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    )
  }
}
