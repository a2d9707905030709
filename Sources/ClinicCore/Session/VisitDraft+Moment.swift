import TechniqueKit

extension VisitDraft {
  /// Whether its planned time was over already when somebody wrote that it began.
  public var isEnteredLate: Bool {
    start.typedAt.map { clock.startedAt.adding(minutes: start.length) <= $0 } ?? false
  }

  /// The time of what is typed now and does not say when it was: now, while the session goes on or has
  /// just ended. In a visit that is entered late, or finished on another day, it is of the visit: of
  /// when its clock was last set, or of its end.
  public func moment(typedAt now: Instant, in zone: ClinicZone) -> Instant {
    if let end = clock.endedAt {
      return isEnteredLate || !end.isSameDay(as: now, in: zone) ? end : now
    }
    return isEnteredLate ? clock.lastSet : now
  }

  /// The same for a score: one before the session is of its start, one after it of its end, or of the
  /// one that is planned.
  func moment(
    typedAt now: Instant, of occasion: Measurement.Occasion, in zone: ClinicZone
  ) -> Instant {
    guard isEnteredLate else { return moment(typedAt: now, in: zone) }
    switch occasion {
    case .before: return clock.startedAt
    case .after:
      return clock.endedAt ?? min(now, clock.startedAt.adding(minutes: start.length))
    case .apart: return moment(typedAt: now, in: zone)
    }
  }
}

extension Practice {
  /// When something of a visit was that is typed now.
  public func moment(in visit: VisitDraft) -> Instant { visit.moment(typedAt: now, in: zone) }

  /// When a score was taken.
  ///
  /// - Parameters:
  ///   - time: as it was typed, if it was.
  ///   - visit: that it belongs to, if it does.
  /// - Throws: `ClinicError.toCome`; `ClinicError.outsideSession` for a score of a visit, unless it is one
  ///   after the session and of the same day.
  func moment(
    _ time: Instant?, of occasion: Measurement.Occasion, in visit: VisitDraft?
  ) throws -> Instant {
    guard let visit else { return try past(time) }
    guard let time else { return visit.moment(typedAt: now, of: occasion, in: zone) }
    let (start, end) = (visit.clock.startedAt, visit.clock.endedAt ?? now)
    let taken = try past(time)
    let isAfter = occasion == .after && taken > end && taken.isSameDay(as: end, in: zone)
    guard start <= taken, taken <= end || isAfter else {
      throw ClinicError.outsideSession(
        from: start.local(in: zone), until: visit.clock.endedAt?.local(in: zone))
    }
    return taken
  }
}
