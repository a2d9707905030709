import Foundation
import TerminalTesting
import Testing

/// Behaviour 22: a command or a questionnaire is taken back as a whole.
@Suite struct UndoTests {
  @Test(arguments: TerminalKind.allCases)
  func `one undo takes the whole end back, and redo brings it back byte for byte`(
    kind: TerminalKind
  ) throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(kind)
    terminal.type("s slept badly")
    try terminal.expect("S saved")
    try clinic.set("2026-11-24T11:14")
    terminal.type("end")
    for (prompt, answer) in [
      ("S> ", "headache gone"), ("S> ", ""), ("O> ", ""), ("A> ", "turns further"), ("A> ", ""),
      ("P> ", ""), ("was 6 before: ", "2"), ("10:15]: ", ""), ("y/n [y]: ", "n"),
    ] {
      try terminal.expect(prompt)
      terminal.type(answer)
    }
    try terminal.expect("Not signed.")
    try terminal.expect("fascia Ann R> ")
    let ended = try state(clinic)
    #expect(ended.contains("headache gone") && ended.contains("2026-12-08"))
    terminal.type("undo")
    try terminal.expect("Took back end of 11:14 (")
    try terminal.expect(" for Ann Ruiz. Type redo to bring it back.")
    try terminal.expect("fascia Ann R 0:58> ")
    let running = try state(clinic)
    #expect(running.contains("slept badly") && !running.contains("headache gone"))
    #expect(!running.contains("2026-12-08"))
    terminal.type("quit")
    #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
    // Also after a restart.
    #expect(try clinic.script(["client ruiz", "redo"]).output.contains("Brought back end"))
    #expect(try state(clinic) == ended)
    #expect(try clinic.script(["verify"]).ending == .code(0))
  }

  @Test func `an intake is one unit, and the list tells what can be taken back`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "pain 4", "rebook 2w", "undo", "undo",
    ])
    let list = try clinic.script(["client ruiz", "undo list"]).output
    #expect(list.contains("  1  intake of 10:16"))
    #expect(list.contains("  2  new of 10:16"))
    _ = try clinic.script(["client ruiz", "undo"])
    #expect(try clinic.script(["client ruiz", "chart"]).output.contains("Intake not done."))
    _ = try clinic.script(["client ruiz", "redo 3"])
    let items = Clinic.items(try clinic.script(["client ruiz", "chart"], ["--json"]).output)
    #expect(items.contains { $0["question"] as? String == "pain_now" })
    #expect(items.first?["next"] as? String == "2026-12-08T10:15:00+00:00")
  }

  @Test func `a script takes a signature back by its name, and on its day only`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(
      ["new Ben Okafor born=1970"] + ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    for line in ["undo", "undo 1", "undo 3"] {
      let unnamed = try clinic.script(["client okafor", "client ruiz", line])
      #expect(unnamed.ending == .code(4))
      #expect(unnamed.errors.contains("To take it back type: undo sign"), "\(unnamed.errors)")
    }
    let undone = try clinic.script(["client ruiz", "undo sign"])
    #expect(undone.output.contains("Took back sign"), "\(undone.errors)")
    let nothing = try clinic.script(["client ruiz", "undo sign"])
    #expect(nothing.ending == .code(1))
    #expect(nothing.errors.contains("is no signature, but"), "\(nothing.errors)")
    #expect(try clinic.script(["client ruiz", "sign"]).ending == .code(0))
    try clinic.set("2026-11-25T00:00")
    for line in ["undo", "undo sign"] {
      let refused = try clinic.script(["client ruiz", line])
      #expect(refused.ending == .code(3))
      #expect(
        refused.errors.contains(
          "can be taken back only on the day it was given. To add to the note"))
    }
  }

  @Test func `at the terminal a signature is taken back after a question`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()))
    let terminal = try clinic.atClient()
    terminal.type("undo")
    try terminal.expect("for Ann Ruiz? y/n [n]: ")
    terminal.type("")
    try terminal.expect("The signature stays.")
    try terminal.expect("fascia Ann R> ")
    terminal.type("undo 3")
    try terminal.expect("for Ann Ruiz? y/n [n]: ")
    terminal.type("n")
    try terminal.expect("The signature stays.")
    try terminal.expect("fascia Ann R> ")
    terminal.type("undo sign")
    try terminal.expect("for Ann Ruiz? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Took back sign")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }

  @Test(arguments: ["s", "o", "a", "p"])
  func `a section that was taken over is not doubled`(section: String) throws {
    let clinic = try Clinic()
    let before = try clinic.script(
      [
        "new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60",
        "\(section) slept well", "end",
      ] + (section == "s" ? ["affirm"] : []) + ["sign"])
    #expect(before.ending == .code(0), "\(before.errors)")
    try clinic.set("2026-12-08T10:00")
    let twice = try clinic.script(
      [
        "client ruiz", Clinic.intake(return: true), "start trigger points 60", "\(section) =",
        "\(section) =", "note",
      ], ["--keep-going"])
    #expect(
      twice.output.contains(
        "\(section.uppercased()) of 24 Nov is here already. Nothing was added."),
      "\(twice.output) \(twice.errors)")
    #expect(twice.output.components(separatedBy: "slept well (from 24 Nov)").count == 2)
  }

  @Test(arguments: ["0", "-1", "-9223372036854775808", "9223372036854775807"])
  func `a number that no line can have is refused`(number: String) throws {
    let clinic = try Clinic()
    let edited = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60", "s slept badly",
      "edit s \(number) slept well",
    ])
    #expect(edited.ending == .code(2))
    #expect(edited.errors.contains("edit needs a section and the number of a line."))
  }

  @Test(arguments: ["2", "7", "999999999"])
  func `a line that is not there cannot be edited`(number: String) throws {
    let clinic = try Clinic()
    let edited = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60", "s slept badly",
      "edit s \(number) slept well",
    ])
    #expect(edited.ending == .code(1))
    #expect(edited.errors.contains("S has 1 line, there is no line \(number)."))
  }

  @Test func `a client who was added by mistake goes again`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruz born=1984", "undo"])
    #expect(try clinic.script(["find ruz"]).output == "No client fits \"ruz\".\n")
    _ = try clinic.script(["redo"])
    #expect(try clinic.script(["find ruz"]).output.contains("Ann Ruz"))
  }

  /// What the note, the chart and the day's list say.
  private func state(_ clinic: Clinic) throws -> String {
    let told = try clinic.script(
      ["today", "client ruiz", "note", "chart", "progress"], ["--keep-going", "--json"]
    ).output
    // Without the warnings that another window is open.
    let items = try JSONSerialization.data(
      withJSONObject: Clinic.items(told), options: [.sortedKeys])
    return String(decoding: items, as: UTF8.self)
  }
}
