import Foundation
import TerminalTesting
import Testing

/// A receipt that was handed out says for ever what it said then, under a number of its own.
@Suite struct IssuedReceiptTests {
  /// What is printed behind the client's screen, from the clinic's name on, without a mark.
  func page(_ output: String) -> String {
    output.components(separatedBy: "River Street Clinic\n").dropFirst().joined()
  }

  /// The numbers and states of a client's receipts.
  func listed(_ clinic: Clinic, _ client: String = "C0001") throws -> [String] {
    let outcome = try clinic.script(["client id=\(client)", "receipt list"], ["--json"])
    let last = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
    return Clinic.items(last).map { "\($0["number"] ?? "") \($0["state"] ?? "")" }
  }

  @Test(arguments: ["receipt paid=103.50", "receipt 1 issue", "receipt paid=20 paid_on=yesterday"])
  func `printing it again is the same, byte for byte, whatever was changed since`(
    line: String
  ) throws {
    let clinic = try ReceiptTests.visited()
    let first = try clinic.script([
      "client ruiz", PlanningTests.referral + " visits=8 from=2026-11-01 until=2026-12-31", line,
    ])
    #expect(first.ending == .code(0), "\(first.errors)")
    #expect(page(first.output).contains("Receipt no.  0001\n"), "\(first.output)")
    #expect(page(first.output).contains("Conditions   M54.2\n"), "\(first.output)")
    let changed = ReceiptTests.billing.replacing("34.50", with: "41.00")
      .replacing("12 River Street", with: "9 Other Road").replacing("MT 0000", with: "MT 1111")
      .replacing("rule: cms", with: "rule: ama").replacing("Thank you.", with: "Bye.")
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(sample.replacing("\ntechniques: ", with: "\n\(changed)techniques: "))
    try clinic.set("2026-12-24T10:16")
    _ = try clinic.script([
      "client ruiz", "details name=\"Ann Berg\" born=1985", "referral close reason=done",
    ])
    let again = try clinic.script(["client C0001", "receipt"])
    #expect(again.ending == .code(0), "\(again.errors)")
    #expect(page(again.output) == page(first.output), "\(again.output)")
    #expect(again.output.contains("\nCOPY\nRiver Street Clinic\n"), "\(again.output)")
    #expect(!first.output.contains("COPY"))
    // Without any section on billing it still is what it was.
    try clinic.configure(sample)
    #expect(page(try clinic.script(["client C0001", "receipt 1"]).output) == page(first.output))
    let file = clinic.folder + "/copy.txt"
    _ = try clinic.script(["client C0001", "receipt no=1 to=\(file)"])
    #expect(page(try String(contentsOfFile: file, encoding: .utf8)) == page(first.output))
  }

  @Test func `what was only looked at is a draft, and goes by the prices of the day`() throws {
    let clinic = try ReceiptTests.visited()
    let draft = try clinic.script(["client ruiz", "receipt"]).output
    #expect(draft.contains("\nDRAFT, not handed out\nRiver Street Clinic\n"), "\(draft)")
    #expect(draft.contains("To hand it out type: receipt 1 paid=AMOUNT"), "\(draft)")
    #expect(!draft.contains("Receipt no.") && draft.contains("103.50 USD"))
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    let dearer = ReceiptTests.billing.replacing("34.50", with: "41.00")
    try clinic.configure(sample.replacing("\ntechniques: ", with: "\n\(dearer)techniques: "))
    #expect(try clinic.script(["client ruiz", "receipt"]).output.contains("123.00 USD"))
    #expect(try listed(clinic) == [])
  }

  @Test func `a payment is kept with its day, and goes over to the receipt that follows`() throws {
    let clinic = try ReceiptTests.visited()
    _ = try clinic.script(["client ruiz", "receipt paid=50 paid_on=2026-11-20"])
    for (line, code, told) in [
      ("receipt paid=53.50", Int32(1), "receipt 0001 was handed out for this visit."),
      ("receipt paid=1", 1, "To replace it add reason="),
      ("receipt issue", 1, "0001 was handed out"),
      ("receipt paid=60 reason=x", 1, "paid is more than the total of 103.50 USD."),
      ("receipt paid=5 reason=\" \"", 2, "reason= has no value."),
    ] {
      let refused = try clinic.script(["client ruiz", line])
      #expect(refused.ending == .code(code) && refused.errors.contains(told), "\(refused.errors)")
    }
    #expect(try listed(clinic) == ["0001 copy"])
    let rest = try clinic.script(["client ruiz", "receipt paid=53.50 reason=\"the rest was paid\""])
    #expect(rest.ending == .code(0), "\(rest.errors)")
    for row in [
      "Receipt no.  0002", "Payment      50.00 USD on 20 Nov 2026",
      "Payment      53.50 USD on 24 Nov 2026", "Paid in full.",
    ] { #expect(rest.output.contains(row + "\n"), "\(rest.output)") }
    #expect(try listed(clinic) == ["0001 void", "0002 copy"])
    let old = try clinic.script(["client ruiz", "receipt no=1"]).output
    #expect(old.contains("\nVOID since 24 Nov 2026: the rest was paid\nRiver"), "\(old)")
  }

  @Test func `no number is given twice, whatever becomes of receipts, visits and clients`() throws {
    let clinic = try ReceiptTests.visited()
    let ben =
      ["new Ben Okafor born=1980", Clinic.intake()]
      + ["start trigger points 60 at=2026-11-24T08:00", "end at=2026-11-24T08:47", "sign"]
    func number(_ lines: [String]) throws -> String {
      let outcome = try clinic.script(lines, ["--json"])
      #expect(outcome.ending == .code(0), "\(outcome.errors)\(outcome.output)")
      return Clinic.items(outcome.output).last?["number"] as? String ?? ""
    }
    #expect(try number(["client ruiz", "receipt issue"]) == "0001")
    #expect(try number(ben + ["receipt issue"]) == "0002")
    // Taking it back makes it void, and nothing brings it back.
    let undone = try clinic.script(["client okafor", "undo"])
    #expect(undone.ending == .code(0), "\(undone.errors)")
    #expect(try listed(clinic, "C0002") == ["0002 void"])
    let redone = try clinic.script(["client okafor", "redo"])
    #expect(redone.errors.contains("stays void"), "\(redone.errors)")
    #expect(try number(["client okafor", "receipt issue"]) == "0003")
    _ = try clinic.script(["client okafor", "receipt void 1 reason=typo"])
    #expect(try number(["client okafor", "receipt issue"]) == "0004")
    // An erased client's number is not free again.
    let erased = try clinic.script(["erase C0002 reason=asked confirm=C0002"])
    #expect(erased.ending == .code(0), "\(erased.errors)")
    #expect(try number(["client ruiz", "receipt reason=\"new address\""]) == "0005")
    // What comes from another practice keeps the numbers of that one.
    let other = try ReceiptTests.visited()
    for reason in 1...8 {
      _ = try other.script([
        "client ruiz", "receipt \(reason == 1 ? "issue" : "reason=r\(reason)")",
      ])
    }
    let out = other.folder + "/charts.json"
    _ = try other.script(["export \(out)"])
    #expect(try clinic.script(["import \(out)"]).ending == .code(0))
    #expect(try number(["client id=C0001", "receipt reason=again"]) > "0008")
    #expect(try clinic.script(["verify"]).ending == .code(0))
  }

  @Test func `withdrawing a visit leaves its receipt and the numbers of the others alone`() throws {
    let clinic = try ReceiptTests.visited()
    let second = try clinic.script([
      "client ruiz", "start trigger points 60 at=2026-11-24T09:50",
      "end at=2026-11-24T10:10", "sign", "receipt 1 issue", "receipt 2 issue",
    ])
    #expect(second.ending == .code(0), "\(second.errors)")
    let before = page(try clinic.script(["client ruiz", "receipt no=2"]).output)
    let withdrawn = try clinic.script(["client ruiz", "withdraw 1 reason=\"wrong chart\""])
    #expect(withdrawn.ending == .code(0))
    #expect(
      withdrawn.errors.contains("receipt 0001 was handed out for this visit and still counts."),
      "\(withdrawn.errors)")
    #expect(withdrawn.errors.contains("receipt void no=1 reason="))
    #expect(page(try clinic.script(["client ruiz", "receipt no=2"]).output) == before)
    #expect(page(try clinic.script(["client ruiz", "receipt 1"]).output) == before)
    #expect(try listed(clinic) == ["0001 copy", "0002 copy"])
    let void = try clinic.script(["client ruiz", "receipt void no=1 reason=\"no visit\""])
    #expect(void.output.contains("Receipt 0001 is void. Its number is not used again."))
    let twice = try clinic.script(["client ruiz", "receipt void no=1 reason=x"])
    #expect(twice.errors.contains("receipt 0001 is void already."), "\(twice.errors)")
    // A void is a command like others: it can be taken back.
    _ = try clinic.script(["client ruiz", "undo"])
    #expect(try listed(clinic) == ["0001 copy", "0002 copy"])
    let chart = try clinic.script(["client ruiz", "chart"]).output
    #expect(
      chart.contains(
        "Receipt 0002 of 24 Nov 2026: visit of 24 Nov 2026, 34.50 USD, paid 0.00 USD."),
      "\(chart)")
  }

  @Test
  func `a signature stands as long as its receipt counts, and a void is not taken back twice`()
    throws
  {
    let clinic = try PeopleTests().staffed()
    let text = try String(contentsOfFile: clinic.folder + "/config.yaml", encoding: .utf8)
    try text.replacing("\ntechniques: ", with: "\n\(ReceiptTests.billing)techniques: ")
      .write(toFile: clinic.folder + "/config.yaml", atomically: true, encoding: .utf8)
    func script(_ login: String, _ lines: [String]) throws -> Outcome {
      try PeopleTests().script(clinic, as: login, lines)
    }
    let issued = try script("kim", ["client ann", "receipt issue"])
    #expect(issued.ending == .code(0), "\(issued.errors)")
    let undo = try script("lee", ["client ann", "undo"])
    #expect(undo.errors.contains("receipt 0001 was handed out for this visit."), "\(undo.errors)")
    let void = try script("lee", ["client ann", "receipt void 1 reason=typo", "receipt issue"])
    #expect(void.ending == .code(0), "\(void.errors)")
    // Kim takes her own back, which is void already.
    let again = try script("kim", ["client ann", "undo", "receipt list"])
    #expect(again.ending == .code(0), "\(again.errors)")
    #expect(again.output.contains("Receipt 0002 of 24 Nov 2026"), "\(again.output)")
  }

  @Test func `a file that cannot be written costs no number`() throws {
    let clinic = try ReceiptTests.visited()
    for target in ["/nowhere/a.txt", "\(clinic.folder)/data", "\(clinic.folder)/c.yaml.txt"] {
      try "old".write(toFile: clinic.folder + "/c.yaml.txt", atomically: true, encoding: .utf8)
      _ = try clinic.script(["client ruiz", "receipt to=\(target)"])
    }
    let dry = try clinic.script(["client ruiz", "receipt issue"], ["--dry-run"])
    #expect(dry.ending == .code(0), "\(dry.errors)")
    #expect(try listed(clinic) == [])
    let file = clinic.folder + "/visit.md"
    let told = try clinic.script(["client ruiz", "receipt to=\(file)"]).output
    #expect(told.contains("It has the number 0001."), "\(told)")
    #expect(try listed(clinic) == ["0001 copy"])
  }
}
