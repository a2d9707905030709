import Foundation
import TerminalTesting
import Testing

/// Scores, evidence, re-screening and after-effects as they are typed.
@Suite struct ClinicalTests {
  static func client() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    return clinic
  }

  @Test(arguments: [
    ("score odi 32", "odi 32 % (paper) saved."),
    ("score odi 3 2 1 2 1 2 1 2 1 1", "odi 32 % (paper) saved."),
    ("score odi 4 4 - 4 4 4 4 4 4 -", "odi 80 % (paper) saved."),
    ("score odi 4 4 - - - 4 4 4 4 4", "odi no score: too few numbers (paper) saved."),
    ("score midas 3 4 2 1 1", "midas 11 days, grade III (paper) saved."),
    ("score midas 11", "midas 11 days, grade III (paper) saved."),
    ("score phq4 nervous=2 worrying=1 low=1 pleasure=2", "phq4 6, moderate saved."),
    ("score rmdq home=y socks=y mood=n", "rmdq 2 saved."),
    ("score quickdash 3 3 3 3 3 3 3 3 3 3 3", "quickdash 50 (paper) saved."),
    ("score headache_days days=6 recorded=24", "headache_days 7 days saved."),
    ("score headache_days days=6 recorded=20", "headache_days no score: too few numbers saved."),
    ("score ppt 2.7kgf/cm2", "ppt 264.78 kPa saved."),
    ("score ppt 250 262 268", "ppt 260 kPa saved."),
    ("score ppt 25N/cm2", "ppt 250 kPa saved."),
    ("score PPT 2.7 kgf/cm2", "ppt 264.78 kPa saved."),
    ("score ppt 305", "Taken as the mean of the readings, which were not typed."),
    ("score ppt left 310 300 305", "ppt left 305 kPa saved."),
    ("ppt r 250 262", "ppt right 256 kPa saved."),
    ("score ppt left 3.1 3.0 3.2 kgf/cm2", "ppt left 304.01 kPa saved."),
    ("score ppt 3.1kgf/cm2 30N/cm2 300kPa", "ppt 301.34 kPa saved."),
    ("score slr l 60", "slr left 60 deg saved."),
    ("grip 32 side=right", "grip right 32 kg saved."),
    ("score phq4 2 1 1 2", "worry 3, mood 3."),
    (
      "score excess affected=17.1,18.9,21.2 other=16,17.2,19 every=4",
      "excess 20.4 %, moderate saved."
    ),
    ("score koos_pain 1 1 1 1 1 - - - -", "koos_pain 75 (paper) saved."),
    ("score groc -3", "groc -3 saved."),
  ])
  func `a score is taken as a total, in order, by name, with its unit`(
    line: String, told: String
  ) throws {
    let result = try Self.client().script(["client ruiz", line])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.output.contains(told), "\(result.output)")
  }

  @Test(arguments: [
    ("score odi 101", "odi goes from 0 to 100; you typed \"101\"."),
    ("score odi 3 2 6 2 1 2 1 2 1 1", "number_3 goes from 0 to 5; you typed \"6\"."),
    ("score odi 3 2 1", "odi takes its total, or its 10 numbers in order with - for a gap"),
    ("score hit6 6 7 8 10 11 13", "number_2 is one of 6, 8, 10, 11, 13; you typed \"7\"."),
    ("score headache_days days=25 recorded=24", "days cannot be more than recorded."),
    ("score phq4 nervous=1 joy=2", "joy"),
    ("score rmdq 25", "rmdq goes from 0 to 24; you typed \"25\"."),
    ("score nprs 3.5", "pain takes whole numbers; you typed \"3.5\"."),
    ("score excess affected=17,18 other=16,17", "excess needs every too."),
    (
      "score excess affected=17,18,19 other=16,17 every=4",
      "3 girths for affected, 2 girths for other; both limbs need as many girths."
    ),
    (
      "score excess",
      "Example: score excess affected=17.1,18.9,21.2 other=16,17.2,19 every=4"
    ),
    ("score odi left 32", "odi has no sides; leave \"left\" out."),
    ("score psfs r walking=3 stairs=4 sleep=5", "psfs has no sides"),
    ("score slr left right 60", "a score is of one side; you typed two."),
    ("score slr side=up 60", "side is one of: left, right, both; you typed \"up\"."),
    ("score ppt 3.1kgf/cm2 300 305", "or one behind the last for all of them."),
    ("score odi", "odi needs its total, or its 10 numbers: score odi N"),
    ("score psfs walking=3 walking=4 stairs=5", "walking is named twice"),
    ("score ppt 2.7lb", "ppt goes from 0 to 1500"),
    ("score odi 32 mode=fax", "mode is one of: asked, paper, app; you typed \"fax\"."),
    ("score odd 3", "there is no score \"odd\"."),
  ])
  func `a wrong score is refused with its range, and nothing is kept`(
    line: String, told: String
  ) throws {
    let clinic = try Self.client()
    let result = try clinic.script(["client ruiz", line])
    #expect(result.ending != .code(0))
    #expect(result.errors.contains(told), "\(result.errors)")
    let progress = try clinic.script(["client ruiz", "progress"]).output
    #expect(progress.contains("Nothing was scored yet."))
  }

  @Test func `a score keeps its version and where it was answered`() throws {
    let clinic = try Self.client()
    let told = try clinic.script(
      ["client ruiz", "score odi 32", "score odi 30 mode=app", "score vss 2 1 3 1"], ["--json"]
    ).output
    #expect(told.contains("\"mode\":\"paper\"") && told.contains("\"mode\":\"app\""))
    #expect(told.contains("\"mode\":\"asked\""))
    #expect(told.contains("\"version\":\"ODI, percent\""))
  }

  @Test func `score alone lists what the client's condition calls for, and why a form stays out`()
    throws
  {
    let told = try Self.client().script(["client ruiz", "score"]).output
    #expect(told.contains("For neck pain:"))
    #expect(told.contains("  crom "))
    #expect(told.contains("from a paper form: copyright Vernon"))
  }

  @Test func `evidence compares the techniques, negative findings among them`() throws {
    let clinic = try Self.client()
    let told = try clinic.script(["evidence neck pain", "client ruiz", "evidence"]).output
    #expect(told.components(separatedBy: "NECK PAIN").count == 3)
    #expect(told.contains("Trigger point therapy: neck pain"))
    #expect(told.contains("Nothing found for: Neuromuscular therapy, Lymphatic drainage"))
    #expect(told.contains("You decide."))
    #expect(told.contains("M54.2 neck pain"))
    let low = try #require(told.range(of: "\nlow "))
    let veryLow = try #require(told.range(of: "\nvery low "))
    #expect(low.lowerBound < veryLow.lowerBound)
    let knee = try clinic.script(["evidence after surgery"]).output
    #expect(knee.contains("no difference  Lymphatic drainage: after knee replacement"))
    #expect(try clinic.script(["evidence nonsense"]).ending == .code(1))
    let plain = try clinic.script(["evidence heel pain"], ["--plain"]).output
    #expect(plain.contains("Certainty low, in favour. Trigger point therapy: plantar fasciitis."))
    #expect(plain.contains("Certainty low, unclear. Deep tissue massage: plantar fasciitis."))
  }

  @Test func `clients asked before a technique was enabled are listed with today's verdict`() throws
  {
    let clinic = try Clinic()
    func enable(_ techniques: String) throws {
      try clinic.configure("schema: 1\nallow_draft: true\ntechniques: {\(techniques)}")
    }
    try enable("trigger_point: {enabled: true}")
    let intake = Clinic.intake(["medicines": "blood_thinner"]).components(separatedBy: " ").filter {
      field in
      !["myo", "lymph", "deep", "neuro", "cranio"].contains(where: field.hasPrefix)
    }.joined(separator: " ")
    let first = try clinic.script([
      "new Ann Ruiz born=1984", intake, "new Ben Okafor born=1990", "rescreen",
    ])
    #expect(first.ending == .code(0), "\(first.errors)")
    #expect(first.output.contains("Every client with an intake was asked"))
    try enable("trigger_point: {enabled: true}, deep_tissue: {enabled: true}")
    let listed = try clinic.script(["rescreen"]).output
    #expect(listed.contains("1 client last asked before a technique or safety question was added:"))
    #expect(listed.contains("1  Ann Ruiz (C0001): Deep tissue massage"))
    #expect(listed.contains("Deep tissue massage: STOP (A5)."))
    // Nothing but what is missing is asked, and then she is on the list no more.
    let mended = try clinic.script([
      "client ruiz", "intake deep_tissue_earlier=never", "rescreen",
    ])
    #expect(mended.ending == .code(0), "\(mended.errors)")
    #expect(mended.output.contains("Every client with an intake was asked"))
  }

  @Test func `one technique is stopped, another adapted, an area avoided`() throws {
    let clinic = try Clinic()
    let told = try clinic.script([
      "new Ann Ruiz born=1984",
      Clinic.intake([
        "medicines": "blood_thinner", "vessels": "varicose", "vein_areas": "l calf",
      ]), "check", "start lymph drainage 30", "girth l calf 30 31 every 4cm",
    ])
    let treated = try clinic.script(["client ruiz", "dt r calf 4"])
    #expect(told.output.contains("Deep tissue massage: STOP (A5). Not left calf."))
    #expect(
      told.output.contains("Lymphatic drainage: AVOID (A7). Not left calf. Pressure at most 2"))
    #expect(told.output.contains("Blocked only for: Craniosacral therapy, Deep tissue massage"))
    #expect(told.ending == .code(0), "\(told.errors)")
    #expect(told.errors.contains("a rule leaves left calf out today."))
    // What treats is refused; what measures is kept.
    #expect(treated.ending == .code(3), "\(treated.errors)")
    #expect(treated.errors.contains("treatment stops here: "), "\(treated.errors)")
  }

  @Test func `why says what a rule rests on, raised or not`() throws {
    let clinic = try Clinic()
    let told = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["medicines": "blood_thinner"]), "why A5", "why E1",
    ])
    #expect(told.ending == .code(0))
    #expect(told.output.contains("From: \"Medicines, any of these?\" = blood thinner"))
    #expect(told.output.contains("24 Nov 10:16"))
    #expect(told.output.contains("Source: advice against vigorous and deep work"))
    #expect(told.output.contains("Not raised for this client today."))
    #expect(try clinic.script(["client ruiz", "why Z9"]).ending == .code(1))
  }

  @Test func `a clearance is for one technique, or for all that is said`() throws {
    let clinic = try Clinic()
    let settle = "by=\"Dr Okoye\" credential=MD scope=\"light work\" until=2026-12-31"
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["medicines": "blood_thinner"]),
    ])
    let open = try clinic.script(["client ruiz", "clearance A5 \(settle)"])
    #expect(open.ending == .code(4))
    let one = try clinic.script([
      "client ruiz", "clearance A5 for=trigger \(settle)", "start trigger points 30",
    ])
    #expect(one.ending == .code(0), "\(one.errors)")
    #expect(one.output.contains("Clearance of A5 for trigger point therapy saved"))
    let other = try clinic.script(["client ruiz", "end", "sign", "start neuromuscular 30"])
    #expect(other.ending == .code(3))
  }

  @Test func `what followed the last session is asked for at the next visit`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    try clinic.set("2026-12-01T10:00")
    let missing = try clinic.script(["client ruiz", "intake health_changed=yes"])
    #expect(missing.errors.contains("trigger_point_after"), "\(missing.errors)")
    #expect(!missing.errors.contains("deep_tissue_after"))
    let plain = try clinic.script([
      "client ruiz", Clinic.intake(["pain_now": "4"], return: true), "chart",
    ])
    #expect(plain.ending == .code(0), "\(plain.errors)")
    #expect(plain.output.contains("After the last trigger point session, any of these? none"))
    try clinic.set("2026-12-02T10:00")
    let numb = Clinic.intake(["health_changed": "yes", "trigger_point_after": "numbness"])
    let told = try clinic.script(["client ruiz", numb, "check"])
    #expect(told.ending == .code(0), "\(told.errors)")
    #expect(told.output.contains("Trigger point therapy: CLEAR (AE)."))
  }

  @Test func `a clearance settles the same sign until its date`() throws {
    let clinic = try Clinic()
    let settle = "by=\"Dr Okoye\" credential=MD scope=light"
    let cleared = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["fever": "yes"]),
      "clearance C1 \(settle) until=2026-12-31", "check",
    ])
    #expect(
      cleared.output.contains("Fever today (cleared by Dr Okoye, MD, until 31 Dec"),
      "\(cleared.output)")
    let late = try clinic.script(["client ruiz", "clearance C1 \(settle) until=2025-12-31"])
    #expect(late.ending != .code(0))
    try clinic.set("2026-12-01T10:00")
    let again = try clinic.script([
      "client ruiz", Clinic.intake(["health_changed": "yes", "fever": "yes"]), "check",
    ])
    #expect(again.output.contains("STOP     Fever today (cleared by"), "\(again.output)")
    try clinic.set("2027-01-02T10:00")
    let over = try clinic.script([
      "client ruiz", Clinic.intake(["health_changed": "yes", "fever": "yes"]), "check",
    ])
    #expect(over.output.contains("STOP     Fever today  "), "\(over.output)")
  }

  @Test func `no change says none of what followed, for what was done only`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    try clinic.set("2026-12-01T10:00")
    let chart = try clinic.script([
      "client ruiz", Clinic.intake(["pain_now": "4"], return: true), "chart",
    ]).output
    #expect(chart.contains("After the last trigger point session, any of these? none"))
    #expect(!chart.contains("After the last myofascial session"))
  }

  @Test(arguments: [
    ("dt r upper trapp 3", "did you mean right upper trapezius?"),
    ("dt r calf 3 banana", "\"banana\" could not be understood"),
    ("dt r calf pressure=7", "pressure goes from 1 to 5"),
    ("trp r infra 120s", "hold goes from 5 to 90"),
  ])
  func `a finding that is not understood says what to mend`(line: String, told: String) throws {
    let clinic = try Self.client()
    let result = try clinic.script(["client ruiz", "start deep tissue 30", line])
    #expect(result.ending == .code(1))
    #expect(result.errors.contains(told), "\(result.errors)")
  }

  @Test func `an area is no answer of no, and two areas are not one`() throws {
    let clinic = try Clinic()
    for areas in ["no", "none", "neck and back"] {
      let result = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(["areas": areas])])
      #expect(result.ending != .code(0), "\(areas)")
    }
  }

  @Test func `an emergency is told when it is answered, and the short list with its question`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    try clinic.set("2026-12-01T10:00")
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("bladder or bowel")
    try terminal.expect("or after-effects? ")
    terminal.type("y")
    for (prompt, answer) in [("10 worst", "4"), ("Fever or feeling ill today? ", "n")] {
      try terminal.expect(prompt)
      try terminal.settle()
      terminal.type(answer)
    }
    try terminal.expect("seems today, any of these? ")
    terminal.type("n")
    try terminal.expect("in the last 2 days? ")
    terminal.type("1")
    try terminal.expect("EMERGENCY Chest pain")
    try terminal.expect("To stop here type a full stop")
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
  }

  /// Three percentages of a swollen limb are never mixed: the excess over the other limb, the part of
  /// that excess that is gone, and the change of the whole limb.
  @Test func `excess, its reduction and the change of the limb are three figures`() throws {
    let clinic = try Self.client()
    func girths(_ affected: String) -> [String] {
      let limbs = "affected=\(affected) other=20,20,20 every=10"
      return ["excess", "excess_volume", "limb_volume"].map { name in
        "score \(name) \(name == "limb_volume" ? "affected=\(affected) every=10" : limbs)"
      }
    }
    _ = try clinic.script(["client ruiz"] + girths("24,24,24"))
    try clinic.set("2026-12-08T10:00")
    let told = try clinic.script(["client ruiz"] + girths("22,22,22") + ["progress"])
    #expect(told.ending == .code(0), "\(told.errors)")
    // 20 x 20 = 400, 22 x 22 = 484, 24 x 24 = 576, in the same proportion as the volumes.
    #expect(told.output.contains("excess 21 %"))
    #expect(told.output.contains("Better by 23 % (52.3 %) since 24 Nov 2026"))
    #expect(told.output.contains("Better by 146.42 mL (52.3 %) since 24 Nov 2026"))
    #expect(told.output.contains("Better by 146.42 mL (16 %) since 24 Nov 2026"))
  }
}
