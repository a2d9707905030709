import Foundation
import TerminalTesting
import Testing

@Suite struct VisitTests {
  @Test func `a whole visit typed at a terminal survives a kill, word for word`() throws {
    let clinic = try Clinic()
    let first = try clinic.terminal()
    try first.expect("fascia> ")
    first.type("new Ann Ruiz")
    try first.expect("Born")
    first.type("2 mar 1984")
    try first.expect("fascia Ann R> ")
    first.type("intake")
    try first.expect("Main reason for the visit: ")
    first.type("tight neck")
    try first.expect("as far as known? ")
    first.type("<")
    try first.expect("Main reason for the visit [tight neck]: ")
    first.type("")
    try first.expect("as far as known? ")
    first.type("neck")
    try first.expect("List areas: ")
    first.type("neck, r shoulder")
    try first.expect("10 worst: ")
    first.type("12")
    try first.expect("That needs a whole number from 0 to 10.")
    try first.expect("10 worst: ")
    first.type("?")
    try first.expect("Examples: 4, 7/10")
    try first.expect("10 worst: ")
    first.type("??")
    try first.expect("Why: The same score")
    try first.expect("10 worst: ")
    first.type("6")
    try answerTheRest(first, medicines: "2")
    first.type("check")
    try first.expect("ADAPT    Steroid tablets or adrenal insufficiency, pressure at")
    try first.expect("fascia Ann R> ")
    first.type("start trigger points 60")
    try first.expect("10:16  Started trigger points 60.")
    try first.expect("fascia Ann R 0:00> ")
    first.type("trp r upper trapezius 7>3 90s ref temple")
    try first.expect("Trigger point, right upper trapezius, pain 7 to 3")
    first.type("o can't turn \"her\" head; 6/10")
    try first.expect("O saved 10:16.")
    try clinic.set("2026-11-24T11:14")
    first.type("end")
    try first.expect("11:14  Session ended, 58 of 60 min.")
    for (prompt, words) in [("S> ", "slept badly"), ("O> ", ""), ("A> ", "turns further")] {
      try first.expect(prompt)
      first.type(words)
      if !words.isEmpty {
        try first.expect(prompt)
        first.type("")
      }
    }
    try first.expect("P> ")
    first.type("")
    try first.expect("Pain after, 0 none to 10 worst, was 6 before: ")
    first.type("2")
    try first.expect("Rebook [2 weeks: Tue 8 Dec 10:15]: ")
    first.type("-")
    try first.expect("Sign as J. Lee, LMT?")
    first.type("")
    try first.expect("SIGNED 11:14 - Ann Ruiz - visit 1 - 58 min - pain 6 -> 2")
    #expect(first.end(with: SIGKILL) == .signal(SIGKILL))

    try clinic.set("2026-11-25T09:00")
    let second = try clinic.script(["client ruiz", "last"])
    #expect(second.ending == .code(0))
    for words in [
      "Tue 24 Nov 2026 - 10:16 to 11:14 - 58 min",
      "Trigger point, right upper trapezius, pain 7 to 3, held 90 s, refers to temple.",
      "can't turn \"her\" head; 6/10", "slept badly", "turns further",
      "Signed by J. Lee, LMT, 24 Nov 2026 11:14.",
    ] {
      #expect(second.output.contains(words), "\(words) is missing in:\n\(second.output)")
    }
  }

  @Test func `after a kill at any question the intake goes on at the next one`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    var answered: [String] = []
    for _ in 0..<60 {
      let terminal = try clinic.terminal()
      try terminal.expect("fascia> ")
      terminal.type("client ruiz")
      try terminal.expect("fascia Ann R> ")
      terminal.type("intake")
      try terminal.expect("stop here")
      let prompt = try promptLine(terminal)
      #expect(!answered.contains(prompt), "\(prompt) was asked again")
      answered.append(prompt)
      terminal.type(Self.answer(to: prompt))
      let next = try terminal.expectEither("/", "Intake complete")
      #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
      if next == "Intake complete" { break }
    }
    #expect(answered.count > 20)
    let chart = try clinic.script(["client ruiz", "chart"])
    #expect(chart.output.contains("Fever or feeling ill today? no"))
    #expect(chart.output.contains("Main reason for the visit: tight neck"))
  }

  @Test func `a return visit takes few keys before the session and few after it`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(Self.first)
    try clinic.set("2026-12-08T10:00")
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    for (line, prompt) in [
      ("1", "Any change in health, medicines, injuries, or after-effects? "),
      ("n", "[6 from 24 Nov]: "),
      ("5", "along an arm or leg? "), ("n", "any of these? "), ("none", "since last time? "),
      ("n", "[y]: "),
      ("", "fascia Ann R 0:00> "), ("s tighter since Tues", "fascia Ann R 0:00> "),
      ("e", "S> "), ("headache gone", "S> "), ("", "O> "), ("", "A> "), ("=", "A> "),
      ("", "P> "), ("", "was 5 before: "), ("2", "Rebook [2 weeks: Tue 22 Dec 10:00]: "),
      ("", "[y]: "),
      ("", "SIGNED 10:00 - Ann Ruiz - visit 2 - 0 min - pain 5 -> 2 - next 22 Dec"),
    ] {
      terminal.type(line)
      try terminal.expect(prompt)
    }
    try terminal.expect("fascia Ann R> ")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    let last = try clinic.script(["client ruiz", "last"]).output
    #expect(last.contains("turns further (from 24 Nov 2026)"))
    #expect(last.contains("headache gone"))
  }

  @Test func `a session that is killed runs on, with every line that was confirmed`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let first = try clinic.terminal()
    try first.expect("fascia> ")
    first.type("client ruiz")
    try first.expect("fascia Ann R> ")
    first.type("start myofascial 60")
    try first.expect("fascia Ann R 0:00> ")
    first.type("s tighter since Tues")
    try first.expect("S saved 10:16.")
    #expect(first.end(with: SIGKILL) == .signal(SIGKILL))
    try clinic.set("2026-11-24T10:30")
    let second = try clinic.terminal()
    try second.expect("UNFINISHED")
    try second.expect("session running, 14 of 60 min")
    try second.expect("fascia> ")
    second.type("1")
    try second.expect("RUNNING  myofascial since 10:16, 14 of 60 min.")
    try second.expect("S  10:16  tighter since Tues")
    try second.expect("fascia Ann R 0:14> ")
    second.type("time")
    try second.expect("14 of 60 min done. Step 2 ends in 3 min. Then: holds, 32 min.")
    #expect(second.end(with: SIGTERM) == .signal(SIGTERM))
  }

  @Test func `a name at the start asks before it opens, Ctrl-C leaves nothing behind`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.send("\u{3}")
    try terminal.expect("To leave type quit.")
    terminal.type("ruiz")
    try terminal.expect("Open Ann Ruiz, born 1984? y/n [y]: ")
    terminal.type("")
    try terminal.expect("fascia Ann R> ")
    terminal.type("intke")
    try terminal.expect("Did you mean intake? Type y to run it, or ? for the list.")
    terminal.type("sgin")
    let told = try terminal.expect("fascia Ann R> ") + terminal.expect("fascia Ann R> ")
    #expect(!told.contains("Did you mean sign"))
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }

  private static let first = ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake())

  /// The text of the question at which the terminal waits.
  private func promptLine(_ terminal: PseudoTerminal) throws -> String {
    try terminal.settle()
    let line = terminal.transcript.split(separator: "\n", omittingEmptySubsequences: false).last
    let text = String(line ?? "")
    return text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? text
  }

  static func answer(to prompt: String) -> String {
    switch prompt {
    case let text where text.contains("List areas"): "neck"
    case let text where text.contains("10 worst"): "6"
    case let text where text.contains("Main reason"): "tight neck"
    case let text where text.contains("any of these") || text.contains("swelling from"): "none"
    case let text where text.contains("Any of these"): "none"
    case let text where text.contains("about, as far"): "neck"
    case let text where text.contains("agreed to"): "y"
    case let text where text.contains("how did it go"): "never"
    case let text where text.contains("Hours"): "0"
    case let text
    where text.hasSuffix("? ") && !text.contains("Which")
      && !text.contains("Where"):
      "n"
    default: "-"
    }
  }

  private func answerTheRest(_ terminal: PseudoTerminal, medicines: String) throws {
    for _ in 0..<60 {
      try terminal.settle()
      let lines = terminal.transcript.split(separator: "\n", omittingEmptySubsequences: false)
      let line = String(lines.last ?? "")
      if line.hasPrefix("fascia") { return }
      terminal.type(line.contains("Medicines") ? medicines : Self.answer(to: line))
    }
  }
}
