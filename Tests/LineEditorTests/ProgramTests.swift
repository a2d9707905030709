import Foundation
import TerminalTesting
import Testing

extension TerminalSuites {
  /// A program of its own, for what signals do to it.
  @Suite struct ProgramTests {
    static let environment = [
      "TERM": "xterm", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]

    static func started(
      _ arguments: [String] = []
    ) throws -> (pty: PseudoTerminal, mode: TerminalMode) {
      let pty = try PseudoTerminal()
      let mode = try pty.mode
      try pty.restart(builtProgram("editor-host"), arguments, environment: environment)
      try pty.expect("> ")
      return (pty, mode)
    }

    @Test(arguments: [SIGTERM, SIGHUP], ["", "half a line", "\u{1b}[200~half\ra pa", "busy\r"])
    func `it dies by the signal at once, with the terminal as it was`(
      signal: Int32, typed: String
    ) throws {
      let (pty, mode) = try Self.started()
      pty.send(typed)
      if typed.hasPrefix("half") { try pty.expect(typed) }
      if typed == "busy\r" { for _ in 1...2 { try pty.expect("busy\n") } }
      #expect(try pty.end(with: signal, seconds: 0.5) == .signal(signal))
      #expect(try pty.mode == mode)
      if typed != "busy\r" { #expect(pty.transcript.hasSuffix("\u{1b}[?2004l")) }
    }

    @Test func `the terminal is put back when the program exits or traps`() throws {
      for (line, wanted) in [
        ("exit\r", Ending.code(3)), ("trap\r", .signal(SIGABRT)), ("\u{4}", .code(0)),
      ] {
        let (pty, mode) = try Self.started()
        pty.send(line)
        #expect(try pty.waitForEnd(seconds: 5) == wanted)
        #expect(try pty.mode == mode)
      }
    }

    @Test func `Ctrl-C is a key in a line and a signal between lines`() throws {
      let (pty, _) = try Self.started()
      pty.send("ab\u{3}")
      try pty.expect("interrupted [ab]\n")
      try pty.expect("> ")
      kill(pty.processID, SIGINT)
      pty.send("c\r")
      try pty.expect("got [c]\n")
      pty.send("busy\r")
      try pty.expect("busy\n")
      try pty.expect("busy\n")
      pty.send("\u{3}")
      try pty.expect("stopped\n")
      pty.send("d\r")
      try pty.expect("got [d]\n")
    }

    @Test func `after a SIGKILL the next start heals the terminal`() throws {
      let (pty, mode) = try Self.started()
      pty.send("half")
      try pty.expect("half")
      #expect(pty.end(with: SIGKILL) == .signal(SIGKILL))
      #expect(try pty.mode != mode)
      try pty.restart(builtProgram("editor-host"), [], environment: Self.environment)
      try pty.expect("\u{1b}[?2004l\u{1b}[?2004h> ")
      pty.send("\u{4}")
      #expect(try pty.waitForEnd(seconds: 5) == .code(0))
      #expect(try pty.mode == mode)
    }

    @Test func `without a shell nothing is suspended`() throws {
      let (pty, _) = try Self.started()
      pty.send("\u{1a}")
      try pty.expect("no shell\n")
      pty.send("a\r")
      try pty.expect("got [a]\n")
    }

    @Test func `a shell brings it back, with the half-typed line`() throws {
      let pty = try PseudoTerminal.shell(environment: Self.environment, editsLines: true)
      pty.type(try builtProgram("editor-host"))
      try pty.expect("> ")
      pty.send("\u{1a}")
      try pty.expect("Paused.\n")
      try pty.expect("Stopped")
      try pty.expect("$ ")
      pty.send("echo $((6*7))\n")
      try pty.expect("42\n")
      pty.send("fg\n")
      try pty.expect("> ")
      pty.send("half")
      try pty.expect("half")
      // Stopped from outside this time.
      kill(-pty.foregroundGroup, SIGTSTP)
      try pty.expect("Stopped")
      try pty.expect("$ ")
      try pty.wait(for: "mode") { try $0.mode.output & UInt(OPOST) != 0 }
      pty.send("fg\n")
      try pty.expect("> half")
      pty.send(" a line\r")
      try pty.expect("got [half a line]\n")
      pty.send("\u{4}")
      try pty.expect("end\n")
      try pty.expect("$ ")
    }

    @Test func `a window of another size draws the line once`() throws {
      let (pty, _) = try Self.started()
      let line = String(repeating: "0123456789", count: 10)
      pty.send(line)
      try pty.expect(line)
      let before = pty.bytes.count
      pty.resize(columns: 30, rows: 24)
      try pty.expect("> " + line)
      pty.send("x")
      try pty.expect("x")
      #expect(
        String(decoding: pty.bytes[before...], as: UTF8.self)
          == "\r\u{1b}[3A\u{1b}[J> " + line + "x")
    }

    @Test func `lines come above the line being typed`() throws {
      let (pty, _) = try Self.started(["ticks"])
      pty.send("half")
      try pty.expect("half")
      try pty.expect("tick 1\n> half")
      try pty.expect("tick 2\n> half")
      pty.send(" done\r")
      try pty.expect("got [half done]\n")
    }
  }
}
