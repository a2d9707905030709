import Foundation
import TerminalTesting
import Testing

/// What is said of an appointment agrees with what took place; 24 November 2026 is a Tuesday.
@Suite struct KeptAppointmentTests {
  /// Ann, asked, with an appointment at a time of this morning.
  func clinic(_ time: String, _ minutes: Int = 60) throws -> Clinic {
    let clinic = try Clinic(at: "2026-11-24T07:00")
    let outcome = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(), "book \(time) \(minutes)",
    ])
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    try clinic.set("2026-11-24T13:00")
    return clinic
  }

  @Test(arguments: [
    // Signed, early, late, long before it was typed; running; ended and not signed.
    ("9:00", ["start trigger points 60 at=2026-11-24T09:00", "end at=2026-11-24T09:55", "sign"]),
    ("9:00", ["start trigger points 30 at=2026-11-24T08:40", "end at=2026-11-24T09:10", "sign"]),
    ("9:00", ["start trigger points 30 at=2026-11-24T09:50", "end at=2026-11-24T10:20", "sign"]),
    ("12:30", ["start trigger points 60 at=2026-11-24T12:35"]),
    ("11:00", ["start trigger points 60 at=2026-11-24T11:00", "end at=2026-11-24T11:40"]),
  ])
  func `a no-show or a cancellation of an appointment that was kept is refused`(
    time: String, visit: [String]
  ) throws {
    let clinic = try clinic(time)
    let outcome = try clinic.script(["client ruiz"] + visit)
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    for line in ["noshow 1", "cancel 1", "cancel 1 has the flu"] {
      let refused = try clinic.script(["client ruiz", line])
      #expect(refused.ending == .code(1), "\(refused.output)")
      #expect(
        refused.errors.contains("the client was treated then: a visit began on 24 Nov 2026 at"),
        "\(refused.errors)")
    }
    #expect(!(try clinic.script(["client ruiz", "appointments"]).output.contains("no-show")))
  }

  @Test(arguments: [
    // No visit at all, one at another time of the day, one of another client.
    ("9:00", []),
    ("9:00", ["start trigger points 30 at=2026-11-24T11:00", "end at=2026-11-24T11:30", "sign"]),
    (
      "9:00",
      [
        "new Ben Okafor born=1980", Clinic.intake(), "start trigger points 30 at=2026-11-24T09:00",
        "end at=2026-11-24T09:30", "sign",
      ]
    ),
  ])
  func `one that was not kept is a no-show, and the letter counts it`(
    time: String, visit: [String]
  ) throws {
    let clinic = try clinic(time)
    _ = try clinic.script(["client ruiz"] + visit)
    let told = try clinic.script(["client ruiz", "noshow 1", "letter consent=yes from=2026-11-20"])
    #expect(told.ending == .code(0), "\(told.errors)")
    #expect(told.output.contains(", 1 missed, none cancelled"), "\(told.output)")
  }

  @Test func `of two in a row the kept one is kept, and the other one is a no-show`() throws {
    let clinic = try clinic("9:00")
    try clinic.set("2026-11-24T07:00")
    _ = try clinic.script(["client ruiz", "book 10:00"])
    try clinic.set("2026-11-24T13:00")
    _ = try clinic.script([
      "client ruiz", "start trigger points 60 at=2026-11-24T09:05", "end at=2026-11-24T10:10",
      "sign",
    ])
    let listed = try clinic.script(["client ruiz", "appointments"]).output
    #expect(listed.contains("10:00"), "\(listed)")
    // Row 1 is the later one.
    let second = try clinic.script(["client ruiz", "noshow 1"])
    #expect(second.ending == .code(0), "\(second.errors)")
    #expect(try clinic.script(["client ruiz", "noshow 2"]).ending == .code(1))
    let letter = try clinic.script(["client ruiz", "letter consent=yes"]).output
    #expect(letter.contains("  1 attended, 1 missed, none cancelled\n"), "\(letter)")
  }

  @Test func `a visit that is typed after the no-show is the one that counts`() throws {
    let clinic = try clinic("9:00")
    let told = try clinic.script([
      "client ruiz", "noshow 1", "start trigger points 60 at=2026-11-24T09:00",
      "end at=2026-11-24T09:55", "sign", "letter consent=yes",
    ])
    #expect(told.ending == .code(0), "\(told.errors)")
    #expect(
      told.output.contains("  1 attended, none missed, none cancelled\n"),
      "\(told.output)")
  }

  @Test func `the front desk is told the same, and reads no note for it`() throws {
    let clinic = try PeopleTests().staffed()
    try clinic.set("2026-11-24T09:00")
    func fay(_ lines: [String]) throws -> Outcome {
      try PeopleTests().script(clinic, as: "fay", ["client id=C0001"] + lines)
    }
    _ = try fay(["book 10:30 with=lee"])
    try clinic.set("2026-11-24T12:00")
    let kept = try fay(["noshow 1"])
    #expect(kept.ending == .code(1) && kept.errors.contains("treated then"), "\(kept.errors)")
  }

  @Test(arguments: ["rebook 2w", "rebook tue 9:15", "rebook 8 dec"])
  func `a second next appointment is made on purpose only`(line: String) throws {
    let clinic = try clinic("9:00")
    let first = try clinic.script(["client ruiz", "rebook fri 10:00"])
    #expect(first.ending == .code(0), "\(first.errors)")
    for typed in [line, "\(line) also=no"] {
      let refused = try clinic.script(["client ruiz", typed])
      #expect(refused.ending == .code(4), "\(refused.output)")
      #expect(
        refused.errors.contains("the next appointment is booked already: Fri 27 Nov 10:00."),
        "\(refused.errors)")
    }
    let odd = try clinic.script(["client ruiz", "\(line) also=perhaps"])
    #expect(odd.ending == .code(2), "\(odd.errors)")
    let also = try clinic.script(["client ruiz", "\(line) also=yes"])
    #expect(also.ending == .code(0), "\(also.errors)")
    let terminal = try clinic.atClient()
    terminal.type("rebook 3w")
    try terminal.expect("Book this one too? y/n [n]: ")
    terminal.type("")
    try terminal.expect("Nothing was booked.")
    terminal.type("rebook 3w")
    try terminal.expect("Book this one too? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Booked: Tue 15 Dec")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }
}
