import Testing

@testable import LineEditor

@Suite struct ResizeTests {
  /// What a terminal makes of soft-wrapped rows when its width changes.
  static func rewrapped(_ typist: Typist, _ columns: Int) -> Screen {
    var screen = Screen(columns: columns)
    let shown = "S> " + String(typist.session.shown)
    screen.feed(Array("earlier output\n".utf8) + Array(shown.utf8))
    let rows = RandomEditTests.wrapped(shown, columns)
    let head = 3 + typist.session.buffer.cursor
    let (row, column) = (head / columns, head % columns)
    let up = rows.count - 1 - row
    screen.feed(
      Array(
        ("\r" + (up > 0 ? "\u{1b}[\(up)A" : "") + (column > 0 ? "\u{1b}[\(column)C" : "")).utf8))
    return screen
  }

  @Test func `a long line is drawn once at the new width, and earlier output is left alone`() {
    let text = String((0..<200).map { Character(String($0 % 10)) })
    var typist = Typist("S> ", text: text)
    typist.send(Press.home)
    for _ in 0..<77 { typist.send(Press.right) }
    for columns in [30, 120, 80, 30, 120, 30, 80, 45, 120, 80] {
      typist.screen = Self.rewrapped(typist, columns)
      typist.session.resize(to: columns)
      typist.take()
      #expect(
        typist.screen.rows
          == ["earlier output"] + RandomEditTests.wrapped("S> " + text, columns))
      #expect(typist.screen.beforeCursor == "earlier outputS> " + text.prefix(77))
      typist.send("x" + Press.backspace)
      #expect(typist.text == text)
    }
  }

  @Test func `the same width draws nothing`() {
    var typist = Typist(text: "abc")
    typist.session.resize(to: 80)
    typist.take()
    #expect(typist.written.isEmpty)
  }

  @Test func `a line that comes back is drawn where the cursor is`() {
    var typist = Typist(text: "half a line")
    typist.send(Press.left)
    typist.screen.feed(Array("\n[1]+  Stopped\n$ fg\n".utf8))
    typist.session.comeBack(columns: 80)
    typist.take()
    #expect(typist.screen.rows.last == "> half a line")
    #expect(typist.screen.beforeCursor.hasSuffix("> half a lin"))
  }

  @Test func `a line at the bottom of a small terminal scrolls and stays whole`() {
    var typist = Typist("S> ", columns: 20, height: 5)
    typist.screen.feed(Array("\n\n\n\n".utf8))
    typist.session.comeBack(columns: 20)
    typist.take()
    let text = String(repeating: "tighter since ", count: 5)
    typist.letters(text)
    typist.type(Press.home, "日", Press.end, Press.left, "x")
    #expect(
      typist.screen.rows
        == [""] + RandomEditTests.wrapped("S> 日" + text.dropLast() + "x ", 20))
  }
}
