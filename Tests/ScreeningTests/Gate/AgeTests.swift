import ClinicCore
import TechniqueKit
import Testing

/// An age that is not known is not that of an adult.
@Suite("Age")
struct AgeTests {
  static let settings = ConsentSettings(isRequired: true, statements: [TreatmentRoom.general])

  /// Who is asked on 24 Nov 2026.
  @Test(arguments: [
    ("2008", true), ("2008-12", true), ("2008-11-25", true), ("2008-11", true),
    ("2008-11-24", false), ("2008-10", false), ("2007", false), ("2010-01-01", true),
  ])
  func `a date that is known in part counts as the younger`(born: String, isMinor: Bool) throws {
    let room = try TreatmentRoom(born: born, consent: Self.settings)
    #expect(room.practice.needsGuardian(try room.chart, on: room.practice.today) == isMinor)
    if isMinor {
      #expect(throws: ConsentError.guardianNotNamed(below: 18)) {
        try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
      }
    } else {
      _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
    }
  }

  @Test func `without a birth date nobody agrees before it is known`() throws {
    let room = try TreatmentRoom(born: nil, consent: Self.settings)
    #expect(throws: ConsentError.ageNotKnown) {
      try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
    }
    let verdict = try room.verdict
    #expect(verdict.missingDetails(among: verdict.concerns).contains(.birthDate))
    _ = try room.practice.record(
      .given, to: TreatmentRoom.general, guardian: "Rosa Ruiz", in: try room.chart)
  }

  @Test func `no verdict says both that somebody is a minor and that they are old`() throws {
    let room = try TreatmentRoom(born: nil)
    try room.answer("!guardian_consent")
    let certain = try room.verdict.concerns.filter { !$0.isUnknown }.map(\.rule.title)
    #expect(!certain.contains { $0.contains("Over 60") || $0.contains("Not of age") })
  }

  @Test(arguments: [
    (18, "2008-12-01", "2026-11-30", "2026-12-01"),
    (19, "2008-02-29", "2027-02-28", "2027-03-01"),
    (18, "2008-02-29", "2026-02-28", "2026-03-01"),
    (18, "2009", "2027-12-30", "2027-12-31"),
  ])
  func `the consent of a guardian ends the day before full age`(
    age: Int, born: String, last: String, first: String
  ) throws {
    var settings = Self.settings
    settings.ageOfMajority = age
    let room = try TreatmentRoom(born: born, consent: settings, at: "2026-02-01T10:00:00Z")
    _ = try room.practice.record(
      .given, to: TreatmentRoom.general, guardian: "Rosa Ruiz", in: try room.chart)
    func missing(_ day: String) throws -> [MissingConsent] {
      room.wait(until: day + "T12:00:00Z")
      return room.practice.missingConsent(of: try room.chart, treating: [])
    }
    let isWithinValidity = last < "2027-02-01"
    if isWithinValidity {
      #expect(try missing(last).isEmpty)
      guard case .outgrown? = try missing(first).first?.standing else {
        Issue.record("it is not outgrown on \(first)")
        return
      }
      #expect(throws: ConsentError.self) { try room.practice.requireConsent(try room.chart) }
    } else {
      #expect(try !missing(first).isEmpty)
    }
  }

  @Test func `the birthday in a running session is noticed`() throws {
    let room = try TreatmentRoom(
      born: "2008-11-25", consent: Self.settings, at: "2026-11-24T23:40:00Z")
    try room.answer()
    _ = try room.practice.record(
      .given, to: TreatmentRoom.general, guardian: "Rosa Ruiz", in: try room.chart)
    try room.start(on: "neck")
    try room.step(.nextPhase)
    room.wait(minutes: 30)
    #expect(throws: ConsentError.self) { try room.step(.nextPhase) }
    try room.step(.ended)
  }
}
