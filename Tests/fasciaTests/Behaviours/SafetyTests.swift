import Foundation
import TerminalTesting
import Testing

/// Behaviours 13 and 14: what is blocked stays blocked, and an unknown word changes nothing.
@Suite struct SafetyTests {
  @Test(arguments: TerminalKind.allCases)
  func `a STOP blocks the start, Enter saves that nobody was treated and offers another day`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(["fever": "yes"])])
    let terminal = try clinic.atClient(kind)
    terminal.type("start trigger points 60")
    try terminal.expect("Error: start is blocked: Fever")
    terminal.type("check")
    try terminal.expect("STOP ")
    try terminal.expect("What now? [do not treat]: ")
    terminal.type("")
    try terminal.expect("Saved: not treated today.")
    try terminal.expect("Rebook [1 week: Tue 1 Dec 10:15]: ")
    terminal.type("")
    try terminal.expect("Booked: Tue 1 Dec 10:15, 60 min.")
    let chart = try clinic.script(["client ruiz", "chart"]).output
    #expect(chart.contains("Not treated 24 Nov 2026: C1 "))
    try clinic.set("2026-12-01T08:00")
    #expect(try clinic.script(["today"]).output.contains("10:15       Ann Ruiz"))
  }

  @Test func `a clearance asks for who, credential, date, scope and expiry, and takes no blank`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(["bleeding": "disorder"])])
    let terminal = try clinic.atClient()
    terminal.type("clearance A6 for=general")
    for (prompt, blank, answer) in [
      ("Who cleared it: ", " ", "Dr Okoye"), ("Credential: ", "", "MD"),
    ] {
      try terminal.expect(prompt)
      terminal.type(blank)
      try terminal.expect("A clearance needs this.")
      try terminal.expect(prompt)
      terminal.type(answer)
    }
    try terminal.expect("For what: ")
    terminal.type("light work")
    try terminal.expect("Until which date: ")
    terminal.type("6w")
    try terminal.expect("Clearance of A6 saved, until 5 Jan 2027.")
  }

  @Test func `no clearance settles an emergency`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["emergency_signs": "chest_pain"]),
    ])
    let settle = "by=\"Dr Okoye\" credential=MD scope=\"all\" until=2026-12-31"
    for line in ["clearance A4 \(settle)", "start trigger points 60"] {
      let result = try clinic.script(["client ruiz", line])
      #expect(result.ending == .code(3), "\(line): \(result.errors)")
    }
    let after = try clinic.script(["client ruiz", "acknowledge called 911", "start trigger points"])
    #expect(after.ending == .code(3))
  }

  @Test func `in a pipe a STOP ends with 3 and stores nothing`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(["fever": "yes"])])
    let before = try clinic.script(["verify"]).output
    let result = try clinic.process(
      clinic.arguments, input: "client ruiz\nstart trigger points 60\ns never kept\n")
    #expect(result.ending == .code(3))
    #expect(result.errors.hasPrefix("stdin:2: Error: start is blocked"))
    #expect(try clinic.noted().isEmpty)
    let counts = before.components(separatedBy: ", ")[1]
    #expect(try clinic.script(["verify"]).output.contains(counts))
  }

  @Test(arguments: TerminalKind.allCases)
  func `an unknown word writes nothing, is explained, and may be run with y`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    // The day's backup leaves rows in the trail; what is compared is every record of a chart.
    func records() throws -> Outcome {
      try run(
        "/usr/bin/sqlite3",
        [clinic.practiceFile, "SELECT hex(hash) FROM entry; SELECT * FROM draft_event;"],
        environment: [:])
    }
    let before = try records().output
    #expect(before.count > 60)
    let terminal = try clinic.terminal([], kind.environment)
    for (typed, told) in [
      ("intke", "Did you mean intake? Type y to run it, or ? for the list."),
      ("re", "\"re\" fits 7 commands: referral, rebook, receipt, report, rescreen,"),
      ("frobnicate", "Type help for the list."),
      ("zz", "there is no command \"zz\". Nothing was changed."),
      ("clearence A5", "Type help for the list."), ("sgin", "Type help for the list."),
      ("hepl", "Did you mean help? Type y to run it, or ? for the list."),
    ] {
      try terminal.expect("fascia> ")
      terminal.type(typed)
      let shown = try terminal.expect(told)
      #expect(!shown.contains("Did you mean sign") && !shown.contains("mean clearance"))
    }
    try terminal.expect("fascia> ")
    terminal.type("y")
    try terminal.expect("More: help WORD")
    try terminal.expect("fascia> ")
    terminal.type("quit")
    #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
    #expect(try records().output == before)
  }
}
