import ClinicCore
import LineEditor
import TechniqueKit

/// Which appointments somebody wants to see: whose, of which days, and with whom.
struct WantedAppointments {
  /// Whether those of every client are wanted, also while a chart is open.
  let isOfAll: Bool
  let from: CalendarDate?
  let until: CalendarDate?
  let therapist: Person?

  var namesDays: Bool { from != nil || until != nil }

  func contains(_ booked: BookedAppointment, in zone: ClinicZone) -> Bool {
    let day = booked.appointment.startsAt.date(in: zone).dayNumber
    return day >= from?.dayNumber ?? .min && day <= until?.dayNumber ?? .max
      && (therapist == nil || booked.appointment.therapist == therapist?.id)
  }
}

extension Shell {
  /// Reads `all thu with=kim`.
  ///
  /// - Throws: `Failure` for what is no day, `PlanningError.notADate`.
  func wantedAppointments(_ words: Words) throws -> WantedAppointments {
    let hint = "Example: appointments thu, or appointments all with=kim"
    func day(_ typed: String) throws -> CalendarDate {
      let today = practice.today
      guard let day = CalendarDate(coming: typed, today) ?? CalendarDate(past: typed, today),
        day.day != nil
      else { throw Failure.usage("\"\(typed)\" is not a day I can read.", hint: hint) }
      return day
    }
    let isOfAll = words.bare.first?.lowercased() == "all"
    let named = words.bare.dropFirst(isOfAll ? 1 : 0).joined(separator: " ")
    var (from, until) = (try words["from"].map(day), try words["until"].map(day))
    if !named.isEmpty {
      guard from == nil, until == nil else {
        throw Failure.usage("appointments takes one day, or from= and until=.", hint: hint)
      }
      from = try day(named)
      until = from
    }
    if let from, let until, until.dayNumber < from.dayNumber {
      throw Failure.usage(
        "until=\(until) is before from=\(from).", hint: "Example: appointments from=1dec until=6dec"
      )
    }
    return WantedAppointments(
      isOfAll: isOfAll || client == nil, from: from, until: until,
      therapist: try words["with"].map(person))
  }

  func list(_ wanted: WantedAppointments) throws {
    if let client, !wanted.isOfAll {
      try list(wanted, of: client)
    } else {
      try listOfAll(wanted)
    }
  }

  private func list(_ wanted: WantedAppointments, of client: ClientListing) throws {
    let all = try practice.appointments(of: client.chart).filter { wanted.contains($0, in: zone) }
    let colleagues = try Colleagues(practice)
    rows = all.map { _ in client }
    listedAppointments = all
    say(
      "Appointments of \(client.identity.name)\(words(for: wanted)). Of all clients: appointments "
        + "all", indent: 2)
    if all.isEmpty {
      let isAny = wanted.namesDays || wanted.therapist != nil
      say(isAny ? "None." : "No appointments yet. To make one type: book 2w")
    }
    // A year makes one longer.
    let longest = all.map { DisplayWidth.of(words(for: $0.appointment)) }.max() ?? 0
    try page(all) { [self] number, booked in
      let columns = [
        words(for: booked.appointment), "\(booked.appointment.minutes) min",
        words(forStateOf: booked) + colleagues.with(booked.appointment.therapist),
      ]
      say(appointmentRow(number, columns, widths: [max(17, longest), 7, 0]))
      item(json(booked, client, number: number, login: colleagues.login(of: booked)))
    }
  }

  private func listOfAll(_ wanted: WantedAppointments) throws {
    let today = practice.today
    let isPast = wanted.until.map { $0.dayNumber < today.dayNumber } ?? false
    let first = wanted.from ?? (isPast ? wanted.until?.adding(days: -6) : nil) ?? today
    let last = wanted.until ?? first.adding(days: wanted.from == nil ? 6 : 365)
    let coming = try practice.appointments(
      from: Instant(first, in: zone), to: Instant(last.adding(days: 1), in: zone)
    ).filter { $0.state != .cancelled && wanted.contains($0, in: zone) }
    let all = try coming.map { ($0, try practice.client($0.chart)) }
    let colleagues = try Colleagues(practice)
    rows = all.map(\.1)
    listedAppointments = coming
    let days = wanted.namesDays ? "" : ", the coming 7 days"
    let other = client.map { _ in ". Of the open client: appointments" } ?? ""
    say("Appointments of all clients\(days)\(words(for: wanted))\(other)", indent: 2)
    if all.isEmpty { say("None.") }
    var heading = ""
    try page(all) { [self] number, row in
      let (booked, client) = row
      let start = booked.appointment.startsAt.local(in: zone)
      let day = DateWords.shortWithWeekday(start.date, today: today)
      if day != heading { say(day) }
      heading = day
      let columns = [
        start.clock, client.identity.name, "\(booked.appointment.minutes) min",
        (booked.state == .missed ? booked.state.words : "")
          + colleagues.with(booked.appointment.therapist),
      ]
      say(appointmentRow(number, columns, widths: [5, 18, 7, 0]))
      item(json(booked, client, number: number, login: colleagues.login(of: booked)))
    }
  }

  /// `, Thu 26 Nov, with Kim Doe`
  private func words(for wanted: WantedAppointments) -> String {
    func day(_ date: CalendarDate) -> String {
      DateWords.shortWithWeekday(date, today: practice.today)
    }
    var parts: [String] = []
    switch (wanted.from, wanted.until) {
    case (nil, nil): break
    case (let from?, nil): parts.append("from \(day(from))")
    case (nil, let until?): parts.append("until \(day(until))")
    case (let from?, let until?):
      parts.append(from == until ? day(from) : "\(day(from)) to \(day(until))")
    }
    if let therapist = wanted.therapist { parts.append("with \(therapist.profile.name)") }
    return parts.map { ", \($0)" }.joined()
  }

  private func appointmentRow(_ number: Int, _ columns: [String], widths: [Int]) -> String {
    let columns = columns.map { $0.hasPrefix(", ") ? String($0.dropFirst(2)) : $0 }
      .filter { !$0.isEmpty }
    return row(number, columns, widths: widths.prefix(columns.count - 1) + [0])
  }
}
