import ClinicCore
import TechniqueKit

/// A receipt as text that fits 72 columns.
///
/// It is the same in every mode but the plain one, which is read aloud and so has no columns.
public struct ReceiptReport: Report {
  let receipt: Receipt
  private let isPlain: Bool

  /// - Parameter isPlain: whether an amount follows its words instead of standing in a column.
  public init(_ receipt: Receipt, isPlain: Bool = false) {
    self.receipt = receipt
    self.isPlain = isPlain
  }

  public var lines: [String] {
    letterhead + [""] + facts.map { row($0.name, $0.value) } + [""]
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
    return [
      ("Receipt", visit),
      ("Client", client.name + born), ("Provider", "\(provider.author)"),
    ] + provider.identifiers.map { ($0.name, $0.value) }
      + (receipt.referredBy.map { [("Referred by", $0)] } ?? [])
      + (receipt.conditionCodes.isEmpty
        ? [] : [("Conditions", receipt.conditionCodes.joined(separator: ", "))])
      + [("Issued", DateWords.full(receipt.issuedOn))]
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
