import Foundation
import TerminalTesting
import Testing

/// `outcomes` in the real program.
@Suite struct OutcomesTests {
  /// Clients with neck pain, treated once, asked and measured again two weeks later.
  static func clinic(clients: Int = 6) throws -> Clinic {
    let clinic = try Clinic()
    let first = (0..<clients).flatMap { place in
      // One after the other; it is 10:16.
      let hour = "2026-11-24T0\(place + 2)"
      return [
        "new Client No\(place) born=1984", Clinic.intake(),
        "start trigger points 60 at=\(hour):00", "score rom 40", "pain 6",
        "score headache_days days=12 recorded=28",
        "end at=\(hour):47", "sign", "back",
      ]
    }
    let began = try clinic.script(first)
    try #require(began.ending == .code(0), "\(began.errors)")
    try clinic.set("2026-12-08T10:00")
    let second = (0..<clients).flatMap { place in
      let after = place == 0 ? "bruise" : "none"
      return [
        "client id=C000\(place + 1)",
        Clinic.intake(["health_changed": "yes", "trigger_point_after": after]),
        "pain \(place == 1 ? 9 : 3)", "score rom 46", "score headache_days days=6 recorded=28",
        "back",
      ]
    }
    let went = try clinic.script(second)
    try #require(went.ending == .code(0), "\(went.errors)")
    return clinic
  }

  /// What `--json` says, for the schema.
  static func transcript() throws -> [SchemaTranscript.Line] {
    let clinic = try clinic()
    return try SchemaTranscript.lines(
      clinic,
      ["outcomes", "outcomes condition=\"neck pain\"", "outcomes to=\(clinic.folder)/results.csv"])
  }

  @Test func `the clinic's results say better, worse, what followed, and what they cannot`() throws
  {
    let clinic = try Self.clinic()
    let outcome = try clinic.script(["outcomes technique=trigger"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    let text = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    for words in [
      "The clinic's own results, 9 Dec 2025 to 8 Dec 2026",
      "Trigger point therapy, neck pain 6 clients, 6 visits.",
      "pain: 6 clients with a first score, 6 measured again, 0 not.",
      "Change in the middle: 3 less, which is better;",
      "Better: 5. No change: 0. Worse: 1.",
      "Better by what matters to people: 5 of 6, 83 % (95 % interval 44 to 97 %).",
      "Worse by more than measuring noise: 1 of 6, 17 %",
      "low back pain over one week, Childs 2005",
      "asked 6 times; something followed fewer than 5 times: a bruise fewer than 5.",
      "regression to the mean",
    ] { #expect(text.contains(words), "\(words) is not in:\n\(outcome.output)") }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for name in ["Client No", "No1", "C0001"] { #expect(!outcome.output.contains(name)) }
  }

  @Test func `four clients are no group, and their event is still told`() throws {
    let clinic = try Self.clinic(clients: 4)
    let outcome = try clinic.script([
      "outcomes", "outcomes condition=neck to=\(clinic.folder)/r.csv",
    ])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    #expect(outcome.output.contains("There is no group of 5 clients or more in this period."))
    #expect(outcome.output.contains("1 group with fewer than 5 clients is not shown."))
    #expect(outcome.output.contains("asked fewer than 5 times"))
    let table = try String(contentsOfFile: clinic.folder + "/r.csv", encoding: .utf8)
    #expect(!table.contains("\ngroup,"))
    #expect(table.contains(",bruise,fewer than 5,yes\r\n"))
    let early = try clinic.script(["outcomes until=2026-11-01"])
    #expect(!early.output.contains("not shown"), "nobody came before")
  }

  @Test func `what followed sessions is told of a technique that is not offered any more`() throws {
    let clinic = try Self.clinic()
    try clinic.configure(
      "schema: 1\nallow_draft: true\ntechniques: {deep_tissue: {enabled: true}}")
    let (table, page) = (clinic.folder + "/r.csv", clinic.folder + "/r.html")
    let told =
      "Trigger point therapy: asked 6 times; something followed fewer than 5 times: a bruise "
      + "fewer than 5."
    let title = "What followed sessions with techniques that are not offered any more"
    for flags in [[], ["--plain"]] {
      let outcome = try clinic.script(["outcomes"], flags)
      #expect(outcome.ending == .code(0), "\(outcome.errors)")
      let text = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(text.contains("\(title) \(told)"), "\(outcome.output)")
    }
    let json = try clinic.script(["outcomes"], ["--json"]).output
    #expect(
      json.contains(#""technique":"trigger_point","offered":false,"asked":6,"followed":null"#),
      "\(json)")
    _ = try clinic.script(["outcomes to=\(table)", "outcomes to=\(page)"])
    let rows = try String(contentsOfFile: table, encoding: .utf8)
    #expect(rows.contains(",bruise,fewer than 5,no\r\n"))
    #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<h2>\(title)</h2>"))
    let one = try clinic.script(["outcomes technique=deep_tissue"]).output
    #expect(!one.contains("Trigger point"), "who asks for one technique is told of that one")
    let early = try clinic.script(["outcomes until=2026-12-01"]).output
    #expect(!early.contains("Trigger point"), "nobody was asked by then")
  }

  @Test func `trials stand beside what is seen here`() throws {
    let outcome = try Self.clinic().script(["outcomes condition=\"neck pain\""])
    let text = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      text.contains(
        "Trigger point therapy: trials say mixed (certainty low); here 6 clients, pain better in 5, "
          + "worse in 1 of 6."), "\(outcome.output)")
    #expect(
      text.contains("Deep tissue massage: trials say mixed (certainty low); here fewer than 5"))
    #expect(text.contains("Massage as such: trials say mixed (certainty low)."))
  }

  @Test func `a table and a page are written once, and leave a row in the trail`() throws {
    let clinic = try Self.clinic()
    let (table, page) = (clinic.folder + "/r.csv", clinic.folder + "/r.html")
    let outcome = try clinic.script([
      "outcomes to=\(table)", "outcomes to=\(page)", "audit last=1",
    ])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    #expect(outcome.output.contains("exported in the open"))
    let rows = try String(contentsOfFile: table, encoding: .utf8).components(separatedBy: "\r\n")
    let columns = rows[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let pain = try #require(rows.first { $0.contains(",pain,") })
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let cells = Dictionary(uniqueKeysWithValues: zip(columns, pain))
    #expect(pain.count == columns.count)
    #expect(cells["median_change"] == "-3.0" && cells["worse"] == "1")
    #expect(cells["important"] == "5" && cells["not_measured_again"] == "0")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<h2>Trigger point therapy, neck pain</h2>"))
    #expect(!html.contains("<script") && !html.contains("http"))
    let paper = clinic.folder + "/r.pdf"
    #expect(try clinic.script(["outcomes to=\(paper)"]).ending == .code(0))
    #expect(try Poppler.text(of: paper).contains("Trigger point therapy, neck pain"))
    let again = try clinic.script(["outcomes to=\(table)"])
    #expect(again.ending == .code(1))
    #expect(again.errors.contains("there is a file \(table) already."))
    #expect(try clinic.script(["outcomes to=\(table) replace=yes"]).ending == .code(0))
    let dry = try clinic.script(["outcomes to=\(clinic.folder)/dry.csv"], ["--dry-run"])
    #expect(dry.ending == .code(0))
    #expect(!FileManager.default.fileExists(atPath: clinic.folder + "/dry.csv"))
  }

  @Test(arguments: [
    ("outcomes technique=shoe", Int32(1), "there is no enabled technique \"shoe\"."),
    ("outcomes technique=trigger_pint", 1, "Did you mean trigger_point?"),
    ("outcomes condition=shoe", 1, "there is no condition \"shoe\" here."),
    ("outcomes from=2027-01-01", 1, "the period has not begun yet"),
    ("outcomes from=2026-11-20 until=2026-11-01", 1, "the period begins on 20 Nov 2026, after its"),
    ("outcomes from=shoe", 1, "\"shoe\" is not a day I can read."),
    ("outcomes neck", 2, "outcomes takes fields only; you typed \"neck\"."),
    ("outcomes shoe=1", 2, "there is no field \"shoe\" here."),
    ("outcomes to=r.doc", 2, "results are written as .csv, .html or .pdf."),
    ("outcomes replace=yes", 2, "replace belongs to a file."),
    ("outcomes to=r.csv replace=maybe", 2, "replace is yes or no."),
  ])
  func `what cannot be counted is refused in one sentence`(
    line: String, code: Int32, words: String
  ) throws {
    let outcome = try Clinic().script([line])
    #expect(outcome.ending == .code(code), "\(outcome.errors)")
    #expect(outcome.errors.contains("Error: \(words)") || outcome.errors.contains(words))
    #expect(outcome.output.isEmpty)
  }

  @Test func `owner and therapist see the counts, front desk and auditor do not`() throws {
    let people = PeopleTests()
    let clinic = try people.staffed()
    for (login, code) in [("lee", Int32(0)), ("kim", 0), ("fay", 1), ("abe", 1)] {
      let outcome = try people.script(clinic, as: login, ["outcomes"])
      #expect(outcome.ending == .code(code), "\(login): \(outcome.errors)")
      #expect(!outcome.output.contains("Ann"), "\(login) reads a name")
      if code == 1 { #expect(outcome.output.isEmpty) }
    }
  }
}
