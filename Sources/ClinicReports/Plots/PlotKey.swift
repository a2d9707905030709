/// What the marks of a plot mean, in rows under it.
struct PlotKey {
  struct Entry {
    let words: String
    /// Draws the mark into a box 26 points wide, around its middle.
    let sample: (Drawing.Place) -> [Drawing.Mark]
  }

  private struct Cell {
    let entry: Entry
    let lines: [String]
    let x: Double
  }

  private static let lineHeight = 17.0
  private static let rowGap = 5.0
  private static let indent = 34.0
  private static let gap = 20.0

  private let rows: [[Cell]]

  init(_ entries: [Entry], width: Double) {
    var rows: [[Cell]] = []
    var next = 0.0
    for entry in entries {
      let lines = entry.words.drawnLines(within: width - Self.indent)
      let own = Self.indent + (lines.map(\.drawnWidth).max() ?? 0)
      if rows.isEmpty || next + own > width {
        rows.append([])
        next = 0
      }
      rows[rows.count - 1].append(Cell(entry: entry, lines: lines, x: next))
      next += own + Self.gap
    }
    self.rows = rows
  }

  var height: Double { rows.map(Self.height).reduce(0, +) }

  private static func height(of row: [Cell]) -> Double {
    Double(row.map(\.lines.count).max() ?? 0) * lineHeight + rowGap
  }

  func draw(into drawing: inout Drawing, below top: Double) {
    var top = top
    for row in rows {
      for cell in row {
        let middle = top + Self.lineHeight / 2
        for mark in cell.entry.sample(.init(cell.x + 13, middle)) { drawing.add(mark) }
        for (number, line) in cell.lines.enumerated() {
          let y = middle + 4.3 + Double(number) * Self.lineHeight
          drawing.add(.text(line, at: .init(cell.x + Self.indent, y)))
        }
      }
      top += Self.height(of: row)
    }
  }
}
