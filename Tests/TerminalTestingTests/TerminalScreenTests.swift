import TerminalTesting
import Testing

@Suite struct TerminalScreenTests {
  private func screen(
    _ text: String, columns: Int = 10, rows: Int = 4,
    widths: TerminalScreen.Widths = .clusters,
    resizing: TerminalScreen.Resizing = .rewrapping
  ) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns, rows: rows, widths: widths, resizing: resizing)
    screen.feed(Array(text.utf8))
    return screen
  }

  @Test func `a line feed only moves down, a carriage return only left`() {
    let shown = screen("ab\ncd\r\ne")
    #expect(shown.lines == ["ab", "  cd", "e", ""])
    #expect((shown.cursorRow, shown.cursorColumn) == (2, 1))
    #expect(shown.lastLine == "e")
  }

  @Test func `the last column waits for the next character before it wraps`() {
    var shown = screen("0123456789")
    #expect(shown.isWrapPending && shown.cursorRow == 0 && shown.cursorColumn == 9)
    shown.feed(Array("\r\nx".utf8))
    #expect(shown.lines[1] == "x")
    #expect(screen("0123456789ab").lines == ["0123456789", "ab", "", ""])
    #expect(screen("0123456789\u{8}x").lines[0] == "01234567x9")
    #expect(screen("0123456789ab").unwrappedText == "0123456789ab")
  }

  @Test func `rows that leave at the top stand in the scrollback until they are erased`() {
    var shown = screen("1\r\n2\r\n3\r\n4\r\n5\r\n6")
    #expect(shown.scrollback == ["1", "2"])
    #expect(shown.lines == ["3", "4", "5", "6"])
    #expect(shown.text == "1\n2\n3\n4\n5\n6")
    shown.feed(Array("\u{1B}[2J\u{1B}[3J\u{1B}[Hnew".utf8))
    #expect(shown.text == "new")
  }

  static let sequences: [(bytes: String, lines: [String], row: Int, column: Int)] = [
    ("abcdef\u{1B}[3DX", ["abcXef", "", "", ""], 0, 4),
    ("abc\u{1B}[B\u{1B}[2Dx", ["abc", " x", "", ""], 1, 2),
    ("a\r\nb\u{1B}[Ax\u{1B}[9C!", ["ax       !", "b", "", ""], 0, 9),
    ("abcdef\u{1B}[3G\u{1B}[K", ["ab", "", "", ""], 0, 2),
    ("abcdef\u{1B}[3G\u{1B}[1K", ["   def", "", "", ""], 0, 2),
    ("abcdef\u{1B}[2K", ["", "", "", ""], 0, 6),
    ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J", ["a", "", "", ""], 1, 0),
    ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[1J", ["", "", "c", ""], 1, 0),
    ("a\tb", ["a       b", "", "", ""], 0, 9),
    ("a\u{1B}[1;31mb\u{1B}[0mc", ["abc", "", "", ""], 0, 3),
    ("a\u{1B}]0;title\u{7}b\u{1B}(Bc", ["abc", "", "", ""], 0, 3),
  ]

  @Test(arguments: sequences)
  func `moves and erasures do what they say`(
    bytes: String, lines: [String], row: Int, column: Int
  ) {
    let shown = screen(bytes)
    #expect(shown.lines == lines)
    #expect((shown.cursorRow, shown.cursorColumn) == (row, column))
    #expect(shown.unknownSequences.isEmpty)
  }

  @Test func `bracketed paste, the cursor, bells and unknown sequences are remembered`() {
    var shown = screen("\u{1B}[?2004h\u{1B}[?25l\u{7}\u{1B}[5n\u{1B}[?1049h\u{1B}7")
    #expect(shown.isPasting && !shown.isCursorVisible && shown.bells == 1)
    #expect(shown.unknownSequences == ["[5n", "[?1049h", "7"])
    shown.feed(Array("\u{1B}[?2004l\u{1B}[?25h".utf8))
    #expect(!shown.isPasting && shown.isCursorVisible)
  }

  @Test(arguments: [
    ("日本", 4, 4), ("u\u{308}", 1, 1), ("👩‍👩‍👧", 2, 6), ("🇩🇪", 2, 2), ("❤️", 2, 1),
    ("👍🏽", 2, 4), ("1️⃣", 2, 1), ("é", 1, 1), ("각", 2, 2), ("ﾊ", 1, 1),
  ])
  func `characters take their cells, by cluster and by scalar`(
    text: String, clusters: Int, scalars: Int
  ) {
    for (widths, width) in [(TerminalScreen.Widths.clusters, clusters), (.scalars, scalars)] {
      let shown = screen(text, widths: widths)
      #expect(shown.cursorColumn == width, "\(text) \(widths)")
      #expect(Array(shown.lines[0].unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func `a wide character does not stand half in the last column`() {
    #expect(screen("012345678日").lines == ["012345678", "日", "", ""])
    #expect(screen("日本\u{1B}[2Gx").lines[0] == " x本")
    #expect(screen("012345678❤\u{FE0F}").lines == ["012345678", "❤\u{FE0F}", "", ""])
  }

  @Test func `bad bytes show as a replacement, cut characters are completed`() {
    var shown = TerminalScreen(columns: 10, rows: 1)
    for byte: UInt8 in [0xFF, 0x61, 0xE6, 0x97, 0x62, 0xE6, 0x97, 0xA5, 0x00] { shown.feed([byte]) }
    #expect(shown.lines == ["\u{FFFD}a\u{FFFD}b日"])
  }

  @Test func `a plain terminal cuts lines, a rewrapping one wraps them anew`() {
    let line = "0123456789abcdefghij!"
    var plain = screen(line, resizing: .plain)
    plain.resize(columns: 5, rows: 4)
    #expect(plain.lines == ["01234", "abcde", "!", ""])
    plain.resize(columns: 10, rows: 4)
    #expect(plain.lines == ["01234", "abcde", "!", ""])

    var modern = screen(line)
    modern.resize(columns: 5, rows: 4)
    #expect(modern.scrollback == ["01234"])
    #expect(modern.lines == ["56789", "abcde", "fghij", "!"])
    #expect((modern.cursorRow, modern.cursorColumn) == (3, 1))
    modern.resize(columns: 30, rows: 4)
    #expect(modern.text == line)
    #expect((modern.cursorRow, modern.cursorColumn) == (0, 21))
    #expect(modern.unwrappedText == line)
  }

  @Test func `a resize keeps the cursor at its character, ten times`() {
    for width in [80, 7, 31] {
      var shown = screen("one\r\n" + String(repeating: "日x", count: 40), columns: 30, rows: 6)
      let lineBefore = shown.unwrappedText
      shown.feed(Array("\u{1B}[3D".utf8))
      for _ in 0..<10 {
        shown.resize(columns: width, rows: 6)
        shown.resize(columns: 30, rows: 6)
      }
      #expect(shown.unwrappedText == lineBefore)
      shown.feed(Array("X".utf8))
      #expect(shown.unwrappedText.hasSuffix("日X日x"))
    }
  }

  @Test func `rows leave at the top when the screen gets lower, and come back`() {
    var shown = screen("1\r\n2\r\n3\r\n4")
    shown.resize(columns: 10, rows: 2)
    #expect(shown.scrollback == ["1", "2"] && shown.lines == ["3", "4"])
    shown.resize(columns: 10, rows: 4)
    #expect(shown.lines == ["1", "2", "3", "4"] && shown.cursorRow == 3)
    var short = screen("1\r\n2")
    short.resize(columns: 10, rows: 2)
    #expect(short.scrollback.isEmpty && short.lines == ["1", "2"])
  }

  @Test(arguments: [TerminalScreen.Resizing.plain, .rewrapping])
  func `any bytes and any sizes leave a cursor on the screen`(
    resizing: TerminalScreen.Resizing
  ) {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "\u{1B}[", "\u{1B}", "日", "❤", "\u{FE0F}", "\u{200D}", "👩", "🇩", "e", "\u{308}", "\n",
      "\r", "99999999999999999999", "9223372036854775807", "7", ";", "?", "H", "J", "K", "A", "B",
      "C", "G", "1J", "2K", "\t", "\u{8}",
    ]
    for widths in [TerminalScreen.Widths.clusters, .scalars] {
      var shown = TerminalScreen(columns: 9, rows: 4, widths: widths, resizing: resizing)
      for _ in 0..<15_000 {
        shown.feed(next(8) == 0 ? [UInt8(next(256))] : Array(pieces[next(pieces.count)].utf8))
        if next(300) == 0 { shown.resize(columns: next(14), rows: next(7)) }
        guard shown.cursorColumn < shown.columns, shown.cursorRow < shown.rows,
          shown.lines.count == shown.rows
        else {
          Issue.record("the cursor is at \(shown.cursorRow), \(shown.cursorColumn)")
          return
        }
      }
    }
  }
}
