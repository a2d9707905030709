import ClinicCore
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// The numbers of receipts are the practice's, and none is given twice.
@Suite struct ReceiptNumberTests {
  let practice = TestPractice()

  /// A store with one client.
  func opened() throws -> (store: SQLiteChartStore, digest: DefinitionDigest) {
    let store = try practice.store()
    let digest = try store.keep(definition: Data("{}".utf8))
    _ = try store.commit([
      .appended(practice.entry("1", .registered(Identity(name: "Synthetic Ann")), digest))
    ])
    return (store, digest)
  }

  func receipt(
    _ number: Int, _ digest: DefinitionDigest, in chart: ID<Chart>? = nil
  ) throws -> Change {
    .appended(
      practice.entry(
        ID("receipt \(number) \(chart?.rawValue ?? "")"),
        .receipt(try TestPractice.receipt(number: number)), digest, in: chart))
  }

  @Test func `two programs that count at one moment do not give one number`() throws {
    let (one, digest) = try opened()
    let other = try practice.store()
    #expect(try one.nextReceiptNumber() == 1)
    #expect(try other.nextReceiptNumber() == 1)
    _ = try one.commit([try receipt(1, digest)])
    #expect(throws: StoreError.numberTaken) { try other.commit([try receipt(1, digest)]) }
    #expect(try other.nextReceiptNumber() == 2)
    _ = try other.commit([try receipt(2, digest)])
    #expect(try one.nextReceiptNumber() == 3)
  }

  @Test(arguments: [0, 2, 7, -1])
  func `no other number than the next one is written`(number: Int) throws {
    let (store, digest) = try opened()
    #expect(throws: StoreError.numberTaken) { try store.commit([try receipt(number, digest)]) }
    #expect(try store.nextReceiptNumber() == 1)
  }

  @Test func `what was taken back, erased or brought along from elsewhere still counts`() throws {
    let (store, digest) = try opened()
    _ = try store.commit([try receipt(1, digest)])
    _ = try store.commit([
      .appended(
        practice.entry("back", .retraction(Retraction(of: ["receipt 1 "])), digest))
    ])
    #expect(try store.nextReceiptNumber() == 2)
    // A chart of another practice keeps the numbers of that one.
    let guest: ID<Chart> = "chart-2"
    _ = try store.commit([
      .chartOpened(guest, number: 2),
      .appended(
        practice.entry("g", .registered(Identity(name: "Synthetic Ben")), digest, in: guest)),
      try receipt(40, digest, in: guest),
    ])
    #expect(try store.nextReceiptNumber() == 41)
    _ = try store.erase(practice.chart, reason: "asked")
    #expect(try store.nextReceiptNumber() == 41)
    _ = try store.erase(guest, reason: "asked")
    #expect(try practice.store().nextReceiptNumber() >= 3)
    #expect(try store.rebuildIndexes() == [])
  }
}
