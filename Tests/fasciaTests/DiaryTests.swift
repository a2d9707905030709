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
      few.output.contains("No score yet: 21 of the last 28 days are on record; 23 are needed."))
    // Two of the days that were missing are brought later.
    let more = try clinic.script([
      "client ruiz", "diary headache from=29oct 0", "diary headache from=2nov 0",
    ])
    #expect(
      more.output.contains(
        "headache_days 25.57 days; headache_pain 3.33; headache_medicine 9 days saved."),
      "\(more.output) \(more.errors)")
    let progress = try clinic.script(["client ruiz", "progress headache_days"]).output
    #expect(progress.contains("23 Nov"), "\(progress)")
  }

  @Test func `the days stand a week to a row, in plain mode a sentence, and in JSON`() throws {
    let clinic = try ClinicalTests.client()
    _ = try clinic.script([
      "client ruiz", "diary headache from=14nov 0 3m - 10", "diary headache 1",
      "diary sleep from=22nov 7/8 6.5",
    ])
    let told = try clinic.script(["client ruiz", "diary"]).output
    #expect(told.contains("Headache diary, 22 Oct to 18 Nov: 4 of 28 days on record;"))
    #expect(told.contains("Mon  Tue  Wed  Thu  Fri  Sat  Sun"), "\(told)")
    #expect(told.contains("\n  9 Nov     -    -    -    -    -    0   3m\n"), "\(told)")
    #expect(told.contains("\n  16 Nov    -   10    1\n"), "\(told)")
    #expect(told.contains("Sleep diary, 10 Nov to 23 Nov: 2 of 14 days on record;"))
    let plain = try clinic.script(["client ruiz", "diary"], ["--plain"]).output
    #expect(plain.contains("From 16 Nov: Tue 10, Wed 1."), "\(plain)")
    #expect(plain.contains("Sun 7 of 8 hours in bed."), "\(plain)")
    #expect(plain.contains("From 23 Nov: Mon 6.5 hours."), "\(plain)")
    let items = Clinic.items(try clinic.script(["client ruiz", "diary"], ["--json"]).output)
    let days = try #require(items.last?["days"] as? [[String: Any]])
    #expect(days.count == 14 && items.last?["recorded"] as? Int == 2)
    #expect(days[12]["on"] as? String == "2026-11-22" && days[12]["in_bed"] as? Double == 8)
    #expect(try clinic.script(["client ruiz", "chart"]).output.contains("Sleep diary, 10 Nov"))
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
    #expect(again.contains("7 of 14 days on record"), "\(again)")
  }

  @Test(arguments: [
    ("diary headache from=20nov 0 0 0 0 0 0", 1, "would go on until 25 Nov, and today is 24 Nov"),
    ("diary headache 0 0", 1, "the headache diary is empty; name its first day with from="),
    ("diary headache from=tomorrow 0", 1, "\"tomorrow\" is not a day gone by"),
    ("diary headache from=1nov 0 12", 1, "\"12\" is no day of the headache diary: 0 none to 10"),
    ("diary sleep from=1nov 9/8", 1, "\"9/8\" has more hours asleep than in bed"),
    ("diary dreams", 2, "there is no diary \"dreams\"; there are: headache, sleep"),
    ("diary headache", 4, "diary headache needs its days: 0 none to 10 worst"),
    ("diary from=1nov", 2, "from= stands with a diary's days"),
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

  @Test func `it asks day by day from the day after the last, and keeps what was typed`() throws {
    let clinic = try ClinicalTests.client()
    let terminal = try clinic.atClient()
    terminal.type("diary sleep")
    try terminal.expect("First day of the diary, as 1nov: ")
    terminal.type("20 nov")
    try terminal.expect("Fri 20 Nov: ")
    terminal.type("7/8")
    try terminal.expect("Sat 21 Nov: ")
    terminal.type("9/8")
    try terminal.expect("more hours asleep than in bed")
    try terminal.expect("Sat 21 Nov: ")
    terminal.type("6")
    try terminal.expect("Sun 22 Nov: ")
    terminal.type("<")
    try terminal.expect("Sat 21 Nov: ")
    terminal.type("")
    try terminal.expect("Sun 22 Nov: ")
    terminal.type("8")
    try terminal.expect("Mon 23 Nov: ")
    terminal.type(".")
    try terminal.expect("Sleep diary, 20 Nov to 22 Nov: 2 of 3 days on record.")
    terminal.type("diary sleep")
    try terminal.expect("Mon 23 Nov: ")
    terminal.type("7")
    try terminal.expect("Tue 24 Nov: ")
    terminal.type("7")
    try terminal.expect("Sleep diary, 23 Nov to 24 Nov: 2 of 2 days on record.")
    terminal.type("diary sleep")
    try terminal.expect("The sleep diary is on record until today.")
    terminal.type("quit")
    _ = terminal.waitForEnd()
  }
}
