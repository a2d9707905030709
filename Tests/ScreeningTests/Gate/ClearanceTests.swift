import ClinicCore
import TechniqueKit
import Testing

/// A clearance settles one fact: a rule, until its date, for what the rule read when it was given.
@Suite("What a clearance settles")
struct ClearanceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let before: [String]
    let after: [String]

    init(_ name: String, _ code: String, _ before: [String], then after: [String]) {
      testDescription = name
      self.code = code
      self.before = before
      self.after = after
    }
  }

  static let ended = [
    Case(
      "an operation elsewhere", "D3", ["surgery", "surgery_weeks=2", "surgery_areas@knee"],
      then: ["surgery", "surgery_weeks=1", "surgery_areas@abdomen"]),
    Case(
      "a second operation", "D3", ["surgery", "surgery_weeks=2", "surgery_areas@foot"],
      then: ["surgery", "surgery_weeks=2", "surgery_areas@hand"]),
    Case(
      "another sign of the same list", "H8", ["nerve_signs:severe_pain"],
      then: ["nerve_signs:severe_pain,night_pain"]),
  ]

  static let kept = [
    Case(
      "a week later", "D3", ["surgery", "surgery_weeks=2", "surgery_areas@knee"],
      then: ["surgery", "surgery_weeks=3", "surgery_areas@knee"]),
    Case("the same again", "F2", ["cancer:now"], then: ["cancer:now"]),
    Case(
      "what is asked at every visit, told again", "H8", ["nerve_signs:severe_pain"],
      then: ["nerve_signs:severe_pain"]),
    Case(
      "something the rule does not read", "F2", ["cancer:now"],
      then: ["cancer:now,past", "allergies:latex"]),
  ]

  private static func isBlocked(_ room: TreatmentRoom, _ code: String) throws -> Bool {
    try room.verdict.concerns.contains { $0.rule.code == code && $0.blocks }
  }

  @Test(arguments: ended)
  func `a new match ends it`(row: Case) throws {
    let room = try TreatmentRoom()
    try room.answer(row.before)
    #expect(try Self.isBlocked(room, row.code))
    try room.clear(row.code, until: "2027-12-31")
    #expect(try !Self.isBlocked(room, row.code))
    room.wait(until: "2026-12-08T10:00:00Z")
    try room.answer(["health_changed"] + row.after)
    #expect(try Self.isBlocked(room, row.code))
  }

  @Test(arguments: kept)
  func `the same again keeps it`(row: Case) throws {
    let room = try TreatmentRoom()
    try room.answer(row.before)
    try room.clear(row.code, until: "2027-12-31")
    room.wait(until: "2026-12-08T10:00:00Z")
    try room.answer(["health_changed"] + row.after)
    #expect(try !Self.isBlocked(room, row.code))
  }

  @Test func `it ends with its date`() throws {
    let room = try TreatmentRoom()
    try room.answer("cancer:now")
    try room.clear("F2", until: "2026-12-01")
    room.wait(until: "2026-12-01T23:00:00Z")
    #expect(try !Self.isBlocked(room, "F2"))
    room.wait(until: "2026-12-02T00:30:00Z")
    #expect(try Self.isBlocked(room, "F2"))
  }
}
