import ClinicCore
import LineEditor
import TechniqueKit

extension Verb {
  static let appointments = Verb(
    name: "appointments", group: .book,
    usage: "appointments [all] [DAY] [with=LOGIN] [from=DATE] [until=DATE]",
    does: "those of the open client; else, or with all, of every client in the coming 7 days",
    example: "appointments",
    moreExamples: ["appointments thu", "appointments all with=kim from=1dec until=6dec"],
    seeAlso: ["book", "move", "cancel", "noshow", "today"],
    takes: .words("with=LOGIN", "from=DATE", "until=DATE")
  ) { shell, rest in
    try shell.list(try shell.wantedAppointments(try Words(rest)))
  }

  static let move = Verb(
    name: "move", group: .book, usage: "move N WHEN [TIME] [MIN] [with=LOGIN]",
    does: "another time for row N of appointments", example: "move 1 thu 11:00",
    moreExamples: ["move 2 9:30", "move 1 2w with=kim"], seeAlso: ["appointments", "cancel"],
    takes: .words("with=LOGIN")
  ) { shell, rest in
    let words = try Words(rest)
    let booked = try shell.appointment(row: words.bare.first, "move 1 thu 11:00")
    let day = words.bare.dropFirst().joined(separator: " ")
    guard let typed = TypedAppointment(day, today: shell.practice.today), typed.before.isEmpty
    else {
      throw Failure.usage(
        day.isEmpty
          ? "move needs a day or a time." : "\"\(day)\" is not a day or a time I can read.",
        hint: dayExamples("move 1"))
    }
    let old = booked.appointment
    let appointment = typed.appointment(
      like: old, on: old.startsAt.local(in: shell.zone).date,
      with: try words["with"].map { try shell.person($0).id }, in: shell.zone)
    shell.wrote(try shell.practice.move(booked, to: appointment))
    try shell.tellChange(of: booked, "Moved from \(shell.words(for: old)) to")
  }

  static let cancel = Verb(
    name: "cancel", group: .book, usage: "cancel N [REASON]",
    does: "call off row N of appointments", example: "cancel 1 has the flu",
    moreExamples: ["cancel 2"], seeAlso: ["appointments", "move", "noshow"],
    takes: .text
  ) { shell, rest in
    let parts = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let booked = try shell.appointment(row: parts.first, "cancel 1 has the flu")
    let reason = parts.count == 2 ? parts[1] : nil
    shell.wrote(try shell.practice.cancel(booked, reason: reason))
    try shell.tellChange(of: booked, "Cancelled:")
  }

  static let noshow = Verb(
    name: "noshow", group: .book, usage: "noshow N",
    does: "the client of row N of appointments did not come", example: "noshow 1",
    seeAlso: ["appointments", "cancel"],
    takes: .line
  ) { shell, rest in
    let booked = try shell.appointment(row: rest, "noshow 1")
    shell.wrote(try shell.practice.markMissed(booked))
    try shell.tellChange(of: booked, "Did not come:")
  }
}

extension Shell {
  /// The appointment in a row of the last list of appointments, or of the open client's when there is
  /// no such list, as it stands now.
  fileprivate func appointment(row typed: String?, _ example: String) throws -> BookedAppointment {
    guard let number = typed.flatMap({ Int(place: $0) }) else {
      throw Failure.usage(
        "that needs the number of a row of appointments.", hint: "Example: \(example)")
    }
    let list = try listedAppointments ?? practice.appointments(of: openClient().chart)
    guard number > 0, number <= list.count else {
      throw Failure.notFound(
        list.isEmpty
          ? listedAppointments == nil
            ? "this client has no appointment." : "the last list has no appointment."
          : "there is no row \(number); there are \(list.count). Nothing was changed.",
        hint: "Type appointments for the list.")
    }
    return try asItStands(list[number - 1])
  }

  private func asItStands(_ booked: BookedAppointment) throws -> BookedAppointment {
    guard
      let now = try practice.appointments(of: booked.chart).first(where: {
        $0.entry == booked.entry
      })
    else { throw StoreError.stale("this appointment was taken back meanwhile.") }
    return now
  }

  /// Says what an appointment is now, after what was done to it.
  fileprivate func tellChange(of booked: BookedAppointment, _ what: String) throws {
    let now = try asItStands(booked)
    let client = try practice.client(booked.chart)
    let colleagues = try Colleagues(practice)
    let whose = client.chart == self.client?.chart ? "" : ", \(name(of: client))"
    say(
      "       \(what) \(words(for: now.appointment)), \(now.appointment.minutes) min"
        + "\(colleagues.with(now.appointment.therapist))\(whose).", indent: 7)
    let was = booked.appointment.startsAt
    item(
      json(now, client, login: colleagues.login(of: now)).with([
        "was": was == now.appointment.startsAt ? nil : .string(was.iso(in: zone))
      ]))
  }
}
