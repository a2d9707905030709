import ClinicCore
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// A refused command leaves a row, and no want of one makes anything fail.
@Suite struct RefusalTests {
  let practice = TestPractice()
  let words = "a few plain words"

  /// The front desk's window; it does not wait for other programs.
  func desk() throws -> (desk: Practice, store: SQLiteChartStore) {
    let owner = try practice.filled().store
    _ = try owner.add(
      .init(name: "Synthetic Fay", login: "fay"), role: .frontDesk, passphrase: words)
    let store = try practice.lockedStore(busyTimeout: 0.05)
    try store.unlock(.passphrase(login: "fay", words))
    let desk = Practice(
      store: store, catalogue: try FoldTests.catalogue(), surroundings: practice.clock,
      author: practice.author)
    return (desk, store)
  }

  /// Tries to read the chart, as a face does.
  func tryToRead(_ desk: Practice) {
    desk.begin("chart")
    do {
      _ = try desk.chart(practice.chart)
      Issue.record("the chart was read")
    } catch {
      #expect(error as? ClinicError == .notPermitted(.frontDesk, .charts))
      desk.recordRefusal(error, of: "chart")
    }
  }

  func refused() throws -> [TrailRow] {
    try practice.store().trail(.init(chart: practice.chart), limit: 100)
      .filter { $0.action == .denied }
  }

  @Test func `a failed read of a chart leaves who tried what, and on which chart`() throws {
    let (desk, _) = try desk()
    tryToRead(desk)
    let row = try #require(try refused().first)
    #expect(row.detail == "chart, no access to charts")
    #expect(row.person == desk.person?.id && row.chart == practice.chart)
  }

  @Test func `a practice that cannot be written refuses as before`() throws {
    let (desk, _) = try desk()
    // Another program writes all the time.
    let other = try practice.raw()
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      tryToRead(desk)
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try refused().isEmpty)
    tryToRead(desk)
    #expect(try refused().count == 1)
  }

  @Test func `a locked practice is locked, and other errors are no refusals`() throws {
    let (desk, _) = try desk()
    for error in [
      ClinicError.nothingToUndo, StoreError.erased, StoreError.locked, ClinicError.emptyName,
    ] as [any Error] {
      desk.recordRefusal(error, of: "chart", on: practice.chart)
    }
    desk.lock()
    #expect(throws: StoreError.locked) { try desk.chart(practice.chart) }
    desk.recordRefusal(ClinicError.notPermitted(.frontDesk, .charts), of: "chart")
    #expect(try refused().isEmpty)
  }
}
