extension Document {
  /// As a page of HTML that needs nothing else: no script, no picture, no font from elsewhere. It is
  /// well-formed XML too, follows a dark screen and a narrow one, and is black on white on paper.
  public var html: String {
    let head = letterhead.enumerated().map { place, line in
      place == 0 ? "<div><strong>\(line.escaped)</strong></div>" : "<div>\(line.escaped)</div>"
    }
    let foot = footer.map { "<p>\($0.escaped)</p>" }
    let blocks =
      (head.isEmpty ? [] : ["<header>"] + head + ["</header>"])
      + ["<main>", "<h1>\(title.escaped)</h1>"]
      + parts.enumerated().map { place, part in part.html(at: place) } + ["</main>"]
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
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      \(blocks.joined(separator: "\n"))
      </body>
      </html>

      """
  }
}

extension Document.Part {
  /// - Parameter place: among the parts, by which the page tells figures apart.
  fileprivate func html(at place: Int) -> String {
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
    case .figure(let figure): figure.html(id: "figure-\(place + 1)")
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
    let name = caption?.escaped
    return
      "<div class=\"scroll\" role=\"region\" aria-label=\"\(name ?? "Table")\" tabindex=\"0\">\n"
      + "<table>\n" + (name.map { "<caption>\($0)</caption>\n" } ?? "")
      + "<thead>\n<tr>\(head)</tr>\n</thead>\n<tbody>\n\(body.joined())</tbody>\(foot)\n"
      + "</table>\n</div>"
  }

  private var sides: [String] { alignments.map { $0 == .trailing ? " class=\"n\"" : "" } }

  private func row(_ sum: Document.Term) -> String {
    let span = columns.count > 2 ? " colspan=\"\(columns.count - 1)\"" : ""
    return "<tr><th scope=\"row\"\(span)>\(sum.name.escaped)</th>"
      + "<td class=\"n\">\(sum.value.escaped)</td></tr>\n"
  }
}

extension Document.Figure {
  /// Drawn for both widths; the page shows one of them.
  fileprivate func html(id: String) -> String {
    let drawings = Plot.Layout.allCases.map { layout in
      plot.drawing(layout).svg(
        id: "\(id)-\(layout.rawValue)", kind: layout.rawValue, title: title,
        description: description)
    }
    return
      "<figure>\n\(drawings.joined(separator: "\n"))\n<figcaption><strong>\(title.escaped)</strong> "
      + "\(description.escaped)</figcaption>\n</figure>"
  }
}
