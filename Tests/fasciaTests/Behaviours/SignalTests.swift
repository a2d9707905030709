import Foundation
import TerminalTesting
import Testing

/// Behaviours 17 to 19: signals, Ctrl-C and Ctrl-D, and going to the background.
@Suite struct SignalTests {
  enum Place: String, CaseIterable { case prompt, question, note, paste }

  /// Half a line is typed at a place.
  private func halfTyped(_ place: Place, _ clinic: Clinic) throws -> PseudoTerminal {
    let terminal: PseudoTerminal
    switch place {
    case .prompt, .paste:
      _ = try clinic.script(["new Ann Ruiz born=1984"])
      terminal = try clinic.atClient()
    case .question:
      _ = try clinic.script(["new Ann Ruiz born=1984"])
      terminal = try clinic.atClient()
      terminal.type("intake")
      try terminal.expect("Main reason for the visit: ")
    case .note:
      terminal = try clinic.inSession()
      terminal.type("end")
      try terminal.expect("S> ")
    }
    terminal.send("headache gone af")
    try terminal.expect("headache gone af")
    if place == .paste { terminal.send("\u{1B}[200~ter") }
    try terminal.settle(milliseconds: 100)
    return terminal
  }

  @Test(arguments: Place.allCases, [SIGHUP, SIGTERM])
  func `it dies by the signal, the terminal is as it was, and the line comes back`(
    place: Place, signal: Int32
  ) throws {
    let clinic = try Clinic()
    let fresh = try PseudoTerminal("/bin/true", [], environment: [:])
    let mode = try fresh.mode
    let terminal = try halfTyped(place, clinic)
    #expect(try terminal.mode != mode)
    #expect(terminal.screen.isPasting)
    #expect(try terminal.end(with: signal, seconds: 5) == .signal(signal))
    #expect(try terminal.mode == mode)
    #expect(!terminal.screen.isPasting)
    #expect(terminal.screen.isCursorVisible)
    let next = try clinic.terminal([], TerminalKind.xterm.environment)
    try next.expect("The last run ended unexpectedly at 10:16. Nothing was lost.")
    try next.expect("typed, not entered:  headache gone af")
    try next.expect("y/n [y]: ")
    next.type("")
    let prompt =
      switch place {
      case .prompt, .paste: "fascia Ann R> "
      case .question: "Main reason for the visit: "
      case .note: "S> "
      }
    try next.expect(prompt + "headache gone af")
  }

  @Test func `a terminal that SIGKILL left raw is healed by the next start`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.terminal([], TerminalKind.xterm.environment)
    let mode = try PseudoTerminal("/bin/true", [], environment: [:]).mode
    try terminal.expect("fascia> ")
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
    #expect(try !terminal.mode.isEcho && !terminal.mode.isCanonical)
    try terminal.restart(
      clinic.program, clinic.arguments,
      environment: clinic.environment.merging(TerminalKind.xterm.environment) { $1 })
    try terminal.expect("fascia> ")
    terminal.type("quit")
    #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
    #expect(try terminal.mode.isEcho && terminal.mode.isCanonical && terminal.mode.isSignals)
    #expect(try terminal.mode == mode)
    #expect(!terminal.screen.isPasting)
  }

  @Test(arguments: TerminalKind.allCases)
  func `Ctrl-C and Ctrl-D at the prompt never end the program but on an empty line`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient(kind)
    for _ in 0..<3 {
      terminal.send("\u{3}")
      try terminal.expect("To leave type quit.")
      try terminal.expect("fascia Ann R> ")
    }
    for place in 1...3 {
      terminal.send("half \(place)")
      try terminal.expect("half \(place)")
      terminal.send("\u{3}")
      try terminal.expect("fascia Ann R> ")
    }
    terminal.send("\u{1B}[A")
    try terminal.expect("half 3")
    terminal.send("\u{3}")
    try terminal.expect("fascia Ann R> ")
    // With text typed Ctrl-D erases; it does not leave.
    terminal.send("ab\u{1}\u{4}\u{4}")
    try terminal.settle(milliseconds: 200)
    #expect(terminal.childState != .zombie)
    terminal.send("\u{3}")
    try terminal.settle(milliseconds: 200)
    terminal.send("\u{4}")
    #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
  }

  @Test(arguments: TerminalKind.allCases)
  func `Ctrl-C and Ctrl-D at a question clear the line, or pause the intake`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient(kind)
    for key in ["\u{3}", "\u{4}", "\u{3}"] {
      terminal.type("intake")
      try terminal.expect("Main reason for the visit: ")
      for _ in 0..<3 {
        terminal.send("tight")
        try terminal.expect("tight")
        terminal.send("\u{3}")
        try terminal.expect("Main reason for the visit: ")
      }
      terminal.send("\u{1B}[A")
      try terminal.expect("tight")
      terminal.send("\u{3}")
      try terminal.expect("Main reason for the visit: ")
      terminal.send(key)
      try terminal.expect("Intake paused at 1 of ")
      try terminal.expect("fascia Ann R> ")
    }
  }

  @Test(arguments: TerminalKind.allCases)
  func `in a note Ctrl-C keeps the words for Up and tells how to stop, Ctrl-D goes on`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(kind)
    terminal.type("end")
    try terminal.expect("S> ")
    for _ in 0..<3 {
      terminal.send("\u{3}")
      try terminal.expect("Note is saved. . to stop")
      try terminal.expect("S> ")
    }
    for _ in 0..<3 {
      terminal.send("slept badly")
      try terminal.expect("slept badly")
      terminal.send("\u{3}")
      try terminal.expect("S> ")
    }
    terminal.send("\u{1B}[A")
    try terminal.expect("slept badly")
    terminal.type("")
    try terminal.expect("S> ")
    terminal.send("\u{4}")
    try terminal.expect("O> ")
    terminal.send("\u{4}")
    try terminal.expect("A> ")
    terminal.send("\u{4}")
    try terminal.expect("P> ")
    #expect(try clinic.noted() == ["slept badly"])
  }

  @Test func `Ctrl-C stops long output, and what the command did is saved`() throws {
    let clinic = try Clinic()
    let words = String(repeating: " that is long enough", count: 50)
    _ = try clinic.script(
      ["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60"]
        + (1...90).map { "s line \($0),\(words)" })
    let terminal = try clinic.terminal(
      [], TerminalKind.xterm.environment.merging(["LANG": "C"]) { $1 }, rate: 40_000)
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("line 3,")
    terminal.send("\u{3}")
    try terminal.expect("Stopped.")
    try terminal.expect("fascia Ann R")
    #expect(!terminal.transcript.contains("line 90,"))
  }

  @Test func `at a shell Ctrl-Z pauses, the shell is there, and fg brings all of it back`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let shell = try PseudoTerminal.shell(
      environment: clinic.environment.merging(TerminalKind.xterm.environment) { $1 })
    let mode = try shell.mode
    try shell.start(clinic.program, clinic.arguments)
    try shell.expect("fascia> ")
    let process = shell.foregroundGroup
    shell.type("client ruiz")
    try shell.expect("fascia Ann R> ")
    shell.type("start trigger points 60")
    try shell.expect("fascia Ann R 0:00> ")
    shell.send("\u{1A}")
    try shell.expect("Paused. Type fg to come back.")
    try shell.expect("$ ")
    #expect(ProcessState(of: process) == .stopped)
    #expect(try shell.mode == mode)
    shell.type("echo it works")
    try shell.expect("\nit works\n")
    try clinic.set("2026-11-24T10:26")
    shell.type("fg")
    try shell.expect("fascia Ann R 0:")
    try shell.expect("> ")
    shell.type("time")
    try shell.expect("10 of 60 min done.")
    // From outside, in the middle of a line.
    shell.send("s half a li")
    try shell.expect("s half a li")
    kill(process, SIGTSTP)
    try shell.expect("$ ")
    shell.type("fg")
    try shell.expect("s half a li")
    shell.type("ne")
    try shell.expect("S saved")
    #expect(try clinic.noted() == ["half a line"])
  }

  @Test func `without a shell that could bring it back it does not pause`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.terminal([], TerminalKind.xterm.environment)
    try terminal.expect("fascia> ")
    terminal.send("\u{1A}")
    try terminal.expect("To take back the last change type undo.")
    try terminal.expect("fascia> ")
    #expect(terminal.childState != .stopped)
    // On a line Ctrl-Z takes back the last edit.
    terminal.send("client\u{15}\u{1A}")
    try terminal.settle(milliseconds: 200)
    #expect(terminal.screen.lastLine == "fascia> client")
  }
}
