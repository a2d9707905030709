import Foundation
import TerminalTesting
import Testing

/// What left the practice about a client, and what was refused, stand in that client's audit.
@Suite struct DisclosureTests {
  /// Ann was seen and is booked, Ben is neither.
  func clinic() throws -> Clinic {
    let clinic = try ReceiptTests.visited()
    let more = try clinic.script(["client ruiz", "pain 4", "rebook 2w", "new Ben Okafor born=1990"])
    try #require(more.ending == .code(0), "\(more.errors)")
    return clinic
  }

  func audit(_ clinic: Clinic, _ code: String) throws -> String {
    try clinic.script(["audit client=\(code)"]).output
  }

  @Test(arguments: [
    ("receipt issue", "the receipt of visit 1, shown, for the client"),
    ("receipt 1 to=FOLDER/a.html", "the receipt of visit 1, to FOLDER/a.html, for the client"),
    ("letter consent=yes", "the letter, consent on the therapist's word, shown"),
    ("letter consent=yes to=FOLDER/a.md", "consent on the therapist's word, to FOLDER/a.md"),
    ("report", "the client's report, shown, for the client"),
    ("report to=FOLDER/a.txt", "the client's report, to FOLDER/a.txt, for the client"),
    ("progress to=FOLDER/a.html", "the scores over time, to FOLDER/a.html"),
    ("export FOLDER/a.json client=C0001", "the whole chart, to FOLDER/a.json"),
    ("calendar FOLDER/a.ics names=yes", "a calendar with the name, 1 appointment, to FOLDER/a.ics"),
  ])
  func `what leaves the practice about a client stands in that client's audit`(
    line: String, told: String
  ) throws {
    let clinic = try clinic()
    func inFolder(_ text: String) -> String { text.replacing("FOLDER", with: clinic.folder) }
    let given = try clinic.script(["client ruiz", inFolder(line)])
    #expect(given.ending == .code(0), "\(given.errors)")
    let row = try #require(
      Clinic.items(try clinic.script(["audit client=C0001"], ["--json"]).output)
        .first { $0["action"] as? String == "disclosed" })
    #expect((row["detail"] as? String)?.contains(inFolder(told)) == true, "\(row)")
    #expect(row["client"] as? String == "C0001" && row["person"] as? String == "J. Lee")
    #expect(try audit(clinic, "C0001").contains("gave out, "))
    #expect(try !audit(clinic, "C0002").contains("gave out, "))
    #expect(try clinic.script(["verify"]).ending == .code(0))
  }

  @Test(arguments: [
    "outcomes to=FOLDER/a.csv", "calendar FOLDER/a.ics", "progress", "chart", "last",
    "export /dev/null/none client=C0001", "letter consent=yes to=/dev/null/a.txt",
  ])
  func `what names no client, stays here or is not written is no disclosure`(line: String) throws {
    let clinic = try clinic()
    _ = try clinic.script(["client ruiz", line.replacing("FOLDER", with: clinic.folder)])
    #expect(try !audit(clinic, "C0001").contains("gave out, "))
  }

  @Test func `an export of all charts stands in the audit of each`() throws {
    let clinic = try clinic()
    _ = try clinic.script(["export \(clinic.folder)/all.json"])
    for code in ["C0001", "C0002"] {
      #expect(
        try audit(clinic, code).contains("gave out, the whole chart, to \(clinic.folder)/all.json"))
    }
    #expect(try clinic.script(["audit"]).output.contains("exported in the open, 2 charts"))
  }

  @Test(arguments: ["receipt", "letter consent=yes", "report", "progress"])
  func `the row stands before the paper does`(paper: String) throws {
    let clinic = try clinic()
    // A folder of that name lets the paper be written beside it, and not be put there.
    let path = clinic.folder + "/there.html"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let failed = try clinic.script(["client ruiz", "\(paper) to=\(path) replace=yes"])
    #expect(failed.ending == .code(1))
    #expect(failed.errors.contains("cannot be written"), "\(failed.errors)")
    #expect(try audit(clinic, "C0001").contains(", to \(path)"))
  }

  // MARK: Refused

  func script(
    _ clinic: Clinic, as login: String, _ lines: [String], _ flags: [String] = []
  ) throws -> Outcome {
    try clinic.script(
      lines, flags + ["--login", login, "--passphrase-file", try clinic.secret(PeopleTests.words)])
  }

  @Test(arguments: [
    (
      "fay",
      [
        "client ann", "chart", "note", "pain 4", "s secretwords", "addendum secretwords",
        "trp r neck 7>3", "receipt", "progress to=/tmp/secretwords.html",
      ],
      ["chart", "note", "pain", "s", "addendum", "trp", "receipt", "progress"]
    ),
    (
      "abe",
      [
        "client id=C0001", "export /tmp/secretwords client=C0001",
        "emergency C0001 reason=secretwords", "erase C0001 reason=secretwords confirm=C0001",
      ],
      ["client", "export", "emergency", "erase"]
    ),
    (
      "kim", ["export /tmp/secretwords client=C0001", "erase C0001 reason=secretwords"],
      ["export", "erase"]
    ),
  ])
  func `each refused try on a chart stands in its audit, without what was typed`(
    login: String, lines: [String], verbs: [String]
  ) throws {
    let clinic = try PeopleTests().staffed()
    let denied = try script(clinic, as: login, lines, ["--keep-going"])
    #expect(denied.ending == .code(1))
    let trail = try script(clinic, as: "abe", ["audit client=C0001"], ["--json"]).output
    let rows = Clinic.items(trail).filter { $0["action"] as? String == "denied" }
    let tried = rows.reversed().compactMap { $0["detail"] as? String }
    #expect(tried.map { String($0.prefix { $0 != "," }) } == verbs, "\(tried)")
    #expect(tried.allSatisfy { $0.contains(", no access to ") })
    #expect(rows.allSatisfy { $0["client"] as? String == "C0001" })
    #expect(!trail.contains("secretwords"))
    #expect(try script(clinic, as: "lee", ["verify"]).ending == .code(0))
  }

  @Test func `a refused try that is about no chart stands in the audit of all`() throws {
    let clinic = try PeopleTests().staffed()
    let lines = ["audit", "staff", "key rotate", "passphrase fay", "restore /tmp/none"]
    _ = try script(clinic, as: "kim", lines, ["--keep-going"])
    let trail = try script(clinic, as: "lee", ["audit person=kim"], ["--json"]).output
    let rows = Clinic.items(trail).filter { $0["action"] as? String == "denied" }
    #expect(
      rows.reversed().compactMap { $0["detail"] as? String } == [
        "audit, no access to the trail", "staff, no access to people and keys",
        "key, no access to people and keys", "passphrase, no access to people and keys",
        "restore, no access to people and keys",
      ])
    #expect(rows.allSatisfy { $0["client"] == nil })
    #expect(try !script(clinic, as: "lee", ["audit client=C0001"]).output.contains("was refused"))
  }

  @Test func `what is allowed leaves no row of a refusal, whoever types it`() throws {
    let clinic = try PeopleTests().staffed()
    for (login, lines) in [
      ("fay", ["today", "client ann", "find ann", "appointments", "book 2w with=kim"]),
      ("abe", ["today", "audit", "verify"]), ("kim", ["client ann", "chart", "pain 4"]),
    ] {
      let done = try script(clinic, as: login, lines, ["--json"])
      #expect(done.ending == .code(0), "\(done.output)")
    }
    #expect(try !script(clinic, as: "lee", ["audit"]).output.contains("was refused"))
  }
}
