import Foundation
import TerminalTesting
import Testing

/// Behaviours 15 and 16: a kill at any key loses nothing.
@Suite(.serialized) struct TypedKillTests {
  @Test(arguments: TerminalKind.allCases)
  func `half a sentence in a note is offered back, and stands once when it is finished`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(kind)
    terminal.type("s tighter since Tues, slept badly")
    try terminal.expect("S saved")
    try clinic.set("2026-11-24T11:14")
    terminal.type("end")
    try terminal.expect("S> ")
    terminal.send("headache gone after la")
    try terminal.expect("after la")
    usleep(5000)
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
    try clinic.set("2026-11-24T11:16")
    let next = try clinic.terminal([], kind.environment)
    try next.expect("The last run ended unexpectedly at 11:14. Nothing was lost.")
    try next.expect("Open: Ann Ruiz, visit 1, session ended after 58 min.")
    try next.expect("tighter since Tues, slept badly")
    try next.expect("typed, not entered:")
    try next.expect("headache gone after la")
    try next.expect("Carry on with this note? y/n [y]: ")
    next.type("")
    try next.expect("S> headache gone after la")
    next.type("st visit")
    try next.expect("S> ")
    next.type(".")
    try next.expect("fascia Ann R> ")
    #expect(
      try clinic.noted() == ["tighter since Tues, slept badly", "headache gone after last visit"])
  }

  @Test func `what is not wanted any more is kept for Up`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    terminal.send("s half a li")
    try terminal.expect("half a li")
    usleep(5000)
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
    let next = try clinic.terminal([], TerminalKind.xterm.environment)
    try next.expect("timer ran on (0 of 60 min).")
    try next.expect("Carry on with this line? y/n [y]: ")
    next.type("n")
    try next.expect("fascia> ")
    next.send("\u{1B}[A")
    try next.expect("s half a li")
    #expect(next.end(with: SIGTERM) == .signal(SIGTERM))
    // What Up had brought back is being typed again.
    let third = try clinic.terminal([], TerminalKind.xterm.environment)
    try third.expect("typed, not entered:  s half a li")
  }

  /// `FASCIA_KILLS=300` for the full run.
  @Test func `killed after any number of typed bytes, each confirmed line stands once`() throws {
    var places: Set<Int> = []
    for run in 0..<EnduringVisit.count("FASCIA_KILLS", standard: 25) {
      let clinic = try Clinic()
      _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
      let kind = TerminalKind.allCases[run % 2]
      let terminal = try clinic.atClient(kind)
      let lines =
        ["start trigger points 60"]
        + (1...8).map { "\(["s", "o", "a", "p"][$0 % 4]) token-\($0)-end slept badly" }
      // Whole lines, then a part of one, key by key.
      let whole = Int.random(in: 0..<lines.count)
      for line in lines[..<whole] {
        terminal.type(line)
        try terminal.expect("> ")
      }
      try terminal.settle(milliseconds: 40)
      terminal.mark()
      let half = String(lines[whole].prefix(Int.random(in: 0...lines[whole].count)))
      let enters = half == lines[whole] && Bool.random()
      for key in half.utf8 { terminal.send([key]) }
      if enters { terminal.send("\r") }
      usleep(UInt32.random(in: 0...9000))
      #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
      places.insert(whole * 100 + half.count)
      let when = "run \(run), \(kind), line \(whole + 1), \(half.count) keys, Enter \(enters)"
      try check(clinic, terminal, half, enters, when)
    }
    #expect(places.count > 5)
  }

  private func check(
    _ clinic: Clinic, _ terminal: PseudoTerminal, _ half: String, _ enters: Bool, _ when: String
  ) throws {
    #expect(try clinic.script(["verify"]).ending == .code(0), "\(when)")
    let stored = try clinic.noted()
    let confirmed = EnduringVisit.acknowledged(terminal.transcript)
    for place in 1...8 {
      let count = stored.count { $0.hasPrefix("token-\(place)-end") }
      #expect(
        place <= confirmed ? count == 1 : count <= 1, "\(when): token \(place), \(count) times")
    }
    // What could be seen of the half-typed line, and no more than was typed, comes back.
    let shown = String(decoding: terminal.bytesSinceMark.prefix { $0 != 0x0D }, as: UTF8.self)
    let next = try clinic.terminal([], TerminalKind.dumb.environment)
    let offered = try next.expect("fascia> ", seconds: 0.1, orBy: "y/n [y]: ")
    let line =
      offered.components(separatedBy: "typed, not entered: ").dropFirst().first?
      .components(separatedBy: "\n").first ?? ""
    let isStored = stored.contains { half.hasSuffix($0) && !half.isEmpty }
    if enters, isStored || half.hasPrefix("start") {
      #expect(line.isEmpty || line == half, "\(when): offered \(line)")
      if isStored { #expect(line.isEmpty, "\(when): stored, and offered again") }
    } else {
      #expect(half.hasPrefix(line), "\(when): offered \(line) of \(half)")
      #expect(
        line.hasPrefix(shown.trimmingCharacters(in: .whitespaces)),
        "\(when): \(line), seen \(shown)")
    }
    #expect(offered.contains("The last run ended unexpectedly at 10:16. Nothing was lost."))
  }
}

extension PseudoTerminal {
  /// Waits for whichever of two texts comes first.
  ///
  /// - Returns: what came before it.
  fileprivate func expect(_ first: String, seconds: Double, orBy second: String) throws -> String {
    let found = try expectEither(first, second)
    return try expect(found)
  }
}
