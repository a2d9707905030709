import TechniqueKit

/// When somebody was treated.
struct TreatedTime: Hashable, Sendable {
  let startsAt: Instant
  let endsAt: Instant
}

extension [BookedAppointment] {
  /// The appointment that a visit kept: the one that it overlaps most, of equals the one that begins
  /// nearest. A visit that began within half an hour of an appointment kept it too.
  ///
  /// - Parameter visit: of the same client.
  /// - Returns: `nil` for a visit without an appointment.
  func kept(by visit: TreatedTime) -> BookedAppointment? {
    func overlap(_ booked: BookedAppointment) -> Int64 {
      let (start, end) = (booked.appointment.startsAt, booked.appointment.endsAt)
      return Swift.max(
        0,
        Swift.min(end, visit.endsAt).milliseconds - Swift.max(start, visit.startsAt).milliseconds)
    }
    func distance(_ booked: BookedAppointment) -> Int64 {
      abs(booked.appointment.startsAt.milliseconds - visit.startsAt.milliseconds)
    }
    return filter { overlap($0) > 0 || distance($0) <= 30 * 60_000 }.max {
      // One that still stands is kept before one that was called off.
      ($0.state == .booked ? 1 : 0, overlap($0), distance($1))
        < ($1.state == .booked ? 1 : 0, overlap($1), distance($0))
    }
  }
}

extension Practice {
  /// The visit that took place at the time of an appointment, signed or not; `nil` where none did. No
  /// note is read for it.
  func visit(keeping booked: BookedAppointment) throws -> TreatedTime? {
    let (start, end) = (booked.appointment.startsAt, booked.appointment.endsAt)
    let day = 24 * 60
    let signed = try store.visits(from: start.adding(minutes: -day), to: end.adding(minutes: day))
      .filter { $0.chart == booked.chart }
      .map { TreatedTime(startsAt: $0.startedAt, endsAt: $0.startedAt.adding(minutes: $0.minutes)) }
    let open = try store.openDrafts(of: booked.chart).filter { $0.kind == .visit }.compactMap {
      VisitDraft($0, events: try events(of: $0)).map { visit in
        let start = visit.clock.startedAt
        return TreatedTime(
          startsAt: start,
          endsAt: visit.clock.endedAt ?? start.adding(minutes: visit.start.length))
      }
    }
    let others = try store.appointments(of: booked.chart)
    return (signed + open).first { others.kept(by: $0)?.entry == booked.entry }
  }

  /// - Throws: `ClinicError.visitTookPlace`.
  func requireNoVisit(at booked: BookedAppointment) throws {
    if let visit = try visit(keeping: booked) {
      throw ClinicError.visitTookPlace(visit.startsAt.local(in: zone))
    }
  }
}

extension Chart {
  /// The appointments that the client did not keep, whatever was said of them: those for which there
  /// is no signed visit.
  var unkeptAppointments: [BookedAppointment] {
    let kept = Set(
      visits.compactMap { visit in
        appointments.kept(
          by: TreatedTime(startsAt: visit.record.startedAt, endsAt: visit.record.endedAt))?.entry
      })
    return appointments.filter { !kept.contains($0.entry) }
  }
}
