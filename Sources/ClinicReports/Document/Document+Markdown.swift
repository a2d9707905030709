extension Document {
  /// As Markdown, with the tables of GitHub. What the texts hold is never taken for a mark.
  public var markdown: String {
    let blocks =
      (letterhead.isEmpty ? [] : [letterhead.map(\.marked).joined(separator: "\\\n")])
      + ["# \(title.marked)"] + parts.map(\.markdown)
      + footer.map { "*\($0.marked)*" }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension Document.Part {
  fileprivate var markdown: String {
    switch self {
    case .heading(let text): "## \(text.marked)"
    case .paragraph(let text): text.marked
    case .list(let items): items.map { "- \($0.marked)" }.joined(separator: "\n")
    case .terms(let terms):
      terms.map { "**\($0.name.marked):** \($0.value.marked)" }.joined(separator: "\\\n")
    case .table(let table): table.markdown
    case .figure(let figure): figure.description.marked
    case .signature(let name): "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\\n\(name.marked)"
    }
  }
}

extension Document.Table {
  fileprivate var markdown: String {
    let rules = alignments.map { $0 == .trailing ? "---:" : "---" }
    let between = Array(repeating: "", count: max(0, columns.count - 2))
    let sums = sums.map { ["**\($0.name.marked)**"] + between + [$0.value.marked] }
    return
      ((caption.map { [$0.marked, ""] } ?? []) + [columns.map(\.marked).row, rules.row]
      + rows.map { $0.map(\.marked).row }
      + sums.map(\.row)).joined(separator: "\n")
  }
}

extension [String] {
  fileprivate var row: String { "| \(joined(separator: " | ")) |" }
}

extension String {
  /// Words only: each character that could be a mark has a backslash before it, and a line break is
  /// a space.
  fileprivate var marked: String {
    var text = unicodeScalars.reduce(into: "") { result, scalar in
      if "\\`*_{}[]<>#|~&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar == "\n" ? " " : scalar)
    }
    // At the start of a line these begin a list.
    if let first = text.first, "+-=".contains(first) { text = "\\" + text }
    let digits = text.prefix(while: \.isNumber)
    let after = text.dropFirst(digits.count)
    if !digits.isEmpty, let mark = after.first, ".)".contains(mark),
      after.dropFirst().first?.isWhitespace ?? true
    {
      text = digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }
}
