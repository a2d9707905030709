import Foundation
import TerminalTesting
import Testing

/// What clients write down at home, entered for many days at once.
@Suite struct DiaryTests {
  /// Four weeks until yesterday: 21 days with headache, 7 not on record.
  private static let fourWeeks = "from=27oct " + String(repeating: "2 3m - 5 ", count: 7)

  @Test func `a line of days makes the scores once enough of them are on record`() throws {
    let clinic = try ClinicalTests.client()
    let few = try clinic.script(["client ruiz", "diary headache " + Self.fourWeeks])
    #expect(few.ending == .code(0), "\(few.errors)")
    #expect(few.output.contains("Headache diary, 27 Oct to 23 Nov: 21 of 28 days on record."))
    #expect(
      few.output.contains(
        "No score of 27 Oct to 23 Nov: 21 of 28 days are on record, 23 are needed."))
    // Two of the days that were missing are brought later, and one is corrected.
    let more = try clinic.script([
      "client ruiz", "diary headache from=29oct 0", "diary headache from=2nov 0",
      "diary headache from=2nov 4",
    ])
    #expect(
      more.output.contains(
        "headache_days 25.57 days; headache_pain 3.33; headache_medicine 9 days saved."),
      "\(more.output) \(more.errors)")
    #expect(more.output.contains("headache_days 26.78 days; headache_pain 3.36 saved."))
    let progress = try clinic.script(["client ruiz", "progress headache_days"]).output
    #expect(progress.contains("1 day, 23 Nov") && progress.contains("26.78"), "\(progress)")
  }

  @Test func `many weeks at once make a score for each period, and none of them overlap`() throws {
    let clinic = try ClinicalTests.client()
    let typed = String(repeating: "0 5 ", count: 14) + String(repeating: "0 0 0 5 ", count: 8)
    let told = try clinic.script(["client ruiz", "diary headache from=26sep \(typed)"]).output
    #expect(told.contains("26 Sep to 23 Oct: headache_days 14 days;"), "\(told)")
    #expect(told.contains("24 Oct to 20 Nov: headache_days 7 days;"))
    #expect(told.contains("The next score is of 21 Nov to 18 Dec, once its last day is typed"))
    let progress = try clinic.script(["client ruiz", "progress headache_days"]).output
    #expect(progress.contains("Better by 7 days (50 %) since 23 Oct 2026"), "\(progress)")
    let all = try clinic.script(["client ruiz", "diary from=1oct"]).output
    #expect(all.contains("Headache diary, 1 Oct to 24 Nov: 55 of 55 days on record"), "\(all)")
  }

  @Test func `a diary tells in letter and note how the client came and is`() throws {
    let clinic = try Clinic()
    let week = { (day: String, hours: Int) in
      "diary sleep from=\(day) " + String(repeating: "\(hours)/8 ", count: 7)
    }
    _ = try clinic.script(
      ["new Ann Ruiz born=1984", week("16nov", 4)] + [Clinic.intake()]
        + ["start trigger points 60", "end", "sign"])
    try clinic.set("2026-12-02T10:16")
    let visit = try clinic.script(
      ["client ruiz", week("25nov", 6), Clinic.intake(return: true), "start trigger points 60"]
        + ["note", "end", "sign", "report"])
    #expect(visit.ending == .code(0), "\(visit.errors)")
    let flat = visit.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("Sleep_hours until 1 Dec 2026: 6 (mean of the nights)."), "\(flat)")
    #expect(flat.contains("Sleep_hours, since 22 Nov 2026: 4 to 6. Better by 2 h (50 %)"))
    #expect(flat.contains("Your sleep hours score went from 4 to 6 since 22 Nov 2026"), "\(flat)")
  }

  @Test func `the days stand a week to a row, in plain mode a sentence, and in JSON`() throws {
    let clinic = try ClinicalTests.client()
    _ = try clinic.script([
      "client ruiz", "diary headache from=14nov 0 3m - 10", "diary headache 1",
      "diary sleep from=22nov 7/8 6.5",
    ])
    let told = try clinic.script(["client ruiz", "diary"]).output
    #expect(told.contains("Headache diary, 22 Oct to 18 Nov: 4 of 28 days on record;"))
    #expect(told.contains("            Mon  Tue  Wed  Thu  Fri  Sat  Sun\n"), "\(told)")
    #expect(told.contains("\n  9 Nov       -    -    -    -    -    0   3m\n"), "\(told)")
    #expect(told.contains("\n  16 Nov      -   10    1\n"), "\(told)")
    #expect(told.contains("Sleep diary, 27 Oct to 23 Nov: 2 of 28 days on record;"))
    let plain = try clinic.script(["client ruiz", "diary"], ["--plain"]).output
    #expect(plain.contains("From 16 Nov: Tue 10, Wed 1."), "\(plain)")
    #expect(plain.contains("Sun 7 of 8 hours in bed."), "\(plain)")
    #expect(plain.contains("From 23 Nov: Mon 6.5 hours."), "\(plain)")
    let items = Clinic.items(try clinic.script(["client ruiz", "diary"], ["--json"]).output)
    let days = try #require(items.last?["days"] as? [[String: Any]])
    #expect(days.count == 28 && items.last?["recorded"] as? Int == 2)
    #expect(days[26]["on"] as? String == "2026-11-22" && days[26]["in_bed"] as? Double == 8)
    #expect(try clinic.script(["client ruiz", "chart"]).output.contains("Sleep diary, 27 Oct"))
    // The columns stand under their days also where a date needs its year.
    try clinic.set("2027-01-05T10:00")
    let later = try clinic.script(["client ruiz", "diary"]).output
    #expect(later.contains("\n                 Mon  Tue"), "\(later)")
    #expect(later.contains("\n  16 Nov 2026      -   10    1\n"), "\(later)")
  }

  @Test func `a period stays where it is in any time zone, and is corrected there`() throws {
    let clinic = try ClinicalTests.client()
    clinic.zone = "America/Los_Angeles"
    let weeks = "diary headache from=1oct " + String(repeating: "5 ", count: 28)
    #expect(try clinic.script(["client ruiz", weeks]).output.contains("headache_days 28 days"))
    clinic.zone = "Pacific/Auckland"
    let told = try clinic.script(["client ruiz", "diary headache from=5oct 0 0 0", "progress"])
    #expect(told.output.contains("1 Oct to 28 Oct: headache_days 25 days"), "\(told.output)")
    let days = try clinic.script(["client ruiz", "progress headache_days"], ["--json"])
    #expect(Clinic.items(days.output).last?["value"] as? Double == 25)
    #expect(try clinic.script(["client ruiz", "progress"]).output.contains(" 25 "))
  }

  @Test func `a score that its days carry no longer is gone`() throws {
    let clinic = try ClinicalTests.client()
    let weeks = { (day: String) in
      "diary headache from=1oct " + String(repeating: day, count: 28)
    }
    _ = try clinic.script(["client ruiz", weeks("5 ")])
    let gone = try clinic.script([
      "client ruiz", "diary headache from=1oct - - - - - -", "progress",
    ])
    #expect(gone.output.contains("22 of 28 days are on record, 23 are needed"), "\(gone.output)")
    #expect(gone.output.contains("Nothing was scored yet."))
    let back = try clinic.script(["client ruiz", "undo", "progress headache_days"]).output
    #expect(back.contains("1 day, 28 Oct"), "\(back)")
    let items = Clinic.items(
      try clinic.script(["client ruiz", "diary headache from=1oct -"], ["--json"]).output)
    let period = try #require(items.first { $0["needed"] != nil })
    #expect(period["until"] as? String == "2026-10-28" && period["recorded"] as? Int == 27)
  }

  @Test func `days between two periods are told to count in no score`() throws {
    let clinic = try ClinicalTests.client()
    let told = try clinic.script([
      "client ruiz", "diary headache from=10sep " + String(repeating: "5 ", count: 28),
      "diary headache from=1sep 5 5 5",
    ]).output
    #expect(told.contains("3 days lie in no period of 28 days, and count in no score."), "\(told)")
  }

  @Test func `a page is taken back with its scores`() throws {
    let clinic = try ClinicalTests.client()
    let week = "diary sleep from=17nov 7/8 7/8 7/8 7/8 7/8 7/8 7/8"
    let told = try clinic.script(["client ruiz", week, "progress"]).output
    #expect(told.contains("sleep_hours 7 h; sleep_efficiency 87.5 % saved."), "\(told)")
    let undone = try clinic.script(["client ruiz", "undo", "diary", "progress"]).output
    #expect(undone.contains("No diary is on record."))
    #expect(undone.contains("Nothing was scored yet."), "\(undone)")
    let again = try clinic.script(["client ruiz", "redo", "diary"]).output
    #expect(again.contains("7 of 28 days on record"), "\(again)")
  }

  @Test(arguments: [
    ("diary headache from=20nov 0 0 0 0 0 0", 1, "would go on until 25 Nov, and today is 24 Nov"),
    ("diary headache 0 0", 1, "the headache diary is empty; name its first day with from="),
    ("diary headache from=tomorrow 0", 1, "\"tomorrow\" is not a day gone by"),
    ("diary headache from=1nov2030 0", 1, "these days would go on until 1 Nov 2030"),
    ("diary headache from=1nov 0 12", 1, "\"12\" is no day of the headache diary: 0 none to 10"),
    ("diary sleep from=1nov 9/8", 1, "\"9/8\" has more hours asleep than in bed"),
    ("diary dreams", 2, "there is no diary \"dreams\"; there are: headache, sleep"),
    ("diary headache", 4, "diary headache needs its days: 0 none to 10 worst"),
  ])
  func `what cannot be meant is refused, and nothing is kept`(
    typed: String, code: Int32, told: String
  ) throws {
    let clinic = try ClinicalTests.client()
    let refused = try clinic.script(["client ruiz", typed])
    #expect(refused.ending == .code(code), "\(refused.output) \(refused.errors)")
    #expect(refused.errors.contains(told), "\(refused.errors)")
    #expect(try clinic.script(["client ruiz", "diary"]).output.contains("No diary is on record."))
  }

  @Test func `it asks day by day from the day after the last, and each day is on disk`() throws {
    let clinic = try ClinicalTests.client()
    let terminal = try clinic.atClient()
    terminal.type("diary sleep")
    try terminal.expect("First day of the diary, as 1nov: ")
    terminal.type("20 nov")
    for (prompt, typed) in [
      ("Fri 20 Nov: ", "7/8"), ("Sat 21 Nov: ", "9/8"), ("Sat 21 Nov: ", "6"),
      ("Sun 22 Nov: ", "<"), ("Sat 21 Nov [6]: ", ""), ("Sun 22 Nov: ", "-"),
      ("Mon 23 Nov: ", "8"), ("Tue 24 Nov: ", "."),
    ] {
      try terminal.expect(prompt)
      terminal.type(typed)
    }
    try terminal.expect("Sleep diary, 20 Nov to 23 Nov: 3 of 4 days on record.")
    try terminal.expect("The next score is of 20 Nov to 26 Nov")
    terminal.type("diary sleep from=19nov")
    for (prompt, typed) in [("Thu 19 Nov: ", ""), ("Fri 20 Nov [7/8]: ", "5/8")] {
      try terminal.expect(prompt)
      terminal.type(typed)
    }
    try terminal.expect("Sat 21 Nov [6]: ")
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
    let kept = try clinic.script(["client ruiz", "diary", "undo", "diary"]).output
    #expect(kept.contains("  16 Nov      -    -    -    -  5/8    6    -\n"), "\(kept)")
    #expect(kept.contains("  16 Nov      -    -    -    -  7/8    6    -\n"), "\(kept)")
  }

  @Test func `a diary is on record until today`() throws {
    let clinic = try ClinicalTests.client()
    _ = try clinic.script(["client ruiz", "diary sleep from=today 7"])
    let terminal = try clinic.atClient()
    terminal.type("diary sleep")
    try terminal.expect("The sleep diary is on record until today.")
  }
}
