import Foundation
import TerminalTesting
import Testing

/// Appointments through the program; 24 November 2026 is a Tuesday.
@Suite struct BookingTests {
  func clinic(in zone: String = "UTC") throws -> Clinic {
    let clinic = try Clinic()
    clinic.zone = zone
    _ = try clinic.script(["new Ann Ruiz born=1984", "new Ben Okafor born=1970"])
    return clinic
  }

  @Test func `booking, moving and cancelling, word for word`() throws {
    let told = try clinic().script([
      "book ruiz thu 9:00 45", "client okafor", "book thu 9:45",
      "book 8 dec 14:30 every=1w times=3", "appointments", "move 2 15:00 90",
      "cancel 3 has the flu", "appointments", "back",
      "appointments", "move 1 fri 8:00",
    ])
    #expect(told.ending == .code(0), "\(told.errors)")
    let opened = "Ben Okafor"
    #expect(
      told.output.split(separator: "\n").map(String.init).filter {
        !$0.hasPrefix(opened) && !$0.hasPrefix("---")
      } == [
        "       Booked: Thu 26 Nov 09:00, 45 min, C0001.",
        "       Booked: Thu 26 Nov 09:45, 60 min.",
        "       Booked: Tue 8 Dec 14:30, 60 min.",
        "       Booked: Tue 15 Dec 14:30, 60 min.",
        "       Booked: Tue 22 Dec 14:30, 60 min.",
        "Appointments of Ben Okafor. Of all clients: appointments all",
        "  1  Thu 26 Nov 09:45   60 min",
        "  2  Tue 8 Dec 14:30    60 min",
        "  3  Tue 15 Dec 14:30   60 min",
        "  4  Tue 22 Dec 14:30   60 min",
        "       Moved from Tue 8 Dec 14:30 to Tue 8 Dec 15:00, 90 min.",
        "       Cancelled: Tue 15 Dec 14:30, 60 min.",
        "Appointments of Ben Okafor. Of all clients: appointments all",
        "  1  Thu 26 Nov 09:45   60 min",
        "  2  Tue 8 Dec 15:00    90 min",
        "  3  Tue 22 Dec 14:30   60 min",
        "  4  Tue 15 Dec 14:30   60 min   cancelled: has the flu",
        "Appointments of all clients, the coming 7 days",
        "Thu 26 Nov",
        "  1  09:00  Ann Ruiz            45 min",
        "  2  09:45  Ben Okafor          60 min",
        "       Moved from Thu 26 Nov 09:00 to Fri 27 Nov 08:00, 45 min, C0001.",
      ])
  }

  @Test func `a taken time is told with the next free one, and without a name`() throws {
    let clinic = try clinic()
    _ = try clinic.script(["book okafor tue 9:00"])
    for (line, errors) in [
      (
        "book ruiz tue 9:30",
        "Tue 1 Dec 2026, 09:00 to 10:00 is taken. Nothing was changed. The next free time is 10:00."
      ),
      (
        "book okafor tue 9:30",
        "Tue 1 Dec 2026, 09:00 to 10:00 is this client's already. Nothing was changed. "
          + "The next free time is 10:00."
      ),
      ("book ruiz 9:00", "that time is over already. Example: rebook 2w"),
      ("book ruiz tue 9:00 3", "an appointment takes 5 to 480 minutes; you typed 3."),
    ] {
      let refused = try clinic.script([line])
      #expect(refused.ending == .code(1))
      #expect(refused.errors == "-c:1: Error: \(errors)\n")
    }
    let series = try clinic.script(
      ["client ruiz", "book tomorrow 9:00 every=1d times=10"], ["--json"])
    #expect(series.ending == .code(1) && series.output.contains("\"code\":\"conflict\""))
    let none = try clinic.script(["client ruiz", "appointments"])
    #expect(none.output.contains("No appointments yet."))
  }

  @Test(arguments: [
    ("book", 2), ("book ruiz", 2), ("book ruiz tue every=1w", 2), ("book ruiz tue times=3", 2),
    ("book ruiz tue every=1y times=3", 2), ("book tue 9:00", 4), ("book nobody tue", 1),
    ("book ruiz tue with=nobody", 1), ("move", 2), ("move 1", 4), ("cancel", 2), ("cancel x", 2),
    ("noshow", 2), ("cancel 1", 4), ("calendar /nowhere/a.ics", 1), ("calendar names=perhaps", 2),
  ])
  func `what is missing or wrong is told, and nothing is changed`(line: String, code: Int32) throws
  {
    let clinic = try clinic()
    let refused = try clinic.script([line])
    #expect(refused.ending == .code(code), "\(refused.errors)")
    #expect(refused.errors.hasPrefix("-c:1: Error: ") && refused.output == "")
    #expect(try clinic.script(["undo list"]).output.contains("new of") == true)
  }

  @Test func `a row of a client's own list, and none of another's`() throws {
    let clinic = try clinic()
    let told = try clinic.script(
      [
        "client ruiz", "cancel 1", "book tue 9:00", "noshow 1", "move 2 10:00", "cancel 1",
        "cancel 1",
      ], ["--keep-going"])
    #expect(
      told.errors.split(separator: "\n").filter { $0.contains("Error") }.map(String.init) == [
        "-c:2: Error: this client has no appointment.",
        "-c:4: Error: this appointment is still to come. To call it off type cancel.",
        "-c:5: Error: there is no row 2; there are 1. Nothing was changed.",
        "-c:7: Error: this appointment is cancelled already.",
      ])
  }

  @Test func `a series keeps its time of day when the clocks change, and no hour is given twice`()
    throws
  {
    let clinic = try clinic(in: "Europe/Berlin")
    try clinic.set("2026-10-13T10:16")
    func berlin(_ lines: [String]) throws -> Outcome { try clinic.script(lines, ["--json"]) }
    let booked = try berlin(["book ruiz tue 10:15 every=1w times=2"])
    #expect(
      Clinic.items(booked.output).compactMap { $0["starts"] as? String } == [
        "2026-10-20T10:15:00+02:00", "2026-10-27T10:15:00+01:00",
      ])
    // The night of 25 October has the hour from two to three twice.
    #expect(try berlin(["book ruiz 25 oct 1:00 120"]).ending == .code(0))
    #expect(try berlin(["book okafor 25 oct 3:00"]).ending == .code(0))
    // That of 28 March has none.
    #expect(try berlin(["book ruiz 2027-03-28 1:30"]).ending == .code(0))
    let taken = try berlin(["book okafor 2027-03-28 3:15"])
    #expect(
      taken.output.contains(
        "Sun 28 Mar 2027, 01:30 to 03:30 is taken. Nothing was changed. "
          + "The next free time is 03:30."), "\(taken.output)")
  }

  @Test func `the day's list shows who did not come, and not what was cancelled`() throws {
    let clinic = try clinic()
    _ = try clinic.script([
      "book ruiz 11:00 30", "book okafor 12:00 45", "new Cal Tan", "book 13:00",
    ])
    try clinic.set("2026-11-24T11:20")
    _ = try clinic.script(["appointments", "noshow 1", "cancel 3"])
    let day = try clinic.script(["today"]).output
    #expect(
      day.split(separator: "\n").prefix(4).map(String.init) == [
        "TODAY", "  1  11:00       Ann Ruiz           no-show",
        "  2  12:00       Ben Okafor         45 min  first visit", "CLIENTS",
      ])
    let week = try clinic.script(["appointments"]).output
    #expect(week.contains("no-show") && !week.contains("Cal Tan"))
    #expect(
      try clinic.script(["client ruiz", "appointments"]).output.contains(
        "  1  Tue 24 Nov 11:00   30 min   no-show"))
  }

  @Test(arguments: TerminalKind.allCases)
  func `each of the commands is taken back at the terminal`(kind: TerminalKind) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient(kind)
    func type(_ line: String, _ told: String) throws {
      terminal.type(line)
      try terminal.expect(told)
      try terminal.expect("fascia Ann R> ")
    }
    func state() throws -> [String] {
      Clinic.items(try clinic.script(["client ruiz", "appointments"], ["--json"]).output).compactMap
      {
        item in (item["starts"] as? String).map { "\($0) \(item["state"] ?? "")" }
      }
    }
    try type("book 11:00 every=1d times=2", "Booked: Wed 25 Nov 11:00, 60 min.")
    let booked = ["2026-11-24T11:00:00+00:00 booked", "2026-11-25T11:00:00+00:00 booked"]
    #expect(try state() == booked)
    for (line, told) in [
      ("cancel 1 has the flu", "Cancelled: Tue 24 Nov 11:00"),
      ("move 2 thu 8:00", "Moved from Wed 25 Nov 11:00 to Thu 26 Nov 08:00, 60 min."),
    ] {
      try type("appointments", "Wed 25 Nov 11:00")
      try type(line, told)
      let changed = try state()
      #expect(changed != booked)
      try type("undo", "(1 record) for Ann Ruiz. Type redo to bring it back.")
      #expect(try state() == booked)
      try type("redo", "Brought back ")
      #expect(try state() == changed)
      try type("undo", "Took back ")
    }
    try clinic.set("2026-11-24T11:30")
    try type("appointments", "past")
    try type("noshow 2", "Did not come: Tue 24 Nov 11:00")
    #expect(try state().contains("2026-11-24T11:00:00+00:00 no_show"))
    try type("undo", "Took back noshow of 11:30")
    try type("undo", "Took back book of 10:16 (2 records)")
    #expect(try state().isEmpty)
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    #expect(try clinic.script(["verify"]).ending == .code(0))
    let doctor = try clinic.command(["doctor"] + clinic.arguments)
    #expect(doctor.ending == .code(0), "\(doctor.errors)")
  }

  @Test func `the end of a session offers a time that is free`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ben Okafor born=1970", "book 8 dec 10:00 45"])
    let terminal = try clinic.inSession()
    terminal.type("end")
    for _ in 0..<4 {
      try terminal.expect("> ")
      terminal.type("")
    }
    try terminal.expect("Pain after")
    terminal.type("2")
    try terminal.expect("Rebook [2 weeks: Tue 8 Dec 10:45]: ")
    terminal.type("8 dec 10:00")
    try terminal.expect("Tue 8 Dec 2026, 10:00 to 10:45 is taken.")
    try terminal.expect("Rebook [2 weeks: Tue 8 Dec 10:45]: ")
    terminal.type("")
    try terminal.expect("Booked: Tue 8 Dec 10:45, 60 min.")
  }

  @Test func `the front desk books, moves and cancels with anybody, and reads nothing clinical`()
    throws
  {
    let clinic = try PeopleTests().staffed()
    func fay(_ lines: [String]) throws -> Outcome {
      try PeopleTests().script(clinic, as: "fay", lines)
    }
    let unnamed = try fay(["book ann thu 9:00"])
    #expect(unnamed.ending == .code(4))
    #expect(unnamed.errors.contains("say with whom. Add with=kim or with=lee"))
    let told = try fay([
      "new Ben Okafor", "book ann thu 9:00 with=kim", "book thu 9:00 with=lee", "client ann",
      "appointments", "move 1 9:30 with=lee", "back", "appointments",
    ])
    #expect(told.ending == .code(1))
    #expect(told.errors.contains("Thu 26 Nov 2026, 09:00 to 10:00 is taken."), "\(told.errors)")
    let moved = try fay(["client ann", "move 1 10:00 with=lee", "back", "appointments", "today"])
    #expect(moved.ending == .code(0), "\(moved.errors)")
    for row in [
      "  1  09:00  Ben Okafor          60 min   with J. Lee",
      "  2  10:00  Ann Ruiz            60 min   with J. Lee",
      "Moved from Thu 26 Nov 09:00 to Thu 26 Nov 10:00, 60 min, with J. Lee.",
    ] { #expect(moved.output.contains(row), "\(moved.output)") }
    let cancelled = try fay(["client ann", "cancel 1 asked by telephone", "appointments", "undo"])
    #expect(cancelled.output.contains("cancelled: asked by telephone"), "\(cancelled.errors)")
    #expect(cancelled.output.contains("Took back cancel of 10:16 (1 record) for C0001."))
    for word in ["tight neck", "trigger", "pain", "slept"] {
      #expect(!(moved.output + cancelled.output).contains(word))
    }
    try clinic.set("2026-11-26T08:00")
    let day = try PeopleTests().script(clinic, as: "kim", ["today"]).output
    #expect(day.contains("first visit, with J. Lee"), "\(day)")
    #expect(day.contains("visit 2, with J. Lee"))
    let reads = try PeopleTests().script(clinic, as: "abe", ["audit client=C0001 person=fay"])
    #expect(!reads.output.contains("read the chart"), "\(reads.output)")
  }
}
