import Foundation
import Testing

@testable import LineEditor

extension TerminalSuites {
  /// The editor in this process, at a real pseudo-terminal.
  @Suite struct TerminalTests {
    /// What a thread that reads lines has got so far.
    final class Events: @unchecked Sendable {
      private let lock = NSLock()
      private var events: [LineEvent] = []
      private var isOver = false

      var all: [LineEvent] { lock.withLock { events } }
      var areComplete: Bool { lock.withLock { isOver } }
      func add(_ event: LineEvent) { lock.withLock { events.append(event) } }
      func end() { lock.withLock { isOver = true } }
    }

    /// Reads lines on a thread of its own until the input ends.
    static func read(
      _ pty: Pty, isDumb: Bool = false, count: Int = .max,
      between: @escaping @Sendable () -> Void = {},
      change: @escaping @Sendable (inout LineRequest) -> Void = { _ in }
    ) -> Events {
      let events = Events()
      let slave = pty.slave
      Thread.detachNewThread {
        defer { events.end() }
        guard let terminal = Terminal(input: slave, output: slave, isDumb: isDumb),
          terminal.begin()
        else { return }
        between()
        let editor = LineEditor(terminal)
        var request = LineRequest(prompt: "> ")
        change(&request)
        for _ in 0..<count {
          let event = editor.read(request)
          events.add(event)
          if event == .end { break }
        }
        terminal.end()
      }
      return events
    }

    @Test func `only a terminal is one`() {
      let descriptor = open("/dev/null", O_RDWR)
      defer { close(descriptor) }
      #expect(Terminal(input: descriptor, output: descriptor, isDumb: false) == nil)
    }

    @Test func `nothing is echoed or cut while lines are read, and the mode is put back`() throws {
      let pty = try Pty()
      let before = pty.flags
      let events = Self.read(pty)
      try pty.expect("> ")
      #expect(pty.wait { pty.mode.c_lflag & tcflag_t(ISIG) == 0 })
      #expect(pty.mode.c_lflag & tcflag_t(ICANON | ECHO | IEXTEN) == 0)
      #expect(pty.mode.c_iflag & tcflag_t(ICRNL | IXON) == 0)
      #expect(pty.mode.c_oflag & tcflag_t(OPOST) != 0)
      pty.send("ab\r")
      try pty.expect("ab\n\u{1b}[?2004l\u{1b}[?2004h> ")
      pty.send("\u{4}")
      #expect(pty.wait { events.areComplete })
      #expect(events.all == [.line("ab"), .end])
      #expect(pty.flags == before)
    }

    @Test func `a second terminal is refused while one is active`() throws {
      let pty = try Pty()
      let first = try #require(Terminal(input: pty.slave, output: pty.slave, isDumb: false))
      let second = try #require(Terminal(input: pty.slave, output: pty.slave, isDumb: false))
      #expect(first.begin() && !second.begin())
      first.end()
      #expect(second.begin())
      second.end()
    }

    @Test func `what is typed ahead waits unseen, and none of it is lost or run twice`() throws {
      let pty = try Pty()
      // Typed before there is an editor, and so cut into lines by the kernel.
      pty.send("zero\r")
      let events = Self.read(pty, between: { usleep(100_000) })
      #expect(pty.wait { pty.mode.c_lflag & tcflag_t(ECHO) == 0 })
      pty.send((1...200).map { "line \($0)\r\n" }.joined() + "\u{4}")
      #expect(pty.wait { events.areComplete })
      try pty.expect("> line 200\n\u{1b}[?2004l\u{1b}[?2004h> \n\u{1b}[?2004l")
      #expect(events.all == [.line("zero")] + (1...200).map { .line("line \($0)") } + [.end])
      let shown = pty.text.replacing("\u{1b}[?2004h", with: "")
        .replacing("\u{1b}[?2004l", with: "")
      #expect(
        shown.hasSuffix((1...200).map { "> line \($0)\n" }.joined() + "> \n"))
    }

    @Test(arguments: [true, false])
    func `5,000 characters are one line, past what the kernel takes for one`(isDumb: Bool) throws {
      let pty = try Pty()
      let events = Self.read(pty, isDumb: isDumb)
      try pty.expect("> ")
      let line = String(repeating: "tight ", count: 834)
      pty.send(line + "\r\u{4}")
      #expect(pty.wait { events.areComplete })
      #expect(events.all == [.line(line), .end])
      if isDumb {
        #expect(pty.text == "> " + line + "\n> \n")
        #expect(!pty.bytes.contains(0x1B) && !pty.bytes.contains(0x08))
      }
    }

    @Test func `a terminal left raw is healed, with bracketed paste off`() throws {
      let pty = try Pty()
      let before = pty.flags
      for mode in [TerminalMode.editing(pty.mode), TerminalMode.quiet(pty.mode)] {
        var raw = mode
        tcsetattr(pty.slave, TCSANOW, &raw)
        let events = Self.read(pty)
        try pty.expect("\u{1b}[?2004l\u{1b}[?2004h> ")
        pty.send("\u{4}")
        #expect(pty.wait { events.areComplete })
        #expect(pty.flags == before)
      }
    }

    @Test func `a terminal that is gone ends the reading`() throws {
      var pty: Pty? = try Pty()
      let slave = try dup(#require(pty?.slave))
      let events = try Self.read(#require(pty))
      try pty?.expect("> ")
      pty = nil
      close(slave)
      let deadline = Date().addingTimeInterval(5)
      while !events.areComplete, Date() < deadline { usleep(5000) }
      #expect(events.all == [.end])
    }

    @Test func `the host is told of changes, of a pause, and every second`() throws {
      let pty = try Pty()
      let told = Events()
      let events = Self.read(
        pty,
        change: { request in
          request.changed = { told.add(.line($0)) }
          request.idle = { told.add(.suspend) }
          request.tick = { told.all.contains(.suspend) ? ["a step ahead"] : [] }
          request.isLeftAlone = { told.all.contains(.suspend) && told.all.count > 3 }
        })
      try pty.expect("> ")
      for letter in ["a", "b", "c"] {
        pty.send(letter)
        try pty.expect(letter)
      }
      try pty.expect("a step ahead\n> abc")
      #expect(told.all == [.line("a"), .line("ab"), .line("abc"), .suspend])
      #expect(pty.wait { !events.all.isEmpty })
      #expect(events.all.first == .leftAlone)
      pty.send("\u{4}")
      #expect(pty.wait { events.areComplete })
    }

    @Test func `Esc alone is nothing, and an end of a paste that never comes is waited for`() throws
    {
      let pty = try Pty()
      let events = Self.read(pty, change: { $0.paste = .lines })
      try pty.expect("> ")
      pty.send("a\u{1b}")
      try pty.expect("a")
      usleep(80_000)
      pty.send("[b\u{1b}[200~c\rd")
      #expect(pty.wait { !events.all.isEmpty })
      #expect(events.all == [.pasted(["a[bc"], rest: "d")])
      pty.send("\u{15}\u{4}")
      #expect(pty.wait { events.areComplete })
    }

    @Test func `a secret leaves no trace`() throws {
      let pty = try Pty()
      let events = Self.read(pty, change: { $0.isSecret = true })
      try pty.expect("> ")
      pty.send("hush\r\u{4}")
      #expect(pty.wait { events.areComplete })
      #expect(events.all == [.line("hush"), .end])
      #expect(!pty.text.contains("hush"))
    }
  }
}

/// One process has one active terminal, so these do not run beside each other.
@Suite(.serialized) enum TerminalSuites {}
