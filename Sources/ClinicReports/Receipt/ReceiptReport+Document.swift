import ClinicCore
import TechniqueKit

extension ReceiptReport {
  /// The receipt as a paper of one page; how the units came about stands at its foot.
  public var document: Document {
    Document(
      title: "Receipt for \(visit)", letterhead: letterhead,
      parts: (mark.map { [.paragraph($0.line)] } ?? []) + [
        .terms(facts.dropFirst().map { .init($0.name, $0.value) }), .table(services),
        .paragraph(receipt.paymentNote),
      ], footer: receipt.count.sentences + (receipt.footer?.lines ?? []),
      author: receipt.provider.author.description, writtenOn: receipt.issuedOn)
  }

  private var services: Document.Table {
    .init(
      ["Code", "Service", "Minutes", "Units", "Price", "Amount"],
      receipt.lines.map { line in
        [
          line.service.code, line.service.description, "\(line.minutes)", "\(line.units)",
          line.service.price.amount, line.amount.amount,
        ]
      }, aligned: [.leading, .leading, .trailing, .trailing, .trailing, .trailing],
      sums: sums.map { .init($0.name, $0.amount.description) })
  }
}
