import TechniqueKit

/// A session by its time, of whichever client: what others are held against.
public struct SessionSpan: Hashable, Sendable {
  public let chart: ID<Chart>
  public let startedAt: Instant
  /// `nil` while it is running.
  public let endedAt: Instant?
  /// Who signed it; `nil` where it is not signed.
  public let author: Author?

  public init(chart: ID<Chart>, startedAt: Instant, endedAt: Instant?, author: Author?) {
    self.chart = chart
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.author = author
  }
}

extension Practice {
  /// What is to be asked about a session before it is kept: whether it ran past midnight, took much longer
  /// than planned, or overlaps another one of the same therapist or client, signed or not.
  ///
  /// - Parameter end: when it ended, or is to end.
  public func doubts(about visit: VisitDraft, endingAt end: Instant) throws -> [Doubt] {
    let span = words(visit.clock.startedAt, end)
    return [pastMidnight(visit, end, span), tooLong(visit, end, span)].compactMap(\.self)
      + (try overlaps(of: visit, end, span))
  }

  private func pastMidnight(_ visit: VisitDraft, _ end: Instant, _ span: String) -> Doubt? {
    // A session that ends with the day does not run past it.
    let last = max(visit.clock.startedAt, end.adding(milliseconds: -1)).date(in: zone)
    guard last != visit.clock.startedAt.date(in: zone) else { return nil }
    return Doubt("midnight:\(last)", "the session ran past midnight, \(span)")
  }

  private func tooLong(_ visit: VisitDraft, _ end: Instant, _ span: String) -> Doubt? {
    var clock = visit.clock
    clock.apply(.ended, at: end)
    let planned = clock.minutes.reduce(0, +)
    let minutes = clock.elapsedMinutes(at: end)
    guard VisitRecord.isMuchLonger(minutes, than: planned) else { return nil }
    return Doubt(
      "longer", "the session took \(minutes) min of the \(planned) planned, \(span)",
      minutes: minutes)
  }

  private func overlaps(of visit: VisitDraft, _ end: Instant, _ span: String) throws -> [Doubt] {
    let start = visit.clock.startedAt
    let own = visit.draft
    let therapist = try store.people().first { $0.id == own.person }?.author
    let signed = try store.sessions(endingAfter: start, startingBefore: end).filter {
      $0.chart == own.chart || $0.author == author || $0.author == therapist
    }
    let drafts = try store.openDrafts(of: nil).filter {
      $0.kind == .visit && $0.id != own.id && ($0.chart == own.chart || $0.person == own.person)
    }.compactMap { draft in
      VisitDraft(draft, events: try events(of: draft)).map {
        SessionSpan(
          chart: draft.chart, startedAt: $0.clock.startedAt, endedAt: $0.clock.endedAt,
          author: nil)
      }
    }
    return (signed + drafts).filter { $0.startedAt < end && start < $0.endedAt ?? now }
      .sortedByTime(\.startedAt).map { other in
        let whose =
          other.chart == own.chart ? "another one with this client" : "one with another client"
        return Doubt(
          "overlap:\(other.chart):\(other.startedAt.milliseconds)",
          "the session, \(span), overlaps \(whose), \(words(other.startedAt, other.endedAt))")
      }
  }

  /// `29 Nov 2026 10:00 to 30 Nov 2026 20:05`: both days, also where they are one.
  private func words(_ start: Instant, _ end: Instant?) -> String {
    func told(_ instant: Instant) -> String {
      let local = instant.local(in: zone)
      return "\(DateWords.full(local.date)) \(local.clock)"
    }
    return "\(told(start)) to \(end.map(told) ?? "now")"
  }

  /// Ends a session.
  ///
  /// - Parameters:
  ///   - time: when it ended; now, where it is left out.
  ///   - reason: why what is asked about it is right all the same.
  /// - Throws: as `steps` does, and `ClinicError.doubtful`, `ClinicError.emptyReason`.
  public func end(
    _ visit: VisitDraft, at time: Instant? = nil, anyway reason: String? = nil
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    let end = try past(time)
    try requirePossible(.ended, in: visit, at: end)
    let answer = try settle(
      try doubts(about: visit, endingAt: end), about: visit, because: reason)
    let answered: [DraftEvent.Step] = answer.map { [.overrode($0)] } ?? []
    return try steps(answered + [.ended], in: visit, at: end)
  }

  /// - Returns: what answers the questions that are open; `nil` where none is.
  func settle(
    _ doubts: [Doubt], about visit: VisitDraft, because reason: String?
  ) throws -> Override? {
    do {
      return try overriding(
        visit.overrides.open(doubts), asked: visit.questioned, because: reason)
    } catch ClinicError.doubtful(let open) {
      // What was asked is on record, so that an answer is to that and to nothing that comes up later. It
      // is no command, and so is not taken back.
      if visit.questioned != open {
        try store.commit([
          .drafted(DraftEvent(at: now, .questioned(doubts: open)), in: visit.draft)
        ])
      }
      throw ClinicError.doubtful(open)
    }
  }
}

extension VisitRecord {
  /// By more than half, and by a quarter of an hour at least.
  static func isMuchLonger(_ minutes: Int, than planned: Int) -> Bool {
    let over = minutes - planned
    return over * 2 > planned && over >= 15
  }
}
