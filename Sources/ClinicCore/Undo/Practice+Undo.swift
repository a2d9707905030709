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
  public func begin(_ verb: String) {
    work = WorkInHand(verb: verb)
    // It may have been changed in another window.
    _ = try? readZone()
    refusedChart = nil
  }

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
  /// - Parameters:
  ///   - chart: in that chart; `nil` takes the last one of all.
  ///   - isSignature: whether it is said that a signature is taken back, which nothing else is then.
  /// - Throws: `ClinicError.nothingToUndo`, `ClinicError.clientInUse`; as `requireTreatable` does where a
  ///   session would go on; for a signature
  ///   `ClinicError.signatureStands` after the day it was given, `ClinicError.signatureNotNamed` where it
  ///   was not said; `ClinicError.noSignatureToUndo` where the last unit is none.
  public func undo(
    in chart: ID<Chart>?, signature isSignature: Bool = false
  ) throws -> (work: DoneWork, written: [RecordNumber]) {
    guard let unit = try history(of: chart).done.last else { throw ClinicError.nothingToUndo }
    try requireUndoable(unit, isSignature)
    let changes = try changes(of: unit, restores: false)
    return (DoneWork(unit), try store.commit(changes, .tookBack, unit: unit.number))
  }

  /// Brings the unit back that was taken back last, as it was.
  ///
  /// - Throws: `ClinicError.nothingToRedo`, `ClinicError.signatureOfAnotherDay`: a note is signed
  ///   anew then; as `requireTreatable` does where a session would go on.
  public func redo(in chart: ID<Chart>?) throws -> (work: DoneWork, written: [RecordNumber]) {
    guard let unit = try history(of: chart).takenBack.last else { throw ClinicError.nothingToRedo }
    if unit.work.verb == Self.signing, !unit.at.isSameDay(as: now, in: zone) {
      throw ClinicError.signatureOfAnotherDay(unit.at.local(in: zone))
    }
    let changes = try changes(of: unit, restores: true)
    return (DoneWork(unit), try store.commit(changes, .putBack, unit: unit.number))
  }

  private func history(of chart: ID<Chart>?) throws -> WorkHistory {
    try require(.identities)
    let rows = try store.works(of: try atWork().id, in: chart, limit: 500)
    return WorkHistory(rows.reversed())
  }

  /// The signature that `undo` would take back; `nil` where the last unit is something else.
  public func signatureToUndo(in chart: ID<Chart>?) throws -> DoneWork? {
    guard let unit = try history(of: chart).done.last, unit.work.verb == Self.signing else {
      return nil
    }
    return DoneWork(unit)
  }

  /// A signature is taken back by its signer, on the day it was given, and by its name; units are always
  /// one's own. A client stays who was worked with.
  private func requireUndoable(_ unit: WorkHistory.Unit, _ isSignature: Bool) throws {
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
    guard unit.work.verb == Self.signing else {
      if isSignature { throw ClinicError.noSignatureToUndo(last: unit.work.verb) }
      return
    }
    let handedOut = Chart(id: unit.chart, entries: entries, in: zone, renames: renames).receipts
    if let kept = handedOut.first(where: {
      $0.void == nil && unit.work.entries.contains($0.issued.visit)
    }) {
      throw ReceiptRefusal.signatureHasReceipt(kept.issued.number)
    }
    guard unit.at.isSameDay(as: now, in: zone) else { throw ClinicError.signatureStands }
    guard isSignature else { throw ClinicError.signatureNotNamed(unit.at.local(in: zone)) }
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

  /// A receipt that was handed out is in somebody's hands: taking it back makes it void, and it does
  /// not come back.
  ///
  /// - Returns: `nil` for a unit that handed none out.
  /// - Throws: `ReceiptRefusal.voidStays`, or `.handedOut` where the visit has another one by now.
  private func voids(of unit: WorkHistory.Unit, restores: Bool) throws -> [Change]? {
    guard unit.work.verb == Self.handingOut else { return nil }
    let chart = Chart(
      id: unit.chart, entries: try store.entries(of: unit.chart), in: zone, renames: renames)
    let handedOut = chart.receipts.filter { unit.work.entries.contains($0.entry) }
    guard !handedOut.isEmpty else {
      let own = chart.receipts.filter {
        $0.void.map { unit.work.entries.contains($0.entry) } ?? false
      }
      for voided in own {
        if let other = chart.receipt(ofVisit: voided.issued.visit) {
          throw ReceiptRefusal.handedOut(other.issued.number)
        }
      }
      return nil
    }
    if restores { throw ReceiptRefusal.voidStays }
    let voids = try handedOut.filter { $0.void == nil }.map {
      try voiding($0, because: "taken back with undo", in: unit.chart)
    }
    // Somebody voided it before: then nothing is left to do but to say that it was taken back.
    let entries = voids.isEmpty ? [try entry(.retraction(Retraction(of: [])), unit.chart)] : voids
    return entries.map { .appended($0) }
  }

  /// The verb whose units hand receipts out, or void them.
  public static let handingOut = "receipt"
  static let signing = "sign"
  public static let withdrawing = "withdraw"
  private static let registering = "new"

  /// What takes a unit back, or puts it back: a retraction of its entries, and for each draft the
  /// steps that do not count and whether it is open.
  private func changes(of unit: WorkHistory.Unit, restores: Bool) throws -> [Change] {
    if let voids = try voids(of: unit, restores: restores) { return voids }
    var changes: [Change] = []
    let work = unit.work
    if !work.entries.isEmpty {
      let retraction = try retraction(of: unit, restores: restores)
      changes.append(.appended(try entry(.retraction(retraction), unit.chart)))
    }
    for id in work.drafts {
      guard let draft = try store.draft(id) else { continue }
      let numbers = work.steps.filter { $0.draft == id }.map(\.number)
      let (wasOpened, wasClosed) = (work.opened.contains(id), work.closed.contains(id))
      if restores ? wasOpened : wasClosed { changes.append(.draftReopened(draft)) }
      if !numbers.isEmpty {
        let step: DraftEvent.Step = restores ? .putBack(steps: numbers) : .tookBack(steps: numbers)
        try requireTreatable(after: step, of: Set(numbers), in: draft)
        changes.append(.drafted(DraftEvent(at: now, step, by: author), in: draft))
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
