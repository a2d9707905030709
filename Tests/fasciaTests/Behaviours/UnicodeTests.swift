import Foundation
import TerminalTesting
import Testing

/// Behaviours 6 and 7: every character a person sees is one, and no byte does harm.
@Suite struct UnicodeTests {
  private static let words = [
    "\u{65E5}\u{672C}\u{8A9E}", "u\u{308}ber", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    "\u{1F1E9}\u{1F1EA}",
  ]

  @Test(arguments: TerminalKind.allCases)
  func `what is typed is stored scalar for scalar`(kind: TerminalKind) throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(kind)
    let text = Self.words.joined(separator: " ")
    terminal.type("s \(text)")
    try terminal.expect("S saved")
    let stored = try #require(try clinic.noted().first)
    #expect(Array(stored.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `one Left and one Backspace go by one character, and columns are right`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    try terminal.settle(milliseconds: 150)
    let start = terminal.screen.cursorColumn
    for (word, width) in zip(Self.words, [6, 4, 2, 2]) {
      let before = terminal.screen.cursorColumn
      terminal.send(word)
      try terminal.settle(milliseconds: 150)
      #expect(terminal.screen.cursorColumn == before + width, "\(word)")
    }
    // Back over flag, family, and the four of the word; then the composed letter goes with one key.
    terminal.send(String(repeating: "\u{1B}[D", count: 5))
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.cursorColumn == start + 7)
    terminal.send("\u{7F}")
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.cursorColumn == start + 6)
    terminal.send("\u{5}\u{7F}\u{7F}\u{1}s \r")
    try terminal.expect("S saved")
    #expect(try clinic.noted() == ["\u{65E5}\u{672C}\u{8A9E}ber"])
  }

  @Test(arguments: TerminalKind.allCases)
  func `bad bytes become U+FFFD or are dropped, and nothing else happens`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(kind)
    terminal.send(Array("s a".utf8) + [0xFF] + Array("b".utf8) + [0xE6, 0x97] + Array("c".utf8))
    terminal.send([0])
    terminal.send([0x1B])
    try terminal.settle(milliseconds: 150)
    terminal.send("\u{1B}[99;99z")
    terminal.send("d\r")
    try terminal.expect("S saved")
    #expect(try clinic.noted() == ["a\u{FFFD}b\u{FFFD}cd"])
  }

  @Test(arguments: TerminalKind.allCases)
  func `a line of ten thousand characters is stored whole`(kind: TerminalKind) throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(kind)
    let long = String((0..<10_000).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    terminal.send("s " + long + "\r")
    try terminal.expect("S saved", seconds: 60)
    #expect(try clinic.noted() == [long])
  }
}
