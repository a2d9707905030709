import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

@Suite struct KeepingTests {
  let practice = TestPractice()
  var copy: String { practice.folder + "/backups/copy.fascia" }

  func addendum(_ store: SQLiteChartStore, _ id: ID<Entry>) throws {
    try store.commit([
      .appended(
        practice.entry(
          id, .addendum(.init(visit: "7", text: "more")),
          try store.keep(definition: Data("{}".utf8))))
    ])
  }

  func restore() throws -> String? {
    try SQLiteChartStore.restore(
      from: copy, over: practice.path, opening: .keyFile(practice.keyPath),
      surroundings: practice.clock
    ).kept
  }

  @Test func `a backup made while others write is one moment, and restores to it`() throws {
    let (store, _) = try practice.filled()
    nonisolated(unsafe) let other = try practice.store()
    nonisolated(unsafe) let here = self
    nonisolated(unsafe) var written = 0
    let done = DispatchSemaphore(value: 0)
    let stop = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while stop.wait(timeout: .now()) == .timedOut, written < 5000 {
        try? here.addendum(other, ID("w\(written)"))
        written += 1
      }
      done.signal()
    }
    while written < 20 { usleep(1000) }
    let proof = try store.backup(to: copy) { _ in }
    // On a busy machine the other thread may have had no turn since; the practice began with more
    // entries than the ten that the bound below allows for.
    let atEnd = written
    while written < min(atEnd + 20, 5000) { usleep(1000) }
    stop.signal()
    done.wait()
    #expect(proof.entries >= 30 && proof.entries < 10 + written)
    #expect(try store.compare(proof.head) == .contained)
    var status = stat()
    #expect(stat(copy, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: practice.folder + "/backups") == [
        "copy.fascia"
      ])

    let moment = try Array(store.entries(of: practice.chart).prefix(proof.entries))
    try store.close()
    try other.close()
    let kept = try #require(try restore())
    let restored = try practice.store()
    #expect(try restored.entries(of: practice.chart) == moment)
    #expect(try restored.verify().isWhole)
    #expect(try restored.compare(proof.head) == .contained)
    #expect(FileManager.default.fileExists(atPath: kept))
  }

  @Test func `a backup is refused where something stands, and nothing is left of a failed one`()
    throws
  {
    let (store, _) = try practice.filled()
    _ = try store.backup(to: copy) { _ in }
    #expect(throws: StoreError.backupFailed(path: copy, reason: "something stands there already")) {
      try store.backup(to: copy) { _ in }
    }
    // A practice that is not whole gives no backup.
    try practice.tamper("DELETE FROM measurement_index")
    let second = copy + "2"
    #expect(
      throws: StoreError.backupFailed(
        path: second, reason: "the index measurement_index differs from the ledger")
    ) { try store.backup(to: second) { _ in } }
    #expect(!FileManager.default.fileExists(atPath: second))
    #expect(try store.trail(.init(), limit: 1)[0].action == .copyRemoved)
  }

  @Test func `a damaged, foreign or missing backup restores nothing`() throws {
    let (store, entries) = try practice.filled()
    _ = try store.backup(to: copy) { _ in }
    try store.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    let place = try #require(bytes.range(of: Data("addendum".utf8))).lowerBound
    bytes[place] ^= 1
    try bytes.write(to: URL(fileURLWithPath: copy))
    #expect(throws: StoreError.self) { try restore() }
    try Data("not a database, but long enough to look at".utf8).write(
      to: URL(fileURLWithPath: copy))
    #expect(throws: StoreError.notAPracticeFile(path: copy)) { try restore() }
    try FileManager.default.removeItem(atPath: copy)
    #expect(throws: StoreError.self) { try restore() }
    #expect(try practice.store().entries(of: practice.chart) == entries)
    let left = try FileManager.default.contentsOfDirectory(atPath: practice.folder)
    #expect(!left.contains { $0.contains("restoring") }, "\(left)")
  }

  @Test func `nobody restores under the hands of another, and the ruins of a practice can go`()
    throws
  {
    let (store, _) = try practice.filled()
    _ = try store.backup(to: copy) { _ in }
    #expect(throws: StoreError.self) { try restore() }
    try store.close()
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: practice.path))
    #expect(throws: StoreError.self) { try practice.store() }
    let kept = try #require(try restore())
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)).first == 7)
    #expect(try practice.store().verify().isWhole)
  }

  @Test func `an erased client is erased in known backups, and stays erased after a restore`()
    throws
  {
    let (store, _) = try practice.filled()
    let moved = practice.folder + "/moved.fascia"
    _ = try store.backup(to: copy) { _ in }
    let gone = practice.folder + "/backups/gone.fascia"
    _ = try store.backup(to: gone) { _ in }
    try FileManager.default.moveItem(atPath: gone, toPath: moved)
    let wrapped = try practice.raw().read {
      try Data.fetchOne($0, sql: "SELECT wrapped_key FROM chart")
    }
    let key = try #require(wrapped)
    let backups = try store.erase(practice.chart, reason: "asked in writing")
    #expect(backups.reached == [copy] && backups.notReached == [gone])
    #expect(throws: StoreError.erased) { try store.entries(of: practice.chart) }
    #expect(try store.client(practice.chart) == nil)
    #expect(try store.names().matching("ann").isEmpty)
    #expect(try store.verify().isWhole)
    for path in [practice.path, practice.path + "-wal", copy] {
      let bytes = (try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()
      #expect(bytes.range(of: key) == nil, "the wrapped key is still in \(path)")
    }
    try store.close()
    // From the backup that was out of reach the client comes back only to be erased again.
    _ = try SQLiteChartStore.restore(
      from: moved, over: practice.path, opening: .keyFile(practice.keyPath),
      surroundings: practice.clock)
    let restored = try practice.store()
    #expect(throws: StoreError.erased) { try restored.entries(of: practice.chart) }
    #expect(try restored.verify().isWhole)
    #expect(try restored.trail(.init(chart: practice.chart), limit: 1)[0].action == .erased)
  }

  @Test func `a restore takes the charts back, and nobody's access`() throws {
    let (store, _) = try practice.filled()
    let words = "a few plain words"
    let kim = try store.add(
      .init(name: "Synthetic Kim", login: "kim"), role: .owner, passphrase: words)
    _ = try store.add(
      .init(name: "Synthetic Fay", login: "fay"), role: .frontDesk, passphrase: words)
    _ = try store.backup(to: copy) { _ in }
    _ = try store.remove(kim.id)
    let code = try store.addRecoveryCode()
    try store.rotateKeys()
    try addendum(store, "after")
    try store.close()
    for login in ["kim", "fay"] {
      #expect(throws: StoreError.noRight("a restore; an owner does that")) {
        try SQLiteChartStore.restore(
          from: copy, over: practice.path, opening: .passphrase(login: login, words),
          surroundings: practice.clock)
      }
    }
    let kept = try #require(try restore())
    let restored = try practice.store()
    #expect(try restored.entries(of: practice.chart).count == Entry.Kind.allCases.count)
    #expect(try restored.verify().isWhole)
    #expect(throws: StoreError.wrongSecret(.passphrase)) {
      try practice.lockedStore().unlock(.passphrase(login: "kim", words))
    }
    for secret in [Secret.recoveryCode(code), .passphrase(login: "fay", words)] {
      let fresh = try practice.lockedStore()
      try fresh.unlock(secret)
      #expect(try fresh.entries(of: practice.chart).count == Entry.Kind.allCases.count)
    }
    // What was kept and the backup are copies that an erasing reaches.
    let erased = try restored.erase(practice.chart, reason: "asked")
    #expect(erased.reached == [copy, kept].sorted() && erased.notReached == [])
  }

  @Test func `what a killed restore left behind stands in the way of no other`() throws {
    let (store, _) = try practice.filled()
    _ = try store.backup(to: copy) { _ in }
    try store.close()
    let left = practice.path + ".restoring"
    try FileManager.default.createDirectory(
      atPath: left + ".present", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: left + ".present/founded"))
    try Data("half".utf8).write(to: URL(fileURLWithPath: left))
    _ = try restore()
    try practice.store().close()
    let names = try FileManager.default.contentsOfDirectory(atPath: practice.folder)
    #expect(!names.contains { $0.contains("restoring") }, "\(names)")
  }

  @Test func `a backup of another practice is not put in its place`() throws {
    let (store, _) = try practice.filled()
    try store.close()
    let other = TestPractice()
    let (second, _) = try other.filled()
    _ = try second.backup(to: copy) { _ in }
    #expect(throws: StoreError.self) {
      try SQLiteChartStore.restore(
        from: copy, over: practice.path, opening: .keyFile(other.keyPath),
        surroundings: practice.clock)
    }
    #expect(try practice.store().entries(of: practice.chart).count == Entry.Kind.allCases.count)
  }

  @Test func `a lost or emptied practice file is not founded anew`() throws {
    let (store, _) = try practice.filled()
    try store.close()
    try FileManager.default.moveItem(atPath: practice.path, toPath: practice.path + ".away")
    #expect(throws: StoreError.self) { try practice.lockedStore() }
    #expect(!FileManager.default.fileExists(atPath: practice.path))
    try Data().write(to: URL(fileURLWithPath: practice.path))
    #expect(throws: StoreError.self) { try practice.lockedStore() }
    unlink(practice.path)
    try FileManager.default.moveItem(atPath: practice.path + ".away", toPath: practice.path)
    #expect(try practice.store().verify().isWhole)
  }

  @Test func `a link to the file is the same practice`() throws {
    let (store, _) = try practice.filled()
    _ = try store.backup(to: copy) { _ in }
    let link = practice.folder + "/link.fascia"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: practice.path)
    let linked = try SQLiteChartStore(path: link, surroundings: practice.clock)
    #expect(store.others().count == 1)
    try store.close()
    #expect(throws: StoreError.self) { try restore() }
    try linked.close()
    _ = try restore()
  }

  @Test func `a client who is erased in another window is gone from the names here`() throws {
    let (store, _) = try practice.filled()
    let other = try practice.store()
    #expect(try other.names().matching("ruiz") == [1])
    _ = try store.erase(practice.chart, reason: "asked")
    #expect(try other.names().matching("ruiz") == [])
  }

  @Test func `one backup a day, and the rule lets old ones go`() throws {
    let (store, _) = try practice.filled()
    let folder = practice.folder + "/daily"
    let id = try store.practiceID
    let rule = KeepRule(days: 2, weeks: 0, months: 0)
    let first = try #require(CalendarDate("2026-11-20"))
    for day in 0..<4 {
      let date = first.adding(days: day)
      #expect(try store.backUpDaily(into: folder, keeping: rule, on: date) != nil)
      #expect(try store.backUpDaily(into: folder, keeping: rule, on: date) == nil)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["22", "23"].map { "practice-\(id.prefix(8))-2026-11-\($0).fascia" })
  }

  @Test func `several programs see one another and who is at which chart`() throws {
    let (store, _) = try practice.filled()
    #expect(store.others() == [])
    var other: SQLiteChartStore? = try practice.store()
    #expect(store.others().map(\.person) == [store.person?.id])
    #expect(other?.present(at: practice.chart) == [])
    #expect(store.present(at: practice.chart).map(\.chart) == [practice.chart])
    #expect(store.present(at: "another chart") == [])
    other = nil
    #expect(store.others() == [])
    // What a killed program leaves behind stands in nobody's way.
    let stale = practice.path + ".present/1-1.open"
    try Data("{}".utf8).write(to: URL(fileURLWithPath: stale))
    #expect(store.others() == [])
    #expect(!FileManager.default.fileExists(atPath: stale))
  }

  @Test func `a writer that waits too long is told who holds the file`() throws {
    let (_, _) = try practice.filled()
    let holder = try practice.store()
    let waiting = try practice.store(busyTimeout: 0.1)
    try holder.queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      do {
        try addendum(waiting, "late")
        Issue.record("two wrote at once")
      } catch let error as StoreError {
        #expect(
          "\(error)".hasPrefix(
            "another program is writing to \(practice.path); open in: Synthetic"),
          "\(error)")
      }
      try database.execute(sql: "ROLLBACK")
    }
    try addendum(waiting, "later")
  }
}
