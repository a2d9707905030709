import Foundation
import TerminalTesting
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
      _ pty: PseudoTerminal, isDumb: Bool = false, count: Int = .max,
      between: @escaping @Sendable () -> Void = {},
      change: @escaping @Sendable (inout LineRequest) -> Void = { _ in }
    ) -> Events {
      let events = Events()
      let slave = pty.peer
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
      let pty = try PseudoTerminal()
      let before = try pty.mode
      let events = Self.read(pty)
      try pty.expect("> ")
      try pty.wait(for: "mode") { try !$0.mode.isSignals }
      #expect(try pty.mode.local & UInt(ICANON | ECHO | IEXTEN) == 0)
      #expect(try pty.mode.input & UInt(ICRNL | IXON) == 0)
      #expect(try pty.mode.output & UInt(OPOST) != 0)
      pty.send("ab\r")
      try pty.expect("ab\n\u{1b}[?2004l\u{1b}[?2004h> ")
      pty.send("\u{4}")
      try pty.wait(for: "end") { _ in events.areComplete }
      #expect(events.all == [.line("ab"), .end])
      #expect(try pty.mode == before)
    }

    @Test func `a second terminal is refused while one is active`() throws {
      let pty = try PseudoTerminal()
      let first = try #require(Terminal(input: pty.peer, output: pty.peer, isDumb: false))
      let second = try #require(Terminal(input: pty.peer, output: pty.peer, isDumb: false))
      #expect(first.begin() && !second.begin())
      first.end()
      #expect(second.begin())
      second.end()
    }

    @Test func `what is typed ahead waits unseen, and none of it is lost or run twice`() throws {
      let pty = try PseudoTerminal()
      // Typed before there is an editor, and so cut into lines by the kernel.
      pty.send("zero\r")
      let events = Self.read(pty, between: { usleep(100_000) })
      try pty.wait(for: "mode") { try !$0.mode.isEcho }
      pty.send((1...200).map { "line \($0)\r\n" }.joined() + "\u{4}")
      try pty.wait(for: "end") { _ in events.areComplete }
      try pty.expect("> line 200\n\u{1b}[?2004l\u{1b}[?2004h> \n\u{1b}[?2004l")
      #expect(events.all == [.line("zero")] + (1...200).map { .line("line \($0)") } + [.end])
      let shown = pty.transcript.replacing("\u{1b}[?2004h", with: "")
        .replacing("\u{1b}[?2004l", with: "")
      #expect(
        shown.hasSuffix((1...200).map { "> line \($0)\n" }.joined() + "> \n"))
    }

    @Test(arguments: [true, false])
    func `5,000 characters are one line, past what the kernel takes for one`(isDumb: Bool) throws {
      let pty = try PseudoTerminal()
      let events = Self.read(pty, isDumb: isDumb)
      try pty.expect("> ")
      let line = String(repeating: "tight ", count: 834)
      pty.send(line + "\r\u{4}")
      try pty.wait(for: "end") { _ in events.areComplete }
      #expect(events.all == [.line(line), .end])
      try pty.settle(milliseconds: 50)
      if isDumb {
        #expect(pty.transcript == "> " + line + "\n> \n")
        #expect(!pty.bytes.contains(0x1B) && !pty.bytes.contains(0x08))
      }
    }

    @Test func `a terminal left raw is healed, with bracketed paste off`() throws {
      let pty = try PseudoTerminal()
      let before = try pty.mode
      var sane = termios()
      tcgetattr(pty.peer, &sane)
      for mode in [LineMode.editing(sane), LineMode.quiet(sane)] {
        var raw = mode
        tcsetattr(pty.peer, TCSANOW, &raw)
        let events = Self.read(pty)
        try pty.expect("\u{1b}[?2004l\u{1b}[?2004h> ")
        pty.send("\u{4}")
        try pty.wait(for: "end") { _ in events.areComplete }
        #expect(try pty.mode == before)
      }
    }

    @Test func `a terminal that is gone ends the reading`() throws {
      var pty: PseudoTerminal? = try PseudoTerminal()
      let slave = try dup(#require(pty?.peer))
      let events = try Self.read(#require(pty))
      try pty?.expect("> ")
      pty = nil
      close(slave)
      let deadline = Date().addingTimeInterval(5)
      while !events.areComplete, Date() < deadline { usleep(5000) }
      #expect(events.all == [.end])
    }

    @Test func `the host is told of changes, of a pause, and every second`() throws {
      let pty = try PseudoTerminal()
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
      try pty.wait(for: "event") { _ in !events.all.isEmpty }
      #expect(events.all.first == .leftAlone)
      pty.send("\u{4}")
      try pty.wait(for: "end") { _ in events.areComplete }
    }

    @Test func `Esc alone is nothing, and an end of a paste that never comes is waited for`() throws
    {
      let pty = try PseudoTerminal()
      let events = Self.read(pty, change: { $0.paste = .lines })
      try pty.expect("> ")
      pty.send("a\u{1b}")
      try pty.expect("a")
      usleep(80_000)
      pty.send("[b\u{1b}[200~c\rd")
      try pty.wait(for: "event") { _ in !events.all.isEmpty }
      #expect(events.all == [.pasted(["a[bc"], rest: "d")])
      pty.send("\u{15}\u{4}")
      try pty.wait(for: "end") { _ in events.areComplete }
    }

    @Test func `a secret leaves no trace`() throws {
      let pty = try PseudoTerminal()
      let events = Self.read(pty, change: { $0.isSecret = true })
      try pty.expect("> ")
      pty.send("hush\r\u{4}")
      try pty.wait(for: "end") { _ in events.areComplete }
      #expect(events.all == [.line("hush"), .end])
      #expect(!pty.transcript.contains("hush"))
    }
  }
}

/// One process has one active terminal, so these do not run beside each other.
@Suite(.serialized) enum TerminalSuites {}
