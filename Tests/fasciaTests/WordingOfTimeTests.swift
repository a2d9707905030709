import Foundation
import TerminalTesting
import Testing

/// Numbers, times and warnings on the screen, each said once and as people say it.
@Suite struct WordingOfTimeTests {
  @Test(arguments: [
    ("2026-11-24T10:30", "14 of 30 min done. Step 2 ends in "),
    ("2026-11-24T10:49", "33 min, 3 over the planned 30. Step 3 was over at 10:46."),
    ("2026-11-24T11:16", "60 min, 30 over the planned 30. Step 3 was over at 10:46."),
    ("2026-11-24T10:46", "30 of 30 min done. Step 3 was over at 10:46."),
  ])
  func `time says how far a session is, also when it is over`(now: String, told: String) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 30"])
    try clinic.set(now)
    let time = try clinic.script(["client ruiz", "time"]).output
    let line = time.split(separator: "\n").last.map(String.init) ?? ""
    // How many steps there are is the template's to say.
    func bare(_ text: String) -> String { text.replacing(/Step [0-9]/, with: "Step") }
    #expect(bare(line).hasPrefix(bare(told)), "\(line)")
    #expect(!line.contains("in 0 min"), "\(line)")
    let listed = try clinic.script(["today"]).output
    #expect(!listed.contains(/([0-9]+) of 30 min/) == (now > "2026-11-24T10:46"), "\(listed)")
    let ended = try clinic.script(["client ruiz", "end"]).output
    #expect(!ended.contains("33 of 30") && !ended.contains("60 of 30"), "\(ended)")
  }

  @Test func `on hold a step keeps what is left of it`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 30"])
    try clinic.set("2026-11-24T10:17")
    let held = try clinic.script(["client ruiz", "hold", "time"]).output
    try clinic.set("2026-11-24T11:17")
    let later = try clinic.script(["client ruiz", "time"]).output
    let line = later.split(separator: "\n").last.map(String.init) ?? ""
    #expect(held.hasSuffix(line + "\n") && line.contains(" left once it goes on."), "\(line)")
  }

  @Test func `each visit of a day has its own number`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "book 15:00", "book 17:00",
      "start trigger points 30 at=2026-11-24T08:00", "end at=2026-11-24T08:30", "sign",
      "start trigger points 30 at=2026-11-24T09:00", "end at=2026-11-24T09:20", "sign",
      "new Ben Okafor born=1970", "book 13:00", "book 14:00",
    ])
    let today = try clinic.script(["today"]).output
    let rows = today.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    for row in [
      "08:00 Ann Ruiz 30 min, visit 1", "09:00 Ann Ruiz 20 min, visit 2",
      "15:00 Ann Ruiz 60 min visit 3", "17:00 Ann Ruiz 60 min visit 4",
      "13:00 Ben Okafor 60 min first visit", "14:00 Ben Okafor 60 min visit 2",
    ] { #expect(rows.contains { $0.hasSuffix(row) }, "\(row)\n\(today)") }
    let items = Clinic.items(try clinic.script(["today"], ["--json"]).output)
    #expect(items.compactMap { $0["visit"] as? Int }.sorted() == [1, 1, 2, 2, 3, 4])
  }

  @Test(arguments: [
    ["medicines": "blood_thinner"], ["medicines": "steroids"], ["bones": "osteoporosis"],
    ["pregnant": "yes", "pregnancy_week": "30"],
  ])
  func `what a rule changes about a step is said once`(changes: [String: String]) throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(changes, return: false),
    ])
    let started = try clinic.script(
      ["client ruiz", "start myofascial 30", "next", "next"], ["--keep-going"]
    ).output
    for line in started.split(separator: "\n") where line.contains("Step ") {
      for word in ["pressure", "side-lying", "supine", "prone", "seated"] {
        let parts = line.components(separatedBy: ", ").filter { $0.hasPrefix(word) }
        #expect(parts.count < 2, "\(line)")
      }
      #expect(!line.contains(/pressure [0-9] instead/), "\(line)")
    }
  }

  @Test func `a warning stands once on the screen of a client`() throws {
    let clinic = try Clinic()
    // Two techniques state the rule of age in the same words.
    _ = try clinic.script([
      "new Ann Ruiz born=1950",
      Clinic.intake(["medicines": "blood_thinner", "arteritis_signs": "none"]),
    ])
    let opened = try clinic.script(["client ruiz"]).output.split(separator: "\n").map(String.init)
    let warnings = opened.filter { $0.hasPrefix("ADAPT") || $0.hasPrefix("AVOID") }
    let age = warnings.filter { $0.contains("Over 60: gently at the neck") }
    #expect(age.count == 1 && Set(warnings).count == warnings.count, "\(opened)")
    let words = opened.joined(separator: " ").replacing("rule B5", with: "")
      .split(separator: " ").joined(separator: " ")
    #expect(words.contains("for deep tissue massage and"), "\(opened)")
  }

  @Test func `one answer is one answer`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let one = try clinic.script(["client ruiz", "intake fever=no"]).output
    #expect(one.contains("1 answer saved.") || !one.contains("answers saved"), "\(one)")
    #expect(!one.contains("1 answers"), "\(one)")
    let referral = try clinic.script([
      "client ruiz", PlanningTests.referral + " visits=1 from=today until=31dec", "client ruiz",
    ]).output
    #expect(referral.contains("0 of 1 visit used, until 31 Dec."), "\(referral)")
    #expect(
      try clinic.script(["client ruiz", "start trigger points 1"]).errors
        .contains("does not come in 1 minute."))
  }
}
