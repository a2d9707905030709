import TechniqueKit

extension Practice {
  /// Gives a client a time.
  ///
  /// - Throws: `ClinicError.bookedInPast`.
  public func book(
    _ appointment: Appointment, in chart: ID<Chart>
  ) throws -> [RecordNumber] {
    guard appointment.startsAt > now else { throw ClinicError.bookedInPast }
    return try append([.appointment(appointment)], to: chart, at: appointment.startsAt)
  }

  /// The next appointment of a chart after now.
  public func nextAppointment(_ chart: Chart) -> Appointment? {
    chart.appointments.filter { $0.startsAt > now }.min { $0.startsAt < $1.startsAt }
  }

  /// What is offered for the next visit: so many days later at the hour of the session in hand, or of
  /// the last one, on a quarter of an hour, and as long as that one.
  public func proposedAppointment(_ chart: Chart, days: Int = 14) -> Appointment {
    let inHand = try? currentVisit(of: chart.id)
    let last = chart.lastVisit?.record
    let time = (inHand?.clock.startedAt ?? last?.startedAt ?? now).local
    return Appointment(
      startsAt: Instant(
        today.adding(days: days), hour: time.hour, minute: time.minute / 15 * 15),
      minutes: inHand?.start.template.length ?? last?.template.length ?? 60)
  }

  /// The time that somebody means by `2w`, `tue`, `8 dec 10:15`; the hour of the last session where
  /// none is named. `nil` when it is none.
  public func appointment(typed: String, _ chart: Chart) -> Appointment? {
    let proposed = proposedAppointment(chart)
    var words = typed.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return proposed }
    var clock: (hour: Int, minute: Int)?
    if let last = words.last, let time = LocalTime.clock(typed: last) {
      clock = time
      words.removeLast()
    }
    let date = words.isEmpty ? today : CalendarDate(coming: words.joined(separator: " "), today)
    guard let date else { return nil }
    let usual = proposed.startsAt.local
    return Appointment(
      startsAt: Instant(
        date, hour: clock?.hour ?? usual.hour, minute: clock?.minute ?? usual.minute),
      minutes: proposed.minutes)
  }
}
