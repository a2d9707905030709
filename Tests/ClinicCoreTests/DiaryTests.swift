import ClinicalContent
import TechniqueKit
import Testing

@testable import ClinicCore

@Suite struct DiaryTests {
  static func days(_ diary: Diary, _ typed: String) throws -> [DiaryDay] {
    try typed.split(separator: " ").enumerated().map { place, word in
      DiaryDay(CalendarDate.epoch.adding(days: place), try diary.numbers(typed: String(word)))
    }
  }

  static func values(_ diary: Diary, _ days: [DiaryDay]) -> [String: [String: Double]] {
    Dictionary(
      uniqueKeysWithValues: diary.scores(of: days).map { score in
        (
          score.metric.name,
          Dictionary(uniqueKeysWithValues: score.items.map { ($0.name, $0.value) })
        )
      })
  }

  @Test(arguments: [
    (Diary.headache, "0", [0.0, 0.0]), (.headache, "7m", [7, 1]), (.headache, "10M", [10, 1]),
    (.headache, "0m", [0, 1]), (.headache, "3 m", [3, 1]), (.headache, "-", []), (.sleep, "7", [7]),
    (.sleep, "-", []),
    (.sleep, "6.5/8", [6.5, 8]), (.sleep, "6,5/8", [6.5, 8]), (.sleep, "6:30/7:45", [6.5, 7.75]),
    (.sleep, "6h30/8h", [6.5, 8]),
    (.sleep, "0/0", [0, 0]), (.sleep, "24/24", [24, 24]),
  ])
  func `a day is read as it is typed, and told so again`(
    diary: Diary, typed: String, numbers: [Double]
  ) throws {
    #expect(try diary.numbers(typed: typed) == numbers)
    let told = diary.words(for: DiaryDay(.epoch, numbers))
    #expect(try diary.numbers(typed: told) == numbers)
  }

  @Test(arguments: [
    (Diary.headache, "11"), (.headache, "-1"), (.headache, "4.5"), (.headache, "m"),
    (.headache, "mm"), (.headache, "0x4"), (.headache, "n"), (.headache, ""), (.sleep, "25"),
    (.sleep, "7/"), (.sleep, "/8"), (.sleep, "7/8/9"), (.sleep, "nan"), (.sleep, "-3"),
    (.sleep, "6:75"), (.sleep, "6:5"), (.sleep, "6.5:30"), (.sleep, "24:30"), (.sleep, ""),
    (.sleep, "7m"), (.sleep, "1e1"), (.sleep, "0x7"),
  ])
  func `what is no day is refused with the words that were typed`(
    diary: Diary, typed: String
  ) throws {
    #expect(throws: DiaryRefusal.unreadable(typed, diary)) { try diary.numbers(typed: typed) }
  }

  @Test func `nobody sleeps longer than in bed`() {
    #expect(throws: DiaryRefusal.asleepAboveInBed("8/7")) {
      try Diary.sleep.numbers(typed: "8/7")
    }
  }

  @Test func `four weeks of headache make three scores`() throws {
    // 27 of 28 days on record, 10 of them with headache, 6 with medicine.
    let typed = Array(repeating: "0 4m 0", count: 6) + ["0 8 0", "0 6 2", "0 4 - 0"]
    let made = Self.values(.headache, try Self.days(.headache, typed.joined(separator: " ")))
    #expect(made["headache_days"] == ["days": 10, "recorded": 27])
    #expect(made["headache_pain"] == ["headache_pain": 4.4])
    #expect(made["headache_medicine"] == ["headache_medicine": 6])
  }

  @Test func `too few days make none, and days of no headache have no strength`() throws {
    func scores(_ days: Int) throws -> [String: [String: Double]] {
      let typed = String(repeating: "0 ", count: days) + String(repeating: "- ", count: 28 - days)
      return Self.values(.headache, try Self.days(.headache, typed))
    }
    #expect(try scores(22).isEmpty)
    let least = try scores(23)
    #expect(least["headache_days"] == ["days": 0, "recorded": 23])
    #expect(least["headache_pain"] == nil)
    #expect(least["headache_medicine"] == ["headache_medicine": 0])
    #expect(Instruments.headacheDays.scored(["days": 0, "recorded": 23]) == 0)
    #expect(Instruments.headacheDays.scored(["days": 0, "recorded": 22]) == nil)
  }

  @Test func `a week of nights makes hours, and efficiency where the time in bed is known`() throws
  {
    let made = Self.values(.sleep, try Self.days(.sleep, "7/8 6/8 8/10 - 7/8 6/8 8/9"))
    #expect(made["sleep_hours"] == ["sleep_hours": 7])
    #expect(made["sleep_efficiency"] == ["asleep": 7, "in_bed": 51.0 / 6])
    let few = Self.values(.sleep, try Self.days(.sleep, "7/8 6/8 8/10 - 7 6 8"))
    #expect(few.keys.sorted() == ["sleep_hours"])
    #expect(Self.values(.sleep, try Self.days(.sleep, "7/8 6/8 - - 7/8 6/8 8/9")).isEmpty)
  }

  static func spans(
    _ diary: Diary, _ places: [Int], typedTo last: Int, scored ends: [Int] = []
  ) -> [String] {
    let days =
      places.map { DiaryDay(CalendarDate.epoch.adding(days: $0), [7]) }
      + (places.contains(last) ? [] : [DiaryDay(CalendarDate.epoch.adding(days: last), [])])
    let scored = Set(ends.map { CalendarDate.epoch.adding(days: $0) })
    return diary.periods(of: days, scored: scored).map { period in
      let numbers = period.days.map(\.date.dayNumber)
      return "\(numbers[0])-\(numbers[numbers.count - 1])\(period.isOver ? "" : "...")"
    }
  }

  @Test func `periods share no day, begin on a day on record, and pass gaps over`() {
    #expect(Self.spans(.sleep, Array(0...15), typedTo: 15) == ["0-6", "7-13", "14-20..."])
    #expect(Self.spans(.sleep, [0, 3, 30], typedTo: 36) == ["0-6", "30-36"])
    #expect(Self.spans(.sleep, [5], typedTo: 5) == ["5-11..."])
    #expect(Self.spans(.sleep, [], typedTo: 9) == [])
    #expect(Self.spans(.headache, Array(0..<57), typedTo: 56) == ["0-27", "28-55", "56-83..."])
  }

  @Test func `a period that was scored stays, also when earlier days are brought`() {
    #expect(
      Self.spans(.sleep, Array(3...20), typedTo: 20, scored: [16]) == [
        "3-9", "10-16", "17-23...",
      ])
    #expect(Self.spans(.sleep, Array(5...16), typedTo: 16, scored: [16]) == ["10-16"])
  }

  @Test func `no two periods of any diary overlap, and each holds a day on record`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let places = Set((0..<40).map { _ in Int.random(in: 0..<150, using: &generator) }).sorted()
      let days = places.map { DiaryDay(CalendarDate.epoch.adding(days: $0), [1, 0]) }
      let ends = Set(
        Diary.headache.periods(of: Array(days.prefix(20)), scored: []).compactMap { period in
          period.isOver ? period.days.last?.date : nil
        })
      let periods = Diary.headache.periods(of: days, scored: ends)
      let all = periods.flatMap(\.days).map(\.date)
      #expect(Set(all).count == all.count, "\(places)")
      #expect(periods.allSatisfy { $0.days.contains(where: \.isOnRecord) }, "\(places)")
      #expect(ends.isSubset(of: Set(periods.compactMap { $0.days.last?.date })), "\(places)")
    }
  }

  @Test func `every score of a diary is one of the program, and leads back to it`() {
    for diary in Diary.allCases {
      for metric in diary.metrics {
        #expect(Instruments.general.contains(metric))
        #expect(Diary(making: metric) == diary)
      }
    }
    #expect(Diary(making: Instruments.ownActivities) == nil)
  }
}

extension OutcomeMetric {
  fileprivate func scored(_ values: [String: Double]) -> Double? {
    guard case .items(let items, let scoring) = entry else { return nil }
    return scoring.score(items, values)
  }
}
