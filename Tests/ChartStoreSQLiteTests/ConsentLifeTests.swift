import ClinicCore
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// A consent from the day it is given to the day it ends, with a clock that the test moves.
@Suite struct ConsentLifeTests {
  static let general = ConsentStatement(
    id: "general", version: "1", title: "Consent", lines: ["I agree."])
  static let breast = ConsentStatement(
    id: "breast", version: "1", title: "Breast", lines: ["Apart."],
    sensitiveAreas: [Site("breast")])
  static let day = 86_400_000 as Int64

  static let adult = Identity(name: "Synthetic Ann", born: CalendarDate(year: 1980))

  let files = TestPractice()

  func practice(
    _ statements: [ConsentStatement], required: Bool = true, validDays: Int = 365
  ) throws -> Practice {
    Practice(
      store: try files.store(), catalogue: try FoldTests.catalogue(), surroundings: files.clock,
      author: files.author,
      profile: ClinicProfile(
        consent: .init(isRequired: required, validDays: validDays, statements: statements)))
  }

  func standing(_ practice: Practice, _ chart: ID<Chart>) throws -> ConsentStanding? {
    practice.consentStandings(of: try practice.chart(chart)).first?.standing
  }

  func start(_ practice: Practice, _ chart: ID<Chart>) throws {
    let opened = try practice.chart(chart)
    let choice = try practice.template("stone", for: opened)
    let visit = try practice.start([choice], in: opened).visit
    _ = try practice.sign(try practice.step(.ended, in: visit).visit)
  }

  @Test func `a session starts only while the consent holds, and not a day longer`() throws {
    let practice = try practice([Self.general])
    let chart = try practice.register(Self.adult).chart
    #expect(try standing(practice, chart) == .missing)
    #expect(
      throws: ConsentError.missing([
        .init(statement: Self.general, standing: .missing, sites: [])
      ])
    ) { try start(practice, chart) }
    #expect(try practice.ownVisits(of: nil).isEmpty, "nothing was begun")
    let first = practice.today
    _ = try practice.record(.given, to: Self.general, in: try practice.chart(chart))
    try start(practice, chart)
    files.clock.time = files.clock.time.adding(milliseconds: 334 * Self.day)
    #expect(practice.consentDue(of: try practice.chart(chart)).isEmpty)
    files.clock.time = files.clock.time.adding(milliseconds: Self.day)
    #expect(practice.consentDue(of: try practice.chart(chart)).count == 1, "30 days are left")
    files.clock.time = files.clock.time.adding(milliseconds: 30 * Self.day)
    #expect(practice.today == first.adding(days: 365))
    try start(practice, chart)
    files.clock.time = files.clock.time.adding(milliseconds: Self.day)
    #expect(try standing(practice, chart) == .expired(first.adding(days: 365)))
    #expect(throws: ConsentError.self) { try start(practice, chart) }
    // A day that is shortened later shortens what was given, one that is lengthened does not.
    let shorter = try self.practice([Self.general], validDays: 10)
    #expect(try standing(shorter, chart) == .expired(first.adding(days: 10)))
    let longer = try self.practice([Self.general], validDays: 3650)
    #expect(try standing(longer, chart) == .expired(first.adding(days: 365)))
  }

  @Test func `declined, withdrawn and an earlier version do not hold, and undo brings back`() throws
  {
    let practice = try practice([Self.general])
    let chart = try practice.register(Self.adult).chart
    func opened() throws -> Chart { try practice.chart(chart) }
    #expect(throws: ConsentError.nothingToWithdraw(.missing)) {
      try practice.withdraw(Self.general, reason: nil, in: try opened())
    }
    _ = try practice.record(.declined, to: Self.general, in: try opened())
    #expect(try standing(practice, chart) == .declined(on: practice.today))
    #expect(throws: ConsentError.self) { try start(practice, chart) }
    practice.begin("consent")
    _ = try practice.record(.given, to: Self.general, in: try opened())
    try start(practice, chart)
    practice.begin("consent")
    let withdrawn = try practice.withdraw(Self.general, reason: "moving away", in: try opened())
    #expect(withdrawn.record.lines == ["I agree."] && withdrawn.record.reason == "moving away")
    #expect(try standing(practice, chart) == .withdrawn(on: practice.today))
    #expect(throws: ConsentError.self) { try start(practice, chart) }
    _ = try practice.undo(in: chart)
    #expect(try standing(practice, chart)?.holds == true)
    _ = try practice.redo(in: chart)
    #expect(try standing(practice, chart) == .withdrawn(on: practice.today))
    _ = try practice.record(.given, to: Self.general, in: try opened())
    let newer = ConsentStatement(id: "general", version: "2", title: "Consent", lines: ["I do."])
    let next = try self.practice([newer])
    #expect(try standing(next, chart) == .outdated(version: "1"))
    #expect(throws: ConsentError.self) { try start(next, chart) }
    #expect(try next.chart(chart).consent(to: "general")?.lines == ["I agree."])
    // Where it is not required nothing is asked for, whatever stands.
    let easy = try self.practice([newer], required: false)
    try start(easy, chart)
  }

  @Test func `a sensitive area is agreed to apart, and bears on sessions that treat it`() throws {
    let practice = try practice([Self.general, Self.breast])
    let chart = try practice.register(Self.adult).chart
    func missing(_ sites: Site...) throws -> [ID<ConsentStatement>] {
      practice.missingConsent(of: try practice.chart(chart), treating: sites).map(\.statement.id)
    }
    #expect(try missing() == ["general"])
    #expect(try missing(Site("breast", .left)) == ["general", "breast"])
    _ = try practice.record(.given, to: Self.general, in: try practice.chart(chart))
    #expect(try missing() == [] && missing(Site("neck")) == [])
    // What lies in it is meant too, and the chest, which is treated with it.
    #expect(try missing(Site("nipple", .left)) == ["breast"])
    #expect(try missing(Site("chest")) == ["breast"] && missing(Site("abdomen")) == [])
    let told = practice.missingConsent(
      of: try practice.chart(chart), treating: [Site("neck"), Site("breast", .left)])
    #expect(told.map(\.sites) == [[Site("breast", .left)]])
    try start(practice, chart)
    _ = try practice.record(.given, to: Self.breast, in: try practice.chart(chart))
    #expect(try missing(Site("breast", .left)) == [])
    // A statement that has come to be for more is another one.
    let wider = ConsentStatement(
      id: "breast", version: "1", title: "Breast", lines: ["Apart."],
      sensitiveAreas: [Site("breast"), Site("pubic_area")])
    let next = try self.practice([Self.general, wider])
    #expect(
      next.missingConsent(of: try next.chart(chart), treating: [Site("pubic_area")])
        .map(\.standing) == [.outdated(version: "1")])
  }

  @Test func `below eighteen a guardian agrees, and no day to come is taken`() throws {
    let practice = try practice([Self.general])
    let born = practice.today.adding(days: -17 * 365)
    let chart = try practice.register(Identity(name: "Synthetic Ann", born: born)).chart
    let opened = try practice.chart(chart)
    #expect(throws: ConsentError.guardianNotNamed(below: 18)) {
      try practice.record(.given, to: Self.general, in: opened)
    }
    #expect(throws: ConsentError.dayToCome) {
      try practice.record(
        .given, to: Self.general, guardian: "Rosa", on: practice.today.adding(days: 1), in: opened)
    }
    let given = try practice.record(
      .given, to: Self.general, guardian: "Rosa", on: practice.today.adding(days: -5), in: opened)
    #expect(given.record.by == .guardian(name: "Rosa"))
    #expect(given.record.until == practice.today.adding(days: 360))
    try start(practice, chart)
    // A child may say no alone.
    _ = try practice.record(.declined, to: Self.general, in: try practice.chart(chart))
    #expect(throws: ConsentError.self) { try start(practice, chart) }
  }
}
