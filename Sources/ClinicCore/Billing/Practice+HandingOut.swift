import TechniqueKit

extension Practice {
  /// The receipt that was handed out for a visit and counts.
  ///
  /// - Parameter number: of the visit, counted from 1; the last one when it is not given.
  /// - Throws: `ReceiptRefusal`, `ClinicError.notPermitted`.
  public func keptReceipt(ofVisit number: Int? = nil, in chart: Chart) throws -> KeptReceipt? {
    try require(.charts, of: chart.id)
    return chart.receipt(ofVisit: try signedVisit(number, in: chart).visit.entry)
  }

  /// Hands out the receipt of a signed visit: what it says, and its number, are kept for ever.
  ///
  /// - Parameters:
  ///   - number: of the visit, counted from 1; the last one when it is not given.
  ///   - payment: one that was made now, beside those of the receipt that it takes the place of.
  ///   - reason: why it takes the place of the one that was handed out, which becomes void.
  /// - Throws: `ReceiptRefusal.handedOut` where there is one already and no reason is given, what
  ///   `draftReceipt` throws, `ClinicError.emptyText`.
  public func handOutReceipt(
    ofVisit number: Int? = nil, in chart: Chart, paid payment: Receipt.Payment? = nil,
    replacing reason: String? = nil
  ) throws -> (kept: KeptReceipt, written: [RecordNumber]) {
    try require(.charts)
    let visit = try signedVisit(number, in: chart)
    let old = chart.receipt(ofVisit: visit.visit.entry)
    if let old, reason == nil { throw ReceiptRefusal.handedOut(old.issued.number) }
    let receipt = try draftReceipt(
      ofVisit: visit.number, in: chart,
      paid: (old?.issued.receipt.payments ?? []) + [payment].compactMap(\.self))
    let void = try old.map { try voiding($0, because: reason ?? "", in: chart.id) }
    while true {
      let issued = IssuedReceipt(
        number: try store.nextReceiptNumber(), visit: visit.visit.entry, receipt: receipt)
      let entry = try entry(.receipt(issued), chart.id)
      do {
        let written = try commit(([void].compactMap(\.self) + [entry]).map { .appended($0) })
        return (KeptReceipt(entry: entry.id, issued: issued, author: entry.author), written)
      } catch StoreError.numberTaken { continue }
    }
  }

  /// Says that a receipt does not count any more. Its number is never given again.
  ///
  /// - Throws: `ReceiptRefusal.voidAlready`, `ClinicError.emptyText` without a reason.
  public func void(
    _ receipt: KeptReceipt, because reason: String, in chart: Chart
  ) throws -> [RecordNumber] {
    try require(.charts)
    return try commit([.appended(try voiding(receipt, because: reason, in: chart.id))])
  }

  func voiding(
    _ receipt: KeptReceipt, because reason: String, in chart: ID<Chart>
  ) throws -> Entry {
    guard receipt.void == nil else { throw ReceiptRefusal.voidAlready(receipt.issued.number) }
    let reason = reason.trimmed
    guard !reason.isEmpty else { throw ClinicError.emptyText }
    return try entry(
      .receiptVoided(VoidedReceipt(receipt: receipt.entry, reason: reason)), chart)
  }
}
