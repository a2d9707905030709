import TechniqueKit

/// Why there is no receipt. One switch words each; none carries client data.
public enum ReceiptRefusal: Error, Hashable, Sendable {
  case notConfigured
  /// The technique of the visit.
  case noService(ID<Manifest>)
  case notSigned(visit: Int, signed: Int)
  case noVisit
  case noSuchVisit(Int, count: Int)
  case notAnAmount(String, Currency)
  case paidTooMuch(total: Money)
  case paymentToCome(CalendarDate)
  /// What was paid before was of another currency than the clinic's present one.
  case otherCurrency(Currency)
  /// With its number.
  case handedOut(Int)
  case noSuchReceipt(Int, known: [Int])
  case voidAlready(Int)
  /// A receipt that was voided does not come back.
  case voidStays
  /// The receipt of the visit whose signature was to be taken back.
  case signatureHasReceipt(Int)
}

extension ReceiptRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notConfigured:
      "receipts need a section billing in config.yaml, with rule, currency and services; the sample "
        + "there shows it."
    case .noService(let technique):
      "billing.services in config.yaml says nothing of \(technique). Add its code, description and "
        + "price."
    case .notSigned(let visit, let signed):
      "visit \(visit) is not signed yet. Type sign first"
        + (signed == 0 ? "." : ", or name a signed one: receipt \(signed)")
    case .noVisit: "there is no signed visit yet. A receipt is made once a visit is signed."
    case .noSuchVisit(let number, let count):
      "there is no visit \(number). Signed visits: 1\(count == 1 ? "" : " to \(count)")."
    case .notAnAmount(let typed, let currency):
      "\"\(typed)\" is no amount of \(currency.code). Example: paid="
        + Money(minorUnits: 65 * currency.minorPerWhole, currency).amount
    case .paymentToCome(let day):
      "\(DateWords.full(day)) is in the future. A payment has a past date, or today's."
    case .otherCurrency(let currency):
      "the payments on file are not in \(currency.code). Type receipt void, then a new one."
    case .handedOut(let number):
      "receipt \(IssuedReceipt.code(number)) was handed out for this visit. To replace it add "
        + "reason=\"...\"; it becomes void and the new one gets a number of its own."
    case .noSuchReceipt(let number, let known):
      known.isEmpty
        ? "no receipt was handed out to this client yet."
        : "this client has no receipt \(IssuedReceipt.code(number)). On file: "
          + known.map(IssuedReceipt.code).joined(separator: ", ") + "."
    case .voidAlready(let number):
      "receipt \(IssuedReceipt.code(number)) is void already. Nothing was changed."
    case .voidStays:
      "a receipt that was taken back stays void. Type receipt for a new one."
    case .signatureHasReceipt(let number):
      "receipt \(IssuedReceipt.code(number)) was handed out for this visit. Void it first: "
        + "receipt void no=\(number) reason=\"...\""
    case .paidTooMuch(let total): "paid is more than the total of \(total)."
    }
  }
}
