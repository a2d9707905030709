extension TerminalScreen {
  /// Gives the screen another size, in cells, at least one.
  ///
  /// Rows that no longer fit leave at the top. If the screen was filled to its lowest row, rows
  /// come back from the scrollback when there is room.
  public mutating func resize(columns: Int, rows: Int) {
    let columns = max(columns, 1)
    let rows = max(rows, 1)
    let lowest = max(cursorRow, grid.lastIndex { $0.used > 0 } ?? 0)
    let isFull = lowest == self.rows - 1
    var layout = Layout(columns: columns)
    layout.cursor = (history.count + cursorRow, cursorColumn, isWrapPending)
    layout.top = history.count
    layout.rows = history + grid[...lowest]
    switch resizing {
    case .plain: layout.cut()
    case .rewrapping: if columns != self.columns { layout.rewrap() }
    }
    let overflow = layout.rows.count - rows
    let top = min(layout.cursor.row, max(isFull ? 0 : layout.top, overflow))
    history = Array(layout.rows[..<top])
    // Rows of the scrollback are kept without their blank rest.
    grid = layout.rows[top...].prefix(rows).map {
      Row($0.cells, columns: columns, isWrapped: $0.isWrapped)
    }
    while grid.count < rows { grid.append(Row(columns: columns)) }
    self.columns = columns
    self.rows = rows
    cursorRow = layout.cursor.row - top
    cursorColumn = min(layout.cursor.column, columns - 1)
    isWrapPending = layout.cursor.isPending
    lastWritten = nil
  }

  /// All rows with the cursor, on their way from one width to another.
  private struct Layout {
    let columns: Int
    var rows: [Row] = []
    /// The first row on the screen.
    var top = 0
    var cursor = (row: 0, column: 0, isPending: false)

    /// Cuts each row, or gives it blanks.
    mutating func cut() {
      for index in rows.indices {
        var cells = Array(rows[index].cells.prefix(columns))
        if let last = cells.indices.last, cells[last].width == 2, columns > 1 {
          cells[last] = Cell()
        }
        rows[index] = Row(cells, columns: columns, isWrapped: rows[index].isWrapped)
      }
      cursor.isPending = false
    }

    /// Wraps each line anew.
    mutating func rewrap() {
      let old = self
      rows = []
      var index = 0
      while index < old.rows.count {
        var cells: [Cell] = []
        var cursorPlace: Int?
        var topPlace: Int?
        var goesOn = true
        while goesOn, index < old.rows.count {
          let row = old.rows[index]
          if index == old.top { topPlace = cells.count }
          if index == old.cursor.row {
            cursorPlace = cells.count + old.cursor.column + (old.cursor.isPending ? 1 : 0)
          }
          cells += row.cells.prefix(row.used)
          goesOn = row.isWrapped
          index += 1
        }
        if let cursorPlace {
          cells += Array(repeating: Cell(), count: max(0, cursorPlace - cells.count))
        }
        append(cells, cursorAt: cursorPlace, topAt: topPlace)
      }
    }

    private mutating func append(_ cells: [Cell], cursorAt: Int?, topAt: Int?) {
      var row: [Cell] = []
      var place = 0
      while place < cells.count {
        let width = cells[place].width == 2 ? 2 : 1
        if row.count + min(width, columns) > columns {
          rows.append(Row(row, columns: columns, isWrapped: true))
          row = []
        }
        let taken = place..<place + width
        if let cursorAt, taken.contains(cursorAt) { cursor = (rows.count, row.count, false) }
        if let topAt, taken.contains(topAt) { top = rows.count }
        row += cells[taken.clamped(to: 0..<cells.count)].prefix(columns)
        place += width
      }
      if cursorAt == cells.count {
        let isPending = row.count == columns
        cursor = (rows.count, isPending ? columns - 1 : row.count, isPending)
      }
      if topAt == cells.count { top = rows.count }
      rows.append(Row(row, columns: columns, isWrapped: false))
    }
  }
}
