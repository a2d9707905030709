import Foundation
import TerminalTesting
import Testing

/// Who a client is can be put right, and what follows from it for safety is said at once.
@Suite struct DetailsTests {
  /// Ann, asked and with nothing to report.
  func clinic(
    _ new: String = "new Ann Ruiz born=1984-03-02 sex=female phone=555-0100",
    _ older: [String: String] = [:]
  ) throws -> Clinic {
    let clinic = try Clinic()
    let outcome = try clinic.script([new, Clinic.intake(older)])
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    return clinic
  }

  @Test(arguments: [
    ("details phone=555-0199", "Phone: 555-0199, was 555-0100. Saved."),
    ("details name=\"Ann Ruiz-Berg\"", "Name: Ann Ruiz-Berg, was Ann Ruiz. Saved."),
    ("details born=1985-04-03", "Born: 3 Apr 1985, was 2 Mar 1984. Saved."),
    ("details sex=intersex", "Sex: intersex, was female. Saved."),
    ("details phone=-", "Phone: not known, was 555-0100. Saved."),
    ("details born=- sex=-", "Sex: not known, was female. Saved."),
  ])
  func `a change is kept with the old value, who made it and when`(
    line: String, told: String
  ) throws {
    let clinic = try clinic()
    try clinic.set("2026-11-25T08:30")
    let changed = try clinic.script(["client ruiz", line])
    #expect(changed.ending == .code(0), "\(changed.errors)")
    #expect(changed.output.contains("       \(told)"), "\(changed.output)")
    let shown = try clinic.script(["client C0001", "details"]).output
    let field = told.prefix { $0 != ":" }.lowercased()
    let what = told.dropFirst(field.count + 2).replacing(". Saved.", with: "")
    #expect(
      shown.contains("  25 Nov 2026 08:30  J. Lee, LMT: \(field) \(what)\n"), "\(shown)")
    let undone = try clinic.script(["client C0001", "undo", "details", "find ruiz"]).output
    #expect(
      undone.contains("Ann Ruiz - C0001\n  Born    2 Mar 1984, age 42\n  Sex     female\n")
        && undone.contains("  Phone   555-0100\n") && !undone.contains("CHANGED"), "\(undone)")
    #expect(try clinic.script(["client C0001", "redo", "details"]).output.contains("CHANGED"))
  }

  @Test(arguments: [
    ("details shoe=42", 2, "there is no field \"shoe\" here."),
    ("details born=1984-03-02 colour=red", 2, "there is no field \"colour\" here."),
    ("details Ann", 2, "use details alone, or with change; you typed \"Ann\"."),
    ("details change name=x", 2, "there is no field \"name\" here."),
    ("details change", 4, "details change asks, and a script cannot be asked."),
    ("details born=2027-01-01", 1, "1 Jan 2027 lies in the future; that is no date of birth."),
    ("details born=1884-03-02", 1, "2 Mar 1884 lies more than 120 years back"),
    ("details born=1904", 1, "1904 lies more than 120 years back"),
    ("details born=perhaps", 1, "\"perhaps\" is not a date I can read."),
    ("details sex=x", 1, "sex is female, male or intersex; you typed \"x\"."),
    ("details name=-", 1, "a client needs a name."),
    ("details name=\" \"", 2, "name= has no value."),
    ("details sex=\"\"", 2, "sex= has no value."),
    ("details born=1984 born=1985", 2, "born= is typed twice."),
  ])
  func `what cannot be true or is not known changes nothing`(
    line: String, code: Int32, message: String
  ) throws {
    let clinic = try clinic()
    let before = try clinic.script(["client ruiz", "details"]).output
    let refused = try clinic.script(["client ruiz", line])
    #expect(refused.ending == .code(code), "\(refused.output)")
    #expect(refused.errors.contains("-c:2: Error: \(message)"), "\(refused.errors)")
    #expect(try clinic.script(["client ruiz", "details"]).output == before)
  }

  @Test(arguments: [
    // Under age now: the guardian is asked for, and agrees.
    ("details born=2012-05-01", "ASK      Not answered: ", "A parent or guardian agrees"),
    ("details born=2009-11-25", "ASK      Not answered: ", "A parent or guardian agrees"),
    // Over 60 now: the neck rule of deep tissue.
    ("details born=1950", "Over 60: gently at the neck", "rule B5"),
    ("details born=1962-01-31", "Over 60: gently at the neck", "rule B5"),
  ])
  func `what a birth date raises is said with the change, also while a session runs`(
    line: String, raised: String, more: String
  ) throws {
    for running in [false, true] {
      let clinic = try clinic()
      if running { _ = try clinic.script(["client ruiz", "start trigger points 30"]) }
      let told = try clinic.script(["client ruiz", line])
      #expect(told.ending == .code(0), "\(told.errors)")
      #expect(told.output.contains(raised) && told.output.contains(more), "\(told.output)")
    }
  }

  @Test func `what no longer applies is said, and a blocked session is not silent`() throws {
    let clinic = try clinic("new Ann Ruiz born=1950", ["arteritis_signs": "none"])
    let younger = try clinic.script(["client ruiz", "details born=1984"])
    #expect(
      younger.output.contains("No longer applies: Over 60: gently at the neck (B5)."),
      "\(younger.output)")
    let started = try clinic.script(["client ruiz", "start trigger points 30"])
    #expect(started.ending == .code(0), "\(started.errors)")
    let child = try clinic.script(["client ruiz", "details born=2012-05-01"])
    #expect(child.errors.contains("the running session may not go on under H9."), "\(child.errors)")
    let item = try #require(
      Clinic.items(try clinic.script(["client ruiz", "details born=1984"], ["--json"]).output).last)
    #expect((item["settled"] as? [String]) != nil && item["born"] as? String == "1984")
  }

  @Test func `where sex is put right the questions that hang on it are asked`() throws {
    let clinic = try Clinic()
    // Nobody asks a man whether he is pregnant.
    let intake = Clinic.intake().replacing("pregnant=\"no\" ", with: "")
      .replacing("recent_birth=\"no\" ", with: "")
    _ = try clinic.script(["new Ann Ruiz born=1984 sex=male", intake])
    for sex in ["female", "intersex", "-"] {
      let told = try clinic.script(["client ruiz", "details sex=\(sex)"]).output
      #expect(told.contains("ASK      Not answered: "), "\(sex): \(told)")
      let back = try clinic.script(["client ruiz", "details sex=male"])
      #expect(back.ending == .code(0) && !back.output.contains("Not answered"), "\(back.output)")
    }
  }

  @Test func `the front desk changes who the client is, and sees nothing of why a rule applies`()
    throws
  {
    let clinic = try PeopleTests().staffed()
    for line in ["details born=2012-05-01", "details sex=female", "details born=1950"] {
      let told = try PeopleTests().script(clinic, as: "fay", ["client id=C0001", line])
      #expect(told.ending == .code(0), "\(told.errors)")
      #expect(told.output.contains("a therapist is told at check and at start."), "\(told.output)")
      for word in ["ASK", "rule", "neck", "guardian", "ADAPT", "raised", "pregnant"] {
        #expect(!told.output.contains(word), "\(told.output)")
      }
    }
    let phone = try PeopleTests().script(clinic, as: "fay", ["client id=C0001", "details phone=1"])
    #expect(!phone.output.contains("therapist is told"), "\(phone.output)")
    let item = try #require(
      Clinic.items(
        try clinic.script(
          ["client id=C0001", "details"],
          [
            "--json", "--login", "fay", "--passphrase-file", try clinic.secret(PeopleTests.words),
          ]
        ).output
      ).last)
    #expect(item["raised"] == nil && item["to_answer"] == nil && item["phone"] as? String == "1")
    let changes = try #require(item["changes"] as? [[String: Any]])
    #expect(changes.compactMap { $0["by"] as? String } == Array(repeating: "Fay Desk", count: 4))
    let back = try PeopleTests().script(clinic, as: "fay", ["client id=C0001", "undo", "details"])
    #expect(back.ending == .code(0) && back.output.contains("Phone   555-0100"), "\(back.errors)")
    #expect(try PeopleTests().script(clinic, as: "abe", ["details"]).ending != .code(0))
  }

  @Test func `at the terminal each fact is asked, Enter keeps it, and a dot saves nothing`() throws
  {
    let clinic = try clinic()
    let terminal = try clinic.atClient()
    terminal.type("details change")
    try terminal.expect("Name [Ann Ruiz]: ")
    terminal.type("")
    try terminal.expect("Born [2 Mar 1984]: ")
    terminal.type("1983-03-02")
    try terminal.expect("Sex [female]: ")
    terminal.type("<")
    try terminal.expect("Born [2 Mar 1983]: ")
    terminal.type("1985-03-02")
    try terminal.expect("Sex [female]: ")
    terminal.type("dragon")
    try terminal.expect("Sex is female, male or intersex; you typed \"dragon\".")
    terminal.type("")
    try terminal.expect("Phone [555-0100]: ")
    terminal.type("-")
    try terminal.expect("Phone: not known, was 555-0100. Saved.")
    try terminal.expect("fascia Ann R> ")
    terminal.type("details change")
    try terminal.expect("Name [Ann Ruiz]: ")
    terminal.type("Bea Ruiz")
    try terminal.expect("Born [2 Mar 1985]: ")
    terminal.type(".")
    try terminal.expect("Nothing was changed.")
    try terminal.expect("fascia Ann R> ")
    terminal.type("details name=\"Bea Novak\"")
    try terminal.expect("fascia Bea N> ")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }

  @Test func `who has the same name and birth date by now is named`() throws {
    let clinic = try clinic()
    let told = try clinic.script([
      "new Bea Berg born=1984-03-02", "client berg", "details name=\"Ann Ruiz\"",
    ])
    #expect(told.errors.contains("C0001 has the same name and date of birth."), "\(told.errors)")
    #expect(try clinic.script(["find berg"]).output.contains("No client fits"))
    #expect(try clinic.script(["find ruiz"]).output.contains("C0002"))
  }
}
