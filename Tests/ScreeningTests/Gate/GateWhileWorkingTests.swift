import ClinicCore
import TechniqueKit
import Testing

/// Every fact is judged when it is told, also while a session runs.
@Suite("The gate while a session runs")
struct GateWhileWorkingTests {
  /// What tells of danger: answers, findings, and the rule that they raise.
  struct Danger: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let tell: @Sendable (TreatmentRoom) throws -> Void

    init(_ name: String, _ code: String, _ tell: @escaping @Sendable (TreatmentRoom) throws -> Void)
    {
      testDescription = name
      self.code = code
      self.tell = tell
    }

    static let all = [
      Danger("fever", "C1") { try $0.tell("fever") },
      Danger("a clot", "A1") { try $0.tell("limb_swelling", "clot_risk:travel") },
      Danger("signs of a stroke", "A3") { try $0.tell("emergency_signs:stroke") },
      Danger("a high blood pressure", "A10") { try $0.find("ncheck 186/90") },
      Danger("a high lower pressure", "A10") { try $0.find("ncheck 150/112 absent") },
      Danger("warning signs", "E3") { try $0.find("ncheck 120/80 present") },
    ]
  }

  static let treating: [(String, @Sendable (TreatmentRoom) throws -> Void)] = [
    ("next", { try $0.step(.nextPhase) }),
    ("go", { try $0.step(.resumed) }),
    ("extend", { try $0.step(.extended(minutes: 5)) }),
    ("area", { try $0.area("neck") }),
    ("trp", { try $0.find("trp r upper trapezius 7>3") }),
  ]

  @Test(arguments: Danger.all)
  func `whatever goes on with treatment is refused once a fact blocks it`(danger: Danger) throws {
    for (name, step) in Self.treating {
      let room = try TreatmentRoom()
      try room.answer()
      try room.start(on: "r shoulder")
      room.wait(minutes: 2)
      try danger.tell(room)
      if name == "go" { try room.step(.held) }
      #expect(throws: ClinicError.self, "\(name) after \(danger)") { try step(room) }
      // What documents the danger is kept, and the session can be held and ended.
      try room.find("ncheck 140/90 absent")
      if name != "go" { try room.step(.held) }
      try room.step(.ended)
    }
  }

  @Test func `a session that is over, or signed, makes the day's findings no milder`() throws {
    let room = try TreatmentRoom()
    try room.answer()
    try room.start()
    room.wait(minutes: 2)
    try room.find("ncheck 215/125")
    room.wait(minutes: 2)
    try room.step(.ended)
    room.wait(minutes: 10)
    try room.answer()
    #expect(throws: ClinicError.self) { try room.start("lymphatic drainage 30") }
    if let visit = try room.visit { _ = try room.practice.sign(visit) }
    #expect(throws: ClinicError.self) { try room.start("lymphatic drainage 30") }
    // The next day it is another finding's turn.
    room.wait(until: "2026-11-25T10:00:00Z")
    try room.answer()
    try room.start("lymphatic drainage 30")
  }

  @Test func `the worse of two measurements counts until it is taken back`() throws {
    let room = try TreatmentRoom()
    try room.answer()
    try room.start()
    try room.find("ncheck 190/100")
    try room.find("ncheck 138/84")
    #expect(throws: ClinicError.self) { try room.step(.nextPhase) }
    let visit = try #require(try room.visit)
    #expect(visit.findings.count == 2)
    _ = try room.practice.dropFinding(1, in: visit)
    try room.step(.nextPhase)
  }

  @Test func `a rule that leaves a part out closes only what touches it`() throws {
    let room = try TreatmentRoom()
    try room.answer()
    try room.start(on: "neck")
    try room.tell("skin:open", "skin_areas@calf")
    try room.step(.nextPhase)
    try room.find("trp r upper trapezius 7>3")
    #expect(throws: ClinicError.self) { try room.area("l calf") }
    #expect(throws: ClinicError.self) { try room.find("trp l gastrocnemius 5>3") }
    try room.area("l forearm")
    try room.area("r calf", reason: "asked for, next to it")
    try room.find("trp r gastrocnemius 5>3")
  }

  @Test func `what came to hold is in the note, with fact, time, rule and what was done`() throws {
    let room = try TreatmentRoom()
    try room.answer()
    try room.start()
    room.wait(minutes: 5)
    try room.find("ncheck 215/125 present asymmetric")
    try room.judge()
    room.wait()
    try room.step(.held)
    room.wait(minutes: 3)
    try room.step(.ended)
    let visit = try #require(try room.visit)
    let lines = try room.practice.composed(visit, in: try room.chart).map(\.text)
    let told = lines.filter { $0.hasPrefix("10:05 STOP") || $0.hasPrefix("10:05 EMERGENCY") }
    #expect(!told.isEmpty, "\(lines)")
    #expect(told.allSatisfy { $0.contains("215/125") && $0.contains("On hold 10:06.") })
    #expect(told.allSatisfy { $0.contains("Session ended 10:09.") })
  }

  @Test func `a consent that is withdrawn or has run out stops treatment`() throws {
    let settings = ConsentSettings(
      isRequired: true, validDays: 1, statements: [TreatmentRoom.general])
    let room = try TreatmentRoom(consent: settings, at: "2026-11-24T22:50:00Z")
    try room.answer()
    _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
    try room.start(on: "neck")
    try room.step(.nextPhase)
    _ = try room.practice.withdraw(TreatmentRoom.general, reason: nil, in: try room.chart)
    #expect(throws: ConsentError.self) { try room.step(.nextPhase) }
    #expect(throws: ConsentError.self) { try room.find("trp r upper trapezius 7>3") }
    #expect(throws: ConsentError.self) { try room.step(.extended(minutes: 5)) }
    _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
    try room.step(.nextPhase)
  }

  @Test func `where consent is not required a client who says no is heard`() throws {
    let room = try TreatmentRoom(consent: ConsentSettings(statements: [TreatmentRoom.general]))
    try room.answer()
    try room.start(on: "neck")
    _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
    _ = try room.practice.withdraw(TreatmentRoom.general, reason: nil, in: try room.chart)
    #expect(throws: ConsentError.self) { try room.step(.nextPhase) }
    try room.step(.ended)
  }

  @Test func `a score of pain is a fact like the answer about pain`() throws {
    let room = try TreatmentRoom()
    try room.answer("pain_now=3")
    let metric = try #require(room.practice.catalogue.metric(named: "pain"))
    room.wait(minutes: 1)
    _ = try room.practice.measure(
      metric, [Measurement.Item(name: "pain", value: 9)], .before, in: try room.chart)
    let known = try room.practice.intake(try room.chart).flow.known["pain_now"]?.answer
    #expect(known == .number(9))
  }
}
