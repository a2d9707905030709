import Foundation
import TerminalTesting
import Testing

/// `letter` and `report` in the real program.
@Suite struct PaperTests {
  static let sharing = """
    consent:
      statements:
        - id: sharing
          version: 1
          title: Consent to write to the provider
          text: The clinic may tell the provider how I am.
          purpose: share

    """

  /// A client of two visits three weeks apart, with referral, goal, plan and what comes next.
  static func rich(_ clinic: Clinic? = nil) throws -> Clinic {
    let clinic = try clinic ?? Clinic()
    func run(_ time: String, _ lines: [String]) throws {
      try clinic.set("2026-11-\(time)")
      let outcome = try clinic.script(lines)
      try #require(outcome.ending == .code(0), "\(outcome.errors)")
    }
    try run(
      "03T09:00",
      [
        "new Ann Ruiz born=1984-03-02", Clinic.intake(),
        PlanningTests.referral + " visits=8 from=today until=31dec", "goal pain at most 3 by=31dec",
        "book 24nov 10:00", "start trigger points 60 on=neck",
      ])
    try run(
      "03T10:00",
      [
        "client ruiz", "trp r utrap 7>3 90s ref temple", "end", "pain 4 after", "a good response",
        "sign", "plan weekly x 4 template=\"trigger points 60\" home=\"stretch twice a day\"",
      ])
    try run(
      "24T10:00",
      [
        "client ruiz",
        Clinic.intake(["pain_now": "5", "trigger_point_after": "bruise"], return: true),
        "start trigger points 60 on=neck",
      ])
    try run(
      "24T11:00",
      [
        "client ruiz", "trp r utrap 5>2 90s", "trp l infra 5>2", "end", "pain 2 after",
        "a felt lighter", "sign", "book 8dec 10:00",
      ])
    return clinic
  }

  @Test func `a letter is written from the chart, and is the same again`() throws {
    let clinic = try Self.rich()
    let outcome = try clinic.script(["client ruiz", "letter consent=yes"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    for line in [
      "To            Dr Okoye", "Conditions    M54.2 neck pain",
      "Visits        2 attended, none missed, none cancelled",
      "  pain     6 on 3 Nov 2026  5 on 24 Nov 2026  better",
      "  - New: Trigger point, left infraspinatus, pain 5 to 2.",
      "  Trigger point therapy  120", "  - 24 Nov 2026, after trigger point therapy: a bruise",
      "  - pain at most 3, by 31 Dec 2026: not reached, 5 on 24 Nov 2026",
      "  Recommendation  Continue weekly; 2 visits of the plan are left.",
      "  As the therapist states, the client agreed to this letter.",
    ] { #expect(outcome.output.contains("\n\(line)\n"), "\(line)\n\(outcome.output)") }
    #expect(try clinic.script(["client ruiz", "letter consent=yes"]).output == outcome.output)
    let own = try clinic.script([
      "client ruiz", "letter consent=yes from=10nov until=24nov recommend=\"Two more weeks.\"",
    ]).output
    #expect(own.contains("Recommendation  Two more weeks."))
    #expect(own.contains("Visits        1 attended"))
    #expect(own.contains("Findings of 24 Nov 2026\n"))
    let trail = try clinic.script(["audit"]).output
    #expect(
      trail.contains(
        "gave out, the letter, consent on the therapist's word, shown, for Dr Okoye"), "\(trail)")
  }

  @Test func `the client's report has aftercare, home care and the next visit`() throws {
    let clinic = try Self.rich()
    let outcome = try clinic.script(["client ruiz", "report client"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    for line in [
      "  You came 2 times, for 120 minutes of treatment in all.",
      "  - Your pain score went from 6 to 5 since 3 Nov 2026, which is better", "  - Get up slowly",
      "  - stretch twice a day", "  Tue 8 Dec 2026, 10:00, 60 min.",
      "  - No heavy load on these muscles for 24 hours",
    ] { #expect(outcome.output.contains("\n\(line)"), "\(line)\n\(outcome.output)") }
    #expect(!outcome.output.contains("Dr Okoye, wrote"))
    let empty = try Clinic().script(["new Ben Okafor", "report"])
    #expect(empty.ending == .code(0), "\(empty.errors)")
    #expect(empty.output.contains("There was no visit in this time yet."))
    #expect(!empty.output.contains("Call for help"))
  }

  @Test func `no letter without consent, and the chart says it where the clinic has a statement`()
    throws
  {
    let clinic = try Self.rich(try ReceiptTests.clinic(Self.sharing))
    let refused = try clinic.script(["client ruiz", "letter to=\(clinic.folder)/a.txt"])
    #expect(refused.ending == .code(3))
    #expect(
      refused.errors.contains("\"Consent to write to the provider\" is not asked yet."),
      "\(refused.errors)")
    #expect(refused.errors.contains("Type: consent give sharing"))
    #expect(!FileManager.default.fileExists(atPath: clinic.folder + "/a.txt"))
    let beside = try clinic.script(["client ruiz", "letter consent=yes"])
    #expect(beside.ending == .code(2), "\(beside.errors)")
    let given = try clinic.script(["client ruiz", "consent give sharing", "letter"])
    #expect(given.ending == .code(0), "\(given.errors)")
    #expect(given.output.contains("Shared under \"Consent to write to the provider\", version 1"))
    let withdrawn = try clinic.script(["client ruiz", "consent withdraw sharing", "letter"])
    #expect(withdrawn.ending == .code(3))
    #expect(withdrawn.errors.contains("is withdrawn on 24 Nov 2026."), "\(withdrawn.errors)")
  }

  @Test(arguments: [
    ("letter", 4, "a letter needs the client's consent to share."),
    ("letter consent=no", 3, "no letter without the client's consent to share."),
    ("letter consent=perhaps", 2, "consent is yes or no."),
    ("letter Dr Okoye", 2, "letter takes fields only; you typed \"Dr Okoye\"."),
    ("letter consent=yes to=~/a.doc", 2, "a letter is written as .txt, .md, .html or .pdf."),
    ("letter consent=yes replace=yes", 2, "replace belongs to a file."),
    ("letter consent=yes from=24nov until=3nov", 1, "the period ends before it begins."),
    ("letter consent=yes until=2027-01-01", 1, "a paper tells what was;"),
    ("report to=/nowhere/a.txt", 1, "/nowhere/a.txt cannot be written:"),
    ("report doctor", 2, "there is a report for the client only; you typed \"doctor\"."),
    ("report tone=kind", 2, "there is no field \"tone\" here."),
  ])
  func `what cannot be done is said`(line: String, code: Int32, message: String) throws {
    let clinic = try Clinic()
    let outcome = try clinic.script(["new Ann Ruiz born=1984", line])
    #expect(outcome.ending == .code(code), "\(outcome.output)")
    #expect(outcome.errors.contains("-c:2: Error: \(message)"), "\(outcome.errors)")
  }

  @Test
  func `a file is the owner's alone, replaces nothing unasked, and leaves a row in the trail`()
    throws
  {
    let clinic = try Self.rich()
    for format in ["txt", "md", "html", "pdf"] {
      let path = clinic.folder + "/letter." + format
      let line = "letter consent=yes to=\(path)"
      let told = try clinic.script(["client ruiz", line])
      #expect(told.output.contains("Wrote the letter to \(path)"), "\(told.errors)")
      #expect(told.output.contains("Once it is sent, type: referral report"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let content = try #require(FileManager.default.contents(atPath: path))
      let text =
        try format == "pdf" ? Poppler.text(of: path) : String(decoding: content, as: UTF8.self)
      #expect(text.contains("Ann Ruiz, born 2 Mar 1984"))
      #expect(try clinic.script(["client ruiz", line]).ending == .code(1))
      #expect(try clinic.script(["client ruiz", line + " replace=yes"]).ending == .code(0))
      #expect(FileManager.default.contents(atPath: path) == content, "another run, other bytes")
    }
    _ = try clinic.script(["client ruiz", "report to=\(clinic.folder)/report.txt"])
    let trail = try clinic.script(["audit"]).output
    #expect(trail.contains("gave out, the letter, consent on the therapist's word, to "))
    #expect(trail.contains("gave out, the client's report, to "), "\(trail)")
    let rehearsed = try clinic.script(
      ["client ruiz", "report to=\(clinic.folder)/no.txt"], ["--dry-run"])
    #expect(rehearsed.ending == .code(0), "\(rehearsed.errors)")
    #expect(!FileManager.default.fileExists(atPath: clinic.folder + "/no.txt"))
  }

  @Test func `a letter as PDF is one page, and says what its text says`() throws {
    let clinic = try Self.rich()
    let paper = clinic.folder + "/letter.pdf"
    let lines = ["client ruiz", "letter consent=yes to=\(paper)", "letter consent=yes"]
    let outcome = try clinic.script(lines)
    #expect(outcome.ending == .code(0) && outcome.errors.isEmpty, "\(outcome.errors)")
    let read = try Poppler.text(of: paper).filter { !$0.isWhitespace }
    let shown = outcome.output.split(separator: "\n").map { $0.drop { " -".contains($0) } }
    let start = try #require(shown.firstIndex { $0 == "Progress report" })
    #expect(shown.count > start + 30)
    for line in shown[start...] where !line.hasPrefix("__") && !line.hasPrefix("Once it is") {
      #expect(read.contains(line.filter { !$0.isWhitespace }), "\(line)")
    }
    #expect(read.hasSuffix("Page1of1"))
  }

  @Test func `without a font no PDF is written, and one sentence says what to install`() throws {
    let clinic = try Self.rich()
    let none = clinic.folder + "/fonts.conf"
    try "<fontconfig></fontconfig>".write(toFile: none, atomically: true, encoding: .utf8)
    let paper = clinic.folder + "/letter.pdf"
    // Fonts are looked for once in a process.
    let outcome = try clinic.process(
      clinic.arguments + ["-c", "client ruiz", "-c", "letter consent=yes to=\(paper)"],
      changing: ["FONTCONFIG_FILE": none])
    #expect(outcome.ending == .code(1))
    #expect(
      outcome.errors == "-c:2: Error: a PDF needs a font, and none is installed here. On Debian: "
        + "apt install fonts-dejavu-core.\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: clinic.folder)
    #expect(!left.contains { $0.hasPrefix("letter.pdf") })
  }

  @Test func `at the terminal the consent is asked for, and the sent report is noted`() throws {
    let clinic = try Self.rich()
    let terminal = try clinic.atClient()
    terminal.type("letter to=\(clinic.folder)/letter.txt")
    try terminal.expect("Did Ann Ruiz agree to this letter? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Note on the referral that it is sent today? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Report of 24 Nov 2026 noted.")
    terminal.type("quit")
    _ = terminal.waitForEnd()
    let referral = try clinic.script(["client ruiz", "referral"]).output
    #expect(referral.contains("last sent 24 Nov 2026"), "\(referral)")
  }
}
