import ClinicCore
import ClinicReports
import Foundation
import TechniqueKit

extension Verb {
  static let receipt = Verb(
    name: "receipt", group: .handOver,
    usage: "receipt [VISIT] [paid=AMOUNT] [to=FILE] [replace=yes]",
    does: "a signed visit with the clinic's codes, units and prices; as .txt or .html too",
    example: "receipt paid=96.00", moreExamples: ["receipt 3 to=~/visit3.html"],
    seeAlso: ["last", "sign"]
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["paid", "to", "replace"])
    let visit = words.phrase.isEmpty ? nil : Int(words.phrase)
    guard words.phrase.isEmpty || visit != nil else {
      throw Failure.usage(
        "\"\(words.phrase)\" is not the number of a visit.", hint: "Example: receipt 3")
    }
    let file = try words["to"].map {
      try ReceiptFile($0, mayReplace: shell.isYes(words["replace"]))
    }
    guard file != nil || words["replace"] == nil else {
      throw Failure.usage(
        "replace belongs to a file.", hint: "Example: receipt to=~/visit3.html replace=yes")
    }
    let chart = try shell.openChart()
    let receipt = try shell.practice.receipt(ofVisit: visit, in: chart, paid: words["paid"])
    if let file { try shell.write(receipt, to: file) } else { shell.show(receipt) }
    shell.item(shell.json(receipt).with(["path": file.map { .string($0.path) }]))
  }
}

/// Where a receipt is written, and in which of its two forms.
private struct ReceiptFile {
  let path: String
  let isPage: Bool
  let mayReplace: Bool

  /// - Throws: `Failure` when the name ends neither in `.txt` nor in `.html`.
  init(_ typed: String, mayReplace: Bool) throws {
    path = (typed as NSString).expandingTildeInPath
    self.mayReplace = mayReplace
    isPage = typed.lowercased().hasSuffix(".html")
    guard isPage || typed.lowercased().hasSuffix(".txt") else {
      throw Failure.usage(
        "a receipt is written as .txt or .html.", hint: "Example: receipt to=~/visit3.html")
    }
  }
}

extension Shell {
  fileprivate func show(_ receipt: Receipt) {
    for line in ReceiptReport(receipt, isPlain: glyphs.isPlain).lines { say(line, indent: 2) }
  }

  fileprivate func write(_ receipt: Receipt, to target: ReceiptFile) throws {
    if mode.isRehearsal {
      return warn("a file reaches beyond the practice, so a dry run does not write it.")
    }
    let file = try NewFile(target.path, mayReplace: target.mayReplace)
    let report = ReceiptReport(receipt)
    try file.write(
      target.isPage ? report.html : report.lines.map { $0 + "\n" }.joined())
    try file.finish()
    if let client { try practice.recordReceipt(receipt, of: client) }
    say("Wrote the receipt of visit \(receipt.number) to \(target.path)", indent: 2)
    say("Anyone who has this file can read it. It is not sealed.")
  }

  fileprivate func isYes(_ typed: String?) throws -> Bool {
    guard let typed else { return false }
    guard let isWanted = ["yes": true, "no": false][typed.lowercased()] else {
      throw Failure.usage(
        "replace is yes or no.", hint: "Example: receipt to=~/visit3.html replace=yes")
    }
    return isWanted
  }

  fileprivate func json(_ receipt: Receipt) -> JSON {
    .fields([
      "visit": .int(receipt.number), "visited_on": .string(receipt.visitedOn.description),
      "issued_on": .string(receipt.issuedOn.description), "clinic": .string(receipt.clinic.name),
      "address": .strings(receipt.clinic.address),
      "phone": receipt.clinic.phone.map { .string($0) },
      "tax_id": receipt.clinic.taxID.map { .string($0) },
      "provider": .string(receipt.provider.author.description),
      "provider_ids": .array(
        receipt.provider.identifiers.map {
          .fields(["name": .string($0.name), "value": .string($0.value)])
        }),
      "client": .string(receipt.client.name),
      "born": receipt.client.born.map { .string($0.description) },
      "referred_by": receipt.referredBy.map { .string($0) },
      "conditions": .strings(receipt.conditionCodes),
      "services": .array(
        receipt.lines.map {
          .fields([
            "code": .string($0.service.code), "description": .string($0.service.description),
            "minutes": .int($0.minutes), "units": .int($0.units),
            "price": .string($0.service.price.amount), "amount": .string($0.amount.amount),
          ])
        }),
      "rule": .string(receipt.count.rule.rawValue), "units": .int(receipt.count.total),
      "explained": .strings(receipt.count.sentences),
      "currency": .string(receipt.total.currency.code), "total": .string(receipt.total.amount),
      "paid": .string(receipt.paid.amount), "balance": .string(receipt.balance.amount),
      "note": .string(receipt.paymentNote), "footer": receipt.footer.map { .string($0) },
    ])
  }
}
