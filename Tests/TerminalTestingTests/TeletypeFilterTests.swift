import TerminalTesting
import Testing

@Suite struct TeletypeFilterTests {
  @Test func `what only appends is allowed`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "printf 'one  two\\n'; echo three"], environment: [:])
    terminal.waitForEnd()
    #expect(TeletypeFilter.violations(in: terminal.bytes).isEmpty)
    #expect(TeletypeFilter.text(of: terminal.bytes) == "one two\nthree\n")
  }

  @Test func `each escape, backspace and bare carriage return is named`() {
    let found = TeletypeFilter.violations(in: Array("a\u{1B}[m\u{8}\r\n\rb\r".utf8))
    #expect(
      found.map(\.description) == [
        "ESC at byte 1", "BS at byte 4", "CR not followed by LF at byte 7",
        "CR not followed by LF at byte 9",
      ])
  }
}
