import ClinicREPL
import DeskTesting
import TerminalTesting
import Testing

/// What the gate says is said at once, in the words of the desk, and refuses what treats.
@Suite("The gate at the desk")
struct GateTests {
  private static func session(
    _ kind: Desk.Kind = .prompt, json: Bool = false, configuration: String? = nil,
    _ start: String = "start trigger points 30 on=neck"
  ) throws -> Desk {
    let desk = try Desk(kind, json: json, configuration: configuration)
    try desk.type("new Ann Ruiz born=1984", Desk.intake(), start)
    return desk
  }

  struct Danger: Sendable, CustomTestStringConvertible {
    let line: String
    let severity: String
    var testDescription: String { line }
  }

  static let dangers = [
    Danger(line: "intake limb_swelling=yes clot_risk=none", severity: "STOP"),
    Danger(line: "intake fever=yes", severity: "STOP"),
    Danger(line: "intake emergency_signs=stroke", severity: "EMERGENCY"),
    Danger(line: "intake state=drowsy", severity: "STOP"),
    Danger(line: "ncheck 215/125 present", severity: "EMERGENCY"),
    Danger(line: "ncheck 140/112", severity: "STOP"),
  ]

  @Test(arguments: dangers)
  func `a fact told in a session is judged at once, and treatment stops`(danger: Danger) throws {
    let desk = try Self.session()
    try desk.at("10:20")
    try desk.type(danger.line)
    #expect(desk.screen.contains(danger.severity), "\(desk.screen)")
    #expect(desk.screen.contains("Say: "), "\(desk.screen)")
    for line in [
      "next", "extend 5", "area l calf", "next l calf", "trp r upper trapezius 7>3",
    ] {
      try desk.type(line)
      #expect(desk.failure?.exit == .blocked, "\(line): \(desk.screen)")
    }
    try desk.type("ncheck 180/100", "hold")
    #expect(desk.failure == nil, "\(desk.screen)")
    try desk.type("go")
    #expect(desk.failure?.exit == .blocked)
    if danger.severity == "EMERGENCY" {
      try desk.type("acknowledge called 911, stayed with the client")
      #expect(desk.failure == nil, "\(desk.screen)")
    }
    try desk.type("end", "", "", "", "", ".")
    try desk.type("note")
    #expect(desk.transcript.contains("10:20 \(danger.severity)"), "\(desk.transcript)")
  }

  @Test func `a program is told in the line of the command that told the fact`() throws {
    let desk = try Self.session(.script(goesOn: true), json: true)
    try desk.type("intake limb_swelling=yes clot_risk=none")
    #expect(desk.screen.contains("\"safety\":[{\"rule\":"), "\(desk.screen)")
    try desk.type("next")
    #expect(desk.failure?.exit == .blocked)
    #expect(desk.failure?.rules.isEmpty == false)
  }

  @Test(arguments: ["intake fever=yes", "intake state=drowsy", "ncheck 140/112 absent"])
  func `taking a hold back is no way around the gate`(danger: String) throws {
    let desk = try Self.session()
    try desk.type("hold")
    try desk.type("undo")
    #expect(desk.failure == nil, "nothing is in the way yet: \(desk.screen)")
    try desk.type(danger)
    try desk.type("hold")
    try desk.type("undo")
    #expect(desk.failure?.exit == .blocked, "\(desk.screen)")
    try desk.type("time")
    #expect(desk.screen.contains("hold"), "\(desk.screen)")
    // The end may be taken back, to put its time right.
    try desk.type("end", ".")
    try desk.type("undo")
    #expect(desk.failure == nil, "\(desk.screen)")
  }

  @Test func `it is said once, and again when there is more to it`() throws {
    let desk = try Self.session()
    try desk.type("intake nerve_signs=severe_pain")
    #expect(desk.screen.contains("rule H8"))
    try desk.type("time")
    #expect(!desk.screen.contains("rule H8"), "\(desk.screen)")
    try desk.type("intake nerve_signs=severe_pain,night_pain")
    #expect(desk.screen.contains("rule H8"), "\(desk.screen)")
  }

  /// A clinic that writes consent down, and starts without it too.
  private static let asksConsent = """
    schema: 1
    allow_draft: true
    therapist: {name: P. Novak, credential: RMT}
    consent:
      required: false
      statements:
        - {id: general, version: 1, title: Consent to massage, text: I can stop at any time.}
    techniques:
      myofascial_release: {enabled: true}
      trigger_point: {enabled: true}
      deep_tissue: {enabled: true}
      neuromuscular: {enabled: true}
      lymphatic_drainage: {enabled: true}
      craniosacral: {enabled: true}
    """

  @Test func `a consent that is withdrawn is heard in the session`() throws {
    let desk = try Self.session(configuration: Self.asksConsent)
    try desk.type("consent give general", "y")
    try desk.type("consent withdraw general")
    #expect(desk.screen.contains("CONSENT"), "\(desk.screen)")
    for line in ["next", "area l calf", "trp r upper trapezius 7>3", "extend 5"] {
      try desk.type(line)
      #expect(desk.failure?.exit == .blocked, "\(line): \(desk.screen)")
    }
    try desk.type("end", ".")
    #expect(desk.transcript.contains("Session ended"))
  }

  @Test func `an emergency asks what was done, and the chart shows what told it`() throws {
    let desk = try Desk()
    try desk.type("new Ben Okafor born=1970", "intake", "stiff back", "other", "low back", "5")
    while try !desk.prompt.contains("signs") && !desk.prompt.isEmpty {
      let before = try desk.prompt
      try desk.type("no")
      if try desk.prompt == before { try desk.type("none") }
      if try desk.prompt == before { break }
    }
    try desk.type("1")
    #expect(desk.screen.contains("EMERGENCY"), "\(desk.transcript)")
    try desk.type(".", "acknowledge", "called 911")
    #expect(desk.screen.contains("Logged"), "\(desk.screen)")
    try desk.type("chart")
    #expect(desk.transcript.contains("ANSWERS of an intake that was not finished"))
    let script = try Desk(.script())
    try script.type("new Ann Ruiz born=1984", Desk.intake(["emergency_signs": "stroke"]))
    try script.type("acknowledge")
    #expect(script.code == .missing && script.errors.contains("acknowledge called 911"))
  }

  @Test func `check names what is not answered, whatever its rule does`() throws {
    let desk = try Desk()
    try desk.type("new Ann Ruiz", "-", Desk.intake(["guardian_consent": "yes"]), "check")
    #expect(desk.screen.contains("The birth date is not known"), "\(desk.screen)")
    #expect(!desk.screen.contains("Nothing here blocks the start. You decide."))
  }

  @Test func `a visit that is entered late is judged by its own time, and says against what`()
    throws
  {
    let desk = try Desk(.script(goesOn: true))
    try desk.type("new Ann Ruiz born=1984", Desk.intake(["fever": "yes"]))
    try desk.at("15:00")
    try desk.type("start trigger points 30 at=12:00")
    #expect(desk.failure?.exit == .blocked && desk.errors.contains("anyway="), "\(desk.errors)")
    try desk.type("start trigger points 30 at=12:00 anyway=\"\"")
    #expect(desk.failure != nil)
    try desk.type("start trigger points 30 at=14:50 anyway=\"it runs now\"")
    #expect(desk.failure?.exit == .blocked)
    try desk.type("start trigger points 30 at=12:00 anyway=\"entered from paper\"")
    #expect(desk.failure == nil, "\(desk.errors)")
    try desk.type("end at=12:30", "sign", "last")
    #expect(desk.screen.contains("It took place against rule C1 ("), "\(desk.screen)")
    #expect(desk.screen.contains("Kept all the same: entered from paper"))
  }

  @Test func `a clearance says by whom and until when`() throws {
    let desk = try Desk(.script())
    try desk.type(
      "new Ann Ruiz born=1984", Desk.intake(["nerve_signs": "severe_pain"]),
      "clearance H8 by=\"Dr Okoye\" credential=MD scope=\"light work\" until=2027-12-31", "check")
    #expect(desk.screen.contains("cleared by Dr Okoye, MD, until 31 Dec 2027"), "\(desk.screen)")
  }
}
