import ClinicCore
import ClinicReports
import Foundation
import TechniqueKit

extension Verb {
  static let calendar = Verb(
    name: "calendar", group: .book, usage: "calendar [FILE] [with=LOGIN] [names=yes]",
    does: "the coming appointments as a file for calendar programs, without names",
    example: "calendar ~/clinic.ics", moreExamples: ["calendar ~/kim.ics with=kim names=yes"],
    seeAlso: ["appointments", "export"],
    takes: .words("with=LOGIN", "names=yes"),
    reachesOut: true
  ) { shell, rest in
    let words = try Words(rest)
    let hasNames = try words["names"].map { typed throws -> Bool in
      guard let isWanted = ["yes": true, "no": false][typed.lowercased()] else {
        throw Failure.usage("names is yes or no.", hint: "Example: calendar ~/kim.ics names=yes")
      }
      return isWanted
    }
    let path = ((words.phrase.isEmpty ? "~/fascia.ics" : words.phrase) as NSString)
      .expandingTildeInPath
    try shell.writeCalendar(
      to: path, with: try words["with"].map { try shell.person($0).id },
      hasNames: hasNames ?? false)
  }
}

extension Shell {
  fileprivate func writeCalendar(
    to path: String, with therapist: ID<Person>?, hasNames: Bool
  ) throws {
    let coming = try practice.comingAppointments(with: therapist)
    let colleagues = try Colleagues(practice)
    let events = try coming.map { booked in
      let client = try practice.client(booked.chart)
      return CalendarFile.Event(
        booked, summary: hasNames ? client.identity.shortName : "Appointment \(client.code)",
        therapist: colleagues.name(booked.appointment.therapist))
    }
    let text = CalendarFile.text(events, at: practice.now)
    // A calendar is written again and again; anything else that stands there is not ours to replace.
    let old = FileManager.default.contents(atPath: path) ?? Data()
    let file = try NewFile(path, mayReplace: old.starts(with: CalendarFile.opening.utf8))
    try file.write(text)
    try file.finish()
    try practice.recordCalendar(appointments: events.count, hasNames: hasNames)
    say("Wrote \(events.count.of("appointment")) to \(path)")
    if hasNames { say("The file holds names of clients. Anyone who has it can read them.") }
    item(
      .fields([
        "path": .string(path), "appointments": .int(events.count), "names": .bool(hasNames),
      ]))
  }
}
