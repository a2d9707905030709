import Foundation
import TerminalTesting
import Testing

/// The note that writes itself, what it must not lack, and what becomes of it once it is signed.
@Suite struct NoteTests {
  static let first = ["new Ann Ruiz born=1984-03-02", Clinic.intake()]
  static let visit = [
    "start trigger points 60 on=\"r utrap\"", "trp r utrap 7>3 90s", "trp l infra 5>2",
    "s slept badly", "a turns further", "p stretch", "end", "pain 2 after",
  ]

  /// A client with one signed visit, two weeks ago.
  static func returning() throws -> Clinic {
    let clinic = try Clinic()
    let signed = try clinic.script(first + visit + ["sign"])
    try #require(signed.ending == .code(0), "\(signed.errors)")
    try clinic.set("2026-12-08T10:00")
    _ = try clinic.script([
      "client ruiz", Clinic.intake(["pain_now": "5"], return: true), "start",
    ])
    return clinic
  }

  static func composed(_ clinic: Clinic, _ verb: String) throws -> [String] {
    let items = Clinic.items(try clinic.script(["client ruiz", verb], ["--json"]).output)
    let lines = (items.last?["composed"] as? [[String: Any]]) ?? items
    return lines.compactMap { line in
      (line["composed"] as? String).map { "\(line["section"] ?? "") \($0)" }
    }
  }

  // MARK: What it says by itself

  @Test func `a note says reason, change, scores, treatment, course and what comes next`() throws {
    let clinic = try Self.returning()
    _ = try clinic.script(["client ruiz", "area r utrap, neck"])
    try clinic.set("2026-12-08T10:50")
    let told = try clinic.script([
      "client ruiz", "trp l levator 6>4", "end", "pain 3 after", "rebook 2w",
    ])
    #expect(told.ending == .code(0), "\(told.errors)")
    let lines = try Self.composed(clinic, "note")
    #expect(
      lines.prefix(4) == [
        "S Comes for: tight neck. Areas: neck, right shoulder.",
        "S No change in health since the last visit.",
        "S Pain before: 5 (0 none to 10 worst).",
        "O Trigger point therapy, 10:00 to 10:50, 50 min: right upper trapezius, neck.",
      ])
    #expect(lines.contains("O Pain after: 3 (0 none to 10 worst)."))
    #expect(lines.contains("A Pain 5 before, 3 after."))
    let course = try #require(lines.first { $0.hasPrefix("A Pain before sessions") })
    #expect(course.contains("since 24 Nov 2026: 6 to 5. Better by 1"))
    #expect(course.contains("not more than measuring noise"))
    #expect(
      lines.contains(
        "A Findings since 24 Nov 2026, not recorded again: trigger point right upper trapezius, "
          + "trigger point left infraspinatus; new: trigger point left levator scapulae."))
    #expect(lines.last == "P Next appointment Tue 22 Dec 2026 10:00, 60 min.")
  }

  @Test func `what was signed is what stood there, also when the chart says more later`() throws {
    let clinic = try Self.returning()
    _ = try clinic.script(["client ruiz", "end", "s better", "a fine", "p again"])
    let before = try Self.composed(clinic, "note")
    #expect(try clinic.script(["client ruiz", "sign"]).ending == .code(0))
    _ = try clinic.script(["client ruiz", "rebook 3w", "pain 9"])
    #expect(try Self.composed(clinic, "last") == before)
  }

  @Test func `the same note reads as data, assessment and plan`() throws {
    let clinic = try Self.returning()
    let dap = try clinic.script(["client ruiz", "s better", "o softer", "note dap", "last dap"])
    let lines = dap.output.split(separator: "\n").map(String.init)
    let heads = lines.filter { $0.contains(#/^[SODAP]  /#) }.map { String($0.prefix(1)) }
    #expect(heads == ["D", "A", "P", "D", "A", "P"])
    let data = lines.prefix { !$0.hasPrefix("A  ") }.joined(separator: "\n")
    #expect(data.contains("better") && data.contains("softer") && data.contains("Comes for"))
    let wrong = try clinic.script(["client ruiz", "note sideways"])
    #expect(wrong.ending == .code(2) && wrong.errors.contains("a note is shown as soap or dap."))
  }

  // MARK: Taking over, and affirming

  @Test func `S that reads as it did last time is signed only once somebody has affirmed it`()
    throws
  {
    let clinic = try Self.returning()
    let told = try clinic.script(["client ruiz", "s =", "end", "sign"])
    #expect(told.ending == .code(3))
    #expect(told.output.contains("From 24 Nov: slept badly"))
    #expect(
      told.errors.contains(
        "Error: S reads word for word as on 24 Nov 2026. If it still holds type affirm, or add: "
          + "s WORDS"))
    #expect(try clinic.script(["client ruiz", "affirm", "sign"]).ending == .code(0))
    let last = try clinic.script(["client ruiz", "last"]).output
    #expect(last.contains("slept badly (from 24 Nov 2026)"))
  }

  @Test func `at the terminal it is asked, and Enter alone does not say yes`() throws {
    let clinic = try Self.returning()
    _ = try clinic.script(["client ruiz", "s =", "a fine", "p again", "end", "pain 3 after"])
    let terminal = try clinic.atClient()
    terminal.type("sign")
    try terminal.expect("Does it hold today? y/n: ")
    terminal.type("")
    try terminal.expect("That needs y or n; Enter alone does not say so.")
    try terminal.expect("Does it hold today? y/n: ")
    terminal.type("n")
    try terminal.expect("Type s and what the client says today")
    try terminal.expect("Not signed.")
    terminal.type("sign")
    try terminal.expect("Does it hold today? y/n: ")
    terminal.type("y")
    try terminal.expect("SIGNED 10:00")
  }

  @Test func `other words need no affirming, and nothing to affirm is told`() throws {
    let clinic = try Self.returning()
    let empty = try clinic.script(["client ruiz", "affirm"])
    #expect(empty.ending == .code(1) && empty.errors.contains("S is empty"))
    #expect(
      try clinic.script(["client ruiz", "s =", "s and the shoulder", "end", "sign"]).ending
        == .code(0))
  }

  // MARK: What it lacks

  @Test
  func `what is missing is told with the verb that mends it, and only what is required stops`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(Self.first)
    let told = try clinic.script(["client ruiz", "start trigger points 60", "end", "note"])
    for gap in [
      "No minute of treatment stands in the note. Type undo, then end at=TIME.",
      "No part of the body that was treated is named. Type area WORDS.",
      "Pain after is missing. Type pain N after.", "How it went is not said. Type a WORDS.",
      "What comes next is not said. Type p WORDS.",
    ] {
      #expect(told.errors.contains(gap), "\(told.errors)")
    }
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(
      sample.replacing("required: [affirmed]", with: "required: [affirmed, areas, response]"))
    let refused = try clinic.script(["client ruiz", "sign"], ["--json"])
    #expect(refused.ending == .code(3))
    #expect(refused.output.contains("\"code\":\"note_incomplete\""))
    #expect(refused.output.contains("No part of the body that was treated is named."))
    #expect(!refused.output.contains("What comes next"))
    #expect(
      try clinic.script(["client ruiz", "area neck", "a fine", "sign"]).ending == .code(0))
  }

  // MARK: Withdrawing, and what it was before

  @Test func `a withdrawn visit does not count, stays readable, and comes back with undo`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(Self.first + Self.visit + ["sign"])
    let before = try clinic.script(["client ruiz", "last"]).output
    for (line, code, told) in [
      ("withdraw", Int32(2), "withdraw needs the number of a visit."),
      ("withdraw 2 reason=x", 1, "this chart has 1 signed visit, there is no 2."),
      ("withdraw 1", 4, "withdraw needs reason="),
      ("withdraw 1 reason=\" \"", 2, "reason= has no value."),
    ] {
      let result = try clinic.script(["client ruiz", line])
      #expect(result.ending == .code(code) && result.errors.contains(told), "\(result.errors)")
    }
    let done = try clinic.script(["client ruiz", "withdraw 1 reason=\"wrong chart\""])
    #expect(done.output.contains("Withdrawn: visit 1 of 24 Nov 2026."), "\(done.errors)")
    #expect(try clinic.script(["client ruiz", "last"]).output.contains("No visit is signed yet."))
    #expect(try clinic.script(["find ruiz"]).output.contains("not seen yet"))
    let chart = try clinic.script(["client ruiz", "chart"]).output
    #expect(
      chart.contains("WITHDRAWN 24 Nov 2026 by J. Lee, LMT: visit of 24 Nov 2026. wrong chart"))
    #expect(chart.contains("slept badly"))
    #expect(try clinic.script(["verify"]).output.contains("Whole"))
    #expect(try clinic.script(["client ruiz", "undo"]).ending == .code(0))
    #expect(try clinic.script(["client ruiz", "last"]).output == before)
    #expect(try clinic.script(["client ruiz", "redo"]).ending == .code(0))
    #expect(try clinic.script(["client ruiz", "last"]).output.contains("No visit is signed yet."))
    #expect(try clinic.command(["doctor"] + clinic.arguments).ending == .code(0))
  }

  @Test func `the chart as of a day says what it said then`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(Self.first + Self.visit + ["sign"])
    let then = try clinic.script(["client ruiz", "chart"]).output
    try clinic.set("2026-12-08T10:00")
    _ = try clinic.script([
      "client ruiz", "addendum soreness gone", Clinic.intake(["pain_now": "5"], return: true),
      "withdraw 1 reason=\"wrong chart\"",
    ])
    let asOf = try clinic.script(["client ruiz", "chart as of 2026-11-24"]).output
    let said = try #require(asOf.firstRange(of: "As it stood at the end of Tue 24 Nov 2026\n"))
    let record = try #require(then.firstRange(of: "ANSWERS\n"))
    #expect(asOf[said.upperBound...] == then[record.lowerBound...])
    #expect(try clinic.script(["client ruiz", "chart as of 2w"]).output == asOf)
    for (line, code, told) in [
      ("chart as of 2026-11-23", Int32(1), "this chart was begun after 23 Nov 2026."),
      ("chart as of 2027-01-01", 1, "that time has not come yet."),
      ("chart as of 2026", 1, "is not a day I can read."), ("chart of", 2, "chart stands alone"),
    ] {
      let result = try clinic.script(["client ruiz", line])
      #expect(result.ending == .code(code) && result.errors.contains(told), "\(result.errors)")
    }
  }
}
