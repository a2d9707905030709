import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

@Suite struct KeyTests {
  let practice = TestPractice()
  let words = "a few plain words"

  func withKim(_ role: Role = .therapist) throws -> (store: SQLiteChartStore, kim: Person) {
    let (store, _) = try practice.filled()
    let kim = try store.add(
      .init(name: "Synthetic Kim", credential: "LMT", login: "Kim"), role: role, passphrase: words)
    return (store, kim)
  }

  @Test func `the key file is written for its owner only, away from the data, and must be so`()
    throws
  {
    _ = try practice.store()
    var status = stat()
    #expect(stat(practice.keyPath, &status) == 0 && status.st_mode & 0o777 == 0o600)
    chmod(practice.keyPath, 0o640)
    #expect(throws: StoreError.self) { try practice.store() }
    do { _ = try practice.store() } catch {
      #expect("\(error)".contains("others may read it. Type chmod 600 \(practice.keyPath)"))
    }
    try FileManager.default.removeItem(atPath: practice.keyPath)
    #expect(throws: StoreError.keyFileMissing(path: practice.keyPath)) { try practice.store() }
    try "something else".write(toFile: practice.keyPath, atomically: false, encoding: .utf8)
    chmod(practice.keyPath, 0o600)
    #expect(throws: StoreError.self) { try practice.store() }
  }

  @Test func `key file, passphrase and recovery code each open the same charts`() throws {
    let (store, kim) = try withKim()
    let entries = try store.entries(of: practice.chart)
    let code = practice.recoveryCode
    #expect(code.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4, 4])
    for secret in [
      Secret.keyFile(practice.keyPath), .passphrase(login: "KIM", words), .recoveryCode(code),
      .recoveryCode(code.lowercased().replacing("-", with: " ").replacing("0", with: "o")),
    ] {
      let other = try practice.lockedStore()
      try other.unlock(secret)
      #expect(try other.entries(of: practice.chart) == entries)
    }
    let other = try practice.lockedStore()
    #expect(try other.unlock(.passphrase(login: "kim", words)) == kim)
    #expect(other.isPersonal)
  }

  @Test func `wrong secrets open nothing, and after five wrong passphrases there is a wait`() throws
  {
    _ = try withKim()
    let store = try practice.lockedStore()
    #expect(throws: StoreError.wrongSecret(.recovery)) {
      try store.unlock(.recoveryCode("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG"))
    }
    for _ in 0..<5 {
      #expect(throws: StoreError.wrongSecret(.passphrase)) {
        try store.unlock(.passphrase(login: "kim", "guessed words"))
      }
    }
    // Not even another program, nor the right words, get around it.
    let other = try practice.lockedStore()
    #expect(throws: StoreError.waitToSignIn(seconds: 30)) {
      try other.unlock(.passphrase(login: "kim", words))
    }
    practice.clock.time = practice.clock.time.adding(milliseconds: 30_000)
    try other.unlock(.passphrase(login: "kim", words))
    let trail = try other.trail(.init(), limit: 2)
    #expect(trail.map(\.action) == [.signedIn, .refused])
    #expect(trail[1].detail == "5")
  }

  @Test(arguments: [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (99, 900)])
  func `each further wrong passphrase doubles the wait`(refusals: Int, seconds: Int) {
    #expect(SignInDelay.seconds(after: refusals) == seconds)
  }

  @Test func `keys are added and removed, and the last one that opens to an owner stays`() throws {
    let (store, _) = try withKim()
    let second = practice.folder + "/usb/second.key"
    try store.addKeyFile(at: second)
    #expect(throws: StoreError.self) { try store.addKeyFile(at: second) }
    let code = try store.addRecoveryCode()
    for secret in [Secret.keyFile(second), .recoveryCode(code)] {
      try practice.lockedStore().unlock(secret)
    }
    #expect(throws: StoreError.noSuchKeySlot) { try store.removeKeySlot("no such") }
    let others = try store.keySlots().filter { $0.kind != .passphrase }
    #expect(others.count == 4)
    // The slot in use goes last; a therapist's passphrase alone would leave no owner, and neither does
    // a recovery code, of which one stays for the day on which all else is lost.
    let own = try #require(store.access?.slot.id)
    let codes = others.filter { $0.kind == .recovery }
    for slot in others where slot.id.rawValue != own && slot != codes.last {
      try store.removeKeySlot(slot.id)
    }
    #expect(throws: StoreError.onlyRecoveryCode(isOwn: false)) {
      try store.removeKeySlot(try #require(codes.last).id)
    }
    #expect(throws: StoreError.lastKeySlot) { try store.removeKeySlot(ID(own)) }
    #expect(throws: StoreError.wrongSecret(.keyFile)) {
      try practice.lockedStore().unlock(.keyFile(second))
    }
    #expect(try store.verify().isWhole)
  }

  @Test func `a rotated practice key opens with every key, and others at work go on`() throws {
    let (store, _) = try withKim()
    let other = try practice.store()
    let signedIn = try practice.lockedStore()
    try signedIn.unlock(.passphrase(login: "kim", words))
    let wrapped = try practice.raw().read {
      try Data.fetchOne($0, sql: "SELECT wrapped_key FROM chart")
    }
    try store.rotateKeys()
    #expect(
      try practice.raw().read { try Data.fetchOne($0, sql: "SELECT wrapped_key FROM chart") }
        != wrapped)
    // A window that was open before takes the new key by itself, or asks for the passphrase.
    let digest = try other.keep(definition: Data("{}".utf8))
    try other.commit([
      .appended(
        practice.entry("50", .registered(Identity(name: "Synthetic Fay")), digest, in: "chart-9"))
    ])
    #expect(throws: StoreError.locked) { try signedIn.entries(of: practice.chart) }
    for secret in [
      Secret.keyFile(practice.keyPath), .passphrase(login: "kim", words),
      .recoveryCode(practice.recoveryCode),
    ] {
      let fresh = try practice.lockedStore()
      try fresh.unlock(secret)
      #expect(try fresh.entries(of: practice.chart).count == Entry.Kind.allCases.count)
      #expect(try fresh.entries(of: "chart-9").count == 1)
    }
    #expect(try store.verify().isWhole)
  }

  @Test func `a key that is added just after a rotation elsewhere opens the charts`() throws {
    let (store, _) = try withKim()
    let other = try practice.store()
    try store.rotateKeys()
    let code = try other.addRecoveryCode()
    try store.rotateKeys()
    _ = try other.add(
      .init(name: "Synthetic Fay", login: "fay"), role: .therapist, passphrase: words)
    try store.rotateKeys()
    try other.setPassphrase(words, of: try #require(other.person).id)
    for secret in [
      Secret.recoveryCode(code), .passphrase(login: "fay", words),
      .passphrase(login: "lee", words),
    ] {
      let fresh = try practice.lockedStore()
      try fresh.unlock(secret)
      #expect(try fresh.entries(of: practice.chart).count == Entry.Kind.allCases.count)
    }
  }

  @Test func `whoever changes their own passphrase goes on at work`() throws {
    let (_, kim) = try withKim()
    let store = try practice.lockedStore()
    try store.unlock(.passphrase(login: "kim", words))
    try store.setPassphrase("another few words", of: kim.id)
    #expect(try store.entries(of: practice.chart).count == Entry.Kind.allCases.count)
    #expect(try store.verify().isWhole)
  }

  @Test func `the last way in for an owner is never taken away`() throws {
    let (store, _) = try practice.filled()
    let second = try store.add(
      .init(name: "Synthetic Bo", login: "bo"), role: .owner, passphrase: words)
    let owner = try #require(store.person)
    let slot = try #require(try store.keySlots().first { $0.person == second.id })
    try store.removeKeySlot(slot.id)
    #expect(throws: StoreError.lastKeySlot) { try store.remove(owner.id) }
    #expect(try practice.store().verify().isWhole)
  }

  @Test func `tries side by side count, and so do tries at a restore`() throws {
    let (store, _) = try withKim()
    let copy = practice.folder + "/copy.fascia"
    _ = try store.backup(to: copy) { _ in }
    try store.close()
    for _ in 0..<5 {
      #expect(throws: StoreError.wrongSecret(.passphrase)) {
        try SQLiteChartStore.restore(
          from: copy, over: practice.path, opening: .passphrase(login: "kim", "guessed words"),
          surroundings: practice.clock)
      }
    }
    #expect(throws: StoreError.waitToSignIn(seconds: 30)) {
      try practice.lockedStore().unlock(.passphrase(login: "kim", words))
    }
    // Somebody else is not made to wait, and a clock that was ahead makes nobody wait longer.
    #expect(throws: StoreError.wrongSecret(.passphrase)) {
      try practice.lockedStore().unlock(.passphrase(login: "lee", "guessed words"))
    }
    practice.clock.time = Instant(milliseconds: 0)
    #expect(throws: StoreError.waitToSignIn(seconds: 30)) {
      try practice.lockedStore().unlock(.passphrase(login: "kim", words))
    }
  }

  @Test func `a slot that somebody slipped in is not given the keys when they are rotated`() throws
  {
    let (store, _) = try withKim()
    try practice.tamper("UPDATE key_slot SET public_key = zeroblob(32) WHERE kind = 'recovery'")
    #expect(throws: StoreError.self) { try store.rotateKeys() }
  }

  @Test func `an auditor's key opens the trail and no chart`() throws {
    let (_, auditor) = try withKim(.auditor)
    let store = try practice.lockedStore()
    try store.unlock(.passphrase(login: "kim", words))
    #expect(store.access?.keyring.practice == nil)
    #expect(throws: StoreError.noRight("charts")) { try store.entries(of: practice.chart) }
    #expect(throws: StoreError.noRight("charts")) { try store.client(practice.chart) }
    #expect(try store.trail(.init(chart: practice.chart), limit: 100).count > 10)
    let found = try store.verify()
    #expect(found.isWhole && !found.sealsChecked)
    #expect(try store.people().contains(auditor))
    // Neither does a rotation by the owner hand it over.
    try practice.store().rotateKeys()
    try store.unlock(.passphrase(login: "kim", words))
    #expect(store.access?.keyring.practice == nil)
  }

  @Test func `access ends at once, a new passphrase takes the place of the old`() throws {
    let (store, kim) = try withKim()
    let open = try practice.lockedStore()
    try open.unlock(.passphrase(login: "kim", words))
    #expect(throws: StoreError.loginTaken("kim")) {
      try store.add(.init(name: "Other", login: "kim"), role: .owner, passphrase: words)
    }
    try store.setPassphrase("another few words", of: kim.id)
    #expect(throws: StoreError.wrongSecret(.passphrase)) {
      try practice.lockedStore().unlock(.passphrase(login: "kim", words))
    }
    let again = try practice.lockedStore()
    try again.unlock(.passphrase(login: "kim", "another few words"))
    #expect(try store.remove(kim.id) == [.passphrase])
    #expect(throws: StoreError.locked) { try again.entries(of: practice.chart) }
    #expect(throws: StoreError.wrongSecret(.passphrase)) {
      try practice.lockedStore().unlock(.passphrase(login: "kim", "another few words"))
    }
    let owner = try #require(store.person)
    #expect(throws: StoreError.lastOwner) { try store.remove(owner.id) }
    #expect(try store.people().count == 2)
    #expect(try store.verify().isWhole)
  }
}
