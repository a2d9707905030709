extension Document {
  /// As a page of HTML that needs nothing else: no script, no picture, no font from elsewhere. It is
  /// well-formed XML too, follows a dark screen, and is black on white on paper.
  public var html: String {
    let head = letterhead.enumerated().map { place, line in
      place == 0 ? "<div><strong>\(line.escaped)</strong></div>" : "<div>\(line.escaped)</div>"
    }
    let foot = footer.map { "<p>\($0.escaped)</p>" }
    let blocks =
      (head.isEmpty ? [] : ["<header>"] + head + ["</header>"])
      + ["<main>", "<h1>\(title.escaped)</h1>"] + parts.map(\.html) + ["</main>"]
      + (foot.isEmpty ? [] : ["<footer>"] + foot + ["</footer>"])
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(title.escaped)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      \(blocks.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static let style = """
    @page { size: auto; margin: 18mm; }
    :root { color-scheme: light dark; }
    body { font: 11pt/1.45 sans-serif; max-width: 170mm; margin: 0 auto; padding: 4mm; }
    h1 { font-size: 15pt; margin: 6mm 0 3mm; }
    h2 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid; }
    p, ul { margin: 1mm 0; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 6mm; margin: 1mm 0; }
    dd { margin: 0; }
    table { width: 100%; border-collapse: collapse; break-inside: avoid; }
    th, td { text-align: left; padding: 1mm 2mm 1mm 0; border-bottom: 0.2mm solid; vertical-align: top; }
    tbody th { font-weight: normal; }
    .n, tfoot th { text-align: right; }
    .n { white-space: nowrap; }
    .signature { margin-top: 16mm; border-top: 0.2mm solid; width: 80mm; }
    footer { margin-top: 8mm; font-size: 9pt; }
    @media print { :root { color-scheme: light; } body { color: #000; background: #fff; padding: 0; } }
    """
}

extension Document.Part {
  fileprivate var html: String {
    switch self {
    case .heading(let text): "<h2>\(text.escaped)</h2>"
    case .paragraph(let text): "<p>\(text.escaped)</p>"
    case .list(let items):
      "<ul>\n" + items.map { "<li>\($0.escaped)</li>\n" }.joined() + "</ul>"
    case .terms(let terms):
      "<dl>\n"
        + terms.map { "<dt>\($0.name.escaped)</dt><dd>\($0.value.escaped)</dd>\n" }.joined()
        + "</dl>"
    case .table(let table): table.html
    case .signature(let name): "<p class=\"signature\">\(name.escaped)</p>"
    }
  }
}

extension Document.Table {
  fileprivate var html: String {
    let head = zip(columns, sides).map { "<th scope=\"col\"\($1)>\($0.escaped)</th>" }.joined()
    let body = rows.map { row in
      "<tr>"
        + zip(row, sides).enumerated().map { place, cell in
          place == 0
            ? "<th scope=\"row\"\(cell.1)>\(cell.0.escaped)</th>"
            : "<td\(cell.1)>\(cell.0.escaped)</td>"
        }.joined() + "</tr>\n"
    }
    let foot = sums.isEmpty ? "" : "\n<tfoot>\n\(sums.map(row).joined())</tfoot>"
    return
      "<table>\n<thead>\n<tr>\(head)</tr>\n</thead>\n<tbody>\n\(body.joined())</tbody>\(foot)\n"
      + "</table>"
  }

  private var sides: [String] { alignments.map { $0 == .trailing ? " class=\"n\"" : "" } }

  private func row(_ sum: Document.Term) -> String {
    let span = columns.count > 2 ? " colspan=\"\(columns.count - 1)\"" : ""
    return "<tr><th scope=\"row\"\(span)>\(sum.name.escaped)</th>"
      + "<td class=\"n\">\(sum.value.escaped)</td></tr>\n"
  }
}
