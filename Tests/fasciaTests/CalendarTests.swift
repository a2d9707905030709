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
}
