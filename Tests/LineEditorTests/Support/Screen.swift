@testable import LineEditor

/// What a terminal shows of the bytes it was sent: cells, a cursor, and the wrap that waits at the end
/// of a full row. A cell that was never written, or was erased, is `nil`.
struct Screen {
  /// How a terminal draws what is made of several scalars.
  enum Drawing { case clusters, scalars }

  private enum Cell: Equatable {
    case empty
    case text(String)
    /// The right half of a wide character.
    case half
  }

  private(set) var columns: Int
  let height: Int
  let drawing: Drawing
  private var cells: [[Cell]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var waitsToWrap = false
  private(set) var scrolled: [String] = []
  /// Sequences that are not understood, which a test must not see.
  private(set) var unknown: [String] = []
  private(set) var isPasteOn = false

  init(columns: Int, height: Int = 40, drawing: Drawing = .clusters) {
    self.columns = columns
    self.height = height
    self.drawing = drawing
    cells = Array(repeating: Array(repeating: .empty, count: columns), count: height)
  }

  // MARK: What is seen

  /// The rows down to the last with something in it, without what is empty at their ends.
  var rows: [String] {
    let rows = cells.map(text)
    let last = rows.lastIndex { !$0.isEmpty } ?? -1
    return Array(rows[...last])
  }

  /// All that stands before the cursor's cell, row by row.
  var beforeCursor: String {
    cells[..<row].map(text).joined() + text(Array(cells[row][..<(waitsToWrap ? columns : column)]))
  }

  private func text(_ cells: [Cell]) -> String {
    var text = ""
    for cell in cells { if case .text(let string) = cell { text += string } }
    return text
  }

  // MARK: What is written

  mutating func feed(_ bytes: [UInt8]) {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\r":
        column = 0
        waitsToWrap = false
      case "\n":
        column = 0
        waitsToWrap = false
        lineFeed()
      case "\u{8}":
        column = max(column - 1, 0)
        waitsToWrap = false
      case "\u{1b}": control(&scalars)
      default: put(scalar)
      }
    }
  }

  private mutating func control(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    guard scalars.popFirst() == "[" else { return unknown.append("not CSI") }
    var numbers = ""
    while let scalar = scalars.popFirst() {
      guard scalar.value >= 0x40 else {
        numbers.unicodeScalars.append(scalar)
        continue
      }
      act(scalar, numbers)
      return
    }
    unknown.append("cut short")
  }

  private mutating func act(_ final: Unicode.Scalar, _ numbers: String) {
    let count = max(Int(numbers) ?? 1, 1)
    let keepsWaiting = final == "J" || final == "K" || ["h", "l", "m"].contains(final)
    if !keepsWaiting { waitsToWrap = false }
    switch final {
    case "A": row = max(row - count, 0)
    case "B": row = min(row + count, height - 1)
    case "C": column = min(column + count, columns - 1)
    case "D": column = max(column - count, 0)
    case "H" where numbers.isEmpty: (row, column) = (0, 0)
    case "K" where numbers.isEmpty: clear(row, from: column)
    case "J" where numbers.isEmpty || numbers == "2":
      clear(row, from: numbers == "2" ? 0 : column)
      for below in (numbers == "2" ? 0 : row + 1)..<height { clear(below, from: 0) }
    case "m": break
    case "h" where numbers == "?2004": isPasteOn = true
    case "l" where numbers == "?2004": isPasteOn = false
    default: unknown.append("CSI \(numbers)\(final)")
    }
  }

  private mutating func clear(_ row: Int, from column: Int) {
    guard column < columns else { return }
    for place in column..<columns { erase(row, place) }
  }

  private mutating func erase(_ row: Int, _ column: Int) {
    if cells[row][column] == .half, column > 0 { cells[row][column - 1] = .empty }
    if column + 1 < columns, cells[row][column + 1] == .half { cells[row][column + 1] = .empty }
    cells[row][column] = .empty
  }

  private mutating func lineFeed() {
    if row < height - 1 {
      row += 1
    } else {
      scrolled.append(text(cells.removeFirst()))
      cells.append(Array(repeating: .empty, count: columns))
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if joins(scalar) { return }
    let width = max(DisplayWidth.of(scalar), 1)
    if waitsToWrap || column + width > columns {
      column = 0
      waitsToWrap = false
      lineFeed()
    }
    for place in column..<(column + width) { erase(row, place) }
    cells[row][column] = .text(String(scalar))
    if width == 2 { cells[row][column + 1] = .half }
    advance(by: width)
  }

  private mutating func advance(by width: Int) {
    column += width
    waitsToWrap = column >= columns
    if waitsToWrap { column = columns - 1 }
  }

  /// Adds a scalar to the cell before the cursor where it belongs there.
  private mutating func joins(_ scalar: Unicode.Scalar) -> Bool {
    var place = waitsToWrap ? column : column - 1
    if place >= 0, cells[row][place] == .half { place -= 1 }
    guard place >= 0, case .text(let text) = cells[row][place] else { return false }
    let joined = text + String(scalar)
    switch drawing {
    case .scalars: if DisplayWidth.of(scalar) > 0 { return false }
    case .clusters: if joined.count > 1 { return false }
    }
    let wider = drawing == .clusters && DisplayWidth.of(joined) > DisplayWidth.of(text)
    cells[row][place] = .text(joined)
    if wider, !waitsToWrap {
      erase(row, column)
      cells[row][column] = .half
      advance(by: 1)
    }
    return true
  }
}
