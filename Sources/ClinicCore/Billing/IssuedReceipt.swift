import TechniqueKit

/// A receipt that was handed out. It says for ever what it said then, whatever the clinic's settings,
/// the client's details or the numbers of the visits are by now.
public struct IssuedReceipt: Hashable, Sendable, Codable {
  /// Counted up from 1 within the practice; no other receipt ever has it.
  public let number: Int
  /// The entry of the visit.
  public let visit: ID<Entry>
  public let receipt: Receipt

  public init(number: Int, visit: ID<Entry>, receipt: Receipt) {
    self.number = number
    self.visit = visit
    self.receipt = receipt
  }

  /// As it is printed and typed: `0007`.
  public var code: String { Self.code(number) }

  static func code(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Says that a receipt that was handed out does not count any more.
public struct VoidedReceipt: Hashable, Sendable, Codable {
  /// The entry that it was handed out with.
  public let receipt: ID<Entry>
  public let reason: String

  public init(receipt: ID<Entry>, reason: String) {
    self.receipt = receipt
    self.reason = reason
  }
}

/// A receipt that was handed out, with what became of it.
public struct KeptReceipt: Hashable, Sendable {
  public let entry: ID<Entry>
  public let issued: IssuedReceipt
  public let author: Author
  /// What made it void; `nil` while it counts.
  public internal(set) var void: Voiding?

  public struct Voiding: Hashable, Sendable {
    public let entry: ID<Entry>
    public let reason: String
    public let at: Instant
    public let author: Author
  }
}

extension Chart {
  /// The receipts that were handed out, in the order of their numbers.
  public var receipts: [KeptReceipt] {
    var kept: [KeptReceipt] = []
    var voids: [ID<Entry>: KeptReceipt.Voiding] = [:]
    for entry in entries.standing {
      switch entry.content {
      case .receipt(let issued):
        kept.append(KeptReceipt(entry: entry.id, issued: issued, author: entry.author))
      case .receiptVoided(let void):
        voids[void.receipt] = .init(
          entry: entry.id, reason: void.reason, at: entry.recordedAt, author: entry.author)
      default: continue
      }
    }
    for place in kept.indices { kept[place].void = voids[kept[place].entry] }
    return kept.sorted { $0.issued.number < $1.issued.number }
  }

  /// The receipt of a visit that counts; `nil` where none was handed out, or it was voided.
  public func receipt(ofVisit visit: ID<Entry>) -> KeptReceipt? {
    receipts.last { $0.issued.visit == visit && $0.void == nil }
  }

  /// A receipt by the number that stands on it.
  ///
  /// - Throws: `ReceiptRefusal.noSuchReceipt`.
  public func receipt(numbered number: Int) throws(ReceiptRefusal) -> KeptReceipt {
    let all = receipts
    guard let found = all.first(where: { $0.issued.number == number }) else {
      throw .noSuchReceipt(number, known: all.map(\.issued.number))
    }
    return found
  }
}
