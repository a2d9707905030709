import ClinicCore
import TechniqueKit

/// A receipt as text that fits 72 columns.
///
/// It is the same in every mode but the plain one, which is read aloud and so has no columns.
public struct ReceiptReport: Report {
  public let receipt: Receipt
  /// As it is printed: `0007`; `nil` on a draft.
  public let number: String?
  public let mark: Mark?
  private let isPlain: Bool

  /// What stands above a receipt that is not the first print of one that was handed out.
  public enum Mark: Hashable, Sendable {
    case draft, copy
    case void(reason: String, on: CalendarDate)

    /// One line; without it a copy is the receipt, byte for byte.
    public var line: String {
      switch self {
      case .draft: "DRAFT, not handed out"
      case .copy: "COPY"
      case .void(let reason, let day): "VOID since \(DateWords.full(day)): \(reason)"
      }
    }
  }

  /// - Parameters:
  ///   - number: that it was handed out with.
  ///   - isPlain: whether an amount follows its words instead of standing in a column.
  public init(
    _ receipt: Receipt, number: String? = nil, mark: Mark? = nil, isPlain: Bool = false
  ) {
    self.receipt = receipt
    self.number = number
    self.mark = mark
    self.isPlain = isPlain
  }

  public var lines: [String] {
    [mark?.line].compactMap(\.self) + letterhead + [""] + facts.map { row($0.name, $0.value) } + [
      ""
    ]
      + receipt.lines.flatMap(rows) + [""] + sums.map { aligned($0.name, $0.amount.description) }
      + [receipt.paymentNote, ""] + receipt.count.sentences
      + (receipt.footer.map { [""] + $0.lines } ?? [])
  }

  var visit: String {
    "visit \(receipt.number) of \(DateWords.withWeekday(receipt.visitedOn))"
  }

  /// The clinic, and how it is reached.
  var letterhead: [String] {
    [receipt.clinic.name] + receipt.clinic.address
      + [
        receipt.clinic.phone.map { "Phone \($0)" }, receipt.clinic.taxID.map { "Tax id \($0)" },
      ].compactMap { $0 }
  }

  /// Who and when.
  var facts: [(name: String, value: String)] {
    let client = receipt.client
    let born = client.born.map { ", born \(DateWords.full($0))" } ?? ""
    let provider = receipt.provider
    var facts = [("Receipt", visit)]
    if let number { facts.append(("Receipt no.", number)) }
    facts += [("Client", client.name + born), ("Provider", "\(provider.author)")]
    facts += provider.identifiers.map { ($0.name, $0.value) }
    if receipt.signer != provider.author { facts.append(("Signed by", "\(receipt.signer)")) }
    if let referrer = receipt.referredBy { facts.append(("Referred by", referrer)) }
    if !receipt.conditionCodes.isEmpty {
      facts.append(("Conditions", receipt.conditionCodes.joined(separator: ", ")))
    }
    facts.append(("Issued", DateWords.full(receipt.issuedOn)))
    facts += receipt.payments.map {
      ("Payment", "\($0.amount) on \(DateWords.full($0.on))")
    }
    return facts
  }

  var sums: [(name: String, amount: Money)] {
    [("Total", receipt.total), ("Paid", receipt.paid), ("Balance", receipt.balance)]
  }

  /// The columns of amounts end here.
  private static let width = 72

  private func rows(of line: Receipt.Line) -> [String] {
    [
      "\(line.service.code)  \(line.service.description)",
      aligned(
        "  \(line.minutes) min, \(line.units.of("unit")) of \(line.service.price)",
        line.amount.description),
    ]
  }

  private func aligned(_ name: String, _ amount: String) -> String {
    if isPlain { return "\(name): \(amount)" }
    return name + String(repeating: " ", count: max(2, Self.width - name.count - amount.count))
      + amount
  }

  private func row(_ name: String, _ value: String) -> String {
    if isPlain { return "\(name): \(value)" }
    return name + String(repeating: " ", count: max(2, 13 - name.count)) + value
  }
}

extension String {
  /// The lines of a text that the clinic wrote, without the empty one at its end.
  var lines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
