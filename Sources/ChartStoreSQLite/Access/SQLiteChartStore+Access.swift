import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public var isNew: Bool {
    get throws {
      try look { try Bool.fetchOne($0, sql: "SELECT NOT EXISTS (SELECT 1 FROM key_slot)") ?? true }
    }
  }

  public var practiceID: String {
    get throws {
      let id = try look { try String.fetchOne($0, sql: "SELECT id FROM practice") }
      guard let id else { throw StoreError.damaged(path: path, detail: "its own row is missing") }
      return id
    }
  }

  public var isPersonal: Bool { access?.slot.kind == .passphrase }

  public func found(_ owner: Person.Profile, opening secret: Secret) throws -> String {
    let keyring = Keyring.fresh()
    let code = RecoveryCode.fresh()
    let practice = try practiceID
    let person = Person(id: ID(UUID().uuidString.lowercased()), profile: owner, role: .owner)
    let first = try ingredient(new: secret)
    let now = surroundings.now()
    try transaction { database in
      guard try Int.fetchOne(database, sql: "SELECT count(*) FROM key_slot") == 0 else {
        throw StoreError.stale("the practice was founded in another window meanwhile.")
      }
      try database.execute(
        sql: "INSERT INTO head VALUES (1, 0, ?, ?)",
        arguments: [Digest.start, TrailEnd.seal(0, Digest.start, keyring)])
      let madeAt = try Int64.fetchOne(database, sql: "SELECT made_at FROM practice") ?? 0
      let pen = try TrailPen(database, keyring, by: person, at: now)
      try pen.add(
        .founded, subject: practice,
        digest: Self.foundingDigest(practice, madeAt, keyring))
      try People.put(person, database, pen)
      for secret in [first, .code(code)] {
        let slot = try SlotKey(
          secret, person: person.id.rawValue, at: now, practice: practice, keyring: keyring)
        try KeySlots.add(slot, database, pen)
      }
      try pen.finish()
    }
    return code
  }

  static func foundingDigest(_ practice: String, _ at: Int64, _ keyring: Keyring) -> Data {
    var digest = Digest("practice")
    digest.add(practice)
    digest.add(at)
    return digest.value(keyring)
  }

  @discardableResult
  public func unlock(_ secret: Secret) throws -> Person { try unlock(secret, traced: true) }

  /// - Parameters:
  ///   - traced: whether the trail is told; a copy that is only proved is not changed.
  ///   - patience: where wrong passphrases are counted.
  @discardableResult
  func unlock(
    _ secret: Secret, traced: Bool, patience: RefusalCount? = nil
  ) throws -> Person {
    let refusals = patience ?? RefusalCount(folder: board?.folder ?? NSTemporaryDirectory())
    var login: String?
    var wrong = 0
    if case .passphrase(let typed, _) = secret {
      login = typed
      wrong = try refusals.begin(typed, at: surroundings.now())
    }
    let ingredient = try ingredient(existing: secret)
    let practice = try practiceID
    let opened: Access? = try look { database in
      for slot in try KeySlots.readable(database) where Self.fits(slot, ingredient) {
        guard let keyring = try slot.open(ingredient, practice) else { continue }
        guard let person = try People.one(slot.person, database, keyring),
          person.removedAt == nil, try KeySlots.isGenuine(slot, database, keyring)
        else { throw StoreError.damaged(path: path, detail: "a key slot was changed") }
        var keyFile: String?
        if case .keyFile(let path) = secret { keyFile = path }
        return Access(
          practice: practice, keyring: keyring, person: person, slot: slot, keyFile: keyFile)
      }
      return nil
    }
    guard let access = opened else {
      throw StoreError.wrongSecret(ingredient.kind)
    }
    self.access = access
    if traced, ingredient.kind != .keyFile {
      try write { _, pen in
        if wrong > 0 { try pen.add(.refused, detail: "\(wrong)") }
        try pen.add(.signedIn, detail: ingredient.kind.words)
      }
    }
    if let login { try refusals.clear(login) }
    board?.signedIn(access.person.id)
    board?.markFounded()
    for person in (try? people()) ?? [] { knownPeople[person.id] = person.profile.name }
    return access.person
  }

  public func lock() {
    if access != nil { try? write { _, pen in try pen.add(.locked) } }
    access = nil
    knownNames = KnownNames()
    knownZones = []
    lastRead = LastRead()
    _ = present(at: nil)
    board?.signedIn(nil)
  }

  public var ownerHasPassphrase: Bool {
    get throws {
      try look { database in
        try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS (SELECT 1 FROM key_slot JOIN person ON person.id = key_slot.person
              WHERE kind = 'passphrase' AND role = 'owner' AND removed_at IS NULL)
            """) ?? false
      }
    }
  }

  private static func fits(_ slot: SlotKey, _ ingredient: SlotKey.Ingredient) -> Bool {
    slot.kind == ingredient.kind && (ingredient.login.map(slot.answers) ?? true)
  }

  private func ingredient(existing secret: Secret) throws -> SlotKey.Ingredient {
    switch secret {
    case .keyFile(let path): .key(try KeyFile.read(path))
    case .recoveryCode(let code): .code(code)
    case .passphrase(let login, let words): .passphrase(login: login, words, cost: 0)
    }
  }

  private func ingredient(new secret: Secret) throws -> SlotKey.Ingredient {
    switch secret {
    case .keyFile(let path):
      // A founding that was cut short may have left its key; a clinic may have put one there.
      .key(try KeyFile.readOrCreate(at: path))
    case .recoveryCode(let code): .code(code)
    case .passphrase(let login, let words):
      .passphrase(login: login, words, cost: passphraseCost)
    }
  }
}
