import Foundation
import TerminalTesting
import Testing

/// Measures at their moment, of one side, and of one limb alike.
@Suite struct MeasuringTests {
  /// Without the ends of its lines.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let affected = "17.1,18.9,21.2,23.6,25.7,26.9,27.1,28.3,29.6,30.8,31.6"
  private static let other = "16,17.2,19,21.3,23.4,24.8,25.2,26.4,27.9,29.3,30.5"

  @Test func `one set of girths makes three figures, and stays as it was begun`() throws {
    let clinic = try ClinicalTests.client()
    let limbs = "affected=\(Self.affected) other=\(Self.other)"
    let first = try clinic.script(["client ruiz", "score excess \(limbs) every=4"])
    #expect(first.ending == .code(0), "\(first.errors)")
    #expect(first.output.contains("excess 15.74 %, minimal saved."))
    #expect(
      Self.flat(first.output).contains(
        "Of the same numbers: excess_volume 292.16 mL; limb_volume 2148.29 mL saved."),
      "\(first.output)")
    try clinic.set("2026-12-01T10:00")
    let again = try clinic.script(["client ruiz", "score excess \(limbs)"])
    #expect(again.output.contains("every is 4, as before."), "\(again.errors)")
    for (typed, told) in [
      ("\(limbs) every=5", "you typed 5 cm apart, 11 of them."),
      ("affected=20,20 other=19,19 every=4", "you typed 4 cm apart, 2 of them."),
    ] {
      let refused = try clinic.script(["client ruiz", "score excess \(typed)"])
      #expect(refused.ending == .code(1))
      #expect(
        refused.errors.contains("the girths of this client are 4 cm apart, 11 of them; \(told)"),
        "\(refused.errors)")
    }
    let anew = try clinic.script(
      ["client ruiz", "score excess affected=20,20 other=19,19 every=5 anew=yes"])
    #expect(anew.output.contains("excess 10.8 %"), "\(anew.output) \(anew.errors)")
    let undone = try clinic.script(["client ruiz", "undo", "undo", "undo", "progress"])
    #expect(undone.output.contains("Nothing was scored yet."), "\(undone.output)")
  }

  @Test func `what is no number of a form is named, at once where the numbers are asked for`()
    throws
  {
    let clinic = try ClinicalTests.client()
    for (typed, told) in [
      ("score ppt left utrap 300 310 305", "\"utrap\" is no number of ppt. Nothing was saved."),
      ("score hit6 6 6 7 6 6 6", "one of 6, 8, 10, 11, 13; you typed \"7\""),
      ("score hit6 - - - - - -", "no number of hit6 was typed. Nothing was saved."),
    ] {
      let refused = try clinic.script(["client ruiz", typed])
      #expect(refused.ending != .code(0) && refused.errors.contains(told), "\(refused.errors)")
    }
    #expect(try clinic.script(["client ruiz", "score groc +3"]).output.contains("groc 3 saved."))
    let terminal = try clinic.atClient()
    terminal.type("score hit6")
    try terminal.expect("1/6")
    terminal.type("7")
    try terminal.expect("one of 6, 8, 10, 11, 13; you typed \"7\"")
    try terminal.expect("1/6")
    terminal.type("?")
    try terminal.expect("One of 6, 8, 10, 11, 13.")
  }

  @Test func `left and right are kept apart, in the note as in the score`() throws {
    let clinic = try ClinicalTests.client()
    let told = try clinic.script(
      ["client ruiz", "score ppt left 310 300 305", "score ppt right 200 210 205"], ["--json"])
    #expect(Clinic.items(told.output).compactMap { $0["side"] as? String } == ["left", "right"])
    let visit = try clinic.script([
      "client ruiz", "start trigger points 60", "score ppt left 320 320 320",
      "score ppt right 215 215 215", "ppt left 330 330 330 after", "note",
    ])
    #expect(visit.ending == .code(0), "\(visit.errors)")
    #expect(visit.output.contains("Ppt left before: 320"), "\(visit.output)")
    #expect(visit.output.contains("Ppt right before: 215"))
    #expect(visit.output.contains("Ppt left 320 before, 330 after."))
  }

  @Test func `what is due stands on the client's screen and in the list of scores`() throws {
    let clinic = try ClinicalTests.client()
    let today = try clinic.script(["client ruiz", "score"]).output
    #expect(today.contains("Measure: psfs, crom"), "today's intake asked for the pain: \(today)")
    try clinic.set("2026-11-30T10:00")
    let told = try clinic.script(["client ruiz", "score"])
    #expect(told.output.contains("Measure: pain before the session, psfs, crom"))
    #expect(told.output.contains("Due now:"))
    let plain = try clinic.script(["client ruiz", "score"], ["--plain"])
    #expect(plain.output.contains("psfs: baseline."), "\(plain.output)")
    let items = Clinic.items(try clinic.script(["client ruiz"], ["--json"]).output)
    let due = try #require(items.first?["due"] as? [[String: Any]])
    #expect(due.first?["reason"] as? String == "before_session")
    let taken = try clinic.script(["client ruiz", "pain 4", "score"]).output
    #expect(!taken.contains("  pain                 before the session"), "\(taken)")
  }

  @Test func `after start a number answers what is due, Enter passes, and a command is one`() throws
  {
    let clinic = try ClinicalTests.client()
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("fascia Ann R> ")
    terminal.type("start trigger points 60")
    try terminal.expect("crom: range of a neck movement")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("l 65")
    try terminal.expect("crom left before 65 deg saved.")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("undo")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("next")
    try terminal.expect("Step 2 of")
    terminal.type("quit")
    _ = terminal.waitForEnd()
  }

  @Test func `of the numbers of a form Enter leaves one out, but not the distance of girths`()
    throws
  {
    let clinic = try ClinicalTests.client()
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("fascia Ann R> ")
    terminal.type("score phq4")
    for (place, typed) in ["2", "", "1", "2"].enumerated() {
      try terminal.expect(" \(place + 1)/4")
      terminal.type(typed)
    }
    try terminal.expect("saved.")
    terminal.type("score excess")
    for (place, typed) in ["17,18,19", "16,17,18", ""].enumerated() {
      try terminal.expect(" \(place + 1)/3")
      terminal.type(typed)
    }
    try terminal.expect("It is needed, and stays the same for this client.")
    terminal.type("4")
    try terminal.expect("excess 12.1 %")
    terminal.type("quit")
    _ = terminal.waitForEnd()
  }
}
