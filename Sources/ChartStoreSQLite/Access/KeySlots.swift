import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

/// The table of key slots.
enum KeySlots {
  static let columns = """
    id, kind, person, added_at, login, salt, cost, public_key, private_key, keyring, digest
    """

  static func all(_ database: Database) throws -> [SlotKey] {
    try rows(database).map(slot)
  }

  /// Without those that were spoilt, so that the others still open the practice.
  static func readable(_ database: Database) throws -> [SlotKey] {
    try rows(database).compactMap { try? slot($0) }
  }

  private static func rows(_ database: Database) throws -> [Row] {
    try Row.fetchAll(database, sql: "SELECT \(columns) FROM key_slot ORDER BY added_at, kind, id")
  }

  static func slot(_ row: Row) throws -> SlotKey {
    guard let kind = KeySlot.Kind(rawValue: try row.value(1)) else { throw UnreadableValue() }
    let salt: Data = try row.value(5)
    let cost: Int = try row.value(6)
    // Nothing proves a slot before it is opened, and scrypt traps on what makes no sense.
    guard salt.count == 16, SlotKey.allows(cost, for: kind) else { throw UnreadableValue() }
    return SlotKey(
      id: try row.value(0), kind: kind, person: try row.value(2),
      addedAt: Instant(milliseconds: try row.value(3)), login: try row.value(4), salt: salt,
      cost: cost, publicKey: try row.value(7), privateKey: try row.value(8),
      keyring: try row.value(9))
  }

  /// Whether the row is the one that was written, and not one that somebody slipped in.
  static func isGenuine(
    _ slot: SlotKey, _ database: Database, _ keyring: Keyring
  ) throws -> Bool {
    try Data.fetchOne(
      database, sql: "SELECT digest FROM key_slot WHERE id = ?", arguments: [slot.id])
      == slot.digest(keyring)
  }

  static func add(
    _ slot: SlotKey, _ database: Database, _ pen: TrailPen, as action: TrailAction = .keyAdded
  ) throws {
    let digest = slot.digest(pen.keyring)
    try database.execute(
      sql: "INSERT OR REPLACE INTO key_slot (\(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
      arguments: [
        slot.id, slot.kind.rawValue, slot.person, slot.addedAt.milliseconds, slot.login, slot.salt,
        slot.cost, slot.publicKey, slot.privateKey, slot.keyring, digest,
      ])
    try pen.add(action, subject: slot.id, digest: digest, detail: slot.kind.words)
  }

  static func remove(_ id: String, _ database: Database, _ pen: TrailPen) throws {
    try database.execute(sql: "DELETE FROM key_slot WHERE id = ?", arguments: [id])
    guard database.changesCount == 1 else { throw StoreError.noSuchKeySlot }
    try pen.add(.keyRemoved, subject: id)
  }

  /// After keys were removed some key or passphrase must open the practice to an owner, and if a
  /// recovery code was among them there must be another one.
  ///
  /// - Parameters:
  ///   - removed: the kinds of the keys that were removed.
  ///   - isOwn: whether somebody ends their own access.
  /// - Throws: `StoreError.lastKeySlot`, `StoreError.onlyRecoveryCode`, which take the transaction back.
  static func requireWaysIn(
    without removed: [KeySlot.Kind], isOwn: Bool = false, _ database: Database, _ pen: TrailPen
  ) throws {
    let owners = Set(
      try People.all(database, pen.keyring).filter { $0.role == .owner && $0.removedAt == nil }
        .map(\.id.rawValue))
    let left = try all(database).filter { owners.contains($0.person) }.map(\.kind)
    guard left.contains(where: { $0 != .recovery }) else { throw StoreError.lastKeySlot }
    if removed.contains(.recovery), !left.contains(.recovery) {
      throw StoreError.onlyRecoveryCode(isOwn: isOwn)
    }
  }
}

extension SQLiteChartStore {
  public func keySlots() throws -> [KeySlot] {
    try look { try KeySlots.all($0) }.map {
      KeySlot(id: ID($0.id), kind: $0.kind, person: ID($0.person), addedAt: $0.addedAt)
    }
  }

  public func addKeyFile(at path: String) throws {
    let key = try KeyFile.create(at: path)
    do { try addSlot(.key(key)) } catch {
      unlink(path)
      throw error
    }
  }

  public func addRecoveryCode() throws -> String {
    let code = RecoveryCode.fresh()
    try addSlot(.code(code))
    return code
  }

  /// The new slot opens the practice for whoever is at work now.
  private func addSlot(_ ingredient: SlotKey.Ingredient) throws {
    let access = try open()
    try write { database, pen in
      try KeySlots.add(
        try SlotKey(
          ingredient, person: access.person.id.rawValue, at: pen.time, practice: access.practice,
          keyring: pen.keyring), database, pen)
    }
  }

  public func removeKeySlot(_ id: ID<KeySlot>) throws {
    let own = try open().slot.id
    try write { database, pen in
      let kinds = try KeySlots.all(database).filter { $0.id == id.rawValue }.map(\.kind)
      try KeySlots.remove(id.rawValue, database, pen)
      try KeySlots.requireWaysIn(without: kinds, database, pen)
      guard id.rawValue != own else { throw StoreError.keyInUse }
    }
  }

  public func rotateKeys() throws {
    let access = try open()
    guard access.keyring.practice != nil else { throw StoreError.noRight("charts") }
    let renewed = Keyring(trail: access.keyring.trail, practice: SymmetricKey(size: .bits256))
    var own = access.slot
    try write { database, pen in
      let auditors = Set(
        try People.all(database, pen.keyring).filter { $0.role == .auditor }.map(\.id.rawValue))
      for var slot in try KeySlots.all(database) {
        guard try KeySlots.isGenuine(slot, database, pen.keyring) else {
          throw StoreError.damaged(path: path, detail: "a key slot was changed")
        }
        slot.keyring = try slot.wrap(
          auditors.contains(slot.person) ? renewed.withoutCharts : renewed, access.practice)
        try KeySlots.add(slot, database, pen, as: .keysRotated)
        if slot.id == own.id { own = slot }
      }
      let charts = try Row.fetchAll(
        database, sql: "SELECT id, wrapped_key FROM chart WHERE wrapped_key IS NOT NULL")
      for row in charts {
        let chart: String = try row.value(0)
        let key = try ChartKey.unwrap(try row.optional(1), chart, by: pen.keyring)
        try database.cachedStatement(sql: "UPDATE chart SET wrapped_key = ? WHERE id = ?")
          .execute(arguments: [try ChartKey.wrap(key, chart, by: renewed), chart])
      }
    }
    self.access = Access(
      practice: access.practice, keyring: renewed, person: access.person, slot: own,
      keyFile: access.keyFile)
  }
}
