import Foundation
import TerminalTesting
import Testing

/// Several orders at once through the program; 24 November 2026 is a Tuesday.
@Suite struct ReferralTests {
  static let neck =
    "referral new provider=\"Dr Okoye\" codes=Z10 areas=\"neck, r shoulder\" from=2026-11-01 "
    + "until=2026-12-31 visits="
  static let knee =
    "referral new provider=\"Dr Berg\" codes=Z11 areas=\"l knee\" from=2026-11-10 "
    + "until=2026-12-20 visits="

  /// Ann, who comes for neck and right shoulder, with an order for these and one for the left knee.
  static func clinic(_ visits: Int = 8) throws -> Clinic {
    let clinic = try ReceiptTests.clinic()
    let outcome = try clinic.script([
      "new Ann Ruiz born=1984-03-02", Clinic.intake(), neck + "\(visits)", knee + "4",
    ])
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    return clinic
  }

  /// Lines of a visit of half an hour this morning.
  static func visit(_ more: String = "") -> [String] {
    [
      "start trigger points 30 at=2026-11-24T09:00 \(more)", "end at=2026-11-24T09:30",
      "sign",
    ]
  }

  /// A visit of half an hour on a later day, held and signed on that day.
  func visit(_ clinic: Clinic, on day: String, _ more: String) throws -> Outcome {
    try clinic.set("\(day)T09:00")
    let intake = Clinic.intake(["trigger_point_after": "none"], return: true)
    let started = try clinic.script([
      "client ruiz", intake, "start trigger points 30 \(more)",
    ])
    #expect(started.ending == .code(0), "\(started.errors)")
    try clinic.set("\(day)T09:30")
    let signed = try clinic.script(["client ruiz", "end", "sign"])
    #expect(signed.ending == .code(0), "\(signed.errors)")
    return started
  }

  func used(_ clinic: Clinic) throws -> [String: Int] {
    let listed = try clinic.script(["client ruiz", "referral"], ["--json"]).output
    let last = listed.split(separator: "\n").last.map(String.init) ?? ""
    return Clinic.items(last).reduce(into: [:]) { found, item in
      if let code = item["referral"] as? String { found[code] = item["used"] as? Int }
    }
  }

  @Test(arguments: [
    // The part of the body that is treated, else the one the client comes for; else the newest.
    ("on=neck", "R1"), ("on=\"r shoulder\"", "R1"), ("on=\"l knee\"", "R2"), ("", "R1"),
    ("on=\"l foot\"", "R2"), ("on=\"l knee\" referral=R1", "R1"), ("referral=2", "R2"),
    ("on=neck referral=r2", "R2"),
  ])
  func `a visit is tied to the order that fits, or to the one that is named`(
    typed: String, order: String
  ) throws {
    let clinic = try Self.clinic()
    let outcome = try clinic.script(["client ruiz"] + Self.visit(typed), ["--json"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    let items = Clinic.items(outcome.output)
    #expect(items.last { $0["template"] != nil }?["referral"] as? String == order)
    #expect(items.last?["referral"] as? String == order)
    #expect(try used(clinic) == ["R1": order == "R1" ? 1 : 0, "R2": order == "R2" ? 1 : 0])
    let receipt = try clinic.script(["client ruiz", "receipt"]).output
    let letter = try clinic.script(["client ruiz", "letter consent=yes"]).output
    let (own, other) = order == "R1" ? ("Dr Okoye", "Dr Berg") : ("Dr Berg", "Dr Okoye")
    for paper in [receipt, letter] {
      let page = paper.components(separatedBy: "River Street Clinic").last ?? ""
      #expect(page.contains(own) && !page.contains(other), "\(page)")
    }
  }

  @Test func `it is said at start, changed until the signature, and may be none on purpose`() throws
  {
    let clinic = try Self.clinic()
    let started = try clinic.script(["client ruiz", "start trigger points 30 on=neck"]).output
    #expect(started.contains("       Referral R1 Dr Okoye: visit 1 of 8.\n"), "\(started)")
    for (typed, told) in [
      ("R2", "Referral R2 Dr Berg: visit 1 of 4."), ("none", "This visit uses up no referral."),
      ("1", "Referral R1 Dr Okoye: visit 1 of 8."), ("none", "This visit uses up no referral."),
    ] {
      let changed = try clinic.script(["client ruiz", "referral use \(typed)", "referral use"])
      #expect(changed.output.hasSuffix("       \(told)\n       \(told)\n"), "\(changed.output)")
    }
    let undone = try clinic.script(["client ruiz", "undo", "referral use"]).output
    #expect(undone.hasSuffix("Referral R1 Dr Okoye: visit 1 of 8.\n"), "\(undone)")
    _ = try clinic.script(["client ruiz", "redo", "end", "sign"])
    #expect(try used(clinic) == ["R1": 0, "R2": 0])
    let receipt = try clinic.script(["client ruiz", "receipt"]).output
    #expect(!receipt.contains("Referred by") && !receipt.contains("Conditions"), "\(receipt)")
    let late = try clinic.script(["client ruiz", "referral use R1"])
    #expect(late.ending == .code(4) && late.errors.contains("no visit is open."), "\(late.errors)")
  }

  @Test(arguments: [
    ("start trigger points 30 referral=R3", 1, "there is no referral \"R3\". On file: R1, R2."),
    ("start trigger points 30 referral=yes", 1, "there is no referral \"yes\"."),
    ("start trigger points 30 referral=", 2, "referral= has no value."),
    (
      "start trigger points 30 at=2026-11-02T09:00 referral=R2", 1,
      "referral R2 does not cover 2 Nov 2026."
    ),
    ("referral report", 4, "2 referrals are open: R1, R2. Say which one."),
    ("referral close reason=done", 4, "2 referrals are open: R1, R2. Say which one."),
    ("referral close R1", 4, "referral close needs reason="),
    ("referral close R9 reason=x", 1, "there is no referral \"R9\"."),
    ("referral report R2 on=2026-11-09", 1, "9 Nov 2026 is no day of the referral"),
    ("referral use R1", 4, "no visit is open."), ("referral use R1 R2", 4, "no visit is open."),
    ("letter consent=yes referral=R7", 1, "there is no referral \"R7\"."),
  ])
  func `an order that does not exist or does not run is refused`(
    line: String, code: Int32, message: String
  ) throws {
    let refused = try Self.clinic().script(["client ruiz", line])
    #expect(refused.ending == .code(code), "\(refused.errors)")
    #expect(refused.errors.contains(message), "\(refused.errors)")
  }

  @Test func `closing one leaves the other, and a used one gives way to one with visits left`()
    throws
  {
    let clinic = try Self.clinic(1)
    let first = try clinic.script(["client ruiz"] + Self.visit("on=neck"))
    #expect(first.output.contains("Referral R1 Dr Okoye: visit 1 of 1."), "\(first.output)")
    let second = try visit(clinic, on: "2026-12-01", "on=neck")
    #expect(second.output.contains("Referral R2 Dr Berg: visit 1 of 4."), "\(second.output)")
    #expect(!second.errors.contains("R1"), "\(second.errors)")
    let closed = try clinic.script([
      "client ruiz", "referral close R1 reason=\"used up\"", "referral",
    ])
    #expect(closed.output.contains("Referral R1 closed: 1 of 1 visit used"), "\(closed.output)")
    #expect(closed.output.contains("REFERRAL R2 Dr Berg\n"), "\(closed.output)")
    #expect(
      closed.output.contains(
        "CLOSED   R1 Dr Okoye: 1 of 1 visit used, until 31 Dec. Closed 1 Dec 2026: used up"),
      "\(closed.output)")
    let again = try clinic.script(["client ruiz", "referral close R1 reason=x"])
    #expect(again.errors.contains("referral R1 is closed already."), "\(again.errors)")
    let third = try visit(clinic, on: "2026-12-08", "on=neck")
    #expect(third.output.contains("Referral R2 Dr Berg: visit 2 of 4."), "\(third.output)")
    #expect(try used(clinic) == ["R1": 1, "R2": 2])
    // The receipt of the first visit still names the order that it used up.
    let receipt = try clinic.script(["client ruiz", "receipt 1"]).output
    #expect(receipt.contains("Referred by  Dr Okoye"), "\(receipt)")
  }

  @Test func `the countdown, what is due and the letter are of each order alone`() throws {
    let clinic = try Self.clinic()
    _ = try clinic.script(["client ruiz"] + Self.visit("on=neck"))
    _ = try visit(clinic, on: "2026-12-01", "on=\"l knee\"")
    _ = try visit(clinic, on: "2026-12-04", "on=neck")
    let screen = try clinic.script(["client ruiz"]).output
    #expect(
      screen.contains("REFERRAL R1 Dr Okoye: 2 of 8 visits used, until 31 Dec.\n"), "\(screen)")
    #expect(screen.contains("REFERRAL R2 Dr Berg: 1 of 4 visits used, until 20 Dec.\n"))
    for (typed, provider, visits) in [
      ("", "Dr Okoye", 2), ("referral=R1", "Dr Okoye", 2), ("referral=R2", "Dr Berg", 1),
      ("until=2026-12-01", "Dr Berg", 1),
    ] {
      let letter = try clinic.script(["client ruiz", "letter consent=yes \(typed)"]).output
      #expect(letter.contains("To            \(provider)\n"), "\(letter)")
      #expect(letter.contains("Visits        \(visits) attended"), "\(typed): \(letter)")
    }
    try clinic.set("2026-12-19T10:00")
    let due = try clinic.script(["client ruiz", "referral report R1", "referral"]).output
    #expect(due.contains("DUE      Referral R2 expires in 1 day, on 20 Dec 2026.\n"), "\(due)")
    #expect(due.contains("report to the provider of referral R2 is due"), "\(due)")
    let last = due.components(separatedBy: "noted.").last ?? ""
    #expect(!last.contains("report to the provider of referral R1"), "\(due)")
  }
}
