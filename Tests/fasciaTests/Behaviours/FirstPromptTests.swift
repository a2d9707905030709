import Foundation
import TerminalTesting
import Testing

/// Behaviours 1 to 4: the first prompt, the price of a visit in keys, type-ahead, quiet typing.
@Suite struct FirstPromptTests {
  @Test(arguments: TerminalKind.allCases)
  func `the banner has two lines at most, and a question mark names the help`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.terminal([], kind.environment)
    let shown = try terminal.expect("fascia> ")
    let banner = shown.components(separatedBy: "CLIENTS")[0].split(separator: "\n")
    #expect(banner.count <= 2, "\(banner)")
    #expect(banner.first?.contains("type ? for help") == true)
    terminal.type("?")
    try terminal.expect("More: help WORD, help keys, help answers.")
  }

  /// The return visit of one therapist: what is typed beyond the prose is counted in bytes.
  @Test func `a return visit takes 22 keys beyond the prose, and leaves everything behind`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    try clinic.set("2026-12-08T10:00")
    let terminal = try clinic.terminal([], TerminalKind.xterm.environment)
    try terminal.expect("fascia> ")
    var keys = 0
    for (key, prose, next) in [
      ("1", "", "after-effects? "), ("n", "", "[6 from 24 Nov]: "),
      ("5", "", "along an arm or leg? "),
      ("n", "", "any of these? "), ("none", "", "since last time? "), ("n", "", "now? y/n [y]: "),
      ("", "", "0:00> "), ("e", "", "S> "),
      ("", "headache gone after last visit", "S> "), ("", "", "O> "),
      ("", "upper traps R>L, medium pressure", "O> "), ("", "", "A> "), ("=", "", "A> "),
      ("", "", "P> "), ("", "doorway stretch twice a day", "P> "), ("", "", "was 5 before: "),
      ("2", "", "Rebook [2 weeks: Tue 22 Dec 10:00]: "), ("", "", "y/n [y]: "),
      ("", "", "SIGNED 10:00"),
    ] {
      terminal.type(key + prose)
      keys += key.utf8.count + 1
      try terminal.expect(next)
    }
    // Nine of them answer what three techniques ask at every visit.
    #expect(keys == 31)
    let items = Clinic.items(try clinic.script(["client ruiz", "last"], ["--json"]).output)
    let visit = try #require(items.last)
    #expect(visit["signed_by"] as? String == "J. Lee, LMT")
    let note = (visit["note"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
    #expect(
      note == [
        "headache gone after last visit", "upper traps R>L, medium pressure", "turns further",
        "doorway stretch twice a day",
      ])
    let pain = (visit["measures"] as? [[String: Any]])?.compactMap { $0["value"] as? Double }
    #expect(pain == [5, 2])
    #expect(items.first?["next"] as? String == "2026-12-22T10:00:00+00:00")
  }

  @Test(arguments: TerminalKind.allCases)
  func `a visit that is typed ahead of the first prompt is done line by line, each line once`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let lines =
      ["client ruiz", "start trigger points 60"] + (1...12).map { "s line number \($0)" }
      + ["pain 3 after", "quit"]
    let terminal = try clinic.terminal([], kind.environment)
    terminal.send(lines.map { $0 + "\r" }.joined())
    #expect(try terminal.waitForEnd(seconds: 60) == .code(0))
    #expect(try clinic.noted() == (1...12).map { "line number \($0)" })
    for place in 1...12 {
      let typed = terminal.transcript.components(separatedBy: "> s line number \(place)\n").count
      #expect(typed == 2, "line \(place) is shown \(typed - 1) times")
    }
  }

  @Test(arguments: TerminalKind.allCases)
  func `a letter costs its own bytes, and no byte of the prompt is written again`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient(kind)
    try terminal.settle(milliseconds: 150)
    let letters = Array("s the quick brown fox jumps over the lazy dog, then sleeps x".utf8)
    #expect(letters.count == 60)
    for letter in letters {
      terminal.mark()
      terminal.send([letter])
      try terminal.wait(for: "the letter") { !$0.bytesSinceMark.isEmpty }
      #expect(terminal.bytesSinceMark == [letter])
    }
    guard kind == .xterm else { return }
    terminal.send("\u{1B}[D\u{1B}[D\u{1B}[D")
    try terminal.settle(milliseconds: 100)
    terminal.mark()
    terminal.send("z")
    try terminal.settle(milliseconds: 100)
    let written = String(decoding: terminal.bytesSinceMark, as: UTF8.self)
    #expect(written.hasPrefix("zs x"), "\(written)")
    #expect(!written.contains("fascia"))
    #expect(terminal.screen.lastLine.hasSuffix("then sleepzs x"))
  }
}
