import ClinicCore
import Foundation
import TechniqueKit
import Testing

/// What stands in practice files must be readable for years, so its form is pinned.
@Suite struct StoredFormTests {
  static let at = Instant(milliseconds: 1_795_515_360_000)

  func check<Value: Codable & Equatable>(_ value: Value, _ form: String) throws {
    #expect(String(decoding: try Payload.encode(value), as: UTF8.self) == form)
    #expect(try Payload.decode(Data(form.utf8)) == value)
  }

  @Test func `an answer is a list of its time, the time it was carried from, and the answer`()
    throws
  {
    try check(
      RecordedAnswer(.yesNo(false), at: Self.at), "[1795515360000,null,{\"yes\":false}]")
    try check(
      RecordedAnswer(.absent(.skipped), at: Self.at, carriedFrom: Instant(milliseconds: 5)),
      "[1795515360000,5,{\"absent\":\"skipped\"}]")
  }

  @Test func `a line of the note and a segment are lists`() throws {
    try check(
      NoteLine(section: .plan, text: "stretch", at: Self.at),
      "[\"plan\",\"stretch\",1795515360000,null]")
    try check(
      VisitRecord.Segment(
        title: "Holds", startedAt: Self.at, endedAt: Self.at, technique: "craniosacral",
        sites: [Site("neck")], held: 60_000),
      "[\"Holds\",1795515360000,1795515360000,\"craniosacral\",[{\"region\":\"neck\"}],60000]")
    try check(
      ComposedLine(.assessment, "Pain 6 before, 3 after."),
      "[\"assessment\",\"Pain 6 before, 3 after.\"]")
  }

  @Test func `a day of a diary is a list of its date and its numbers`() throws {
    let day = try #require(CalendarDate("2026-11-01"))
    try check(
      DiaryPage(
        diary: .headache, days: [DiaryDay(day, [7, 1]), DiaryDay(day.adding(days: 1), [])]),
      "{\"days\":[[\"2026-11-01\",7,1],[\"2026-11-02\"]],\"diary\":\"headache\"}")
  }

  @Test func `whoever wrote, named or found something stands at the end of its form`() throws {
    let kim = Author(name: "Kim Doe", credential: "LMT")
    try check(
      NoteLine(section: .plan, text: "stretch", at: Self.at, by: kim),
      "[\"plan\",\"stretch\",1795515360000,null,\"Kim Doe\",\"LMT\"]")
    try check(
      VisitRecord.Segment(
        title: "Holds", startedAt: Self.at, endedAt: Self.at, technique: "craniosacral",
        sites: [Site("neck")], held: 0, by: kim),
      "[\"Holds\",1795515360000,1795515360000,\"craniosacral\",[{\"region\":\"neck\"}],0,"
        + "\"Kim Doe\",\"LMT\"]")
    try check(
      DraftEvent(at: Self.at, .held, by: kim),
      "{\"at\":1795515360000,\"by\":{\"credential\":\"LMT\",\"name\":\"Kim Doe\"},"
        + "\"step\":{\"held\":{}}}")
  }

  @Test(arguments: [
    "{\"at\":1795515360000,\"step\":{\"held\":{}}}",
    "{\"at\":1795515360000,\"step\":{\"nextPhase\":{}}}",
    "{\"at\":1795515360000,\"step\":{\"extended\":{\"minutes\":5}}}",
  ])
  func `a step of an older program names nobody and reads as it did`(form: String) throws {
    let step: DraftEvent = try Payload.decode(Data(form.utf8))
    #expect(step.by == nil)
    #expect(String(decoding: try Payload.encode(step), as: UTF8.self) == form)
  }

  @Test func `a list that lacks its end is refused`() {
    #expect(throws: DecodingError.self) {
      let _: NoteLine = try Payload.decode(Data("[\"plan\",\"stretch\"]".utf8))
    }
  }
}

@Suite struct KeepRuleTests {
  func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `the newest of each day, week and month stays`() throws {
    let newest = try day("2026-11-24")
    let all = (0..<400).map { newest.adding(days: -$0) }
    let rule = KeepRule(days: 3, weeks: 2, months: 3)
    let kept = Set(all).subtracting(rule.expired(all)).sorted { $0.dayNumber > $1.dayNumber }
    #expect(
      kept.map(\.description) == [
        "2026-11-24", "2026-11-23", "2026-11-22", "2026-10-31", "2026-09-30",
      ])
  }

  @Test func `days without a backup use nothing up, and one always stays`() throws {
    let sparse = [try day("2024-01-05"), try day("2025-06-01"), try day("2026-11-24")]
    #expect(KeepRule(days: 3, weeks: 0, months: 0).expired(sparse) == [])
    #expect(KeepRule(days: 0, weeks: 0, months: 0).expired(sparse) == Set(sparse.prefix(2)))
    #expect(KeepRule.standard.expired([]) == [])
  }
}

@Suite struct ClientNamesTests {
  func names(_ list: [String]) -> ClientNames {
    var names = ClientNames()
    for (place, name) in list.enumerated() { names.set(name, number: place + 1) }
    return names
  }

  @Test(arguments: [
    ("rui", [1]), ("RUIZ ann", [1]), ("ann", [1, 4]), ("an", [1, 3, 4]), ("uiz", []), ("", []),
    ("nunez", [4]), ("Núñez", [4]), ("o brien", [2]), ("o'br", [2]), ("ann rui z", []), ("zz", []),
    ("日本", [5]),
  ])
  func `a client is found by the beginnings of the words of the name`(
    typed: String, expected: [Int]
  ) {
    let names = names(["Ann Ruiz", "Sean O'Brien", "Andy Tan", "Ann Núñez", "日本 太郎"])
    #expect(names.matching(typed).sorted() == expected)
  }

  @Test func `a new name takes the place of the old one`() {
    var names = names(["Ann Ruiz", "Ben Okafor"])
    names.set("Ann Marsh", number: 1)
    #expect(names.matching("ruiz") == [] && names.matching("marsh") == [1])
    #expect(names.count == 2 && names.count(shortName: "Ann M") == 1)
  }
}
