import Foundation
import TerminalTesting
import Testing

extension PseudoTerminal {
  /// Waits until the program asks something after what was read last.
  ///
  /// - Parameter patience: milliseconds of silence that end a prompt, at least 20: it is written in one
  ///   piece, and only a slow terminal takes it in several.
  /// - Returns: the question; `nil` at the command prompt.
  func nextQuestion(patience: Int = 0) throws -> String? {
    let before = bytes.count
    for _ in 0..<3000 {
      try settle(milliseconds: max(20, patience))
      let line = (transcript.components(separatedBy: "\n").last ?? "").replacingOccurrences(
        of: "\u{1B}\\[[0-9;?]*[a-zA-Z]", with: "", options: .regularExpression)
      guard bytes.count > before else { continue }
      if line.range(of: "^(tour )?fascia.*> $", options: .regularExpression) != nil { return nil }
      let isQuestion =
        line.range(of: "^ *[0-9]+/[0-9]+ .*[:?] $", options: .regularExpression) != nil
      if isQuestion { return line }
    }
    throw HarnessError(description: "nothing was asked after:\n\(transcript)")
  }
}

/// Behaviour 5: everything can be read forward only, at the pace of a teletype.
@Suite struct TeletypeTests {
  /// `FASCIA_TELETYPE=30` for the pace of a real one.
  @Test func `a whole visit can be charted at a teletype`() throws {
    let clinic = try Clinic()
    let rate = ProcessInfo.processInfo.environment["FASCIA_TELETYPE"].flatMap { Int($0) }
    let seconds = rate.map { max(60, 144_000 / Double($0)) } ?? 60
    let terminal = try clinic.terminal([], TerminalKind.dumb.environment, rate: rate)
    var answers: [String] = []
    func say(_ line: String, until prompt: String) throws {
      terminal.type(line)
      answers.append(line)
      try terminal.expect(prompt, seconds: seconds)
    }
    try terminal.expect("fascia> ", seconds: seconds)
    try say("new Ann Ruiz born=1984", until: "fascia Ann R> ")
    terminal.type("intake")
    while let question = try terminal.nextQuestion(patience: rate.map { 9600 / $0 } ?? 0) {
      let answer = VisitTests.answer(to: question)
      answers.append(answer)
      terminal.type(answer)
    }
    #expect(terminal.transcript.contains("Intake complete"))
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
