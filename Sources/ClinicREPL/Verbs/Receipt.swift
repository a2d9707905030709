import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let receipt = Verb(
    name: "receipt", group: .handOver,
    usage: "receipt [VISIT] [paid=AMOUNT] [to=FILE] [replace=yes]",
    does: "a signed visit: codes, units, prices; as .txt, .md, .html or .pdf too",
    example: "receipt paid=96.00", moreExamples: ["receipt 3 to=~/visit3.pdf"],
    seeAlso: ["last", "sign"],
    takes: .words("paid=AMOUNT", "to=FILE", "replace=yes")
  ) { shell, rest in
    let words = try Words(rest)
    let visit = words.phrase.isEmpty ? nil : Int(words.phrase)
    guard words.phrase.isEmpty || visit != nil else {
      throw Failure.usage(
        "\"\(words.phrase)\" is not the number of a visit.", hint: "Example: receipt 3")
    }
    let file = try PaperFile(
      words, of: "a receipt is", as: PaperFile.Format.papers,
      example: "receipt to=~/visit3.pdf")
    let chart = try shell.openChart()
    let receipt = try shell.practice.receipt(ofVisit: visit, in: chart, paid: words["paid"])
    if let file { try shell.write(receipt, to: file) } else { shell.show(receipt) }
    shell.item(shell.json(receipt).with(["path": file.map { .string($0.path) }]))
  }
}

extension Shell {
  fileprivate func show(_ receipt: Receipt) {
    for line in ReceiptReport(receipt, isPlain: glyphs.isPlain).lines { say(line, indent: 2) }
  }

  fileprivate func write(_ receipt: Receipt, to target: PaperFile) throws {
    let report = ReceiptReport(receipt)
    let text = report.lines.map { $0 + "\n" }.joined()
    try write(
      content(of: report.document, in: target.format, text: text), to: target,
      called: "the receipt of visit \(receipt.number)"
    ) {
      if let client { try practice.recordReceipt(receipt, of: client) }
    }
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
