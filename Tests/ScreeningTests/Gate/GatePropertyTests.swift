import ClinicCore
import Foundation
import TechniqueKit
import Testing

/// Random courses of telling, clearing, consenting and treating, with the clock going on: what is told is
/// kept beside the practice by the test itself, so that the gate is held against something else than
/// itself.
@Suite("The gate under random courses")
struct GatePropertyTests {
  /// Two dozen courses of forty acts; a thousand with `make fuzz`.
  static let courses =
    ProcessInfo.processInfo.environment["FASCIA_GATE_COURSES"].flatMap { Int($0) } ?? 24

  @Test(arguments: 1...4)
  func `nothing is treated while a fact blocks it, and no verdict becomes milder by itself`(
    part: Int
  ) throws {
    var treated = 0
    for course in 1...max(1, Self.courses / 4) {
      var course = try Course(seed: UInt64(part * 100_000 + course))
      for _ in 1...40 { try course.act() }
      #expect(course.misses.isEmpty, "\(course.misses.joined(separator: "\n"))\n\(course.log)")
      treated += course.treatments
    }
    #expect(treated > 0, "a gate that refuses everything shows nothing")
  }
}

/// One random course of a client.
private struct Course {
  enum Act: CaseIterable {
    case danger, harmless, closeArea, answerAnew, finding, measure, drop, clear
    case give, withdraw, start, next, hold, unhold, go, extend, area, treat, end, sign, wait
    case midnight

    /// After which a verdict may be milder.
    var mayEase: Bool {
      switch self {
      case .answerAnew, .drop, .clear, .give, .wait, .midnight: true
      // What was asked for one visit is open again then, which is never milder where it blocks.
      case .danger, .harmless, .closeArea, .finding, .measure, .withdraw, .start, .next, .hold,
        .unhold, .go, .extend, .area, .treat, .end, .sign:
        false
      }
    }
  }

  let room: TreatmentRoom
  var generator: SeededGenerator
  var misses: [String] = []
  var log: [String] = []
  /// What was told and blocks every technique.
  var dangers: Set<String> = []
  var closed: Set<String> = []
  /// What a clinician settled.
  var cleared: Set<String> = []
  var refused = false
  /// The closed or open part that is treated now, where it is one of those.
  var area: String?
  /// What was accepted and treats.
  var treatments = 0

  static let dangers = [
    "fever": "fever", "stroke": "emergency_signs:stroke", "drowsy": "state:drowsy",
    "cord": "nerve_signs:saddle", "refusal": "!consent",
  ]
  /// What a clearance of a rule may settle.
  static let cleared: [String: Set<String>] = ["C1": ["fever"], "H7": ["drowsy", "refusal"]]
  static let areas = ["calf": "l calf", "forearm": "r forearm", "foot": "l foot"]

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    room = try TreatmentRoom(
      consent: ConsentSettings(isRequired: true, statements: [TreatmentRoom.general]))
    try room.answer()
    _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
  }

  mutating func act() throws {
    let act = Act.allCases.randomElement(using: &generator) ?? .wait
    let before = try severities()
    let isAccepted: Bool
    do {
      room.practice.begin("\(act)")
      try perform(act)
      isAccepted = true
    } catch is ClinicError { isAccepted = false } catch is ConsentError { isAccepted = false }
    log.append("\(act)\(isAccepted ? "" : " refused")")
    let after = try severities()
    guard !act.mayEase else { return }
    for (technique, severity) in before where after[technique].map({ $0 < severity }) ?? true {
      misses.append("\(act) made \(technique) milder than \(severity)")
    }
  }

  /// How far the worst blocking rule goes for each technique that one blocks.
  private func severities() throws -> [ID<Manifest>: Severity] {
    let verdict = try room.verdict
    let general = room.practice.catalogue.general.manifest.id
    return Dictionary(
      uniqueKeysWithValues: room.practice.catalogue.techniques.compactMap { module in
        let id = module.manifest.id
        return verdict.concerns(for: [id], general: general).filter(\.blocks).map(\.severity).max()
          .map { (id, $0) }
      })
  }

  private mutating func perform(_ act: Act) throws {
    switch act {
    case .danger:
      guard
        let (name, change) = Self.dangers.sorted(by: { $0.key < $1.key }).randomElement(
          using: &generator)
      else { return }
      try room.tell(change)
      log.append(name)
      if !cleared.contains(name) { dangers.insert(name) }
    case .harmless: try room.tell("allergies:latex")
    case .closeArea:
      guard let area = Self.areas.keys.sorted().randomElement(using: &generator) else { return }
      try room.tell("skin:open", "skin_areas@\(area)")
      closed = [area]
    case .answerAnew:
      try room.answer("!health_changed")
      try room.tell(
        "!fever", "emergency_signs:none", "state:none", "nerve_signs:none", "consent")
      dangers.subtract(Self.dangers.keys)
    case .finding:
      try room.find("ncheck 215/125 present")
      dangers.insert("neck check")
    case .measure: try room.find("ncheck 124/80 absent symmetric comfortable")
    case .drop:
      guard let visit = try room.visit else { return }
      for _ in visit.findings {
        guard let visit = try room.visit else { return }
        _ = try room.practice.dropFinding(1, in: visit)
      }
      dangers.remove("neck check")
    case .clear:
      let codes = try room.verdict.concerns.filter { $0.blocks && $0.severity != .emergency }
        .map(\.rule.code)
      guard let code = codes.randomElement(using: &generator) else { return }
      try room.clear(code, until: "2027-12-31")
      log.append(code)
      // The same again is settled until the date of the clearance.
      let settled = dangers.intersection(Self.cleared[code] ?? [])
      cleared.formUnion(settled)
      dangers.subtract(settled)
    case .give:
      _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
      refused = false
    case .withdraw:
      _ = try room.practice.withdraw(TreatmentRoom.general, reason: nil, in: try room.chart)
      refused = true
    case .start:
      try treating("start") { try $0.start("trigger points 60", on: "neck") }
      area = nil
    case .next: try treating("next", on: area) { try $0.step(.nextPhase) }
    case .go: try treating("go", on: area) { try $0.step(.resumed) }
    case .extend: try treating("extend", on: area) { try $0.step(.extended(minutes: 5)) }
    case .unhold:
      guard try room.practice.doneWork(in: room.client, limit: 1).first?.verb == "hold" else {
        return
      }
      try treating("undo of a hold", on: area) { _ = try $0.practice.undo(in: $0.client) }
    case .area:
      let named =
        Self.areas.sorted(by: { $0.key < $1.key }).randomElement(using: &generator) ?? (
          "calf", "l calf"
        )
      try treating("area", on: named.key) { try $0.area(named.value) }
      area = named.key
    case .treat: try treating("treat") { try $0.find("trp r upper trapezius 7>3") }
    case .hold: try room.step(.held)
    case .end: try room.step(.ended)
    case .sign: if let visit = try room.visit { _ = try room.practice.sign(visit) }
    case .wait: room.wait(minutes: Int.random(in: 1...20, using: &generator))
    case .midnight: try nextMorning()
    }
  }

  /// A day later what was told for one visit is open again.
  private mutating func nextMorning() throws {
    if let visit = try room.visit, visit.isRunning { try room.step(.ended) }
    room.wait(minutes: 24 * 60)
    try room.answer("!health_changed")
    try room.tell(
      "!fever", "emergency_signs:none", "state:none", "nerve_signs:none", "consent")
    dangers = []
    area = nil
  }

  private mutating func treating(
    _ name: String, on area: String? = nil, _ step: (TreatmentRoom) throws -> Void
  ) throws {
    try step(room)
    treatments += 1
    if !dangers.isEmpty { misses.append("\(name) was accepted under \(dangers.sorted())") }
    if refused { misses.append("\(name) was accepted without consent") }
    if let area, closed.contains(area) {
      misses.append("\(name) was accepted on \(area), which is left out")
    }
  }
}
