import TechniqueKit

extension Practice {
  /// Gives a client a time, or several of them: all or none.
  ///
  /// - Throws: `ClinicError.bookedInPast`, `.oddLength`, `.treatsNobody`, or `.taken` with every time
  ///   at which the therapist or the client has another appointment. The store looks for these in the
  ///   transaction that writes, so two programs never give away one time.
  public func book(
    _ appointments: [Appointment], in chart: ID<Chart>
  ) throws -> [RecordNumber] {
    try require(.identities)
    for appointment in appointments { try requireBookable(appointment) }
    return try offeringFreeTime(appointments, in: chart) {
      try commit(
        try appointments.map {
          .appended(try entry(.appointment($0), chart, $0.startsAt))
        })
    }
  }

  public func book(_ appointment: Appointment, in chart: ID<Chart>) throws -> [RecordNumber] {
    try book([appointment], in: chart)
  }

  /// Gives another time, length or therapist to an appointment that has not begun.
  ///
  /// - Throws: what `book` does, and `ClinicError.appointmentClosed`, `.appointmentBegan`.
  public func move(
    _ booked: BookedAppointment, to appointment: Appointment
  ) throws -> [RecordNumber] {
    try require(.identities)
    try requireStanding(booked)
    guard booked.appointment.startsAt > now else { throw ClinicError.appointmentBegan }
    try requireBookable(appointment)
    return try offeringFreeTime([appointment], in: booked.chart, besides: booked.entry) {
      try change(booked, .moved(to: appointment))
    }
  }

  /// - Throws: `ClinicError.appointmentClosed`, `.visitTookPlace`.
  public func cancel(
    _ booked: BookedAppointment, reason: String?
  ) throws -> [RecordNumber] {
    try require(.identities)
    try requireStanding(booked)
    try requireNoVisit(at: booked)
    let reason = reason?.trimmed
    return try change(booked, .cancelled(reason: reason?.isEmpty == true ? nil : reason))
  }

  /// Records that the client did not come.
  ///
  /// - Throws: `ClinicError.appointmentClosed`, `.appointmentToCome`, `.visitTookPlace`.
  public func markMissed(_ booked: BookedAppointment) throws -> [RecordNumber] {
    try require(.identities)
    try requireStanding(booked)
    guard booked.appointment.startsAt <= now else { throw ClinicError.appointmentToCome }
    try requireNoVisit(at: booked)
    return try change(booked, .missed)
  }

  private func change(
    _ booked: BookedAppointment, _ what: AppointmentChange.What
  ) throws -> [RecordNumber] {
    let change = AppointmentChange(of: booked.entry, what)
    return try commit([.appended(try entry(.appointmentChanged(change), booked.chart))])
  }

  private func requireStanding(_ booked: BookedAppointment) throws {
    guard booked.state == .booked else { throw ClinicError.appointmentClosed(booked.state) }
  }

  private func requireBookable(_ appointment: Appointment) throws {
    guard appointment.startsAt > now else { throw ClinicError.bookedInPast }
    guard Appointment.lengths.contains(appointment.minutes) else {
      throw ClinicError.oddLength(appointment.minutes)
    }
    guard try therapists().contains(where: { $0.id == appointment.therapist }) else {
      throw ClinicError.treatsNobody
    }
  }

  /// Those who may treat, and so can be booked.
  public func therapists() throws -> [Person] {
    try people().filter { $0.removedAt == nil && $0.treats }
  }

  /// With whom an appointment is made when nobody is named: the person at work when they treat, else
  /// the only one who does.
  ///
  /// - Throws: `ClinicError.therapistNotNamed`.
  public func usualTherapist() throws -> ID<Person> {
    let own = try atWork()
    if own.treats { return own.id }
    let others = try therapists()
    guard others.count == 1, let only = others.first else {
      throw ClinicError.therapistNotNamed(others.map(\.profile.login).sorted())
    }
    return only.id
  }

  // MARK: Reading

  /// A client's appointments: those to come, earliest first, then the others, latest first. No chart
  /// is read.
  public func appointments(of chart: ID<Chart>) throws -> [BookedAppointment] {
    try require(.identities)
    let all = try store.appointments(of: chart)
    let coming = all.filter { $0.state == .booked && $0.appointment.startsAt > now }
    return coming + all.filter { !coming.contains($0) }.reversed()
  }

  /// Appointments of all clients that begin in the given time, whatever became of them, earliest
  /// first.
  public func appointments(from start: Instant, to end: Instant) throws -> [BookedAppointment] {
    try require(.identities)
    return try store.appointments(from: start, to: end)
  }

  /// Leaves in the trail that appointments are about to be written to a file in the open; with names,
  /// also in the trail of each client who stands in it.
  public func recordCalendar(
    _ appointments: [BookedAppointment], hasNames: Bool, to path: String
  ) throws {
    try require(.identities)
    let count = appointments.count.of("appointment")
    guard hasNames else {
      return try store.recordExchange(.exported, "a calendar of \(count), without names")
    }
    let byChart = Dictionary(grouping: appointments, by: \.chart)
    try store.recordDisclosures(
      byChart.keys.sorted().map { chart in
        let own = (byChart[chart] ?? []).count.of("appointment")
        return (chart, Disclosure("a calendar with the name, \(own)", to: .file(path)).words)
      }, exported: "a calendar of \(count), with names")
  }

  /// The next appointment of a chart after now.
  public func nextAppointment(_ chart: Chart) -> Appointment? {
    chart.appointments.filter { $0.state == .booked && $0.appointment.startsAt > now }
      .map(\.appointment).min { $0.startsAt < $1.startsAt }
  }

  // MARK: Offering

  /// What is offered for the next visit: so many days later at the hour of the session in hand, or of
  /// the last one, on a quarter of an hour and as long as that one; later on that day when it is taken.
  public func proposedAppointment(_ chart: Chart, days: Int = 14) throws -> Appointment {
    let usual = try usualAppointment(chart)
    let local = usual.startsAt.local(in: zone)
    let wanted = usual.moved(
      to: Instant(
        today.adding(days: days), hour: local.hour, minute: local.minute, in: zone))
    return try nextFree([wanted], in: chart.id, besides: nil).map(wanted.moved) ?? wanted
  }

  /// The time that somebody means by `2w`, `tue`, `8 dec 10:15 45`; hour and length of the last
  /// session where none is named. `nil` when it is none.
  public func appointment(typed: String, _ chart: Chart) throws -> Appointment? {
    guard let meant = TypedAppointment(typed, today: today), meant.before.isEmpty else {
      return nil
    }
    return meant.appointment(like: try usualAppointment(chart), on: today, in: zone)
  }

  /// The hour and length that a client is used to; 60 minutes for somebody who does not read charts.
  ///
  /// - Parameter therapist: who was named; the usual one otherwise.
  public func usualAppointment(
    of client: ClientListing, with therapist: ID<Person>? = nil
  ) throws -> Appointment {
    if permits(.charts, of: client.chart) {
      return try usualAppointment(try chart(client.chart), with: therapist)
    }
    return try usualAppointment(client.lastSeen, minutes: nil, with: therapist)
  }

  private func usualAppointment(
    _ chart: Chart, with therapist: ID<Person>? = nil
  ) throws -> Appointment {
    let inHand = try currentVisit(of: chart.id)
    let last = chart.lastVisit?.record
    return try usualAppointment(
      inHand?.clock.startedAt ?? last?.startedAt,
      minutes: inHand?.start.length ?? last?.planned, with: therapist)
  }

  private func usualAppointment(
    _ last: Instant?, minutes: Int?, with therapist: ID<Person>?
  ) throws -> Appointment {
    let time = (last ?? now).local(in: zone)
    return Appointment(
      startsAt: Instant(time.date, hour: time.hour, minute: time.minute / 15 * 15, in: zone),
      minutes: minutes ?? 60, therapist: try therapist ?? usualTherapist())
  }

  /// Runs `write`; when the times are taken, says so with the next one that is free.
  private func offeringFreeTime(
    _ wanted: [Appointment], in chart: ID<Chart>, besides moved: ID<Entry>? = nil,
    _ write: () throws -> [RecordNumber]
  ) throws -> [RecordNumber] {
    do { return try write() } catch StoreError.taken(let clashes) {
      let free = try nextFree(wanted, in: chart, besides: moved)
      throw ClinicError.taken(clashes, nextFree: free?.local(in: zone))
    }
  }

  /// The first time, on the day of the first of the wanted ones and not before it, from which all of
  /// them are free when all are moved by as much; `nil` when there is none.
  private func nextFree(
    _ wanted: [Appointment], in chart: ID<Chart>, besides moved: ID<Entry>?
  ) throws -> Instant? {
    guard let first = wanted.first else { return nil }
    var offered = wanted
    while offered[0].startsAt.isSameDay(as: first.startsAt, in: zone) {
      let late = try offered.flatMap { appointment in
        let one = BookedAppointment(
          entry: moved ?? "", chart: chart, appointment: appointment)
        return try store.appointments(clashingWith: one).map {
          $0.appointment.endsAt.milliseconds - appointment.startsAt.milliseconds
        }
      }.max()
      guard let late else { return offered[0].startsAt }
      offered = offered.map { $0.moved(to: $0.startsAt.adding(milliseconds: late)) }
    }
    return nil
  }
}

extension Appointment {
  fileprivate func moved(to start: Instant) -> Appointment {
    Appointment(startsAt: start, minutes: minutes, therapist: therapist)
  }
}
