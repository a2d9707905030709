import TechniqueKit

/// One command or questionnaire that can be taken back, or was.
public struct DoneWork: Hashable, Sendable {
  public let unit: Int
  public let verb: String
  public let chart: ID<Chart>
  public let at: Instant
  /// Steps and entries it wrote.
  public let records: Int

  /// `U192`.
  public var code: String { "U\(unit)" }
}

extension Practice {
  /// What is written from now on, until the next call, is one unit and is taken back together.
  ///
  /// - Parameter verb: what was typed; a unit is named by it.
  public func begin(_ verb: String) { work = WorkInHand(verb: verb) }

  /// The unit in hand, once something was written for it.
  public var unit: Int? { work?.unit }

  /// The last things the person at work did, newest first.
  ///
  /// - Parameter chart: of that chart only.
  public func doneWork(in chart: ID<Chart>?, limit: Int = 10) throws -> [DoneWork] {
    try history(of: chart).done.suffix(limit).reversed().map(DoneWork.init)
  }

  /// Takes the last unit of the person at work back, by appending that it does not count.
  ///
  /// - Parameter chart: in that chart; `nil` takes the last one of all.
  /// - Throws: `ClinicError.nothingToUndo`, or `ClinicError.signatureStands` for a signature when
  ///   another client was opened since, or `ClinicError.clientInUse`.
  public func undo(in chart: ID<Chart>?) throws -> (work: DoneWork, written: [RecordNumber]) {
    guard let unit = try history(of: chart).done.last else { throw ClinicError.nothingToUndo }
    try requireUndoable(unit)
    let changes = try changes(of: unit, restores: false)
    return (DoneWork(unit), try store.commit(changes, .tookBack, unit: unit.number))
  }

  /// Brings the unit back that was taken back last, as it was.
  ///
  /// - Throws: `ClinicError.nothingToRedo`.
  public func redo(in chart: ID<Chart>?) throws -> (work: DoneWork, written: [RecordNumber]) {
    guard let unit = try history(of: chart).takenBack.last else { throw ClinicError.nothingToRedo }
    let changes = try changes(of: unit, restores: true)
    return (DoneWork(unit), try store.commit(changes, .putBack, unit: unit.number))
  }

  private func history(of chart: ID<Chart>?) throws -> WorkHistory {
    try require(.identities)
    let rows = try store.works(of: try atWork().id, in: chart, limit: 500)
    return WorkHistory(rows.reversed())
  }

  /// A signature stands once the therapist has turned to another client, and a client stays who was
  /// worked with.
  private func requireUndoable(_ unit: WorkHistory.Unit) throws {
    // Whoever reads no charts has begun one at most.
    let entries =
      permits(.charts) || unit.work.verb == Self.registering
      ? try store.entries(of: unit.chart) : []
    if let first = entries.first, unit.work.entries.contains(first.id) {
      // Somebody else may have worked with a client who was added.
      let others = entries.standing.contains {
        !unit.work.entries.contains($0.id) && $0.content.kind != .retraction
      }
      if try others || !store.openDrafts(of: unit.chart).isEmpty {
        throw ClinicError.clientInUse
      }
    }
    guard unit.work.verb == Self.signing else { return }
    if try store.hasReadAnother(than: unit.chart, since: unit.number, by: try atWork().id) {
      throw ClinicError.signatureStands
    }
  }

  /// What a withdrawal took away comes back with it; anything else is taken away itself.
  private func retraction(of unit: WorkHistory.Unit, restores: Bool) throws -> Retraction {
    guard unit.work.verb == Self.withdrawing else {
      return Retraction(of: unit.work.entries, restores: restores)
    }
    let withdrawn = try store.entries(of: unit.chart).compactMap { entry -> Retraction? in
      guard unit.work.entries.contains(entry.id), case .retraction(let what) = entry.content else {
        return nil
      }
      return what
    }
    return Retraction(
      of: withdrawn.flatMap(\.entries), restores: !restores,
      reason: restores ? withdrawn.first?.reason : nil)
  }

  static let signing = "sign"
  public static let withdrawing = "withdraw"
  private static let registering = "new"

  /// What takes a unit back, or puts it back: a retraction of its entries, and for each draft the
  /// steps that do not count and whether it is open.
  private func changes(of unit: WorkHistory.Unit, restores: Bool) throws -> [Change] {
    var changes: [Change] = []
    let work = unit.work
    if !work.entries.isEmpty {
      let retraction = try retraction(of: unit, restores: restores)
      changes.append(.appended(try entry(.retraction(retraction), unit.chart)))
    }
    for id in work.drafts {
      guard let draft = try store.draft(id) else { continue }
      let steps = work.steps.filter { $0.draft == id }.map(\.number)
      let (wasOpened, wasClosed) = (work.opened.contains(id), work.closed.contains(id))
      if restores ? wasOpened : wasClosed { changes.append(.draftReopened(draft)) }
      if !steps.isEmpty {
        let step: DraftEvent.Step = restores ? .putBack(steps: steps) : .tookBack(steps: steps)
        changes.append(.drafted(DraftEvent(at: now, step), in: draft))
      }
      if restores ? wasClosed : wasOpened { changes.append(.draftClosed(draft)) }
    }
    return changes
  }
}

extension DoneWork {
  fileprivate init(_ unit: WorkHistory.Unit) {
    self.init(
      unit: unit.number, verb: unit.work.verb, chart: unit.chart, at: unit.at,
      records: unit.work.entries.count + unit.work.steps.count)
  }
}
