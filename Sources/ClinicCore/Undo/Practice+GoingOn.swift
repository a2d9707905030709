import TechniqueKit

// Undo and redo are no way around the gate.

extension Practice {
  /// Asks the gate where a command that is taken or put back lets a session go on with treatment: what is
  /// put back like the steps themselves, and a hold, a step or an area that is taken back like `go`.
  ///
  /// The end of a session may always be taken back, so that its time can be put right. A visit that is
  /// entered late goes on with nothing.
  ///
  /// - Parameters:
  ///   - mending: the step that takes others back, or puts them back.
  ///   - numbers: of those others.
  /// - Throws: as `requireTreatable` does.
  func requireTreatable(
    after mending: DraftEvent.Step, of numbers: Set<String>, in draft: Draft
  ) throws {
    let events = try store.events(of: draft)
    guard draft.kind == .visit, let first = events.first else { return }
    let mended = events + [NumberedEvent(number: first.number, event: DraftEvent(at: now, mending))]
    let before = VisitDraft(draft, events: events.standing)
    guard let after = VisitDraft(draft, events: mended.standing), !after.isEnteredLate else {
      return
    }
    if case .putBack = mending, let before {
      let steps = events.filter { numbers.contains($0.number.description) }.map(\.event.step)
      _ = try requireTreatable(steps, in: before, at: now)
    }
    guard after.isRunning, !after.clock.isOnHold, before?.isRunning != false else { return }
    let goesOn =
      before.map {
        $0.clock.isOnHold || $0.phase(at: now) != after.phase(at: now)
          || $0.area(at: now) != after.area(at: now)
      } ?? true
    if goesOn { _ = try requireTreatable([.resumed], in: after, at: now) }
  }
}
