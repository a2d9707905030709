import ClinicalContent
import TechniqueKit

/// A template in one of its lengths, with the technique it belongs to.
public struct TemplateChoice: Hashable, Sendable {
  public let module: Catalogue.Module
  public let template: SessionTemplate
  /// Minutes.
  public let length: Int

  /// As it is typed: `trigger points 60`.
  public var words: String { "\(template.title) \(length)" }
}

extension Practice {
  /// Every enabled template in every length.
  public var templates: [TemplateChoice] {
    catalogue.techniques.flatMap { module in
      module.content.templates.flatMap { template in
        template.lengths.map { TemplateChoice(module: module, template: template, length: $0) }
      }
    }
  }

  /// The template a therapist means by `trigger points 60`, `trigger 60` or `trigger points`.
  ///
  /// Without a length the last one used with this client counts, otherwise 60 or the longest.
  public func template(_ typed: String, for chart: Chart) throws -> TemplateChoice {
    var words = typed.lowercased().split(separator: " ").map(String.init)
    let length = words.last.flatMap { Int($0) }
    if length != nil { words.removeLast() }
    let title = words.joined(separator: " ")
    let fitting = templates.filter {
      $0.template.title.lowercased() == title || $0.template.id.rawValue == title
    }
    let candidates =
      fitting.isEmpty && !title.isEmpty
      ? templates.filter { $0.template.title.lowercased().hasPrefix(title) } : fitting
    let titles = Set(candidates.map(\.template.id))
    guard titles.count == 1, let first = candidates.first else {
      let known = catalogue.techniques.flatMap { $0.content.templates.map(\.title) }
      throw ClinicError.noSuchTemplate(
        typed, known: known, suggestion: Suggestion.closest(to: title, among: known))
    }
    let wanted =
      length
      ?? chart.lastVisit.flatMap { visit in
        let used = visit.record.template
        return (renames.templates[used.id] ?? used.id) == first.template.id ? used.length : nil
      }
    if let wanted {
      guard let exact = candidates.first(where: { $0.length == wanted }) else {
        throw ClinicError.noSuchLength(
          wanted, template: first.template.title, lengths: first.template.lengths)
      }
      return exact
    }
    return candidates.first { $0.length == 60 } ?? candidates[candidates.count - 1]
  }

  /// The template of the client's last visit, when it is still enabled.
  public func lastTemplate(_ chart: Chart) -> TemplateChoice? {
    guard let used = chart.lastVisit?.record.template else { return nil }
    let id = renames.templates[used.id] ?? used.id
    return templates.first { $0.template.id == id && $0.length == used.length }
  }

  /// The concerns that bear on a session with the template: those of every technique in it.
  public func concerns(_ verdict: Verdict, _ choice: TemplateChoice) -> [Verdict.Concern] {
    verdict.concerns(
      for: [choice.module.manifest.id] + choice.template.alsoUses,
      general: catalogue.general.manifest.id)
  }

  /// Asks the gate, lays the template on the clock and opens the draft of the visit.
  ///
  /// - Throws: `ClinicError.blocked` with every concern that stands in the way,
  ///   `ClinicError.longerThanAllowed` when a rule limits the minutes, `ConsentError.missing`.
  public func start(
    _ choice: TemplateChoice, in chart: Chart, at time: Instant? = nil
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    if try ownVisits(of: nil).contains(where: \.isRunning) { throw ClinicError.sessionRunning }
    let concerns = concerns(try verdict(chart), choice)
    let blocking = concerns.filter(\.blocks)
    guard blocking.isEmpty else { throw ClinicError.blocked(blocking) }
    if let short = concerns.first(where: { $0.rule.change.longestMinutes ?? .max < choice.length })
    {
      throw ClinicError.longerThanAllowed(
        minutes: short.rule.change.longestMinutes ?? 0, rule: short.rule.code)
    }
    try requireConsent(chart)
    let cap = Verdict.pressureCap(concerns)
    let start = SessionStart(
      template: .init(
        id: choice.template.id, title: choice.template.title,
        technique: choice.module.manifest.id, techniqueName: choice.module.manifest.name,
        length: choice.length),
      phases: choice.template.schedule(length: choice.length).map { phase, minutes in
        .init(
          title: phase.title, minutes: minutes, instructions: phase.instructions,
          pressure: phase.pressure.map { min($0, cap ?? $0) }, position: phase.position)
      },
      verdict: concerns.map {
        .init(severity: $0.severity, code: $0.rule.code, text: $0.rule.title)
      })
    let draft = try openDraft(.visit, chart.id, at: time ?? now)
    let events =
      [DraftEvent(at: time ?? now, .started(start))]
      + (try painBefore(chart).map { [DraftEvent(at: time ?? now, .measured(measurement: $0))] }
        ?? [])
    let written = try commit(
      [.draftOpened(draft)] + events.map { .drafted($0, in: draft) })
    guard let visit = VisitDraft(draft, events: events) else { throw ClinicError.noVisitOpen }
    return (visit, written)
  }

  /// The pain that today's intake asked for is the score before the session.
  private func painBefore(_ chart: Chart) throws -> Measurement? {
    guard let answer = try intake(chart).flow.known[GeneralHistory.painNow.id],
      case .number(let value) = answer.answer
    else { return nil }
    return Measurement(
      metric: Instruments.painNow.id, version: Instruments.painNow.version, occasion: .before,
      at: answer.at, value: value)
  }

  /// Unsigned visits of the person at work, oldest first; of every chart when none is named.
  public func ownVisits(of chart: ID<Chart>?) throws -> [VisitDraft] {
    try require(.charts, of: chart)
    return try ownDrafts(of: chart).filter { $0.kind == .visit }.compactMap {
      VisitDraft($0, events: try events(of: $0))
    }
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
  @discardableResult
  public func step(
    _ step: DraftEvent.Step, in visit: VisitDraft, at time: Instant? = nil
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    try require(.charts)
    let time = time ?? now
    switch step {
    case .nextPhase, .held, .resumed, .extended, .ended:
      guard visit.isRunning else { throw ClinicError.notRunning }
      var clock = visit.clock
      clock.advance(to: time)
      if time < visit.clock.startedAt { throw ClinicError.endBeforeStart }
      if case .nextPhase = step, clock.phase + 1 >= clock.minutes.count {
        throw ClinicError.lastPhase
      }
      if case .held = step, clock.isOnHold { throw ClinicError.onHold }
      if case .resumed = step, !clock.isOnHold { throw ClinicError.notOnHold }
    case .noted(let line):
      guard !line.text.trimmed.isEmpty else { throw ClinicError.emptyText }
    case .rewrote(_, let text):
      guard !text.trimmed.isEmpty else { throw ClinicError.emptyText }
    case .started, .answered, .found, .foundInstead, .dropped, .measured, .tookBack, .putBack: break
    }
    let written = try commit([.drafted(DraftEvent(at: time, step), in: visit.draft)])
    return (try reread(visit), written)
  }

  /// Puts lines of the note on disk, all or none, just as they were pasted: also empty ones.
  public func note(
    _ lines: [NoteLine], in visit: VisitDraft
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    try require(.charts)
    let written = try commit(
      lines.map { .drafted(DraftEvent(at: $0.at, .noted(line: $0)), in: visit.draft) })
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
  public func sign(_ visit: VisitDraft) throws -> [RecordNumber] {
    try require(.charts)
    guard !visit.isRunning else { throw ClinicError.stillRunning }
    let record = visit.record(endedAt: visit.clock.endedAt ?? now)
    let signed = try entry(.visit(record), visit.draft.chart, record.startedAt)
    let signature = try entry(
      .signature(Signature(visit: signed.id, signer: author)), visit.draft.chart)
    return try commit([
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
