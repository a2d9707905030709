import ClinicCore
import TechniqueKit

extension Shell {
  /// What happened beside the line being typed, a line each: the next step of the session, and the
  /// news of the host. Each is told once.
  func notices() -> [String] { stepNotices() + (newOthers() + news()).map { "Note: " + $0 } }

  /// The steps that the running session has come to since they were last shown.
  func stepNotices() -> [String] {
    guard let visit = runningVisit else { return [] }
    var clock = visit.clock
    let now = practice.now
    clock.advance(to: now)
    var lines: [String] = []
    while shownStep < clock.phase {
      shownStep += 1
      lines.append(stepLine(visit, clock, at: shownStep))
    }
    if !toldOfEnd, !clock.isOnHold, clock.phase + 1 == clock.minutes.count, clock.phaseEnds <= now {
      toldOfEnd = true
      lines.append(
        "\(clock.phaseEnds.local(in: zone).clock)  The planned time is over. Type end when done.")
    }
    return lines
  }

  /// Rings the bell once when a step is over, and once when the planned time is.
  func ringIfStepIsOver() {
    guard let visit = runningVisit else { return }
    var clock = visit.clock
    clock.advance(to: practice.now)
    let isOver =
      !clock.isOnHold && clock.phase + 1 == clock.minutes.count && clock.phaseEnds <= practice.now
    let now = RungStep(visit: visit.draft.id, phase: clock.phase, isOver: isOver)
    let began = RungStep(visit: visit.draft.id, phase: visit.clock.phase, isOver: false)
    let before = rungFor?.visit == now.visit ? rungFor ?? began : began
    rungFor = now
    if now.phase > max(before.phase, visit.clock.phase) || now.isOver && !before.isOver {
      output.write("\u{7}")
    }
  }

  /// Looks for the running session, if anything was written since it was looked for.
  func watchSession() {
    let newest = try? practice.newestRecord()
    guard newest == nil || newest != sessionSoughtAt else { return }
    sessionSoughtAt = newest
    watch((try? practice.ownVisits(of: nil))?.last(where: \.isRunning))
  }

  /// Remembers which session runs, and that its present step was shown.
  func watch(_ visit: VisitDraft?) {
    guard let visit, visit.isRunning else {
      runningVisit = nil
      return
    }
    var clock = visit.clock
    clock.advance(to: practice.now)
    // What is watched already is told of by the notices.
    if runningVisit?.draft.id != visit.draft.id {
      shownStep = clock.phase
      toldOfEnd = clock.phaseEnds <= practice.now
    }
    shownStep = min(shownStep, clock.phase)
    if clock.minutes != runningVisit?.clock.minutes { toldOfEnd = clock.phaseEnds <= practice.now }
    runningVisit = visit
  }

  /// Two windows at one chart are told of one another, each once.
  private func newOthers() -> [String] {
    guard let client else { return [] }
    let others = practice.present(at: client.chart)
    defer { knownOthers = Set(others) }
    return others.filter { !knownOthers.contains($0) }.map { words(for: $0, client) }
  }

  /// The same as warnings, for scripts too.
  func sayOthers() { for other in newOthers() { warn(other) } }

  private func words(for other: Presence, _ client: ClientListing) -> String {
    let whom = mode.isInteractive ? client.identity.name : client.code
    let when = "in another window since \(other.since.local(in: zone).clock)"
    if other.person == practice.person?.id {
      return "you have \(whom) open \(when) too; both write into the same draft."
    }
    let who = other.person.map(name) ?? "somebody"
    return "\(who) has \(whom) open \(when). Each of you keeps a draft of your own."
  }
}

/// How far a session was when the bell was last thought of.
struct RungStep: Equatable {
  let visit: ID<Draft>
  let phase: Int
  /// The planned time was over.
  let isOver: Bool
}
