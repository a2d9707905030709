import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// A practice in one SQLite file: write-ahead log, synchronous FULL, file mode 0600 in a folder of
/// mode 0700.
///
/// ```swift
/// let store = try SQLiteChartStore(path: "/home/lee/.local/share/fascia/practice.fascia")
/// ```
public final class SQLiteChartStore: ChartStore {
  let queue: DatabaseQueue
  let path: String

  /// Opens the file, or creates it.
  ///
  /// - Parameters:
  ///   - path: of the practice file; its folder is created when it is missing.
  ///   - busyTimeout: seconds to wait while another program writes.
  /// - Throws: `StoreError`; the file is as it was then.
  public init(path: String, busyTimeout: TimeInterval = 5) throws {
    self.path = path
    try Self.prepareFile(path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    configuration.journalMode = .wal
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrate(queue, path)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, path)
    }
  }

  /// The file and its folder are made before SQLite sees them, so that nobody else ever may.
  private static func prepareFile(_ path: String) throws {
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
      return
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func migrate(_ queue: DatabaseQueue, _ path: String) throws {
    let (application, version, isEmpty) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      )
    }
    if application == 0, isEmpty {
      try Schema.migrator.migrate(queue)
      return try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = \(Schema.version);
            """)
      }
    }
    guard application == Schema.applicationID else { throw StoreError.notAPracticeFile(path: path) }
    if version > Schema.version { throw StoreError.newerSchema(path: path) }
    if version < Schema.version { try Schema.migrator.migrate(queue) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try queue.read(body) } catch let error as StoreError { throw error } catch {
      throw StoreError(error, path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      var result: Value?
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          result = try body(database)
          return .commit
        }
      }
      guard let result else {
        throw StoreError.writeFailed(path: path, detail: "nothing was written")
      }
      return result
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, path)
    }
  }
}

extension StoreError {
  /// The one place where an error of SQLite is put into words; its arguments never are.
  init(_ error: any Error, _ path: String) {
    guard let error = error as? DatabaseError else {
      self = .damaged(path: path, detail: "a record cannot be read")
      return
    }
    let detail = "SQLite \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notAPracticeFile(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
        .cannotOpen(path: path, reason: "no permission to write (\(detail))")
      default: .writeFailed(path: path, detail: detail)
      }
  }
}
