import TechniqueKit

/// What a calendar is told of one appointment.
public struct CalendarEvent: Hashable, Sendable {
  /// As it stands for whoever reads the calendar: one that went to somebody else is cancelled there.
  public let booked: BookedAppointment
  /// Whether the client was erased; then nothing but the start is known.
  public let isErased: Bool

  init(_ booked: BookedAppointment, isErased: Bool = false) {
    self.booked = booked
    self.isErased = isErased
  }
}

extension BookedAppointment {
  /// Those whose booking was taken back, as cancelled ones, with what they were last.
  ///
  /// - Parameter entries: of the chart, oldest first, with those that were taken back.
  static func takenBack(_ entries: [Entry]) -> [BookedAppointment] {
    let standing = Set(fold(entries).map(\.entry))
    return fold(entries.filter { $0.content.kind != .retraction }).compactMap { booked in
      guard !standing.contains(booked.entry) else { return nil }
      return BookedAppointment(
        entry: booked.entry, chart: booked.chart, appointment: booked.appointment,
        state: .cancelled, revision: revisions(entries)[booked.entry] ?? 0)
    }
  }

  /// As it was last with a therapist who does not have it any more, as a cancelled one; `nil` where they
  /// never had it.
  func formerly(with therapist: ID<Person>, _ entries: [Entry]) -> BookedAppointment? {
    guard appointment.therapist != therapist else { return nil }
    var last: Appointment?
    for content in entries.map(\.content) {
      switch content {
      case .appointment(let first): if first.therapist == therapist { last = first }
      case .appointmentChanged(let change):
        if change.appointment == entry, case .moved(let to) = change.what,
          to.therapist == therapist
        {
          last = to
        }
      default: continue
      }
    }
    return last.map {
      BookedAppointment(
        entry: entry, chart: chart, appointment: $0, state: .cancelled, revision: revision)
    }
  }
}

extension Practice {
  /// Days back to which a calendar is told that an appointment was called off or missed.
  static let calendarDays = 60

  /// The coming appointments, and every one that a calendar may still show and that was called off,
  /// missed, given to somebody else or taken back since, or whose client was erased. None of them
  /// vanishes: a calendar that read an earlier file keeps what it is not told of.
  ///
  /// - Parameter therapist: whose calendar it is; `nil` for that of all.
  public func calendarEvents(with therapist: ID<Person>?) throws -> [CalendarEvent] {
    try require(.identities)
    let horizon = Instant(today.adding(days: -Self.calendarDays), in: zone)
    var events: [CalendarEvent] = []
    for booked in try store.appointments(from: horizon, to: Instant(milliseconds: .max)) {
      let isOwn = therapist == nil || booked.appointment.therapist == therapist
      if isOwn {
        if booked.state != .booked || booked.appointment.startsAt > now {
          events.append(CalendarEvent(booked))
        }
      } else if let therapist, booked.revision > 0 {
        let entries = try store.appointmentEntries(of: booked.chart).filter {
          $0.id == booked.entry || $0.content.kind == .appointmentChanged
        }
        if let former = booked.formerly(with: therapist, entries) {
          events.append(CalendarEvent(former))
        }
      }
    }
    for chart in try store.chartsWithAppointmentsTakenBack() {
      events += BookedAppointment.takenBack(try store.appointmentEntries(of: chart)).filter {
        $0.appointment.startsAt >= horizon
          && (therapist == nil || $0.appointment.therapist == therapist)
      }.map { CalendarEvent($0) }
    }
    // Who was to treat an erased client is sealed for ever, so that everybody's calendar is told.
    events += try store.erasedAppointments(since: horizon.adding(minutes: -366 * 24 * 60)).map {
      CalendarEvent(
        BookedAppointment(
          entry: $0.entry, chart: "",
          appointment: Appointment(startsAt: $0.startsAt, minutes: 0, therapist: ""),
          state: .cancelled, revision: $0.revision), isErased: true)
    }
    return events.sorted {
      ($0.booked.appointment.startsAt, $0.booked.entry)
        < ($1.booked.appointment.startsAt, $1.booked.entry)
    }
  }
}
