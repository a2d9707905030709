import Foundation
import TerminalTesting
import Testing

/// `consent` in the real program.
@Suite struct ConsentTests {
  static let section = """
    consent:
      required: true
      statements:
        - id: general
          version: 1
          title: Consent to massage
          text: |
            The therapist has told me what is planned.
            I can stop at any time.
        - id: breast
          version: 1
          title: Consent for the breast
          text: Agreed apart from the rest.
          sensitive_areas: [breast]

    """

  static func clinic(_ section: String = section) throws -> Clinic {
    let clinic = try ReceiptTests.clinic(section)
    let made = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    try #require(made.ending == .code(0), "\(made.errors)")
    return clinic
  }

  @Test func `start is blocked without consent, and the verb that mends it is named`() throws {
    let clinic = try Self.clinic()
    let start = "start trigger points 60"
    let blocked = try clinic.script(["client ruiz", start])
    #expect(blocked.ending == .code(3))
    #expect(
      blocked.errors == """
        -c:2: Error: treatment waits for consent: "Consent to massage" is not asked yet.
        Type: consent give general

        """)
    let json = try clinic.script(["client ruiz", start], ["--json"])
    #expect(json.output.contains("\"code\":\"consent_missing\",\"exit\":3"))
    let line = Data((json.output.split(separator: "\n").last ?? "").utf8)
    #expect(try SchemaTests.strict.get().errors(for: line) == [])
    #expect(try clinic.script(["today"]).output.contains("RUNNING") == false)
    let opened = try clinic.script(["client ruiz", "check"]).output
    #expect(
      opened.contains("CONSENT  Consent to massage: not asked yet. Type consent give general"))
    #expect(opened.contains("No rule blocks the start, but consent is missing."))
    let given = try clinic.script([
      "client ruiz", "consent give general witness=\"Kim Doe\"", "consent", start,
    ])
    #expect(given.ending == .code(0), "\(given.errors)")
    #expect(given.output.contains("Saved: \"Consent to massage\" given, until 24 Nov 2027."))
    #expect(given.output.contains("general      Consent to massage: given, until 24 Nov 2027"))
    #expect(given.output.contains("breast       Consent for the breast: not asked yet"))
    #expect(!(try clinic.script(["client ruiz", "check"]).output.contains("CONSENT")))
    let withdrawn = try clinic.script([
      "client ruiz", "consent withdraw general reason=\"changed her mind\"",
    ])
    #expect(withdrawn.errors.contains("a session is running. Type end to close it."))
    let after = try clinic.script(["client ruiz", "end", "sign", start])
    #expect(after.ending == .code(3))
    #expect(after.errors.contains("is withdrawn on 24 Nov 2026."))
    let back = try clinic.script(["client ruiz", "undo sign", "undo 2", "consent", start])
    #expect(back.ending == .code(1), "the session that was ended is running again")
    #expect(back.output.contains("Consent to massage: given"))
  }

  @Test func `the chart keeps word for word what was read, also when the statement is another`()
    throws
  {
    let clinic = try Self.clinic()
    _ = try clinic.script(["client ruiz", "consent give general on=2026-11-12"])
    try clinic.configure(
      String(contentsOfFile: clinic.folder + "/c.yaml", encoding: .utf8)
        .replacing(
          "version: 1\n      title: Consent to massage\n",
          with: "version: 2\n      title: Consent anew\n"
        )
        .replacing("I can stop at any time.", with: "I may stop."))
    let shown = try clinic.script(["client ruiz", "consent show general"])
    #expect(shown.ending == .code(0), "\(shown.errors)")
    #expect(shown.output.contains("Consent anew, version 2\n"))
    #expect(shown.output.contains("I may stop.\n"))
    #expect(shown.output.contains("Consent anew: given to version 1, not to this one"))
    #expect(
      shown.output.contains("Consent 12 Nov 2026 given \"Consent to massage\", version 1, until"))
    let chart = try clinic.script(["client ruiz", "chart"], ["--json"]).output
    #expect(chart.contains("\"I can stop at any time.\""))
    #expect(try clinic.script(["client ruiz", "start trigger points 60"]).ending == .code(3))
  }

  @Test func `it is told of within thirty days of its end, and not before`() throws {
    let clinic = try Self.clinic()
    _ = try clinic.script(["client ruiz", "consent give general"])
    try clinic.set("2027-10-24T10:00")
    #expect(!(try clinic.script(["client ruiz"]).output.contains("CONSENT")))
    try clinic.set("2027-10-25T10:00")
    let due = try clinic.script(["client ruiz"]).output
    #expect(
      due.contains(
        "CONSENT  Consent to massage: given, until 24 Nov 2027. Type consent give general"))
    try clinic.set("2027-11-25T10:00")
    #expect(
      try clinic.script(["client ruiz"]).output.contains(
        "CONSENT  Consent to massage: ran out on 24 Nov 2027."))
    let items = Clinic.items(try clinic.script(["client ruiz"], ["--json"]).output)
    let told = try #require(items.first?["consent_due"] as? [[String: Any]])
    #expect(told.map { $0["standing"] as? String } == ["expired"])
    #expect(told.map { $0["until"] as? String } == ["2027-11-24"])
  }

  @Test(arguments: [
    ("consent give", 4, "consent give needs a statement: general, breast."),
    ("consent give generel", 1, "there is no statement \"generel\". Did you mean general?"),
    ("consent give general on=2w3", 1, "\"2w3\" is not a day I can read."),
    ("consent give general on=2026-11-25", 1, "a consent is given on a day gone by or today."),
    ("consent give general on=2026", 1, "\"2026\" is not a day I can read."),
    ("consent give general agreed=yes", 2, "there is no field \"agreed\" here."),
    ("consent withdraw general", 1, "there is nothing to withdraw: this consent is not asked yet."),
    (
      "consent take general", 2,
      "use consent alone, or with give, decline, withdraw or show; you typed"
    ),
  ])
  func `what cannot be done is said, and nothing is kept`(
    line: String, code: Int32, message: String
  ) throws {
    let clinic = try Self.clinic()
    let outcome = try clinic.script(["client ruiz", line])
    #expect(outcome.ending == .code(code), "\(outcome.output)")
    #expect(outcome.errors.contains("-c:2: Error: \(message)"), "\(outcome.errors)")
    let list = try clinic.script(["client ruiz", "consent"]).output
    #expect(list.contains("Consent to massage: not asked yet"))
  }

  @Test func `a child's consent needs the name of a guardian`() throws {
    let clinic = try Self.clinic()
    let refused = try clinic.script(["new Eli Young born=2012-05-01", "consent give general"])
    #expect(refused.ending == .code(4))
    #expect(refused.errors.contains("below 18 a parent or guardian agrees"))
    let given = try clinic.script([
      "client young", "consent give general by=\"Rosa Young\"", "consent show general",
    ])
    #expect(given.ending == .code(0), "\(given.errors)")
    #expect(given.output.contains("by Rosa Young, parent or guardian"))
  }

  @Test func `where no consent is asked for the verb says what to add, and nothing blocks`() throws
  {
    let clinic = try Self.clinic("")
    let told = try clinic.script(["client ruiz", "consent"])
    #expect(told.ending == .code(1))
    #expect(told.errors.contains("Add a section consent to config.yaml"))
    let optional = try Self.clinic(Self.section.replacing("required: true", with: "required: no"))
    let started = try optional.script(["client ruiz", "check", "start trigger points 60"])
    #expect(started.ending == .code(0) && !started.output.contains("CONSENT"))
  }

  @Test(arguments: TerminalKind.allCases)
  func `at the terminal the text is read, and Enter is no answer`(kind: TerminalKind) throws {
    let clinic = try Self.clinic()
    let terminal = try clinic.atClient(kind)
    let due = kind == .dumb ? "CONSENT Consent" : "CONSENT  Consent"
    #expect(terminal.transcript.contains("\(due) to massage: not asked yet."))
    terminal.type("consent give")
    try terminal.expect("Which statement, general, breast? ")
    terminal.type("general")
    try terminal.expect("Consent to massage, version 1\n")
    try terminal.expect("The therapist has told me what is planned.\n")
    try terminal.expect("I can stop at any time.\n")
    try terminal.expect("Does Ann Ruiz agree? y/n: ")
    terminal.type("")
    try terminal.expect("That needs y or n")
    try terminal.expect("Does Ann Ruiz agree? y/n: ")
    terminal.type(".")
    try terminal.expect("Nothing was saved.")
    terminal.type("consent give general")
    try terminal.expect("Does Ann Ruiz agree? y/n: ")
    terminal.type("n")
    try terminal.expect("Saved: \"Consent to massage\" declined.")
    terminal.type("consent give general")
    try terminal.expect("Does Ann Ruiz agree? y/n: ")
    terminal.type("y")
    try terminal.expect("Saved: \"Consent to massage\" given, until 24 Nov 2027.")
    terminal.type("start trigger points 60")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    #expect(
      try clinic.script(["client ruiz", "consent"]).output.contains("given, until 24 Nov 2027"))
  }

  @Test func `at the terminal a guardian is asked for, and a misspelt verb gives no consent`()
    throws
  {
    let clinic = try Self.clinic()
    _ = try clinic.script(["new Eli Young born=2012-05-01"])
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client young")
    try terminal.expect("fascia Eli Y> ")
    terminal.type("consnt give general")
    let said = try terminal.expect("fascia Eli Y> ")
    #expect(said.contains("there is no command") && !said.contains("Did you mean"))
    terminal.type("consent give general")
    try terminal.expect("Parent or guardian who agrees: ")
    terminal.type("Rosa Young")
    try terminal.expect("Does Rosa Young agree? y/n: ")
    terminal.type("y")
    try terminal.expect("given, until 24 Nov 2027.")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }
}
