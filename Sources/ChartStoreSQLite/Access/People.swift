import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// The table of people. A row may change; the newest row of the trail that speaks of it has its
/// digest.
enum People {
  static func all(_ database: Database, _ keyring: Keyring) throws -> [Person] {
    try Row.fetchAll(database, sql: "SELECT \(columns) FROM person ORDER BY id")
      .map { try person($0, keyring) }
  }

  static func one(
    _ id: String, _ database: Database, _ keyring: Keyring
  ) throws -> Person? {
    try Row.fetchOne(
      database, sql: "SELECT \(columns) FROM person WHERE id = ?", arguments: [id]
    ).map { try person($0, keyring) }
  }

  /// - Parameter reason: stays in the trail.
  static func put(
    _ person: Person, because reason: String? = nil, _ database: Database, _ pen: TrailPen
  ) throws {
    let id = person.id.rawValue
    let profile = try Seal.close(
      try Payload.encode(person.profile), pen.keyring.trail, .profile(id))
    let digest = digest(
      id, person.role.rawValue, profile, person.removedAt?.milliseconds, pen.keyring)
    try database.execute(
      sql: "INSERT OR REPLACE INTO person (\(columns)) VALUES (?, ?, ?, ?, ?)",
      arguments: [id, person.role.rawValue, profile, person.removedAt?.milliseconds, digest])
    try pen.add(
      person.removedAt == nil ? .personAdded : .personRemoved, subject: id, digest: digest,
      detail: "\(person.author), \(person.role.words)\(reason.map { ": \($0)" } ?? "")")
  }

  private static let columns = "id, role, profile, removed_at, digest"

  /// - Throws: when the row is not the one that was written.
  private static func person(_ row: Row, _ keyring: Keyring) throws -> Person {
    let id: String = try row.value(0)
    let profile: Data = try row.value(2)
    let removed: Int64? = try row.optional(3)
    guard let role = Role(rawValue: try row.value(1)),
      try row.value(4) == digest(id, role.rawValue, profile, removed, keyring)
    else { throw UnreadableValue() }
    return Person(
      id: ID(id),
      profile: try Payload.decode(try Seal.open(profile, keyring.trail, .profile(id))),
      role: role, removedAt: removed.map(Instant.init(milliseconds:)))
  }

  private static func digest(
    _ id: String, _ role: String, _ profile: Data, _ removed: Int64?, _ keyring: Keyring
  ) -> Data {
    var digest = Digest("person")
    digest.add(id)
    digest.add(role)
    digest.add(profile)
    digest.add(removed)
    return digest.value(keyring)
  }
}

extension SQLiteChartStore {
  public func people() throws -> [Person] {
    try read { try People.all($0, $1) }
  }

  public func add(
    _ profile: Person.Profile, role: Role, passphrase: String
  ) throws -> Person {
    let person = Person(
      id: ID(UUID().uuidString.lowercased()), profile: profile, role: role)
    let slot = try passphraseSlot(passphrase, of: person)
    try write { database, pen in
      let present = try People.all(database, pen.keyring).filter { $0.removedAt == nil }
      if present.contains(where: { $0.profile.login == profile.login }) {
        throw StoreError.loginTaken(profile.login)
      }
      try People.put(person, database, pen)
      try KeySlots.add(try current(slot, of: person, pen), database, pen)
    }
    return person
  }

  public func remove(
    _ id: ID<Person>, with changes: [Change], because reason: String?
  ) throws -> [KeySlot.Kind] {
    let own = try open().person.id
    return try write { database, pen in
      _ = try make(changes, database, pen)
      let present = try People.all(database, pen.keyring).filter { $0.removedAt == nil }
      guard let person = present.first(where: { $0.id == id }) else {
        throw StoreError.stale("this person has no access any more.")
      }
      if person.role == .owner, present.count(where: { $0.role == .owner }) == 1 {
        throw StoreError.lastOwner
      }
      let slots = try KeySlots.all(database).filter { $0.person == id.rawValue }
      for slot in slots { try KeySlots.remove(slot.id, database, pen) }
      try People.put(
        Person(id: id, profile: person.profile, role: person.role, removedAt: pen.time),
        because: reason, database, pen)
      let kinds = slots.map(\.kind)
      try KeySlots.requireWaysIn(without: kinds, isOwn: id == own, database, pen)
      return kinds
    }
  }

  public func setPassphrase(_ passphrase: String, of id: ID<Person>) throws {
    guard let person = try people().first(where: { $0.id == id && $0.removedAt == nil }) else {
      throw StoreError.stale("this person has no access any more.")
    }
    let slot = try passphraseSlot(passphrase, of: person)
    let stored = try write { database, pen in
      let stored = try current(slot, of: person, pen)
      for old in try KeySlots.all(database)
      where old.kind == .passphrase && old.person == id.rawValue {
        try KeySlots.remove(old.id, database, pen)
      }
      try KeySlots.add(stored, database, pen)
      return stored
    }
    // Whoever changes their own passphrase goes on with the new slot.
    if let access, access.person.id == id, access.slot.kind == .passphrase {
      self.access = Access(
        practice: access.practice, keyring: access.keyring, person: access.person, slot: stored,
        keyFile: nil)
    }
  }

  /// Stretching a passphrase takes a while, so the slot is made before the transaction.
  private func passphraseSlot(_ passphrase: String, of person: Person) throws -> SlotKey {
    let access = try open()
    return try SlotKey(
      .passphrase(login: person.profile.login, passphrase, cost: passphraseCost),
      person: person.id.rawValue, at: surroundings.now(), practice: access.practice,
      keyring: access.keyring.withoutCharts)
  }

  /// The slot with the keys as they are within the transaction: they may have been renewed.
  private func current(_ slot: SlotKey, of person: Person, _ pen: TrailPen) throws -> SlotKey {
    var slot = slot
    slot.keyring = try slot.wrap(
      person.role == .auditor ? pen.keyring.withoutCharts : pen.keyring, try open().practice)
    return slot
  }
}
