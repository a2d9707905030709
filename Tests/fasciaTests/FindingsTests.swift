import Foundation
import TerminalTesting
import Testing

/// `findings` and the lines of shorthand that fit several things, in the real program.
@Suite struct FindingsTests {
  /// A signed visit with two findings, and a running one.
  static func twoVisits() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60",
      "trp r infra 7>3", "trp r utrap 7>3 90s", "end", "sign",
    ])
    try clinic.set("2026-12-08T10:00")
    _ = try clinic.script([
      "client ruiz", Clinic.intake(return: true), "start trigger points 60",
      "trp r utrap 5>2 90s x2", "trp l levator 4>2",
    ])
    return clinic
  }

  static func output(
    _ clinic: Clinic, _ lines: String..., flags: [String] = [], endsWith code: Int32 = 0
  ) throws -> String {
    let outcome = try clinic.script(["client ruiz"] + lines, flags)
    #expect(outcome.ending == .code(code), "\(outcome.errors)")
    return outcome.output
  }

  /// What follows the lines on the client.
  static func findings(
    _ clinic: Clinic, _ line: String = "findings", flags: [String] = []
  ) throws -> String {
    let output = try output(clinic, line, flags: flags)
    let start = try #require(output.range(of: "Findings of"))
    return String(output[start.lowerBound...])
  }

  @Test func `the findings of the open visit are listed, else those of the last signed one`() throws
  {
    let clinic = try Self.twoVisits()
    #expect(
      try Self.findings(clinic) == """
        Findings of the open visit of 8 Dec
          1  10:00  Trigger point, right upper trapezius, pain 5 to 2, held 90 s, 2 times.
          2  10:00  Trigger point, left levator scapulae, pain 4 to 2.

        """)
    let signed = try Self.output(clinic, "end", "sign", "findings", "findings drop 1", endsWith: 4)
    #expect(signed.contains("Findings of the signed visit of 8 Dec\n  1  10:00"))
  }

  @Test func `a finding is read again or taken out, and undo brings it back`() throws {
    let clinic = try Self.twoVisits()
    let edited = try Self.output(
      clinic, "findings edit 2 l levator 4>1 60s", "findings edit 1 mfr r calf 90s", "findings")
    #expect(
      edited.contains("2 saved: Trigger point, left levator scapulae, pain 4 to 1, held 60 s."))
    #expect(edited.contains("1  10:00  Myofascial hold, right calf, held 90 s."))
    let dropped = try Self.output(clinic, "findings drop 1", "findings")
    #expect(dropped.contains("1 taken out: Myofascial hold, right calf, held 90 s."))
    #expect(dropped.contains("\n  1  10:00  Trigger point, left levator scapulae, pain 4 to 1"))
    let back = try Self.output(clinic, "undo 2", "findings", "redo", "findings")
    #expect(back.contains("  1  10:00  Trigger point, right upper trapezius, pain 5 to 2"))
    #expect(back.contains("  1  10:00  Myofascial hold, right calf, held 90 s."))
    let items = Clinic.items(try clinic.script(["client ruiz", "findings"], ["--json"]).output)
    #expect(items.compactMap { $0["line"] as? String }.first == "mfr right calf 90s")
    let note = try clinic.script(["client ruiz", "note"]).output
    #expect(note.contains("Myofascial hold, right calf"))
  }

  @Test(arguments: [
    ("findings edit 3 r calf 7>3", 1, "this visit has 2 findings, there is no 3."),
    ("findings drop 0", 2, "findings drop needs the number of a finding."),
    ("findings drop -9223372036854775808", 2, "findings drop needs the number of a finding."),
    ("findings drop 1 2", 2, "findings drop takes one number."),
    ("findings edit", 2, "findings edit needs the number of a finding."),
    ("findings edit 1", 4, "findings edit needs the new line."),
    ("findings edit 1 r calf 12>3", 1, "pain goes from 0 to 10, and \"12>3\" is outside"),
    ("findings remove 1", 2, "findings stands alone or with edit, drop, compare, chart."),
    ("findings chart big", 2, "findings stands alone or with edit, drop, compare, chart."),
  ])
  func `what cannot be done is said, and changes nothing`(
    line: String, code: Int32, message: String
  ) throws {
    let clinic = try Self.twoVisits()
    let before = try Self.findings(clinic)
    let outcome = try clinic.script(["client ruiz", line])
    #expect(outcome.ending == .code(code))
    #expect(outcome.errors.contains("Error: \(message)"), "\(outcome.errors)")
    #expect(try Self.findings(clinic) == before)
  }

  @Test func `compare says what is gone, new and changed since the visit before`() throws {
    let clinic = try Self.twoVisits()
    #expect(
      try Self.findings(clinic, "findings compare") == """
        Findings of 8 Dec against those of 24 Nov
        Trigger point: not recorded today: right infraspinatus; new: left levator scapulae; changed: right upper \
        trapezius (pain 7>3 -> 5>2, repeats not recorded -> x2).

        """)
    let items = Clinic.items(
      try clinic.script(["client ruiz", "findings compare"], ["--json"]).output)
    #expect(
      items.compactMap { $0["change"] as? String } == ["changed", "new", "not_recorded"])
    let first = try Clinic()
    _ = try first.script(["new Ann Ruiz"])
    let none = try Self.output(first, "findings compare")
    #expect(none.contains("There are no two visits to compare yet."))
  }

  @Test func `the chart numbers the places, and is read out as sentences in plain mode`() throws {
    let clinic = try Self.twoVisits()
    let drawn = try Self.findings(clinic, "findings chart").split(separator: "\n").map(String.init)
    #expect(drawn[1] == "right         FRONT          left      left          BACK          right")
    #expect(drawn.contains { $0.contains("2    1") })
    #expect(
      drawn.suffix(2) == [
        "  1  Back: Trigger point, right upper trapezius, pain 5 to 2, held 90 s, 2 times.",
        "  2  Back: Trigger point, left levator scapulae, pain 4 to 2.",
      ])
    #expect(drawn.dropLast(2).allSatisfy { $0.count <= 72 && $0.allSatisfy(\.isASCII) })
    #expect(
      try Self.findings(clinic, "findings chart", flags: ["--plain"]) == """
        Findings of the open visit of 8 Dec
        1. Back: Trigger point, right upper trapezius, pain 5 to 2, held 90 s, 2 times.
        2. Back: Trigger point, left levator scapulae, pain 4 to 2.

        """)
    let terminal = try clinic.terminal(columns: 40)
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("findings chart")
    let narrow = try terminal.expect("fascia Ann R 0:00> ")
    #expect(narrow.contains("right         FRONT          left"))
    #expect(narrow.contains("left          BACK          right"))
  }

  @Test func `a line that fits several things is asked for at the terminal`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    terminal.type("trp r trapezius 7>3")
    let asked = try terminal.expect("Which? 1 to 3, . to stop: ")
    #expect(asked.contains("\"r trapezius\" fits 3 things:"))
    #expect(asked.contains("  2  Trigger point, right middle trapezius, pain 7 to 3."))
    terminal.type("4")
    try terminal.expect("That needs a number from 1 to 3.")
    try terminal.expect("Which? 1 to 3, . to stop: ")
    terminal.type(".")
    try terminal.expect("Nothing was saved.")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("findings")
    try terminal.expect("No finding is recorded yet.")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("trp r trapezius 7>3")
    try terminal.expect("Which? 1 to 3, . to stop: ")
    terminal.type("2")
    try terminal.expect("O saved 10:16: Trigger point, right middle trapezius, pain 7 to 3.")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("findings edit 1")
    try terminal.expect("1> trp right middle trapezius 7>3")
    terminal.type(" 60s")
    try terminal.expect("1 saved: Trigger point, right middle trapezius, pain 7 to 3, held 60 s.")
  }

  @Test func `a script is told the lines it could type, and nothing is written`() throws {
    let clinic = try Self.twoVisits()
    let before = try Self.findings(clinic)
    let refused = try clinic.script(["client ruiz", "trp r trapezius 7>3"])
    #expect(refused.ending == .code(1))
    #expect(
      refused.errors == """
        -c:2: Error: "r trapezius" fits 3 things. Nothing was changed.
        Type one of these: trp right upper trapezius 7>3; trp right middle trapezius 7>3; \
        trp right lower trapezius 7>3

        """)
    let told = try clinic.script(["client ruiz", "trp r trapezius 7>3"], ["--json"]).output
    let line = try #require(told.split(separator: "\n").last)
    let error = SchemaTranscript.Line(typed: "", text: String(line)).error
    #expect(error?["code"] as? String == "ambiguous")
    #expect((error?["choices"] as? [String])?[1] == "trp right middle trapezius 7>3")
    #expect(try Self.findings(clinic) == before)
  }

  @Test func `help shows the examples of findings`() throws {
    let help = try Clinic().script(["help findings"]).output
    for line in ["findings edit N [LINE]", "findings drop N", "Example: findings compare"] {
      #expect(help.contains(line), "\(help)")
    }
  }
}
