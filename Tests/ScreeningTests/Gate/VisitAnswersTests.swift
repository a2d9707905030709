import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

/// What is asked at every visit belongs to one session; what is not known is never "no".
@Suite("The answers of one visit")
struct VisitAnswersTests {
  private static func session(_ room: TreatmentRoom, signed: Bool) throws {
    try room.start(on: "neck")
    room.wait(minutes: 30)
    try room.step(.ended)
    if signed, let visit = try room.visit { _ = try room.practice.sign(visit) }
    room.wait(minutes: 60)
  }

  @Test(arguments: [true, false])
  func `a second session of the day asks again what is good for one visit`(signed: Bool) throws {
    let room = try TreatmentRoom()
    try room.answer("pain_now=6")
    try Self.session(room, signed: signed)
    let asked = try room.practice.intake(try room.chart).flow.toAsk.map(\.id.rawValue)
    #expect(asked.contains("health_changed") && asked.contains("pain_now"))
    #expect(throws: ClinicError.self) { try room.start() }
    try room.tell("!health_changed", "pain_now=2")
    let own = try room.practice.intake(try room.chart).flow.toAsk.filter { $0.isSafety }
    #expect(own.allSatisfy { $0.id != "fever" })
  }

  @Test func `pain before is that of its own session, or missing`() throws {
    let room = try TreatmentRoom()
    try room.answer("pain_now=6")
    try Self.session(room, signed: true)
    try room.answer("!health_changed", "pain_now=2")
    let second = try room.start()
    #expect(second.value(of: Instruments.painNow.id, .before) == 2)
    let other = try TreatmentRoom()
    try other.answer("pain_now=6")
    try Self.session(other, signed: false)
    let known = try other.practice.intake(try other.chart).flow.known
    #expect(known["pain_now"] == nil && known["fever"] == nil)
  }

  @Test func `the note of a session says what was answered for it`() throws {
    let room = try TreatmentRoom()
    try room.answer("pain_now=6")
    try Self.session(room, signed: false)
    let first = try #require(try room.visit)
    try room.answer("health_changed", "pain_now=2")
    try room.start()
    let lines = try room.practice.composed(first, in: try room.chart).map(\.text)
    #expect(!lines.contains { $0.hasPrefix("Health has changed") }, "\(lines)")
  }

  @Test(arguments: [
    "neuromuscular_numb_path", "lymphatic_drainage_abdomen", "craniosacral_head_today",
  ])
  func `no change in health lets no question of a technique's own stand`(question: String) throws {
    let id = ID<Question>(question)
    let room = try TreatmentRoom()
    let asked = try #require(room.practice.catalogue.question(id))
    #expect(asked.validity == .thisVisit && asked.isSafety)
    try room.answer()
    room.wait(until: "2026-12-01T10:00:00Z")
    try room.tell("!health_changed")
    let flow = try room.practice.intake(try room.chart).flow
    #expect(flow.toAsk.contains { $0.id == id } && flow.known[id] == nil)
    #expect(flow.known["fever"]?.answer == .yesNo(false))
  }

  @Test func `a session that runs past midnight keeps its answers`() throws {
    let room = try TreatmentRoom(at: "2026-11-24T23:30:00Z")
    try room.answer()
    try room.start(on: "neck")
    room.wait(minutes: 45)
    try room.step(.nextPhase)
    #expect(try room.practice.intake(try room.chart).flow.known["fever"] != nil)
  }

  @Test(arguments: ["2026-11-25T09:00:00Z", "2026-12-15T10:00:00Z", "2026-11-26T00:10:00Z"])
  func `a session that was never ended answers for no later day`(time: String) throws {
    let room = try TreatmentRoom()
    try room.answer()
    try room.start(on: "neck")
    room.wait(until: time)
    #expect(try room.practice.intake(try room.chart).flow.known["fever"] == nil)
    #expect(throws: ClinicError.self) { try room.step(.nextPhase) }
    try room.step(.ended)
  }

  @Test(arguments: ["skin_areas", "bones", "medicines", "vessels"])
  func `an unanswered question is named whatever the severity of its rule`(question: String) throws
  {
    let room = try TreatmentRoom()
    try room.answer("skin:open", "skin_areas@calf")
    room.wait(until: "2027-11-24T10:00:00Z")
    let verdict = try room.verdict
    let missing = verdict.missing(
      among: verdict.concerns, order: room.practice.catalogue.questions)
    let named = Set(verdict.concerns.filter(\.isUnknown).flatMap(\.missing).map(\.id))
    #expect(named == Set(missing.map(\.id)))
    if room.practice.catalogue.question(ID(question))?.validity != .always, question != "skin_areas"
    {
      #expect(missing.contains { $0.id.rawValue == question })
    }
  }
}
