import Foundation
import TerminalTesting
import Testing

/// What is at hand while one types: phrases, long lists, a name that is nearly right, the tour.
@Suite struct KeyboardTests {
  @Test func `a phrase is written out in notes, is kept, and can be forgotten`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60",
      "set phrase ht = hypertonic",
    ])
    let told = try clinic.script(["client ruiz", "o traps ;ht, left;ht and ;unknown"])
    #expect(told.output.contains("O saved 10:16: traps hypertonic, left;ht and ;unknown"))
    #expect(try clinic.noted() == ["traps hypertonic, left;ht and ;unknown"])
    #expect(try clinic.script(["set"]).output.contains("phrase     ;ht  hypertonic"))
    _ = try clinic.script(["set phrase ht ="])
    #expect(try !clinic.script(["set"]).output.contains(";ht"))
  }

  @Test func `a long list stops after ten rows, more goes on, and each row can be picked`() throws {
    let clinic = try Clinic()
    _ = try clinic.script((1...23).map { "new Ann Ruiz\($0 < 10 ? "0" : "")\($0) born=1984" })
    let terminal = try clinic.terminal([], TerminalKind.xterm.environment)
    try terminal.expect("fascia> ")
    terminal.type("find ruiz")
    let first = try terminal.expect("13 more. Type more for the next 10.")
    #expect(first.contains(" 10  Ann Ruiz10") && !first.contains("Ann Ruiz11"))
    terminal.type("more")
    try terminal.expect(" 20  Ann Ruiz20")
    try terminal.expect("3 more. Type more for the next 3.")
    terminal.type("mor")
    try terminal.expect(" 23  Ann Ruiz23")
    terminal.type("more")
    try terminal.expect("There is no more of the last list.")
    terminal.type("17")
    try terminal.expect("Ann Ruiz17")
    try terminal.expect("fascia Ann R 84> ")
    // A script gets all of them.
    let all = try clinic.script(["find ruiz"]).output.split(separator: "\n")
    #expect(all.count == 23)
  }

  @Test func `a name that is nearly right is offered at the start, and Tab completes`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Chloe Tan born=1984"])
    let terminal = try clinic.terminal([], TerminalKind.xterm.environment)
    try terminal.expect("fascia> ")
    terminal.type("cloe tan")
    try terminal.expect("Did you mean Chloe Tan? Type y to open it, or ? for the list.")
    terminal.type("y")
    try terminal.expect("fascia Chloe T> ")
    terminal.send("prog\t")
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.lastLine == "fascia Chloe T> progress")
    terminal.send("\u{15}start trigger p\t")
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.lastLine.hasSuffix("start trigger points"))
    terminal.send("\t")
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.text.contains("trigger points 60"))
  }

  @Test(arguments: TerminalKind.allCases)
  func `the tour leads through a whole visit and leaves nothing behind`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    let terminal = try clinic.terminal([], kind.environment)
    try terminal.expect("New here? tour leads through a visit with a made-up client.")
    try terminal.expect("fascia> ")
    terminal.type("tour")
    try terminal.expect("1 of 9")
    try terminal.expect("tour fascia> ")
    // What fails does not go on.
    terminal.type("frobnicate")
    try terminal.expect("there is no command")
    try terminal.expect("tour fascia> ")
    terminal.type("new Ann Sample born=1980")
    try terminal.expect("2 of 9")
    try terminal.expect("tour fascia Ann S> ")
    terminal.type("intake")
    while let question = try terminal.nextQuestion() {
      terminal.type(VisitTests.answer(to: question))
    }
    #expect(terminal.transcript.contains("3 of 9"))
    for (line, next) in [
      ("check", "4 of 9"), ("start trigger points 60", "5 of 9"), ("s slept badly", "6 of 9"),
      ("undo", "7 of 9"), ("next", "8 of 9"),
    ] {
      terminal.type(line)
      try terminal.expect(next)
      try terminal.expect("> ")
    }
    terminal.type("end")
    for (prompt, answer) in [
      ("S> ", ""), ("O> ", ""), ("A> ", ""), ("P> ", ""), ("before: ", "3"), ("]: ", ""),
      ("y/n [y]: ", ""),
    ] {
      try terminal.expect(prompt)
      terminal.type(answer)
    }
    try terminal.expect("9 of 9")
    try terminal.expect("> ")
    terminal.type("progress")
    try terminal.expect("That was a whole visit.")
    try terminal.expect("fascia> ")
    terminal.type("quit")
    #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
    #expect(try clinic.script(["find sample"]).output == "No client fits \"sample\".\n")
    #expect(try clinic.script(["verify"]).output.contains("Whole: 0 charts, 0 entries"))
  }
}
