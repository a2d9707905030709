/// What a terminal shows after some output: a grid of cells, a cursor, and lines scrolled away.
///
/// ```swift
/// var screen = TerminalScreen(columns: 20, rows: 3)
/// screen.feed(Array("one\r\ntwo\u{8}".utf8))
/// screen.lines           // ["one", "two", ""]
/// screen.cursorColumn    // 2
/// ```
///
/// Rows and columns count from 0.
public struct TerminalScreen: Sendable {
  /// How characters are measured; terminals differ.
  public enum Widths: Sendable {
    /// What a reader sees as one character is one: a family or a flag takes two cells.
    case clusters
    /// Each scalar takes its own cells; joiners and variation selectors take none.
    case scalars
  }

  /// What happens to lines when the width changes; terminals differ.
  public enum Resizing: Sendable {
    /// Each row is cut or gets blanks, as in xterm.
    case plain
    /// Lines that ran over the edge are wrapped anew, as in most terminals of today.
    case rewrapping
  }

  /// One place of the grid.
  struct Cell: Sendable {
    /// Empty where nothing was written.
    var text = ""
    /// 1, or 2 in the left half of a wide character, whose right half has 0.
    var width = 1
  }

  /// One line of the grid.
  struct Row: Sendable {
    var cells: [Cell]
    /// It goes on in the next row, because it ran over the edge.
    var isWrapped = false

    init(columns: Int) { cells = Array(repeating: Cell(), count: columns) }

    init(_ cells: [Cell], columns: Int, isWrapped: Bool) {
      self.cells = cells + Array(repeating: Cell(), count: max(0, columns - cells.count))
      self.isWrapped = isWrapped
    }

    /// How many cells stand before the blank rest, in which nothing was ever written.
    var used: Int { (cells.lastIndex { !$0.text.isEmpty || $0.width == 0 } ?? -1) + 1 }

    /// The text, blanks for cells without, and no spaces at the end.
    var text: String {
      var text = ""
      for cell in cells where cell.width > 0 { text += cell.text.isEmpty ? " " : cell.text }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  /// The width in cells.
  public internal(set) var columns: Int
  /// The height in rows.
  public internal(set) var rows: Int
  /// How characters are measured.
  public let widths: Widths
  /// What `resize` does with lines.
  public let resizing: Resizing
  /// The cursor's row.
  public internal(set) var cursorRow = 0
  /// The cursor's column; the last one while a wrap is pending.
  public internal(set) var cursorColumn = 0
  /// The last column was just written; the next character goes to the next row.
  public internal(set) var isWrapPending = false
  /// Bracketed paste is on, `ESC[?2004h`.
  public internal(set) var isPasting = false
  /// The cursor is shown, `ESC[?25h`.
  public internal(set) var isCursorVisible = true
  /// How often BEL came.
  public internal(set) var bells = 0
  /// Escape sequences that this screen does not understand and has passed over, without the ESC.
  public internal(set) var unknownSequences: [String] = []
  var grid: [Row]
  var history: [Row] = []
  var parser = Parser()
  /// Where the last character was written, while the cursor still stands behind it.
  var lastWritten: (row: Int, column: Int)?

  /// An empty screen with the cursor at its top left; at least one cell.
  public init(
    columns: Int = 80, rows: Int = 24, widths: Widths = .clusters,
    resizing: Resizing = .rewrapping
  ) {
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
    self.widths = widths
    self.resizing = resizing
    grid = Array(repeating: Row(columns: self.columns), count: self.rows)
  }

  /// The rows on the screen, from top to bottom, without spaces at their ends.
  public var lines: [String] { grid.map(\.text) }

  /// The rows that have left the screen at its top, oldest first.
  public var scrollback: [String] { history.map(\.text) }

  /// Scrollback and screen, one line a row, without the empty rows at the end.
  public var text: String {
    var all = scrollback + lines
    while all.last?.isEmpty == true { all.removeLast() }
    return all.joined(separator: "\n")
  }

  /// The same, with lines that ran over the edge in one piece.
  public var unwrappedText: String {
    var text = ""
    for row in history + grid {
      if row.isWrapped {
        for cell in row.cells.prefix(row.used) where cell.width > 0 {
          text += cell.text.isEmpty ? " " : cell.text
        }
      } else {
        text += row.text + "\n"
      }
    }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The lowest row on the screen that is not empty; empty if all are.
  public var lastLine: String { lines.last { !$0.isEmpty } ?? "" }
}
