import ClinicReports

extension Typesetter {
  /// A row for each term: its name, and its value to the right of it.
  mutating func add(_ terms: [Document.Term], _ role: [Tag]) {
    let names = terms.map { layout($0.name, .strong) }
    let values = terms.map { layout($0.value, .body) }
    let columns = Columns(
      natural: [names, values].map { $0.map(\.width) }, isSpread: false)
    for (name, value) in zip(names, values) {
      name.wrap(to: columns.widths[0])
      value.wrap(to: columns.widths[1])
      let row = role + [tag("TR")]
      let cells = [
        Cell(layout: name, x: 0, role: row + [tag("TH")]),
        Cell(layout: value, x: columns.starts[1], role: row + [tag("TD")]),
      ]
      add(cells.strips(spaceBefore: Sheet.Space.line, isWhole: true))
    }
  }

  /// The head stands above the first row and on top of each page on which rows go on. Below each row is a
  /// thin line.
  mutating func add(_ table: Document.Table, _ role: [Tag]) {
    let head = zip(table.columns, table.alignments).map { layout($0, .strong, $1) }
    let rows = table.rows.map { row in
      zip(row, table.alignments).map { layout($0, .body, $1) }
    }
    let sums = table.sums.map {
      (layout($0.name, .strong, .trailing), layout($0.value, .strong, .trailing))
    }
    let all = [head] + rows
    let columns = Columns(
      natural: head.indices.map { column in
        all.map { $0.indices.contains(column) ? $0[column].width : 0 }
          + (column == head.count - 1 ? sums.map(\.1.width) : [])
      }, isSpread: true)
    let opening = row(of: head, in: columns, role).ruled
    add(opening.withSpace(Sheet.Space.line).stayingWithNext)
    for cells in rows { add(row(of: cells, in: columns, role, opening: opening).ruled) }
    for sum in sums { add(row(of: sum, in: columns, role, opening: opening).ruled) }
  }

  /// - Parameter opening: `nil` makes it the head itself.
  private mutating func row(
    of texts: [TextLayout], in columns: Columns, _ role: [Tag], opening: [Strip]? = nil
  ) -> [Strip] {
    let row = role + [tag("TR")]
    let cells = texts.enumerated().map { place, layout in
      layout.wrap(to: columns.widths[place])
      let isHead = opening == nil || place == 0
      return Cell(
        layout: layout, x: columns.starts[place], role: row + [tag(isHead ? "TH" : "TD")])
    }
    return cells.strips(isWhole: true, opening: opening ?? [])
  }

  /// The name ends where the last column begins.
  private mutating func row(
    of sum: (name: TextLayout, value: TextLayout), in columns: Columns, _ role: [Tag],
    opening: [Strip]
  ) -> [Strip] {
    guard let start = columns.starts.last, let width = columns.widths.last else { return [] }
    let row = role + [tag("TR")]
    sum.name.wrap(to: start - Sheet.gap)
    sum.value.wrap(to: width)
    let cells = [
      Cell(layout: sum.name, x: 0, role: row + [tag("TH")]),
      Cell(layout: sum.value, x: start, role: row + [tag("TD")]),
    ]
    return cells.strips(isWhole: true, opening: opening)
  }
}

extension [Strip] {
  /// As a row with air around it and a line below.
  fileprivate var ruled: [Strip] {
    var row = self
    guard !row.isEmpty else { return row }
    for place in row[0].marks.indices { row[0].marks[place].y += Sheet.Space.cell }
    row[0].height += Sheet.Space.cell
    let last = row.count - 1
    row[last].height += Sheet.Space.cell
    row[last].marks.append(Mark(shape: .rule(Sheet.line), x: 0, y: row[last].height))
    return row
  }

  fileprivate func withSpace(_ space: Double) -> [Strip] {
    var strips = self
    if !strips.isEmpty { strips[0].spaceBefore = space }
    return strips
  }
}
