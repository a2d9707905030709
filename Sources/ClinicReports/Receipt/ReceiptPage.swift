import ClinicCore
import TechniqueKit

extension ReceiptReport {
  /// The receipt as a page of HTML that needs nothing else: no script, no picture, no font from
  /// elsewhere. On paper it fits one sheet of A4 or Letter.
  public var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>\(title.escaped)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <header>
    <h1>\(receipt.clinic.name.escaped)</h1>
    \(contact.map { "<div>\($0.escaped)</div>" }.joined(separator: "\n"))
    </header>
    <h2>\(title.escaped)</h2>
    <dl>
    \(facts.dropFirst().map { "<dt>\($0.name.escaped)</dt><dd>\($0.value.escaped)</dd>" }
      .joined(separator: "\n"))
    </dl>
    <table>
    <thead>
    <tr><th>Code</th><th>Service</th><th class="n">Minutes</th><th class="n">Units</th>\
    <th class="n">Price</th><th class="n">Amount</th></tr>
    </thead>
    <tbody>
    \(receipt.lines.map(row).joined(separator: "\n"))
    </tbody>
    <tfoot>
    \(sums.map(row).joined(separator: "\n"))
    </tfoot>
    </table>
    <p><strong>\(receipt.paymentNote.escaped)</strong></p>
    \(receipt.count.sentences.map { "<p class=\"why\">\($0.escaped)</p>" }.joined(separator: "\n"))
    \(receipt.footer.map { "<footer>\($0.escaped)</footer>\n" } ?? "")</body>
    </html>

    """
  }

  private func row(_ line: Receipt.Line) -> String {
    "<tr><td>\(line.service.code.escaped)</td><td>\(line.service.description.escaped)</td>"
      + [
        "\(line.minutes)", "\(line.units)", line.service.price.amount, line.amount.amount,
      ].map { "<td class=\"n\">\($0)</td>" }.joined() + "</tr>"
  }

  private func row(_ sum: (name: String, amount: Money)) -> String {
    "<tr><th colspan=\"5\">\(sum.name)</th><td class=\"n\">\(sum.amount)</td></tr>"
  }

  private static let style = """
    @page { size: auto; margin: 18mm; }
    body { font: 11pt/1.4 sans-serif; color: #000; background: #fff; max-width: 170mm; margin: 0 auto; }
    h1 { font-size: 15pt; margin: 0; }
    h2 { font-size: 12pt; margin: 8mm 0 2mm; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 6mm; margin: 0 0 6mm; }
    dd { margin: 0; }
    table { width: 100%; border-collapse: collapse; break-inside: avoid; }
    th, td { text-align: left; padding: 1mm 2mm; border-bottom: 0.2mm solid #999; vertical-align: top; }
    .n, tfoot th { text-align: right; white-space: nowrap; }
    .why { font-size: 9pt; margin: 1mm 0; }
    footer { margin-top: 8mm; font-size: 9pt; white-space: pre-line; }
    """
}
