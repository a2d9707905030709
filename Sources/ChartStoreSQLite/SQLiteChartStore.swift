import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// A practice in one SQLite file: write-ahead log, synchronous FULL, file mode 0600 in a folder of
/// mode 0700, all that is said of a client sealed.
///
/// ```swift
/// let store = try SQLiteChartStore(path: "/home/lee/.local/share/fascia/practice.fascia")
/// if try store.isNew { print(try store.found(owner, opening: .keyFile(keyPath))) }
/// let person = try store.unlock(.keyFile(keyPath))
/// ```
public final class SQLiteChartStore: PracticeStore {
  let queue: DatabaseQueue
  let path: String
  public let surroundings: any Surroundings
  /// `nil` for a practice that is in memory only.
  let board: PresenceBoard?
  let typedLine: TypedLineFile
  /// scrypt's N for passphrases that are set from now on.
  let passphraseCost: Int
  var access: Access?
  var knownNames = KnownNames()
  var lastRead = LastRead()
  /// The time zones that were read last.
  var knownZones: [KeptZone] = []
  var knownReceipts = KnownReceipts()
  var knownPeople: [ID<Person>: String] = [:]

  /// What an unlocked store has at hand.
  struct Access: Sendable {
    let practice: String
    let keyring: Keyring
    let person: Person
    /// The slot it was opened with, and that slot's wrapped keyring as it was then.
    let slot: SlotKey
    /// Kept so that a practice key renewed elsewhere can be read again; `nil` for what a person
    /// types.
    let keyFile: String?
  }

  /// Opens the file, or creates it. The store is locked then.
  ///
  /// - Parameters:
  ///   - path: of the practice file; its folder is created when it is missing.
  ///   - surroundings: the clock of the trail.
  ///   - busyTimeout: seconds to wait while another program writes.
  ///   - passphraseCost: scrypt's N, a power of two; lower ones are for tests.
  /// - Throws: `StoreError`; the file is as it was then.
  public init(
    path: String, surroundings: any Surroundings, busyTimeout: TimeInterval = 5,
    passphraseCost: Int = SQLiteChartStore.standardPassphraseCost
  ) throws {
    // However a file is called, its lock and its log lie beside the file itself.
    let path = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    self.path = path
    self.surroundings = surroundings
    self.passphraseCost = passphraseCost
    try PracticeFile.prepare(path)
    let board = try PresenceBoard(path, since: surroundings.now())
    self.board = board
    typedLine = TypedLineFile(path: board.pathOfTypedLine)
    // With the gate passed no restore is under way; a killed one may have left its copy.
    Self.removeRestoring(of: path)
    do {
      queue = try DatabaseQueue(
        path: path, configuration: PracticeFile.configuration(busyTimeout: busyTimeout))
      try PracticeFile.layOut(queue, path, at: surroundings.now())
      try PracticeFile.turnOnLog(queue)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, path)
    }
  }

  /// A practice that is in memory only.
  private init(inMemory surroundings: any Surroundings, passphraseCost: Int) throws {
    path = "the copy in memory"
    self.surroundings = surroundings
    self.passphraseCost = passphraseCost
    board = nil
    typedLine = TypedLineFile(path: nil)
    do {
      queue = try DatabaseQueue(configuration: PracticeFile.configuration(busyTimeout: 5))
    } catch { throw StoreError(error, path) }
  }

  /// A copy in memory of the practice as it is now, opened as this one is. What is written to it is
  /// gone with it.
  ///
  /// - Parameter clock: of the copy's trail; this store's own when it is left out.
  public func rehearsal(by clock: (any Surroundings)? = nil) throws -> SQLiteChartStore {
    let access = try open()
    let copy = try SQLiteChartStore(
      inMemory: clock ?? surroundings, passphraseCost: passphraseCost)
    do { try queue.backup(to: copy.queue) } catch { throw worded(error) }
    copy.access = access
    return copy
  }

  /// A practice without clients, in memory, founded and open.
  public static func madeUp(
    _ owner: Person.Profile, surroundings: any Surroundings
  ) throws -> SQLiteChartStore {
    let store = try SQLiteChartStore(inMemory: surroundings, passphraseCost: 1024)
    try PracticeFile.layOut(store.queue, store.path, at: surroundings.now())
    let code = try store.found(owner, opening: .passphrase(login: owner.login, UUID().uuidString))
    try store.unlock(.recoveryCode(code))
    return store
  }

  public static let standardPassphraseCost = SlotKey.passphraseCost

  /// Lets go of the file; the store is of no use afterwards.
  public func close() throws {
    access = nil
    do { try queue.close() } catch { throw worded(error) }
    typedLine.remove()
    board?.leave()
  }

  /// Opens a second connection to the same open practice, for work on another thread.
  ///
  /// - Throws: `StoreError.locked`; what is returned throws what opening a store does.
  public func companion() throws -> @Sendable () throws -> SQLiteChartStore {
    let access = try open()
    let (path, cost) = (path, passphraseCost)
    // A clock is asked for the time only.
    nonisolated(unsafe) let surroundings = surroundings
    return {
      let other = try SQLiteChartStore(
        path: path, surroundings: surroundings, passphraseCost: cost)
      other.access = access
      other.board?.signedIn(access.person.id)
      return other
    }
  }

  public var person: Person? { access?.person }

  /// - Throws: `StoreError.locked`.
  func open() throws -> Access {
    guard let access else { throw StoreError.locked }
    return access
  }

  /// Reads with the keys of the open practice.
  func read<Value>(_ body: (Database, Keyring) throws -> Value) throws -> Value {
    try withKeys { access in
      try self.look { database in
        try Self.confirm(access, database)
        return try body(database, access.keyring)
      }
    }
  }

  /// Reads what needs no key.
  func look<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try queue.read(body) } catch { throw worded(error) }
  }

  /// One transaction; when it returns, it is on disk.
  func transaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
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
    } catch { throw worded(error) }
  }

  /// One transaction that leaves its rows in the trail.
  func write<Value>(_ body: (Database, TrailPen) throws -> Value) throws -> Value {
    try withKeys { access in
      try self.transaction { database in
        try Self.confirm(access, database)
        let pen = try TrailPen(
          database, access.keyring, by: access.person, at: self.surroundings.now())
        let result = try body(database, pen)
        try pen.finish()
        return result
      }
    }
  }

  /// Runs the body; when the keys were renewed in another window, once more with the new ones.
  func withKeys<Value>(_ body: (Access) throws -> Value) throws -> Value {
    do { return try body(try open()) } catch let change as AccessChanged {
      let keyFile = access?.keyFile
      access = nil
      guard case .keysRenewed = change, let keyFile else { throw StoreError.locked }
      try unlock(.keyFile(keyFile))
      do { return try body(try open()) } catch is AccessChanged { throw StoreError.locked }
    }
  }

  /// The slot is the one this store was opened with, and its person still has access.
  static func confirm(_ access: Access, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT keyring, removed_at FROM key_slot JOIN person ON person.id = key_slot.person
          WHERE key_slot.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [access.slot.id]),
      try row.optional(1) as Int64? == nil
    else { throw AccessChanged.ended }
    let keyring: Data = try row.value(0)
    guard keyring == access.slot.keyring else { throw AccessChanged.keysRenewed }
  }

  /// What somebody did in another window to the access of this one.
  private enum AccessChanged: Error {
    case keysRenewed, ended
  }

  private func worded(_ error: any Error) -> any Error {
    if error is AccessChanged { return error }
    let worded = (error as? StoreError) ?? StoreError(error, path)
    guard case .busy = worded else { return worded }
    return StoreError.busy(path: path, others: words(for: others()))
  }

  /// `J. Lee (since 09:02)`, with the names as they were at sign-in: this is called when the file
  /// cannot be read.
  private func words(for others: [Presence]) -> [String] {
    let zone = (try? knownZones.zone()) ?? .utc
    return others.map { other in
      let name = other.person.flatMap { knownPeople[$0] } ?? "another window"
      return "\(name) (since \(other.since.local(in: zone).clock))"
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
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path, others: [])
      case .SQLITE_FULL: .diskFull(path: path)
      // The log's index could not be made larger, which is what a full disk looks like from there.
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
        .diskFull(path: path)
      case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
        .damaged(path: path, detail: detail)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
        .cannotOpen(path: path, reason: "no permission to write (\(detail))")
      default: .writeFailed(path: path, detail: detail)
      }
  }
}
