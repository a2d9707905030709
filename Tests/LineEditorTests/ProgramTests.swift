import Foundation
import Testing

extension TerminalSuites {
  /// A program of its own, for what signals do to it.
  @Suite struct ProgramTests {
    static func started(_ arguments: [String] = []) throws -> (pty: Pty, flags: [tcflag_t]) {
      let pty = try Pty()
      let flags = pty.flags
      try pty.start(#require(EditorHost.path), arguments)
      try pty.expect("> ")
      return (pty, flags)
    }

    @Test(arguments: [SIGTERM, SIGHUP], ["", "half a line", "\u{1b}[200~half\ra pa", "busy\r"])
    func `it dies by the signal at once, with the terminal as it was`(
      signal: Int32, typed: String
    ) throws {
      let (pty, flags) = try Self.started()
      pty.send(typed)
      if typed.hasPrefix("half") { try pty.expect(typed) }
      if typed == "busy\r" { for _ in 1...2 { try pty.expect("busy\n") } }
      let start = Date()
      let status = try #require(pty.end(with: signal))
      #expect(Date().timeIntervalSince(start) < 0.5)
      #expect(status & 0x7F == signal)
      #expect(pty.flags == flags)
      if typed != "busy\r" { #expect(pty.text.hasSuffix("\u{1b}[?2004l")) }
    }

    @Test func `the terminal is put back when the program exits or traps`() throws {
      for (line, wanted) in [("exit\r", 3 << 8), ("trap\r", SIGABRT), ("\u{4}", 0)] {
        let (pty, flags) = try Self.started()
        pty.send(line)
        let status = try #require(pty.end())
        #expect(status & 0xFF7F == wanted)
        #expect(pty.flags == flags)
      }
    }

    @Test func `Ctrl-C is a key in a line and a signal between lines`() throws {
      let (pty, _) = try Self.started()
      pty.send("ab\u{3}")
      try pty.expect("interrupted [ab]\n")
      try pty.expect("> ")
      kill(pty.process, SIGINT)
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
      let (pty, flags) = try Self.started()
      pty.send("half")
      try pty.expect("half")
      _ = pty.end(with: SIGKILL)
      #expect(pty.flags != flags)
      try pty.start(#require(EditorHost.path))
      try pty.expect("\u{1b}[?2004l\u{1b}[?2004h> ")
      pty.send("\u{4}")
      #expect(pty.end() == 0)
      #expect(pty.flags == flags)
    }

    @Test func `without a shell nothing is suspended`() throws {
      let (pty, _) = try Self.started()
      pty.send("\u{1a}")
      try pty.expect("no shell\n")
      pty.send("a\r")
      try pty.expect("got [a]\n")
    }

    @Test func `a shell brings it back, with the half-typed line`() throws {
      let pty = try Pty()
      try pty.start("/bin/bash", ["--norc", "--noprofile", "-i"])
      try pty.expect("$ ")
      pty.send("\(try #require(EditorHost.path))\n")
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
      let found = tcgetpgrp(pty.slave)
      kill(-(found > 0 ? found : pty.foreground), SIGTSTP)
      try pty.expect("Stopped")
      try pty.expect("$ ")
      #expect(pty.wait { pty.mode.c_oflag & tcflag_t(OPOST) != 0 })
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
      pty.resize(columns: 30)
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

extension Pty {
  /// The process group in the foreground, as the holder of the terminal sees it.
  var foreground: pid_t {
    var group: pid_t = 0
    return ioctl(master, UInt(TIOCGPGRP), &group) == 0 ? group : 0
  }
}
