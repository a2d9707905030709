import TechniqueKit

/// The time of one session: its phases, holds and end, computed from what was typed and when.
///
/// Phases follow one another by themselves; `next` moves on early, time on hold does not count.
public struct SessionClock: Hashable, Sendable {
  public let startedAt: Instant
  public private(set) var endedAt: Instant?
  /// Planned minutes of each phase, extensions included.
  public private(set) var minutes: [Int]
  /// When each phase that was reached began.
  public private(set) var phaseStarts: [Instant]
  /// The times on hold, in order; the last one is open while the session is on hold.
  public private(set) var holds: [Hold] = []
  /// When the clock was last set by somebody.
  public private(set) var lastSet: Instant

  public struct Hold: Hashable, Sendable {
    public let from: Instant
    public internal(set) var to: Instant?
  }

  /// - Parameter minutes: of each phase, at least one.
  public init(startedAt: Instant, minutes: [Int]) {
    self.startedAt = startedAt
    self.minutes = minutes
    phaseStarts = [startedAt]
    lastSet = startedAt
  }

  public var isOnHold: Bool { holds.last.map { $0.to == nil } ?? false }
  /// Index of the phase the session has reached.
  public var phase: Int { phaseStarts.count - 1 }

  public mutating func apply(_ step: DraftEvent.Step, at now: Instant) {
    guard endedAt == nil, step.setsClock else { return }
    advance(to: now)
    lastSet = now
    switch step {
    case .nextPhase: if phase + 1 < minutes.count { phaseStarts.append(now) }
    case .held: if !isOnHold { holds.append(Hold(from: now)) }
    case .resumed: resume(at: now)
    case .extended(let more): if minutes.indices.contains(phase) { minutes[phase] += more }
    case .ended:
      resume(at: now)
      endedAt = now
    default: break
    }
  }

  /// Lets the phases whose time has run out pass.
  public mutating func advance(to now: Instant) {
    while !isOnHold, endedAt == nil, phase + 1 < minutes.count {
      let ends = phaseEnds
      guard ends <= now else { return }
      phaseStarts.append(ends)
    }
  }

  /// When the present phase ends if it is not held any longer.
  public var phaseEnds: Instant {
    let start = phaseStarts[phase]
    return start.adding(minutes: minutes.indices.contains(phase) ? minutes[phase] : 0)
      .adding(milliseconds: held(from: start, to: nil))
  }

  /// Whole minutes until the present phase ends if the session goes on now; negative once it is over.
  public func minutesLeft(at now: Instant) -> Int {
    phaseEnds.adding(milliseconds: pause(at: now)).wholeMinutes(since: now)
  }

  /// Whether the time of the present phase has run out.
  public func isPhaseOver(at now: Instant) -> Bool {
    phaseEnds.adding(milliseconds: pause(at: now)) <= now
  }

  /// Milliseconds of the hold that is open.
  private func pause(at now: Instant) -> Int64 {
    isOnHold ? holds.last.map { max(0, now.milliseconds - $0.from.milliseconds) } ?? 0 : 0
  }

  /// When the session ends if it goes on as planned from `now`.
  public func ends(from now: Instant) -> Instant {
    phaseEnds.adding(milliseconds: pause(at: now))
      .adding(minutes: minutes.dropFirst(phase + 1).reduce(0, +))
  }

  /// Whole minutes of treatment up to `now`, time on hold left out.
  public func elapsedMinutes(at now: Instant) -> Int {
    let end = endedAt ?? (isOnHold ? holds.last?.from : nil) ?? now
    let passed = end.milliseconds - startedAt.milliseconds - held(from: startedAt, to: end)
    return Int(max(0, passed) / 60_000)
  }

  /// Milliseconds on hold between two moments.
  ///
  /// - Parameter end: without it, all holds that are over count.
  public func held(from start: Instant, to end: Instant?) -> Int64 {
    holds.reduce(0) { sum, hold in
      guard let over = hold.to ?? end else { return sum }
      let last = end.map { min($0, over) } ?? over
      return sum + max(0, last.milliseconds - max(hold.from, start).milliseconds)
    }
  }

  private mutating func resume(at now: Instant) {
    guard isOnHold, let last = holds.indices.last else { return }
    holds[last].to = max(now, holds[last].from)
  }
}

extension SessionClock {
  /// By how many minutes the present phase began before its planned time.
  public var minutesAhead: Int {
    let start = phaseStarts[phase]
    let planned = startedAt.adding(minutes: minutes.prefix(phase).reduce(0, +))
      .adding(milliseconds: held(from: startedAt, to: start))
    return max(0, planned.wholeMinutes(since: start))
  }
}

extension DraftEvent.Step {
  /// Whether it starts, moves, stops or ends the time of a session.
  var setsClock: Bool {
    switch self {
    case .started, .nextPhase, .held, .resumed, .extended, .ended: true
    case .answered, .treating, .tied, .noted, .rewrote, .affirmed, .found, .foundInstead, .dropped,
      .measured, .questioned, .overrode, .warned, .settled, .tookBack, .putBack:
      false
    }
  }
}
