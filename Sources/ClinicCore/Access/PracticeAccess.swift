import TechniqueKit

/// Who may open the practice, and with what.
///
/// A store is locked when it is made. Until it is unlocked it gives out nothing but its key slots,
/// and the other functions throw `StoreError.locked`; each throws what stands in the way of the file.
public protocol PracticeAccess: AnyObject {
  /// Whether nobody has founded a practice in this file yet.
  var isNew: Bool { get throws }
  /// Names the practice for ever, wherever its file lies.
  var practiceID: String { get throws }
  /// Who is at work; `nil` while locked.
  var person: Person? { get }

  /// Makes the practice's keys, its first person as owner, and the first key slots.
  ///
  /// - Returns: the recovery code, which is shown once and kept nowhere.
  func found(_ owner: Person.Profile, opening secret: Secret) throws -> String

  /// Whether the person at work signed in with a passphrase of their own.
  var isPersonal: Bool { get }

  /// - Throws: `StoreError.wrongSecret`, `.waitToSignIn`, `.keyFileMissing` and its kin.
  func unlock(_ secret: Secret) throws -> Person
  /// Forgets the keys.
  func lock()
  /// Whether an owner could sign in.
  var ownerHasPassphrase: Bool { get throws }

  func people() throws -> [Person]
  func add(_ profile: Person.Profile, role: Role, passphrase: String) throws -> Person
  /// Ends a person's access: their keys go, the name stays under what was written.
  ///
  /// - Parameters:
  ///   - changes: of appointments that others take over, in the same transaction.
  ///   - reason: stays in the trail.
  /// - Returns: the keys that went with them.
  /// - Throws: `StoreError.lastOwner`, `StoreError.lastKeySlot`, `StoreError.onlyRecoveryCode`,
  ///   `StoreError.taken`, `StoreError.stale`; nothing was changed then.
  func remove(
    _ person: ID<Person>, with changes: [Change], because reason: String?
  ) throws -> [KeySlot.Kind]
  /// The new passphrase takes the place of the old one.
  func setPassphrase(_ passphrase: String, of person: ID<Person>) throws

  /// Oldest first.
  func keySlots() throws -> [KeySlot]
  func addKeyFile(at path: String) throws
  /// - Returns: the new code, shown once.
  func addRecoveryCode() throws -> String
  /// - Throws: `StoreError.lastKeySlot`, `StoreError.onlyRecoveryCode`, `StoreError.keyInUse`.
  func removeKeySlot(_ slot: ID<KeySlot>) throws
  /// Makes a new practice key and wraps every chart key with it; every slot opens the new one.
  func rotateKeys() throws
}

extension PracticeAccess {
  /// Ends a person's access and changes nothing else.
  public func remove(_ person: ID<Person>) throws -> [KeySlot.Kind] {
    try remove(person, with: [], because: nil)
  }
}
