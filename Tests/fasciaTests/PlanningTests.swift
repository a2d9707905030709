import Foundation
import TerminalTesting
import Testing

/// Goals, the plan and the referral through the program; 24 November 2026 is a Tuesday.
@Suite struct PlanningTests {
  /// A client who did the intake, with pain 6 in the neck.
  func clinic() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    return clinic
  }

  static let referral =
    "referral new provider=\"Dr Okoye\" codes=\"M54.2 neck pain\" areas=\"neck, r shoulder\""

  /// What a script says, without the lines on the client who is opened.
  func told(_ clinic: Clinic, _ lines: [String], _ flags: [String] = []) throws -> String {
    let outcome = try clinic.script(["client ruiz"] + lines, flags)
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    return outcome.output
  }

  func items(_ clinic: Clinic, _ line: String) throws -> [[String: Any]] {
    let outcome = try clinic.script(["client ruiz", line], ["--json"])
    let last = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
    return Clinic.items(last)
  }

  @Test func `goals are set, listed with where they stand, reached and dropped`() throws {
    let clinic = try clinic()
    let set = try told(
      clinic,
      [
        "pain 6", "goal pain at most 3 by=31dec", "goal \"sleep on right side\" by=dec",
        "goal lift the shopping", "goal lefs at least 60",
      ])
    for line in [
      "       Goal 1 set: pain at most 3, by 31 Dec: 6 on 24 Nov, now 6, 3 to go.",
      "       Goal 2 set: sleep on right side, by Dec: open.",
      "       Goal 3 set: lift the shopping: open.",
      "       Goal 4 set: lefs at least 60: not measured yet.",
    ] { #expect(set.contains(line + "\n"), "\(set)") }
    #expect(try told(clinic, ["goal pain 3", "undo"]).contains("Goal 5 set: pain at most 3: 6 on"))
    #expect(
      try clinic.script(["client ruiz", "goal pain 11"]).errors.contains("pain goes from 0 to 10"))
    try clinic.set("2026-12-08T10:00")
    let ended = try told(
      clinic,
      [
        "pain 3", "score lefs 50", "goal done 2", "goal drop 3 reason=\"has a trolley now\"",
        "goal",
      ])
    #expect(
      ended.hasSuffix(
        """
          1  pain at most 3, by 31 Dec: 6 on 24 Nov, reached 8 Dec, 3.
          2  sleep on right side, by Dec: reached 8 Dec.
          3  lift the shopping: dropped 8 Dec, has a trolley now.
          4  lefs at least 60: now 50, 10 to go.

        """), "\(ended)")
    let goals = try items(clinic, "goal")
    #expect(
      goals.compactMap { $0["state"] as? String } == ["reached", "reached", "dropped", "open"])
    #expect((goals[0]["baseline"] as? [String: Any])?["value"] as? Int == 6)
    #expect(goals[3]["bound"] as? String == "at_least" && goals[3]["to_go"] as? Int == 10)
    let undone = try told(clinic, ["undo 2", "goal"])
    #expect(undone.contains("  2  sleep on right side, by Dec: open.\n"))
    #expect(
      try told(clinic, ["redo", "goal"]).contains("  2  sleep on right side, by Dec: reached"))
  }

  @Test(arguments: [
    ("goal pain at least 7", 1, "pain gets better the other way. A goal says pain at most."),
    ("goal lefs at most 7", 1, "lefs gets better the other way. A goal says lefs at least."),
    ("goal pain at most 11", 1, "pain goes from 0 to 10; you typed \"11\"."),
    ("goal pain at most 3.5", 1, "pain takes whole numbers; you typed \"3.5\"."),
    ("goal pian at most 3", 2, "there is no score \"pian\". Nothing was changed."),
    ("goal pain at most 3 or 4", 2, "a goal for pain is one number."),
    ("goal pain at most 3 by=someday", 1, "\"someday\" is not a date I can read. "),
    ("goal rest by=2026-10-01", 1, "1 Oct 2026 is over already. Name a day to come."),
    ("goal by=dec", 2, "goal needs words or a score."),
    ("goal done", 2, "goal done needs the number of a goal."),
    ("goal done 4", 1, "there are 2 goals, there is no 4. Type goal."),
    ("goal done 1", 1, "goal 1 is reached when a score says so. Type pain and the number."),
    ("goal drop 2", 4, "goal drop needs reason=\"...\". Nothing was changed."),
    ("plan weekly", 2, "\"weekly\" is not a plan I can read."),
    ("plan often x 4", 2, "\"often x 4\" is not a plan I can read."),
    ("plan weekly x 0", 1, "visits go from 1 to 100; you typed 0."),
    ("plan weekly x 101", 1, "visits go from 1 to 100; you typed 101."),
    ("plan weekly x 4 re_evaluate=5", 1, "the plan has 4 visits, so it cannot be looked at again "),
    ("plan weekly x 4 re_evaluate=today", 1, "24 Nov 2026 does not lie ahead. "),
    ("plan weekly x 4 re_evaluate=soon", 1, "\"soon\" is not a date I can read. "),
    ("plan weekly x 4 template=stones", 1, "there is no template \"stones\". "),
    ("plan weekly x 4 reason=because", 2, "there is no field \"reason\" here."),
    ("plan close", 1, "there is no plan. Type plan for a proposal."),
    ("referral close reason=over", 1, "there is no referral. To record one type: referral new"),
    ("referral report", 1, "there is no referral. To record one type: referral new"),
    (
      "referral new provider=\"Dr Okoye\" visits=8", 4,
      "a referral needs codes= areas= from= until= too. Nothing was saved."
    ),
    (
      "referral new", 4,
      "a referral needs provider= codes= areas= visits= from= until= too. Nothing was saved."
    ),
    ("referral new visits=many", 1, "visits is a whole number; you typed \"many\". Example: 8"),
    ("referral new visits=201", 1, "visits go from 1 to 200; you typed 201."),
    (
      "referral new codes=neck", 1, "\"neck\" has not the form of a code: letters, digits and dots."
    ),
    (
      "referral new areas=shoulers", 1, "\"shoulers\" is not an area I know. Did you mean shoulder?"
    ),
    (
      "referral new from=1dec until=\"30 nov\"", 1,
      "the referral ends on 30 Nov 2026, before it begins on 1 Dec 2026."
    ),
    ("referral new written=2026-12-24", 1, "24 Dec 2026 has not come yet."),
    ("referral new shoe=42", 2, "there is no field \"shoe\" here."),
    (
      "referral draw", 2,
      "use referral alone, or with new, use, report or close; you typed \"draw\"."
    ),
  ])
  func `what is wrong or missing is told, and nothing is changed`(
    line: String, code: Int32, message: String
  ) throws {
    let clinic = try clinic()
    _ = try clinic.script(["client ruiz", "goal pain at most 3", "goal walk"])
    let before = try items(clinic, "chart").count
    let refused = try clinic.script(["client ruiz", line])
    #expect(refused.ending == .code(code), "\(refused.errors)")
    #expect(refused.errors.hasPrefix("-c:2: Error: \(message)"), "\(refused.errors)")
    #expect(try items(clinic, "chart").count == before)
  }

  @Test func `a plan is proposed with its evidence, taken with the line it names, and counted`()
    throws
  {
    let clinic = try clinic()
    let proposed = try told(clinic, ["plan"])
    for line in [
      "No plan yet.",
      "PROPOSED Twice a week x 8, myofascial 60. Re-evaluation after 6 visits.",
      "For neck pain, as the intake says.",
      "low        in favour      Myofascial release: neck pain",
      "    Source: no review named (unconfirmed)",
      "low        mixed          Massage as such: neck pain",
      "low        course tried   8 visits", "    Source: Sherman 2014, Ann Fam Med 12:112",
      "Not proposed: Trigger point therapy: mixed, certainty low (Xu 2022,",
      "Not proposed: Neuromuscular therapy: nothing found.",
      "Certainty is low: what trials found on average may not hold for this",
      "To take it type: plan twice a week x 8 template=\"myofascial 60\" re_evaluate=6",
    ] { #expect(proposed.contains(line + "\n"), "\(line)\n\(proposed)") }
    #expect(proposed.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(proposed)")
    let typed = try #require(proposed.firstMatch(of: /To take it type: (.*)\n/)).output.1
    let taken = try told(clinic, [String(typed), "plan"])
    #expect(
      taken.contains(
        "Plan saved: Twice a week x 8, myofascial 60, visit 1 of 8. Re-evaluation after"))
    #expect(taken.contains("\nPLAN     Twice a week x 8, myofascial 60, visit 1 of 8."))
    #expect(!taken.contains("PROPOSED"), "a plan that runs is not proposed again")
    let closed = try told(clinic, ["plan close reason=\"other hours\"", "undo", "plan"])
    #expect(closed.contains("Plan closed: Twice a week x 8") && closed.contains("\nPLAN     Twice"))
  }

  @Test func `a condition with findings against it has no plan proposed, and says why`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["condition": "sciatica"]),
    ])
    let told = try told(clinic, ["plan"])
    #expect(told.contains("No plan is proposed for sciatica:\n"))
    #expect(told.contains("Not proposed: Deep tissue massage: against, certainty very low"))
    #expect(!told.contains("To take it type"))
    let item = try #require(try items(clinic, "plan").last)
    #expect(item["proposed"] is NSNull && (item["left_out"] as? [Any])?.count == 6)
  }

  @Test func `the countdown stands on the client's screen and is told again at the start`() throws {
    let clinic = try clinic()
    _ = try clinic.script([
      "client ruiz", "plan weekly x 4", "goal \"sleep on right side\" by=20dec",
      Self.referral + " visits=2 from=14nov until=20dec",
    ])
    func screen() throws -> String { try told(clinic, []) }
    let planned =
      "PLAN     Weekly x 4, visit 1 of 4. Goal: sleep on right side by 20 Dec.\n"
      + "REFERRAL 0 of 2 visits used, until 20 Dec.\n"
    let due = "DUE      Measure: psfs, crom, ppt, ndi (baseline).\n"
    #expect(try screen().hasSuffix(planned + due))
    let first = try clinic.script(
      ["client ruiz", "start trigger points 60", "s slept well", "end", "sign", "client ruiz"])
    #expect(first.ending == .code(0) && first.errors == "", "\(first.errors)")
    #expect(
      first.output.hasSuffix(
        planned.replacing("visit 1", with: "visit 2").replacing("0 of 2", with: "1 of 2")
          + "DUE      One visit of the referral is left, the last of 2.\n" + due), "\(first.output)"
    )
    try clinic.set("2026-12-18T10:00")
    let again = Clinic.intake(return: true)
    let second = try clinic.script(
      ["client ruiz", again, "start trigger points 60", "s slept badly", "end", "sign"])
    #expect(second.ending == .code(0))
    #expect(
      second.errors == "the referral expires in 2 days, on 20 Dec 2026.\n"
        + "one visit of the referral is left, the last of 2.\n"
        + "a report to the provider is due, after 1 visit and 34 days.\n")
    try clinic.set("2026-12-21T10:00")
    let third = try clinic.script(["client ruiz", again, "start trigger points 60"], ["--json"])
    let started = third.output.split(separator: "\n").last ?? ""
    let value = try JSONSerialization.jsonObject(with: Data(started.utf8)) as? [String: Any]
    #expect(value?["ok"] as? Bool == true, "a used referral does not stand in the way")
    #expect(
      value?["warnings"] as? [String] == [
        "the referral expired on 20 Dec 2026.", "all 2 visits of the referral are used.",
        "a report to the provider is due, after 2 visits and 37 days.",
      ])
    let opened = Clinic.items(third.output).first
    #expect(
      (opened?["notices"] as? [[String: Any]])?.compactMap { $0["notice"] as? String } == [
        "referral_expired", "referral_used_up", "report_due", "goal_overdue",
      ])
    #expect(((opened?["referral"] as? [String: Any])?["days_left"]) as? Int == -1)
    let reported = try items(clinic, "referral report").last
    #expect(reported?["to_report"] as? Int == 0)
    #expect(reported?["reported_on"] as? String == "2026-12-21")
  }

  @Test func `the configuration says when a report is due`() throws {
    let clinic = try clinic()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(sample.replacing("report_visits: 6 ", with: "report_visits: 1 "))
    let told = try told(
      clinic,
      [
        Self.referral + " visits=8 from=today until=31dec", "start trigger points 60", "end",
        "sign", "referral",
      ])
    #expect(
      told.hasSuffix(
        "DUE      A report to the provider is due, after 1 visit and 0 days.\n"), "\(told)")
  }

  @Test(arguments: TerminalKind.allCases)
  func `a referral is asked for field by field, and mended on the way`(kind: TerminalKind) throws {
    let clinic = try clinic()
    let terminal = try clinic.atClient(kind)
    terminal.type("referral new")
    for (prompt, answer, told) in [
      (" 1/13 Who refers: ", "", "A referral needs this."),
      (" 1/13 Who refers: ", "Dr Okoye", nil), (" 2/13 Credential: ", "MD", nil),
      (" 3/13 Number of the provider: ", "<", nil), (" 2/13 Credential: ", "DO", nil),
      (" 3/13 Number of the provider: ", "-", nil), (" 4/13 Telephone: ", "", nil),
      (" 5/13 Fax: ", "-", nil), (" 6/13 Written on: ", "yesterday", "23 Nov 2026"),
      (" 7/13 Codes: ", "neck", "has not the form of a code"),
      (" 7/13 Codes: ", "M54.2 neck pain", nil),
      (" 8/13 Areas: ", "nek, r shoulder", "is not an area I know"),
      (" 8/13 Areas: ", "neck, r shoulder", "neck, right shoulder"),
      (" 9/13 Visits authorised: ", "?", "How many the order allows"),
      (" 9/13 Visits authorised: ", "8", nil), ("10/13 Valid from: ", "today", "24 Nov 2026"),
      ("11/13 Valid until: ", "2026-11-01", "before it begins"),
      ("11/13 Valid until: ", "31 dec", "31 Dec 2026"),
      ("12/13 Goals or functional deficits: ", "turn the head", nil),
      ("13/13 Precautions: ", "-", "Referral saved."),
    ] {
      try terminal.expect(prompt)
      terminal.type(answer)
      if let told { try terminal.expect(told) }
    }
    try terminal.expect("fascia Ann R> ")
    terminal.type("referral new")
    try terminal.expect(" 1/13 Who refers: ")
    terminal.type("Dr Other")
    try terminal.expect(" 2/13 Credential: ")
    terminal.type(".")
    try terminal.expect("Nothing was saved.")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    let item = try #require(try items(clinic, "referral").first)
    #expect(item["provider"] as? String == "Dr Okoye" && item["credential"] as? String == "DO")
    #expect(item["id"] == nil && item["phone"] == nil && item["written"] as? String == "2026-11-23")
    #expect(item["areas"] as? [String] == ["neck", "right shoulder"])
    #expect(item["until"] as? String == "2026-12-31" && item["goals"] as? String == "turn the head")
  }

  @Test(arguments: TerminalKind.allCases)
  func `a proposed plan is taken only with a typed y`(kind: TerminalKind) throws {
    let clinic = try clinic()
    let terminal = try clinic.atClient(kind)
    for (answer, told) in [
      ("", "That needs y or n."), ("?", "y saves it as it stands"), ("n", "Nothing was saved."),
    ] {
      if answer == "" { terminal.type("plan") }
      try terminal.expect("Take this plan? y/n: ")
      terminal.type(answer)
      try terminal.expect(told)
    }
    try terminal.expect("fascia Ann R> ")
    terminal.type("plan")
    try terminal.expect("Take this plan? y/n: ")
    terminal.type("y")
    try terminal.expect("Plan saved: Twice a week x 8")
    try terminal.expect("fascia Ann R> ")
    terminal.type("plan")
    try terminal.expect("visit 1 of 8")
    try terminal.expect("fascia Ann R> ")
    terminal.type("undo")
    try terminal.expect("Took back plan of 10:16 (1 record) for Ann Ruiz.")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    #expect(try told(clinic, ["plan"]).contains("No plan yet."))
  }

  @Test func `an export takes goals, plan and referral along`() throws {
    let clinic = try clinic()
    _ = try clinic.script([
      "client ruiz", "goal pain at most 3", "goal walk", "goal drop 2 reason=moved",
      "plan weekly x 4 template=\"trigger points 60\" home=stretch",
      Self.referral + " visits=8 from=today until=31dec", "referral report",
    ])
    let out = clinic.folder + "/charts.json"
    #expect(try clinic.script(["export \(out)"]).ending == .code(0))
    let other = try Clinic()
    #expect(try other.script(["import \(out)"]).ending == .code(0))
    let lines = ["goal", "plan", "referral"]
    #expect(try told(other, lines) == told(clinic, lines))
    let again = other.folder + "/charts.json"
    _ = try other.script(["export \(again)"])
    #expect(
      try String(contentsOfFile: again, encoding: .utf8)
        == String(contentsOfFile: out, encoding: .utf8))
  }
}
