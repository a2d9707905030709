import Foundation
import TerminalTesting
import Testing

@Suite struct PseudoTerminalTests {
  private let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8"]

  private func terminal(_ script: String, rate: Int? = nil) throws -> PseudoTerminal {
    try PseudoTerminal("/bin/sh", ["-c", script], environment: environment, rate: rate)
  }

  @Test func `every byte is kept, and shown on the screen`() throws {
    let terminal = try terminal(#"printf 'a\033[1mb\n'; read x; printf 'c'"#)
    try terminal.expect("b\n")
    #expect(terminal.bytes == Array("a\u{1B}[1mb\r\n".utf8))
    terminal.mark()
    terminal.type("yes")
    #expect(try terminal.waitForEnd(seconds: 5) == .code(0))
    #expect(terminal.bytesSinceMark == Array("yes\r\nc".utf8))
    #expect(terminal.screen.lines.prefix(3) == ["ab", "yes", "c"])
    #expect(terminal.transcript == "a\u{1B}[1mb\nyes\nc")
  }

  @Test func `Enter is CR unless LF is asked for`() throws {
    let terminal = try terminal("stty raw -echo; printf ready; head -c 4 | od -An -tx1")
    try terminal.expect("ready")
    terminal.type("a")
    terminal.type("b", enter: .lineFeed)
    try terminal.expect("61 0d 62 0a")
  }

  @Test func `the size is that asked for, and a change is told`() throws {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["-c", "stty size; trap 'stty size' WINCH; while :; do sleep 0.01; done"],
      environment: environment, columns: 30, rows: 7)
    try terminal.expect("7 30\n")
    try terminal.settle(milliseconds: 100)
    terminal.resize(columns: 120, rows: 40)
    try terminal.expect("40 120\n", seconds: 5)
    #expect(terminal.screen.columns == 120 && terminal.screen.rows == 40)
    #expect(try terminal.end(with: SIGKILL, seconds: 1) == .signal(SIGKILL))
  }

  @Test func `modes are told apart, and outlive a killed program for the next one`() throws {
    let terminal = try terminal("read x; stty raw -echo; echo raw; sleep 60")
    let before = try terminal.mode
    #expect(before.isEcho && before.isCanonical && before.isSignals)
    terminal.type("")
    try terminal.expect("raw")
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
    #expect(terminal.childState == nil)
    let raw = try terminal.mode
    #expect(!raw.isEcho && !raw.isCanonical && !raw.isSignals && raw != before)
    let first = terminal.processID
    try terminal.restart(
      "/bin/sh", ["-c", "stty sane; stty -echo; stty echo; echo healed; echo > /dev/tty; cat"],
      environment: environment)
    #expect(terminal.processID != first && terminal.foregroundGroup == terminal.processID)
    try terminal.expect("healed\n")
    #expect(try terminal.mode.isEcho)
    #expect(throws: HarnessError.self) {
      try terminal.restart("/bin/cat", [], environment: environment)
    }
    terminal.send("\u{4}")
    #expect(try terminal.waitForEnd(seconds: 5) == .code(0))
  }

  @Test func `stty's own changes and back leave the mode equal`() throws {
    let terminal = try terminal("old=$(stty -g); stty raw; echo one; read x; stty $old")
    let before = try terminal.mode
    try terminal.expect("one")
    #expect(try terminal.mode != before)
    terminal.type("", enter: .lineFeed)
    terminal.waitForEnd()
    #expect(try terminal.mode == before)
  }

  @Test func `the state of a program is seen, and an end that does not come is an error`() throws {
    let terminal = try PseudoTerminal("/bin/cat", [], environment: environment)
    try terminal.wait(for: "sleep") { $0.childState == .sleeping }
    kill(terminal.processID, SIGSTOP)
    try terminal.wait(for: "stop") { $0.childState == .stopped }
    #expect(throws: HarnessError.self) { try terminal.waitForEnd(seconds: 0.1) }
    kill(terminal.processID, SIGKILL)
    try terminal.wait(for: "zombie") { $0.childState == .zombie }
    #expect(try terminal.waitForEnd(seconds: 1) == .signal(SIGKILL))
  }

  @Test func `a teletype takes its time`() throws {
    let terminal = try terminal("printf '%030d\\n' 0", rate: 60)
    let start = ContinuousClock.now
    try terminal.expect("0\n", seconds: 5)
    #expect((.milliseconds(300)...(.seconds(3))).contains(ContinuousClock.now - start))
    let silent = try self.terminal("printf 0123456789; sleep 60", rate: 20)
    try silent.settle(milliseconds: 30)
    #expect(silent.transcript == "0123456789")
  }

  @Test func `a long transcript is searched quickly`() throws {
    let terminal = try terminal("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo line $i.; done")
    let start = ContinuousClock.now
    for number in 1...20_000 { try terminal.expect("line \(number).\n") }
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(terminal.waitForEnd() == .code(0))
  }

  @Test func `more can be typed than the terminal holds`() throws {
    let terminal = try terminal("stty raw -echo; echo ready; sleep 0.2; head -c 300000 | wc -c")
    try terminal.expect("ready")
    terminal.send([UInt8](repeating: 0x78, count: 300_000))
    try terminal.expect("300000")
  }

  @Test func `text is compared byte by byte, across pieces and beside combining marks`() throws {
    let terminal = try terminal(
      "stty -onlcr; printf half; sleep 0.1; printf ' way> \\314\\210x\\r'; sleep 0.1; echo; read x"
    )
    try terminal.expect("half way> ")
    try terminal.expect("\u{308}x\n")
    #expect(try terminal.expectEither("no", "") == "")
  }
}
