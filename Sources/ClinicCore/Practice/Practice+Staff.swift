import TechniqueKit

extension Practice {
  /// Everyone who ever worked here; colleagues know one another's names.
  public func people() throws -> [Person] {
    _ = try atWork()
    return try store.people()
  }

  /// - Throws: `ClinicError.notPermitted` for anybody but an owner, `StoreError.loginTaken`.
  public func add(
    _ profile: Person.Profile, role: Role, passphrase: String
  ) throws -> Person {
    try require(.staff)
    return try store.add(profile, role: role, passphrase: passphrase)
  }

  /// Everyone may change their own passphrase, an owner anybody's.
  public func setPassphrase(_ passphrase: String, of person: ID<Person>) throws {
    if try atWork().id != person { try require(.staff) }
    try store.setPassphrase(passphrase, of: person)
  }

  /// Oldest first.
  public func keySlots() throws -> [KeySlot] {
    try require(.staff)
    return try store.keySlots()
  }

  public func addKeyFile(at path: String) throws {
    try require(.staff)
    try store.addKeyFile(at: path)
  }

  /// - Returns: the code, which is shown once.
  public func addRecoveryCode() throws -> String {
    try require(.staff)
    return try store.addRecoveryCode()
  }

  /// - Throws: `StoreError.lastKeySlot`, `StoreError.onlyRecoveryCode`, `StoreError.keyInUse`,
  ///   `StoreError.noSuchKeySlot`.
  public func removeKeySlot(_ slot: ID<KeySlot>) throws {
    try require(.staff)
    try store.removeKeySlot(slot)
  }

  public func rotateKeys() throws {
    try require(.staff)
    try store.rotateKeys()
  }
}
