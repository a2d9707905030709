import Foundation
import TerminalTesting
import Testing

/// The timed session, through the program: several techniques, areas, and times of every kind.
@Suite struct SessionTests {
  static func client(_ changes: [String: String] = [:]) throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(changes)])
    return clinic
  }

  /// The last signed visit as a program sees it.
  static func last(_ clinic: Clinic) throws -> [String: Any] {
    let output = try clinic.script(["client ruiz", "last"], ["--json"]).output
    return try #require(Clinic.items(output).last)
  }

  static let ending = ["s slept badly", "a fine", "p again", "pain 2 after", "sign"]

  // MARK: Several techniques

  @Test func `two techniques in one session have steps, rules and minutes of their own`() throws {
    let clinic = try Self.client(["medicines": "blood_thinner"])
    let started = try clinic.script([
      "client ruiz", "start myofascial 30 + lymph drainage 30 on=\"neck, r shoulder\"",
    ])
    #expect(started.ending == .code(0), "\(started.errors)")
    #expect(started.output.contains("Started myofascial 30 + lymph drainage 30."))
    #expect(started.output.contains("On: neck, right shoulder."))
    try clinic.set("2026-11-24T10:50")
    _ = try clinic.script(["client ruiz", "area l calf"])
    try clinic.set("2026-11-24T11:18")
    let told = try clinic.script(["client ruiz", "end"] + Self.ending)
    #expect(told.ending == .code(0), "\(told.errors)")
    let visit = try Self.last(clinic)
    #expect(
      visit["minutes_by_technique"] as? [String: Int]
        == ["myofascial_release": 30, "lymphatic_drainage": 32])
    #expect(visit["minutes"] as? Int == 62 && visit["planned"] as? Int == 60)
    let composed = try #require(visit["composed"] as? [[String: Any]]).compactMap {
      $0["composed"] as? String
    }
    #expect(
      composed.contains(
        "Myofascial release, 10:16 to 10:46, 30 min: neck, right shoulder."))
    #expect(
      composed.contains("Manual lymphatic drainage, 10:46 to 10:50, 4 min: neck, right shoulder.")
        || composed.contains { $0.contains("10:46 to 10:50, 4 min: neck, right shoulder.") })
    #expect(composed.contains { $0.contains("10:50 to 11:18, 28 min: left calf.") })
  }

  @Test func `a template that no one knows, or a length it lacks, is named among several`() throws {
    let clinic = try Self.client()
    for (line, told) in [
      ("start trigger points 30 + foo 30", "there is no template \"foo 30\""),
      ("start trigger points 30 +", "there is no template \"\""),
      ("start trigger points 30 + lymph drainage 31", "does not come in 31 minutes"),
    ] {
      let result = try clinic.script(["client ruiz", line])
      #expect(result.ending == .code(1) && result.errors.contains(told), "\(result.errors)")
    }
    #expect(try clinic.script(["client ruiz", "time"]).errors.contains("no visit is open"))
  }

  @Test func `the return visit begins with the templates of the last one`() throws {
    let clinic = try Self.client()
    let first = ["client ruiz", "start trigger points 30 + lymph drainage 30", "end"]
    #expect(try clinic.script(first + Self.ending).ending == .code(0))
    try clinic.set("2026-12-08T10:00")
    let again = try clinic.script(["client ruiz", Clinic.intake(return: true), "start"])
    #expect(again.output.contains("Started trigger points 30 + lymph drainage 30."))
  }

  // MARK: Rules over the session

  @Test func `an area that a rule leaves out is treated only with a reason, which is signed`()
    throws
  {
    let clinic = try Self.client(["skin": "open", "skin_areas": "l forearm"])
    let refused = try clinic.script(["client ruiz", "start myofascial 30 on=\"l forearm\""])
    #expect(refused.ending == .code(3))
    #expect(refused.errors.contains("rule C3 leaves left forearm out today."))
    let started = try clinic.script(["client ruiz", "start myofascial 30"])
    #expect(started.output.contains("Left out: left forearm (C3)."))
    let hand = try clinic.script(["client ruiz", "next l forearm"])
    #expect(hand.ending == .code(3))
    #expect(try clinic.script(["client ruiz", "time"]).output.contains("Step 1 ends"))
    let treated = try clinic.script([
      "client ruiz", "area l forearm reason=\"asked for, only around it\"", "end",
    ])
    #expect(treated.output.contains("left forearm (against the rule: asked for, only around it)"))
    #expect(try clinic.script(["client ruiz"] + Self.ending).ending == .code(0))
    #expect(
      try clinic.script(["client ruiz", "last"]).output.contains(
        "Treated against the rule: left forearm (C3). Reason: asked for, only around it"))
  }

  @Test func `a cap on the pressure is laid over the steps, and told`() throws {
    let clinic = try Self.client(["medicines": "steroids"])
    let started = try clinic.script([
      "client ruiz", "check", "start trigger points 60", "next", "next",
    ])
    #expect(started.ending == .code(0), "\(started.errors)")
    #expect(started.output.contains(/pressure \d of 5 instead of \d \(\w+\)/))
  }

  // MARK: Times

  @Test func `a session is entered afterwards, by the hour or in full`() throws {
    let clinic = try Self.client()
    try clinic.set("2026-11-24T15:00")
    let late = try clinic.script(
      [
        "client ruiz", "start trigger points 30 at=10:30", "area neck at=10:35", "next at=10:40",
        "hold at=10:45", "go at=10:50", "end at=2026-11-24T11:05",
      ] + Self.ending)
    #expect(late.ending == .code(0), "\(late.errors)")
    let visit = try Self.last(clinic)
    #expect(visit["minutes"] as? Int == 30)
    #expect((visit["started"] as? String)?.hasPrefix("2026-11-24T10:30") == true)
    #expect((visit["ended"] as? String)?.hasPrefix("2026-11-24T11:05") == true)
  }

  @Test(arguments: [
    ("next at=10:00", "that time lies before the start."),
    ("next at=10:37", "the clock was last set at 10:40; that time lies before it."),
    ("end at=16:00", "that time has not come yet."),
    ("hold at=noon", "\"noon\" is not a time I can read."),
    ("go", "the session is not on hold."), ("next lleg", "\"lleg\" is not an area I know."),
  ])
  func `a time or a step that does not fit changes nothing`(line: String, told: String) throws {
    let clinic = try Self.client()
    try clinic.set("2026-11-24T15:00")
    let start = ["client ruiz", "start trigger points 30 at=10:30", "hold at=10:35", "go at=10:40"]
    #expect(try clinic.script(start).ending == .code(0))
    let before = try clinic.script(["client ruiz", "time"]).output
    let result = try clinic.script(["client ruiz", line])
    #expect(result.ending == .code(1) && result.errors.contains(told), "\(result.errors)")
    #expect(try clinic.script(["client ruiz", "time"]).output == before)
  }

  /// 2 February to 29 March 2026 the clock goes forward at 02:00, on 25 October back at 03:00.
  @Test(arguments: [
    ("2026-03-29T01:30", "2026-03-29T03:30:00+02:00", "+01:00", "03:30"),
    ("2026-10-25T02:30", "2026-10-25T02:30:00+01:00", "+02:00", "02:30"),
  ])
  func `an hour that the clocks skip or repeat is no minute of treatment more or less`(
    from: String, to: String, offset: String, clock: String
  ) throws {
    let clinic = try Clinic()
    clinic.zone = "Europe/Berlin"
    try clinic.set(from + ":00" + offset)
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let started = try clinic.script(["client ruiz", "start trigger points 60"])
    #expect(started.output.contains("Started trigger points 60."), "\(started.errors)")
    try clinic.set(to)
    let ended = try clinic.script(["client ruiz", "end"] + Self.ending)
    #expect(ended.output.contains("Session ended, 60 of 60 min."), "\(ended.output)")
    let visit = try Self.last(clinic)
    #expect(visit["minutes"] as? Int == 60)
    #expect(
      try clinic.script(["client ruiz", "last"]).output.contains("to \(clock)"))
  }

  @Test func `a session over midnight is one visit of the day it began`() throws {
    let clinic = try Clinic()
    try clinic.set("2026-11-24T23:40")
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60"])
    try clinic.set("2026-11-25T00:30")
    let told = try clinic.script(["client ruiz", "time"])
    #expect(told.output.contains("50 of 60 min done."))
    let ended = ["client ruiz", "end anyway=\"a late client\""] + Self.ending
    #expect(try clinic.script(ended).ending == .code(0))
    let last = try clinic.script(["client ruiz", "last"]).output
    #expect(last.contains("Tue 24 Nov 2026 - 23:40 to 00:30 - 50 min"))
  }

  @Test func `a kill in the middle of a step costs neither time nor area`() throws {
    let clinic = try Self.client()
    let terminal = try clinic.atClient()
    terminal.type("start trigger points 30 + lymph drainage 30 on=neck")
    try terminal.expect("fascia Ann R 0:00> ")
    try clinic.set("2026-11-24T10:20")
    terminal.type("hold")
    try terminal.expect("On hold at 4 min.")
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))
    try clinic.set("2026-11-24T10:26")
    let after = try clinic.script(["client ruiz", "go", "area", "time"])
    #expect(after.output.contains("neck") && after.output.contains("4 of 60 min done."))
    try clinic.set("2026-11-24T11:22")
    #expect(try clinic.script(["client ruiz", "end"] + Self.ending).ending == .code(0))
    let visit = try Self.last(clinic)
    #expect(visit["minutes"] as? Int == 60)
    #expect(
      visit["minutes_by_technique"] as? [String: Int]
        == ["trigger_point": 30, "lymphatic_drainage": 30])
  }

  @Test func `next behind a step that began unseen says that step, and passes none over`() throws {
    let clinic = try Self.client()
    let terminal = try clinic.atClient(.dumb)
    terminal.type("start trigger points 60")
    try terminal.expect("fascia Ann R 0:00> ")
    try clinic.set("2026-11-24T10:27")
    terminal.type("next")
    try terminal.expect("Step 2 of 5")
    try terminal.expect("It began by itself. To go on from there type next.")
    try terminal.expect("fascia Ann R 0:11> ")
    terminal.type("next")
    try terminal.expect("Step 3 of 5")
  }

  // MARK: Bell and pedal

  @Test func `the bell rings once when a step is over, and once at the planned end`() throws {
    let clinic = try Self.client()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(sample.replacing("bell: false", with: "bell: true"))
    let terminal = try clinic.atClient()
    terminal.type("start trigger points 30")
    try terminal.expect("fascia Ann R 0:00> ")
    try clinic.set("2026-11-24T10:30")
    try terminal.expect("Step 2 of")
    try clinic.set("2026-11-24T11:00")
    try terminal.expect("The planned time is over.")
    try terminal.settle(milliseconds: 1200)
    let rings = terminal.bytes.filter { $0 == 7 }.count
    #expect(rings == 2)
  }

  @Test func `a pedal means next while a session runs, and keeps what is half typed`() throws {
    let clinic = try Self.client()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(
      sample.replacing("# pedal: page_down                 #", with: "  pedal: page_down   #"))
    let terminal = try clinic.atClient()
    // Without a session the key means nothing.
    terminal.send("\u{1b}[6~")
    terminal.type("start trigger points 60")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.send("\u{1b}[6~")
    try terminal.expect("Step 2 of")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.send("s half a")
    try terminal.settle(milliseconds: 150)
    terminal.send("\u{1b}[6~")
    try terminal.expect("Step 3 of")
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.lastLine == "fascia Ann R 0:00> s half a")
    terminal.type(" word")
    try terminal.expect("S saved")
    #expect(try clinic.noted() == ["half a word"])
  }
}
