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
  private var heldAt: Instant?
  private var heldMilliseconds: Int64 = 0
  private var heldAtPhaseStart: Int64 = 0

  public init(startedAt: Instant, minutes: [Int]) {
    self.startedAt = startedAt
    self.minutes = minutes
    phaseStarts = [startedAt]
  }

  public var isOnHold: Bool { heldAt != nil }
  /// Index of the phase the session has reached.
  public var phase: Int { phaseStarts.count - 1 }

  public mutating func apply(_ step: DraftEvent.Step, at now: Instant) {
    guard endedAt == nil else { return }
    advance(to: now)
    switch step {
    case .nextPhase: if phase + 1 < minutes.count { begin(at: now) }
    case .held: if heldAt == nil { heldAt = now }
    case .resumed: resume(at: now)
    case .extended(let more): minutes[phase] += more
    case .ended:
      resume(at: now)
      endedAt = now
    case .started, .answered, .noted, .rewrote, .found, .foundInstead, .dropped, .measured,
      .tookBack, .putBack:
      break
    }
  }

  /// Lets the phases whose time has run out pass.
  public mutating func advance(to now: Instant) {
    while !isOnHold, endedAt == nil, phase + 1 < minutes.count {
      let ends = phaseEnds
      guard ends <= now else { return }
      begin(at: ends)
    }
  }

  /// When the present phase ends if it is not held any longer.
  public var phaseEnds: Instant {
    phaseStarts[phase].adding(minutes: minutes[phase])
      .adding(milliseconds: heldMilliseconds - heldAtPhaseStart)
  }

  /// When the session ends if it goes on as planned from `now`.
  public func ends(from now: Instant) -> Instant {
    let pause = heldAt.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0
    return phaseEnds.adding(milliseconds: pause)
      .adding(minutes: minutes.dropFirst(phase + 1).reduce(0, +))
  }

  /// Whole minutes of treatment up to `now`, time on hold left out.
  public func elapsedMinutes(at now: Instant) -> Int {
    let end = endedAt ?? heldAt ?? now
    let passed = end.milliseconds - startedAt.milliseconds - heldMilliseconds
    return Int(max(0, passed) / 60_000)
  }

  private mutating func begin(at start: Instant) {
    phaseStarts.append(start)
    heldAtPhaseStart = heldMilliseconds
  }

  private mutating func resume(at now: Instant) {
    guard let held = heldAt else { return }
    heldMilliseconds += max(0, now.milliseconds - held.milliseconds)
    heldAt = nil
  }
}

extension SessionClock {
  /// By how many minutes the present phase began before its planned time.
  public var minutesAhead: Int {
    let planned = startedAt.adding(minutes: minutes.prefix(phase).reduce(0, +))
      .adding(milliseconds: heldMilliseconds)
    return max(0, planned.wholeMinutes(since: phaseStarts[phase]))
  }
}
