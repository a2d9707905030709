extension TerminalScreen {
  /// Does what the control sequence `ESC[`, body, final letter says.
  mutating func obey(_ final: Character, _ body: String) {
    let isPrivate = body.hasPrefix("?")
    let words = body.dropFirst(isPrivate ? 1 : 0).split(
      separator: ";", omittingEmptySubsequences: false)
    let numbers = words.map { min(Int($0) ?? 0, 9999) }
    let isPlain = words.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    let first = numbers.first ?? 0
    let count = max(first, 1)
    switch (final, isPrivate, isPlain) {
    case ("A", false, true): move(toRow: cursorRow - count)
    case ("B", false, true): move(toRow: cursorRow + count)
    case ("C", false, true): move(toColumn: cursorColumn + count)
    case ("D", false, true): move(toColumn: cursorColumn - count)
    case ("G", false, true): move(toColumn: count - 1)
    case ("H", false, true):
      move(toRow: count - 1)
      move(toColumn: max(numbers.count > 1 ? numbers[1] : 1, 1) - 1)
    case ("J", false, true) where first <= 3: eraseScreen(first)
    case ("K", false, true) where first <= 2: eraseLine(first)
    case ("m", false, _): break
    case ("h", true, true), ("l", true, true):
      for number in numbers { set(number, final == "h") }
    case ("h", false, true), ("l", false, true): break
    default: unknownSequences.append("[" + body + String(final))
    }
  }

  /// Moves the cursor within the screen; a pending wrap is forgotten.
  mutating func move(toColumn column: Int) {
    cursorColumn = min(max(column, 0), columns - 1)
    isWrapPending = false
    lastWritten = nil
  }

  /// Moves the cursor within the screen; a pending wrap is forgotten.
  mutating func move(toRow row: Int) {
    cursorRow = min(max(row, 0), rows - 1)
    isWrapPending = false
    lastWritten = nil
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: isCursorVisible = isOn
    case 2004: isPasting = isOn
    default: unknownSequences.append("[?\(mode)" + (isOn ? "h" : "l"))
    }
  }

  private mutating func eraseLine(_ part: Int) {
    isWrapPending = false
    lastWritten = nil
    switch part {
    case 0: erase(cursorColumn..<columns, in: cursorRow)
    case 1: erase(0..<cursorColumn + 1, in: cursorRow)
    default: erase(0..<columns, in: cursorRow)
    }
    if part != 1 { grid[cursorRow].isWrapped = false }
  }

  private mutating func eraseScreen(_ part: Int) {
    isWrapPending = false
    lastWritten = nil
    switch part {
    case 0:
      eraseLine(0)
      for row in cursorRow + 1..<rows { grid[row] = Row(columns: columns) }
    case 1:
      for row in 0..<cursorRow { grid[row] = Row(columns: columns) }
      eraseLine(1)
    case 2: grid = Array(repeating: Row(columns: columns), count: rows)
    default: history = []
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
