import TechniqueKit

extension Practice {
  /// Unsigned visits of the person at work, oldest first; of every chart when none is named.
  public func ownVisits(of chart: ID<Chart>?) throws -> [VisitDraft] {
    try require(.charts, of: chart)
    return try visits(of: try ownDrafts(of: chart))
  }

  /// The visits among unfinished work, with what was done in them.
  func visits(of drafts: [Draft]) throws -> [VisitDraft] {
    try drafts.filter { $0.kind == .visit }.compactMap {
      VisitDraft($0, events: try events(of: $0))
    }
  }

  /// The sessions of a client that are not signed yet, of whomever: what somebody else found today
  /// counts too.
  func openSessions(of chart: ID<Chart>) throws -> [VisitDraft] {
    try visits(of: try store.openDrafts(of: chart))
  }

  /// Unfinished work of the person at work. Two people never write into one draft; what somebody
  /// left who has no access any more is the owners'.
  func ownDrafts(of chart: ID<Chart>?) throws -> [Draft] {
    try store.openDrafts(of: chart).filter(try isOwn())
  }

  /// Unfinished work of others on a chart, oldest first.
  public func draftsOfOthers(on chart: ID<Chart>) throws -> [Draft] {
    try require(.charts, of: chart)
    let isOwn = try isOwn()
    return try store.openDrafts(of: chart).filter { !isOwn($0) }
  }

  func isOwn() throws -> (Draft) -> Bool {
    let person = try atWork()
    guard person.role == .owner else { return { $0.person == person.id } }
    let gone = Set(try store.people().filter { $0.removedAt != nil }.map(\.id))
    return { $0.person == person.id || gone.contains($0.person) }
  }

  /// The visit that `s o a p`, findings and scores go to: the running one, else the newest.
  public func currentVisit(of chart: ID<Chart>) throws -> VisitDraft? {
    let open = try ownVisits(of: chart)
    return open.last(where: \.isRunning) ?? open.last
  }

  /// Puts one step of a visit on disk.
  ///
  /// - Throws: as `steps` does.
  @discardableResult
  public func step(
    _ step: DraftEvent.Step, in visit: VisitDraft, at time: Instant? = nil
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    try steps([step], in: visit, at: time)
  }

  /// Puts steps of a visit on disk that were taken at one moment, all or none.
  ///
  /// - Parameter anyway: why, in a visit that is entered late, they took place although something was
  ///   against it; see `requireTreatable`.
  /// - Throws: `ClinicError.notRunning`, `ClinicError.endBeforeStart`, `ClinicError.beforeLastStep` or
  ///   `ClinicError.toCome` when a time does not fit, `ClinicError.lastPhase`, `ClinicError.onHold`,
  ///   `ClinicError.notOnHold`, `ClinicError.emptyText`, and as `requireTreatable` does.
  @discardableResult
  public func steps(
    _ steps: [DraftEvent.Step], in visit: VisitDraft, at time: Instant? = nil,
    anyway: String? = nil
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    try require(.charts)
    let isSaid = time != nil
    let isArea = steps.contains { TreatedArea($0) != nil }
    let time = try past(time ?? (isArea ? moment(in: visit) : nil))
    for step in steps { try requirePossible(step, in: visit, at: time) }
    // Of a visit that is entered late nothing is judged by what is so today.
    let judged = isSaid || !visit.isEnteredLate ? time : moment(in: visit)
    let override = try requireTreatable(steps, in: visit, at: judged, anyway: anyway)
    let kept =
      (override.map { [.overrode($0)] } ?? [])
      + (try steps.map { try $0.naming(touched(by: $0, in: visit, at: time)) })
    let written = try commit(
      kept.map { .drafted(DraftEvent(at: time, $0, by: author), in: visit.draft) })
    return (try reread(visit), written)
  }

  func requirePossible(
    _ step: DraftEvent.Step, in visit: VisitDraft, at time: Instant
  ) throws {
    switch step {
    case .nextPhase, .held, .resumed, .extended, .ended: try checkClock(step, visit, at: time)
    case .treating:
      if time < visit.clock.startedAt { throw ClinicError.endBeforeStart }
      if let end = visit.clock.endedAt, time >= end, !visit.treated.isEmpty {
        throw ClinicError.afterEnd
      }
    case .noted(let line):
      guard !line.text.trimmed.isEmpty else { throw ClinicError.emptyText }
    case .rewrote(_, let text):
      guard !text.trimmed.isEmpty else { throw ClinicError.emptyText }
    case .started, .answered, .affirmed, .tied, .found, .foundInstead, .dropped, .measured,
      .questioned, .overrode, .warned, .settled, .tookBack, .putBack:
      break
    }
  }

  private func checkClock(
    _ step: DraftEvent.Step, _ visit: VisitDraft, at time: Instant
  ) throws {
    guard visit.isRunning else { throw ClinicError.notRunning }
    if time < visit.clock.startedAt { throw ClinicError.endBeforeStart }
    if time < visit.clock.lastSet {
      throw ClinicError.beforeLastStep(visit.clock.lastSet.local(in: zone))
    }
    var clock = visit.clock
    clock.advance(to: time)
    switch step {
    case .nextPhase:
      if clock.phase + 1 >= clock.minutes.count { throw ClinicError.lastPhase }
    case .held: if clock.isOnHold { throw ClinicError.onHold }
    case .resumed: if !clock.isOnHold { throw ClinicError.notOnHold }
    default: break
    }
  }

  /// Puts lines of the note on disk, all or none, just as they were pasted: also empty ones.
  public func note(
    _ lines: [NoteLine], in visit: VisitDraft
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    try require(.charts)
    let written = try commit(
      lines.map {
        .drafted(DraftEvent(at: $0.at, .noted(line: $0), by: author), in: visit.draft)
      })
    return (try reread(visit), written)
  }

  /// Puts other words in the place of a line that is not signed yet.
  ///
  /// - Parameter number: counted from 1 within the section.
  /// - Throws: `ClinicError.noSuchLine`.
  public func rewrite(
    _ number: Int, of section: NoteLine.Section, to text: String, in visit: VisitDraft
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    let places = visit.note.indices.filter { visit.note[$0].section == section }
    guard number > 0, number <= places.count else {
      throw ClinicError.noSuchLine(number, section: section.letter, count: places.count)
    }
    return try step(.rewrote(place: places[number - 1], text: text), in: visit)
  }

  private func reread(_ visit: VisitDraft) throws -> VisitDraft {
    guard let changed = VisitDraft(visit.draft, events: try events(of: visit.draft)) else {
      throw ClinicError.noVisitOpen
    }
    return changed
  }

  /// Signs the visit: it becomes an entry of the chart together with its signature.
  ///
  /// - Throws: `ClinicError.stillRunning`, `ClinicError.noteIncomplete` with everything that the clinic
  ///   requires and the note lacks, `ClinicError.doubtful`, `ClinicError.emptyReason`.
  /// - Parameter reason: why what is asked about the session is right all the same.
  public func sign(
    _ visit: VisitDraft, anyway reason: String? = nil
  ) throws -> [RecordNumber] {
    try require(.charts)
    guard !visit.isRunning else { throw ClinicError.stillRunning }
    let chart = try chart(visit.draft.chart)
    let lacking = gaps(in: visit, of: chart).filter(requires)
    guard lacking.isEmpty else { throw ClinicError.noteIncomplete(lacking) }
    let end = visit.clock.endedAt ?? now
    let answer = try settle(
      try doubts(about: visit, endingAt: end), about: visit, because: reason)
    var visit = visit
    if let answer { visit.take(answer) }
    let record = visit.record(
      composed: try composed(visit, in: chart, signedBy: author), endedAt: end,
      referral: tie(of: visit, in: chart))
    let signed = try entry(.visit(record), chart.id, record.startedAt)
    let signature = try entry(.signature(Signature(visit: signed.id, signer: author)), chart.id)
    let answered: [Change] =
      answer.map { [.drafted(DraftEvent(at: now, .overrode($0)), in: visit.draft)] } ?? []
    return try commit(
      answered + [
        .appended(signed), .appended(signature), .draftClosed(visit.draft),
      ])
  }

  /// Adds words to the last signed visit.
  public func addendum(_ text: String, to chart: Chart) throws -> [RecordNumber] {
    guard !text.trimmed.isEmpty else { throw ClinicError.emptyText }
    guard let visit = chart.lastVisit else { throw ClinicError.noSignedVisit }
    return try append([.addendum(Addendum(visit: visit.entry, text: text))], to: chart.id)
  }
}
