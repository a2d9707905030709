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
    case .paidTooMuch(let total): "paid is more than the total of \(total)."
    }
  }
}
