import TechniqueKit

/// What the therapist sees first: unfinished work, today's visits, the clients seen last.
public struct DayList: Hashable, Sendable {
  public let rows: [Row]

  public struct Row: Hashable, Sendable {
    public let client: ClientListing
    public let kind: Kind
    /// Who began it, where it is somebody's who has no access any more.
    public var begunBy: Author?
  }

  public enum Kind: Hashable, Sendable {
    case running(minutes: Int, of: Int, since: Instant)
    case noteNotSigned(since: Instant, empty: [NoteLine.Section])
    case intakePaused(since: Instant)
    /// With the number that the visit will have.
    case booked(Appointment, number: Int)
    case missed(Appointment)
    /// With the number of the visit, counted from 1 within the chart.
    case seenToday(at: Instant, minutes: Int, number: Int)
    case seenBefore
    case neverSeen
  }
}

extension Practice {
  /// - Parameter limit: the most clients listed without unfinished work or a visit today.
  public func day(limit: Int = 8) throws -> DayList {
    try require(.identities)
    var rows: [DayList.Row] = []
    let isOwn = try isOwn()
    for draft in try store.openDrafts(of: nil) {
      guard let client = try store.client(draft.chart) else { continue }
      let isMine = isOwn(draft)
      rows.append(
        .init(
          client: client, kind: isMine ? try kind(of: draft) : draft.plainKind,
          begunBy: isMine ? takenOver(draft, try author(of: draft)) : nil))
    }
    rows.sort { $0.kind.isRunning && !$1.kind.isRunning }
    rows += try visitsOfToday(besides: Set(rows.map(\.client.chart)))
    let listed = Set(rows.map(\.client.chart))
    for client in try store.lastSeen(limit: limit + listed.count)
    where !listed.contains(client.chart) && rows.count < limit + listed.count {
      rows.append(.init(client: client, kind: client.lastSeen == nil ? .neverSeen : .seenBefore))
    }
    return DayList(rows: rows)
  }

  /// Who is booked today with anybody and was not seen yet, who did not come, and who was seen, by
  /// the clock.
  private func visitsOfToday(besides listed: Set<ID<Chart>>) throws -> [DayList.Row] {
    let midnight = Instant(today, in: zone)
    let end = Instant(today.adding(days: 1), in: zone)
    let seen = try store.visits(from: midnight, to: end)
    var rows: [(at: Instant, chart: ID<Chart>, kind: DayList.Kind)] = seen.map {
      ($0.startedAt, $0.chart, .seenToday(at: $0.startedAt, minutes: $0.minutes, number: $0.number))
    }
    var coming: [ID<Chart>: Int] = [:]
    let appointments = try store.appointments(from: midnight, to: end)
    for booked in appointments
    where booked.state != .cancelled && !listed.contains(booked.chart)
      && !isOver(booked, appointments, seen)
    {
      let kind: DayList.Kind
      if booked.state == .missed {
        kind = .missed(booked.appointment)
      } else {
        // Two of one client on one day are two visits.
        coming[booked.chart, default: 0] += 1
        let visits = try store.client(booked.chart)?.visits ?? 0
        kind = .booked(booked.appointment, number: visits + (coming[booked.chart] ?? 1))
      }
      rows.append((booked.appointment.startsAt, booked.chart, kind))
    }
    return try rows.sorted { $0.at < $1.at }.compactMap { row in
      try store.client(row.chart).map { .init(client: $0, kind: row.kind) }
    }
  }

  /// Whether the client was seen today and nothing more is to come of an appointment: it was kept, or its
  /// time has gone by.
  private func isOver(
    _ booked: BookedAppointment, _ appointments: [BookedAppointment], _ seen: [VisitListing]
  ) -> Bool {
    let visits = seen.filter { $0.chart == booked.chart }
    guard !visits.isEmpty else { return false }
    let own = appointments.filter { $0.chart == booked.chart }
    return booked.appointment.startsAt <= now
      || visits.contains {
        own.kept(
          by: TreatedTime(
            startsAt: $0.startedAt, endsAt: $0.startedAt.adding(minutes: $0.minutes)))?.entry
          == booked.entry
      }
  }

  /// How many visits were signed with a technique, under its present id or a former one.
  public func countVisits(with technique: Manifest) throws -> Int {
    try require(.identities)
    return try ([technique.id] + technique.aliases).reduce(0) { count, id in
      count + (try store.countVisits(with: id))
    }
  }

  private func kind(of draft: Draft) throws -> DayList.Kind {
    guard permits(.charts), draft.kind == .visit,
      let visit = VisitDraft(draft, events: try events(of: draft))
    else { return draft.plainKind }
    if visit.isRunning {
      return .running(
        minutes: visit.clock.elapsedMinutes(at: now), of: visit.start.length,
        since: visit.clock.startedAt)
    }
    return .noteNotSigned(since: visit.clock.startedAt, empty: visit.emptySections)
  }

  /// What the list of clients shows of one. Somebody who may not open the chart reads the client's
  /// identity with it, which leaves a row in the trail.
  ///
  /// - Throws: `StoreError.erased` when there is no such client any more.
  public func client(_ chart: ID<Chart>) throws -> ClientListing {
    try require(.identities)
    if !permits(.charts) { try store.recordIdentityRead(chart) }
    guard let client = try store.client(chart) else { throw StoreError.erased }
    return client
  }

  /// The names of all clients.
  public func names() throws -> ClientNames {
    try require(.identities)
    return try store.names()
  }

  /// Clients whose name has all the words, each at the start of one of its words, or whose number
  /// is typed as `C0042` or `42`; in the order of their names.
  ///
  /// - Returns: the first ones, and how many there are altogether.
  public func find(
    _ typed: String, atMost limit: Int = .max
  ) throws -> (clients: [ClientListing], count: Int) {
    try require(.identities)
    let digits = typed.first.map { "cC".contains($0) } == true ? typed.dropFirst() : typed[...]
    if let number = Int(digits) {
      let exact = try store.clients(numbered: [number])
      if !exact.isEmpty { return (exact, 1) }
    }
    let numbers = try store.names().matching(typed)
    return (try store.clients(numbered: Array(numbers.prefix(limit))), numbers.count)
  }
}

extension Draft {
  /// What is said of a draft whose steps are not read: that of somebody else.
  fileprivate var plainKind: DayList.Kind {
    kind == .visit
      ? .noteNotSigned(since: openedAt, empty: []) : .intakePaused(since: openedAt)
  }
}

extension DayList.Kind {
  var isRunning: Bool { if case .running = self { true } else { false } }
}
