extension Document {
  /// As plain text.
  ///
  /// - Parameters:
  ///   - columns: of a line at most; a longer word is left whole.
  ///   - isPlain: whether it is read aloud, and so has no columns and no line to sign on.
  public func lines(columns: Int = 72, isPlain: Bool = false) -> [String] {
    var lines = letterhead.flatMap { $0.broken(to: columns) }
    if !lines.isEmpty { lines.append("") }
    lines += title.broken(to: columns)
    var isUnderHeading = false
    for part in parts {
      if case .heading(let text) = part {
        lines += [""] + text.broken(to: columns)
        isUnderHeading = true
        continue
      }
      // What stands under a heading stands to its right.
      let indent = isUnderHeading && !isPlain ? "  " : ""
      if !isUnderHeading { lines.append("") }
      lines += part.lines(columns: columns - indent.count, isPlain: isPlain).map {
        $0.isEmpty ? $0 : indent + $0
      }
    }
    return lines + (footer.isEmpty ? [] : [""]) + footer.flatMap { $0.broken(to: columns) }
  }
}

extension Document.Part {
  fileprivate func lines(columns: Int, isPlain: Bool) -> [String] {
    switch self {
    case .heading(let text), .paragraph(let text): text.broken(to: columns)
    case .list(let items):
      items.flatMap { item in
        isPlain ? item.broken(to: columns) : item.broken(to: columns - 2).hanging(under: "- ")
      }
    case .terms(let terms):
      isPlain
        ? terms.map { "\($0.name): \($0.value)" }
        : terms.aligned(to: columns)
    case .table(let table):
      (table.caption?.broken(to: columns) ?? [])
        + (isPlain ? table.sentences : table.lines(columns: columns))
    case .figure(let figure): figure.description.broken(to: columns)
    case .signature(let name):
      isPlain
        ? ["Signature: \(name)"]
        : ["", String(repeating: "_", count: 32), name]
    }
  }
}

extension [Document.Term] {
  fileprivate func aligned(to columns: Int) -> [String] {
    let width = (map(\.name.count).max() ?? 0) + 2
    return flatMap { term in
      term.value.broken(to: columns - width).hanging(under: term.name.filled(to: width))
    }
  }
}

extension Document.Table {
  /// `pain: First 6, Now 4.`
  fileprivate var sentences: [String] {
    rows.map { row in
      let cells = zip(columns, row).dropFirst().map { "\($0.lowercased()) \($1)" }
      return "\(row.first ?? ""): \(cells.joined(separator: ", "))."
    } + sums.map { "\($0.name): \($0.value)." }
  }

  fileprivate func lines(columns width: Int) -> [String] {
    let between = Array(repeating: "", count: max(0, columns.count - 2))
    let all = [columns] + rows + sums.map { [$0.name] + between + [$0.value] }
    var widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    // The widest column gives way until all of them fit.
    while widths.reduce(0, +) + 2 * (widths.count - 1) > width,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
    {
      widths[widest] -= 1
    }
    return all.flatMap { row -> [String] in
      let cells = zip(row, widths).map { $0.broken(to: $1) }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        zip(zip(cells, widths), alignments).map { column, alignment in
          let (cell, width) = column
          let text = cell.indices.contains(line) ? cell[line] : ""
          return text.filled(to: width, alignment)
        }.joined(separator: "  ").withoutSpacesAtEnd
      }
    }
  }
}

extension [String] {
  /// With `head` before the first line, and as much room before the others.
  fileprivate func hanging(under head: String) -> [String] {
    guard !isEmpty else { return [head.withoutSpacesAtEnd] }
    return enumerated().map { place, line in
      (place == 0 ? head : String(repeating: " ", count: head.count)) + line
    }
  }
}

extension String {
  /// In lines of at most so many characters, broken at spaces; a line break of its own stays.
  fileprivate func broken(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if last.count + 1 + word.count <= width {
          lines[lines.count - 1] += " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines
    }
  }

  fileprivate func filled(
    to width: Int, _ alignment: Document.Table.Alignment = .leading
  ) -> String {
    let rest = String(repeating: " ", count: max(0, width - count))
    return alignment == .trailing ? rest + self : self + rest
  }

  fileprivate var withoutSpacesAtEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
