import ClinicCore
import ClinicReports
import Foundation
import TechniqueKit

extension Verb {
  static let calendar = Verb(
    name: "calendar", group: .book, usage: "calendar [FILE] [with=LOGIN] [names=yes]",
    does: "the coming appointments as a file for calendar programs, without names; what was called "
      + "off or erased since is in it as cancelled",
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
    let path = shell.home.expanding(words.phrase.isEmpty ? "~/fascia.ics" : words.phrase)
    try shell.writeCalendar(
      to: path, with: try words["with"].map { try shell.person($0).id },
      hasNames: hasNames ?? false)
  }
}

extension Shell {
  fileprivate func writeCalendar(
    to path: String, with therapist: ID<Person>?, hasNames: Bool
  ) throws {
    let colleagues = try Colleagues(practice)
    let told = try practice.calendarEvents(with: therapist)
    let events = try told.map { event in
      let booked = event.booked
      if event.isErased {
        return CalendarFile.Event(booked, summary: "Appointment", hasEnd: false)
      }
      let client = try practice.client(booked.chart)
      let whose = hasNames ? client.identity.shortName : "Appointment \(client.code)"
      return CalendarFile.Event(
        booked, summary: whose + (booked.state == .missed ? " (no-show)" : ""),
        therapist: colleagues.name(booked.appointment.therapist))
    }
    let text = CalendarFile.text(events, at: practice.now)
    // A calendar is written again and again; anything else that stands there is not ours to replace.
    let old = FileManager.default.contents(atPath: path) ?? Data()
    let file = try NewFile(path, mayReplace: old.starts(with: CalendarFile.opening.utf8))
    let named = told.filter { !$0.isErased }.map(\.booked)
    try practice.recordCalendar(named, hasNames: hasNames, to: path)
    try file.write(text)
    try file.finish()
    say("Wrote \(events.count.of("appointment")) to \(path)")
    if hasNames { say("The file holds names of clients. Anyone who has it can read them.") }
    item(
      .fields([
        "path": .string(path), "appointments": .int(events.count), "names": .bool(hasNames),
      ]))
  }
}
