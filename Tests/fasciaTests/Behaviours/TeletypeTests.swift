import Foundation
import TerminalTesting
import Testing

/// Behaviour 5: everything can be read forward only, at the pace of a teletype.
@Suite struct TeletypeTests {
  /// `FASCIA_TELETYPE=30` for the pace of a real one.
  @Test func `a whole visit can be charted at a teletype`() throws {
    let clinic = try Clinic()
    let rate = EnduringVisit.count("FASCIA_TELETYPE", standard: 2400)
    let terminal = try clinic.terminal([], TerminalKind.dumb.environment, rate: rate)
    var answers: [String] = []
    func say(_ line: String, until prompt: String) throws {
      terminal.type(line)
      answers.append(line)
      try terminal.expect(prompt, seconds: 600)
    }
    try terminal.expect("fascia> ", seconds: 600)
    try say("new Ann Ruiz born=1984", until: "fascia Ann R> ")
    terminal.type("intake")
    for _ in 0..<60 {
      try terminal.settle(milliseconds: 300)
      let line = String(
        terminal.transcript.split(separator: "\n", omittingEmptySubsequences: false).last ?? "")
      if line.hasPrefix("fascia") { break }
      let answer = VisitTests.answer(to: line)
      answers.append(answer)
      terminal.type(answer)
    }
    try terminal.expect("Intake complete", seconds: 600)
    try terminal.expect("fascia Ann R> ", seconds: 600)
    try say("check", until: "fascia Ann R> ")
    try say("start trigger points 60", until: "fascia Ann R 0:00> ")
    try say("trp r utrap 7>3 90s", until: "fascia Ann R 0:00> ")
    try say("s slept badly", until: "fascia Ann R 0:00> ")
    try say("end", until: "S> ")
    try say("better on leaving", until: "S> ")
    try say("", until: "O> ")
    try say("", until: "A> ")
    try say("", until: "P> ")
    try say("", until: "before: ")
    try say("2", until: "]: ")
    try say("", until: "[y]: ")
    try say("", until: "fascia Ann R> ")
    try say("progress", until: "fascia Ann R> ")
    try say("help", until: "fascia Ann R> ")
    terminal.type("quit")
    #expect(try terminal.waitForEnd(seconds: 60) == .code(0))
    #expect(TeletypeFilter.violations(in: terminal.bytes).isEmpty)
    let read = TeletypeFilter.text(of: terminal.bytes)
    for answer in answers where !answer.isEmpty {
      #expect(read.contains(answer), "\(answer) cannot be read")
    }
    #expect(read.contains("SIGNED"))
  }
}
