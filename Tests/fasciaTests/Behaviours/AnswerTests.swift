import Foundation
import TerminalTesting
import Testing

/// Behaviours 10 to 12: going back, bad answers, and answers from last time.
@Suite struct AnswerTests {
  @Test(arguments: TerminalKind.allCases)
  func `going back shows the old answers, and Enter keeps all but the one that is changed`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient(kind)
    terminal.type("intake")
    let answers = [
      ("Main reason for the visit: ", "tight neck"), ("as far as known? ", "neck"),
      ("List areas: ", "neck"), ("10 worst: ", "6"),
    ]
    for (prompt, answer) in answers {
      try terminal.expect(prompt)
      terminal.type(answer)
    }
    try terminal.expect("5/")
    for (prompt, _) in answers.reversed() {
      try terminal.settle(milliseconds: 150)
      terminal.type("<")
      try terminal.expect(prompt.replacingOccurrences(of: ": ", with: " ["))
    }
    try terminal.expect("tight neck]: ")
    terminal.type("")
    try terminal.expect("as far as known? [neck pain")
    try terminal.settle(milliseconds: 150)
    terminal.type("")
    try terminal.expect("List areas [neck]: ")
    terminal.type("low back")
    try terminal.expect("10 worst [6]: ")
    terminal.type("")
    try terminal.expect("5/")
    // A skipped question is not a no.
    terminal.type("-")
    while let question = try terminal.nextQuestion() {
      terminal.type(question.contains("Medicines") ? "-" : VisitTests.answer(to: question))
    }
    let items = Clinic.items(try clinic.script(["client ruiz", "chart"], ["--json"]).output)
    func answer(_ id: String) -> Any? {
      items.first { $0["question"] as? String == id }?["answer"]
    }
    #expect(answer("main_reason") as? String == "tight neck")
    #expect(answer("pain_now") as? Int == 6)
    #expect(answer("areas") as? [String] == ["low back"])
    #expect(answer("medicines") is NSNull)
  }

  @Test(arguments: TerminalKind.allCases)
  func `a bad answer repeats its question, and help is there each time`(kind: TerminalKind) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient(kind)
    terminal.type("intake")
    for (prompt, answer) in [
      ("Main reason for the visit: ", "tight neck"), ("as far as known? ", "neck"),
      ("List areas: ", "neck"),
    ] {
      try terminal.expect(prompt)
      terminal.type(answer)
    }
    for (typed, told) in [
      ("12", "That needs a whole number from 0 to 10."), ("?", "Examples: 4, 7/10"),
      ("banana", "Example: 4"), ("", "This one needs an answer"), ("??", "Why: The same score"),
      ("4.5", "- to skip, . to stop"), ("banana", "- to skip, . to stop"),
    ] {
      try terminal.expect(" 4/")
      try terminal.expect("10 worst: ")
      terminal.type(typed)
      try terminal.expect(told)
    }
    try terminal.expect("10 worst: ")
    terminal.type("five")
    try terminal.expect(" 5/")
    terminal.type("<")
    try terminal.expect("10 worst [5]: ")
    terminal.type("4/10")
    try terminal.expect(" 5/")
    terminal.type(".")
    try terminal.expect("Intake paused at 5 of ")
    try terminal.expect("fascia Ann R> ")
    terminal.type("intake")
    try terminal.expect("4 answered. Stop any time")
    try terminal.expect(" 5/")
  }

  @Test func `a first visit has no bracket, a second one has value and day, safety has none`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    try clinic.set("2026-12-08T10:00")
    let terminal = try clinic.terminal([], TerminalKind.xterm.environment)
    try terminal.expect("fascia> ")
    terminal.type("1")
    try terminal.expect("after-effects? ")
    // Enter alone repeats a safety question.
    terminal.type("")
    try terminal.expect("This one needs an answer")
    let asked = try terminal.expect("after-effects? ")
    #expect(!asked.components(separatedBy: "Any change").dropFirst().joined().contains("["))
    terminal.type("n")
    try terminal.expect("10 worst [6 from 24 Nov]: ")
    terminal.type("")
    for (prompt, answer) in [
      ("along an arm or leg? ", "n"), ("any of these? ", "none"), ("since last time? ", "n"),
    ] {
      try terminal.expect(prompt)
      terminal.type(answer)
    }
    try terminal.expect("now? y/n [y]: ")
    let chart = Clinic.items(try clinic.script(["client ruiz", "chart"], ["--json"]).output)
    let pain = try #require(chart.first { $0["question"] as? String == "pain_now" })
    #expect(pain["answer"] as? Int == 6)
    #expect(pain["carried_from"] as? String == "2026-11-24T10:16:00+00:00")
  }
}
