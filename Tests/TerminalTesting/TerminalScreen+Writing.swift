extension TerminalScreen {
  /// Shows a scalar: by itself, or joined to the character before the cursor.
  mutating func write(_ scalar: Unicode.Scalar) {
    let width = CellWidth.of(scalar)
    if !scalar.isASCII, let place = cellBefore {
      let text = grid[place.row].cells[place.column].text
      if width == 0 || widths == .clusters && joins(text, scalar, at: place) {
        join(scalar, to: text.isEmpty ? " " : text, at: place)
        return
      }
    }
    if width > 0 { put(String(Character(scalar)), width: width) }
  }

  /// Goes down a row; the lowest one scrolls the screen.
  mutating func lineFeed() {
    lastWritten = nil
    isWrapPending = false
    if cursorRow < rows - 1 {
      cursorRow += 1
    } else {
      var row = grid.removeFirst()
      row.cells = Array(row.cells.prefix(row.used))
      history.append(row)
      grid.append(Row(columns: columns))
    }
  }

  /// Blanks cells of a row, and the other half of a wide character that is cut.
  mutating func erase(_ columns: Range<Int>, in row: Int) {
    guard !columns.isEmpty else { return }
    if grid[row].cells[columns.lowerBound].width == 0, columns.lowerBound > 0 {
      grid[row].cells[columns.lowerBound - 1] = Cell()
    }
    let last = columns.upperBound
    if last < self.columns, grid[row].cells[last].width == 0 { grid[row].cells[last] = Cell() }
    for column in columns { grid[row].cells[column] = Cell() }
  }

  private mutating func put(_ text: String, width: Int) {
    let width = min(width, columns)
    if isWrapPending || cursorColumn + width > columns {
      grid[cursorRow].isWrapped = true
      lineFeed()
      cursorColumn = 0
    }
    erase(cursorColumn..<cursorColumn + width, in: cursorRow)
    grid[cursorRow].cells[cursorColumn] = Cell(text: text, width: width)
    if width == 2 { grid[cursorRow].cells[cursorColumn + 1] = Cell(width: 0) }
    lastWritten = (cursorRow, cursorColumn)
    isWrapPending = cursorColumn + width == columns
    cursorColumn = min(cursorColumn + width, columns - 1)
  }

  /// The cell of the character before the cursor in its row.
  private var cellBefore: (row: Int, column: Int)? {
    var column = isWrapPending ? cursorColumn : cursorColumn - 1
    if column > 0, grid[cursorRow].cells[column].width == 0 { column -= 1 }
    return column < 0 ? nil : (cursorRow, column)
  }

  private func joins(
    _ text: String, _ scalar: Unicode.Scalar, at place: (row: Int, column: Int)
  ) -> Bool {
    guard let lastWritten, lastWritten == place else { return false }
    return (text + String(Character(scalar))).count == 1
  }

  private mutating func join(
    _ scalar: Unicode.Scalar, to text: String, at place: (row: Int, column: Int)
  ) {
    let joined = text + String(Character(scalar))
    grid[place.row].cells[place.column].text = joined
    guard widths == .clusters, grid[place.row].cells[place.column].width == 1,
      CellWidth.of(cluster: joined) == 2
    else { return }
    // It has become wide, so it is written anew, perhaps in the next row.
    erase(place.column..<place.column + 1, in: place.row)
    cursorColumn = place.column
    isWrapPending = false
    put(joined, width: 2)
  }
}
