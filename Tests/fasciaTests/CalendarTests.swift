import Foundation
import TerminalTesting
import Testing

/// Appointments as a file for calendar programs, read by a parser that is not Fascia's.
@Suite struct CalendarTests {
  /// Prints each event that the parser of the package `icalendar` finds, one JSON object a line.
  static let reader = """
    import icalendar, json, sys
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
    assert str(calendar['version']) == '2.0' and str(calendar['method']) == 'PUBLISH'
    for event in calendar.walk('VEVENT'):
        told = {name: event[name].dt.strftime('%Y-%m-%dT%H:%M:%S%z')
                for name in ('dtstart', 'dtend', 'dtstamp')}
        told.update({name: str(event[name]) for name in ('uid', 'sequence', 'status', 'summary')})
        told['contact'] = str(event.get('contact', ''))
        print(json.dumps(told))
    """

  static func events(_ path: String) throws -> [[String: String]] {
    let read = try run("/usr/bin/python3", ["-c", reader, path], environment: ["LANG": "C.UTF-8"])
    try #require(read.ending == .code(0), "\(read.errors)")
    return try read.output.split(separator: "\n").map {
      try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
    }
  }

  @Test func `another program reads what was booked, and takes the newer file`() throws {
    let clinic = try Clinic()
    let path = clinic.folder + "/clinic.ics"
    _ = try clinic.script([
      "new Ann Ruiz born=1984", "book thu 9:00 45", "new Ben Okafor", "book fri 14:30",
    ])
    #expect(try clinic.script(["calendar \(path)"]).ending == .code(0))
    let first = try Self.events(path)
    #expect(first.map { $0["summary"] } == ["Appointment C0001", "Appointment C0002"])
    #expect(
      first.map { $0["dtstart"] } == ["2026-11-26T09:00:00+0000", "2026-11-27T14:30:00+0000"])
    #expect(first.map { $0["dtend"] } == ["2026-11-26T09:45:00+0000", "2026-11-27T15:30:00+0000"])
    #expect(first.map { $0["dtstamp"] } == Array(repeating: "2026-11-24T10:16:00+0000", count: 2))
    #expect(first.map { $0["sequence"] } == ["0", "0"])
    #expect(first.map { $0["status"] } == ["CONFIRMED", "CONFIRMED"])
    #expect(first.map { $0["contact"] } == ["J. Lee", "J. Lee"])
    _ = try clinic.script(["appointments", "move 1 thu 10:00", "cancel 2"])
    #expect(try clinic.script(["calendar \(path)"]).ending == .code(0))
    let second = try Self.events(path)
    #expect(second.map { $0["uid"] } == first.map { $0["uid"] })
    #expect(second.map { $0["sequence"] } == ["1", "1"])
    #expect(second.map { $0["status"] } == ["CONFIRMED", "CANCELLED"])
    #expect(second[0]["dtstart"] == "2026-11-26T10:00:00+0000")
    // Taking back is one more change.
    _ = try clinic.script(["client okafor", "undo", "calendar \(path)"])
    let third = try Self.events(path)
    #expect(third[1]["status"] == "CONFIRMED" && third[1]["sequence"] == "2")
  }

  @Test func `names are in it only when they are asked for, and that is said`() throws {
    let clinic = try Clinic()
    let path = clinic.folder + "/names.ics"
    let name = "Zoë \"Z\" d'Ör, the; \\second of a very long name indeed that is folded"
    _ = try clinic.script([
      "new \"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"",
      "book thu 9:00",
    ])
    let told = try clinic.script(["calendar \(path) names=yes"])
    #expect(told.output.contains("The file holds names of clients."), "\(told.errors)")
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") } && lines.last == "")
    #expect(try Self.events(path).map { $0["summary"] } == ["Zoë f"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    _ = try clinic.script(["calendar \(path)"])
    let without = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!without.contains("Zoë") && without.contains("Appointment C0001"))
    let trail = try clinic.script(["audit"]).output
    #expect(trail.contains("a calendar of 1 appointment, with names"), "\(trail)")
  }

  @Test func `what is no calendar is never replaced, and a failure leaves the old one`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz", "book thu 9:00"])
    let path = clinic.folder + "/letter.txt"
    try "Dear Dr Okoye".write(toFile: path, atomically: true, encoding: .utf8)
    let refused = try clinic.script(["calendar \(path)"])
    #expect(refused.ending == .code(1))
    #expect(refused.errors.contains("there is a file \(path) already. Nothing was written."))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Dear Dr Okoye")
    let left = try FileManager.default.contentsOfDirectory(atPath: clinic.folder)
    #expect(!left.contains { $0.contains("unfinished") })
    #expect(try clinic.script(["calendar /dev/full/a.ics"]).ending == .code(1))
  }

  @Test func `one therapist's calendar holds the appointments with them`() throws {
    let clinic = try PeopleTests().staffed()
    let path = clinic.folder + "/kim.ics"
    let lines = [
      "book ann thu 9:00 with=kim", "book ann fri 9:00 with=lee", "calendar \(path) with=kim",
    ]
    let told = try PeopleTests().script(clinic, as: "fay", lines)
    #expect(told.ending == .code(0), "\(told.errors)")
    #expect(told.output.contains("Wrote 1 appointment to "))
    #expect(try Self.events(path).map { $0["contact"] } == ["Kim Doe"])
    #expect(try PeopleTests().script(clinic, as: "abe", ["calendar \(path)"]).ending == .code(1))
  }

  /// Status and sequence of each event by its UID, and the text between.
  static func told(_ path: String) throws -> [String: (status: String, sequence: Int, text: String)]
  {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var found: [String: (status: String, sequence: Int, text: String)] = [:]
    for event in text.components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst() {
      func value(_ name: String) -> String {
        event.components(separatedBy: "\r\n").first { $0.hasPrefix("\(name):") }
          .map { String($0.dropFirst(name.count + 1)) } ?? ""
      }
      #expect(found[value("UID")] == nil, "told twice")
      found[value("UID")] = (value("STATUS"), Int(value("SEQUENCE")) ?? -1, event)
    }
    return found
  }

  @Test(arguments: [
    (["cancel 1 flu"], "CANCELLED"), (["undo"], "CANCELLED"), (["move 1 fri 10:00"], "CONFIRMED"),
    (["move 1 fri 10:00", "cancel 1"], "CANCELLED"), (["undo", "redo"], "CONFIRMED"),
    (["move 1 fri 10:00", "undo", "undo"], "CANCELLED"),
    (["back", "erase C0001 reason=asked confirm=C0001"], "CANCELLED"),
    (["move 1 fri 10:00", "back", "erase C0001 reason=asked confirm=C0001"], "CANCELLED"),
  ])
  func `nothing that was in a calendar vanishes from it, and its sequence rises`(
    lines: [String], status: String
  ) throws {
    let clinic = try Clinic()
    let path = clinic.folder + "/clinic.ics"
    _ = try clinic.script(["new Ann Ruiz born=1984", "book thu 9:00 45", "calendar \(path)"])
    let before = try Self.told(path)
    let (uid, first) = try #require(before.first)
    #expect(before.count == 1 && first.status == "CONFIRMED")
    let outcome = try clinic.script(["client ruiz"] + lines + ["calendar \(path)"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    let after = try Self.told(path)
    let event = try #require(after[uid])
    #expect(after.count == 1 && event.status == status, "\(event)")
    #expect(event.sequence > first.sequence, "\(event)")
    if lines.contains(where: { $0.hasPrefix("erase") }) {
      for word in ["Ann", "C0001", "Lee", "DTEND"] { #expect(!event.text.contains(word)) }
    }
    let read = try run(
      "/usr/bin/python3",
      [
        "-c", "import icalendar,sys;icalendar.Calendar.from_ical(open(sys.argv[1],'rb').read())",
        path,
      ],
      environment: ["LANG": "C.UTF-8"])
    #expect(read.ending == .code(0), "\(read.errors)")
  }

  @Test func `what went to somebody else is cancelled in the calendar it was in`() throws {
    let clinic = try PeopleTests().staffed()
    let (kim, lee) = (clinic.folder + "/kim.ics", clinic.folder + "/lee.ics")
    func fay(_ lines: [String]) throws {
      let outcome = try PeopleTests().script(clinic, as: "fay", ["client id=C0001"] + lines)
      #expect(outcome.ending == .code(0), "\(outcome.errors)")
    }
    let write = ["calendar \(kim) with=kim", "calendar \(lee) with=lee"]
    try fay(["book thu 9:00 with=kim"] + write)
    let first = try #require(try Self.told(kim).first)
    #expect(try Self.told(lee).isEmpty)
    try fay(["appointments", "move 1 thu 11:00 with=lee"] + write)
    let left = try #require(try Self.told(kim)[first.key])
    #expect(left.status == "CANCELLED" && left.sequence > first.value.sequence)
    #expect(try Self.told(lee)[first.key]?.status == "CONFIRMED")
    try fay(["appointments", "move 1 thu 12:00 with=kim"] + write)
    #expect(try Self.told(kim)[first.key]?.status == "CONFIRMED")
    #expect(try Self.told(lee)[first.key]?.status == "CANCELLED")
  }

  @Test func `a no-show stays where it was and says so`() throws {
    let clinic = try Clinic()
    let path = clinic.folder + "/clinic.ics"
    _ = try clinic.script(["new Ann Ruiz born=1984", "book 11:00", "calendar \(path)"])
    let first = try #require(try Self.told(path).first)
    try clinic.set("2026-11-24T13:00")
    _ = try clinic.script(["client ruiz", "noshow 1", "calendar \(path)"])
    let missed = try #require(try Self.told(path)[first.key])
    #expect(missed.status == "CONFIRMED" && missed.sequence > first.value.sequence)
    #expect(missed.text.contains("SUMMARY:Appointment C0001 (no-show)\r\n"), "\(missed.text)")
  }
}
