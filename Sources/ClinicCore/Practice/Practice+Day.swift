import TechniqueKit

/// What the therapist sees first: unfinished work, today's visits, the clients seen last.
public struct DayList: Hashable, Sendable {
  public let rows: [Row]

  public struct Row: Hashable, Sendable {
    public let client: ClientListing
    public let kind: Kind
  }

  public enum Kind: Hashable, Sendable {
    case running(minutes: Int, of: Int, since: Instant)
    case noteNotSigned(since: Instant, empty: [NoteLine.Section])
    case intakePaused(since: Instant)
    case seenToday(at: Instant, minutes: Int)
    case seenBefore
    case neverSeen
  }
}

extension Practice {
  /// - Parameter limit: the most clients listed without unfinished work or a visit today.
  public func day(limit: Int = 8) throws -> DayList {
    try require(.identities)
    var rows: [DayList.Row] = []
    let midnight = Instant(today)
    for draft in try store.openDrafts(of: nil) {
      guard let client = try store.client(draft.chart) else { continue }
      rows.append(.init(client: client, kind: try kind(of: draft)))
    }
    rows.sort { $0.kind.isRunning && !$1.kind.isRunning }
    for visit in try store.visits(from: midnight, to: midnight.adding(minutes: 24 * 60)) {
      guard let client = try store.client(visit.chart) else { continue }
      rows.append(
        .init(client: client, kind: .seenToday(at: visit.startedAt, minutes: visit.minutes)))
    }
    let listed = Set(rows.map(\.client.chart))
    for client in try store.lastSeen(limit: limit + listed.count)
    where !listed.contains(client.chart) && rows.count < limit + listed.count {
      rows.append(.init(client: client, kind: client.lastSeen == nil ? .neverSeen : .seenBefore))
    }
    return DayList(rows: rows)
  }

  private func kind(of draft: Draft) throws -> DayList.Kind {
    guard permits(.charts), draft.kind == .visit,
      let visit = VisitDraft(draft, events: try store.events(of: draft))
    else {
      return draft.kind == .visit
        ? .noteNotSigned(since: draft.openedAt, empty: [])
        : .intakePaused(since: draft.openedAt)
    }
    if visit.isRunning {
      return .running(
        minutes: visit.clock.elapsedMinutes(at: now), of: visit.start.template.length,
        since: visit.clock.startedAt)
    }
    return .noteNotSigned(since: visit.clock.startedAt, empty: visit.emptySections)
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

extension DayList.Kind {
  var isRunning: Bool { if case .running = self { true } else { false } }
}
