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

extension VisitRecord.TemplateUse {
  /// The template with its words as they are today.
  public init(_ choice: TemplateChoice) {
    self.init(
      id: choice.template.id, title: choice.template.title,
      technique: choice.module.manifest.id, techniqueName: choice.module.manifest.name,
      length: choice.length)
  }
}

extension [TemplateChoice] {
  /// As they are typed: `trigger points 30 + lymphatic drainage 30`.
  public var words: String { map(\.words).joined(separator: " + ") }
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

  /// The templates a therapist means by `trigger points 30 + lymphatic 30`, in that order.
  ///
  /// - Throws: `ClinicError.noSuchTemplate`, `ClinicError.noSuchLength`.
  public func templates(_ typed: String, for chart: Chart) throws -> [TemplateChoice] {
    try typed.split(separator: "+", omittingEmptySubsequences: false).map {
      try template(String($0).trimmed, for: chart)
    }
  }

  /// The template a therapist means by `trigger points 60`, `trigger 60`, `trigger points` or the
  /// name of its technique.
  ///
  /// Without a length the last one used with this client counts, otherwise 60 or the longest.
  ///
  /// - Throws: `ClinicError.noSuchTemplate`, `ClinicError.noSuchLength`.
  public func template(_ typed: String, for chart: Chart) throws -> TemplateChoice {
    var words = typed.lowercased().split(separator: " ").map(String.init)
    let length = words.last.flatMap { Int($0) }
    if length != nil { words.removeLast() }
    let title = words.joined(separator: " ")
    let candidates = title.isEmpty ? [] : templates(named: title)
    guard Set(candidates.map(\.template.id)).count == 1, let first = candidates.first else {
      let known = catalogue.techniques.flatMap { $0.content.templates.map(\.title) }
      throw ClinicError.noSuchTemplate(
        typed, known: known, suggestion: Suggestion.closest(to: title, among: known))
    }
    if let wanted = length ?? lastLength(of: first.template, chart) {
      guard let exact = candidates.first(where: { $0.length == wanted }) else {
        throw ClinicError.noSuchLength(
          wanted, template: first.template.title, lengths: first.template.lengths)
      }
      return exact
    }
    return candidates.first { $0.length == 60 } ?? candidates[candidates.count - 1]
  }

  /// Those of one title or id before those whose title begins so, and these before those of a
  /// technique.
  private func templates(named title: String) -> [TemplateChoice] {
    func fit(_ fits: (TemplateChoice) -> Bool) -> [TemplateChoice]? {
      let found = templates.filter(fits)
      return found.isEmpty ? nil : found
    }
    return fit { $0.template.title.lowercased() == title || $0.template.id.rawValue == title }
      ?? fit { $0.template.title.lowercased().hasPrefix(title) }
      ?? fit {
        $0.module.manifest.name.lowercased().hasPrefix(title)
          || $0.module.manifest.isCalled(title)
      } ?? []
  }

  private func lastLength(of template: SessionTemplate, _ chart: Chart) -> Int? {
    chart.lastVisit?.record.templates.first {
      (renames.templates[$0.id] ?? $0.id) == template.id
    }?.length
  }

  /// The templates of the client's last visit, when all of them are still enabled.
  public func lastTemplates(_ chart: Chart) -> [TemplateChoice]? {
    guard let used = chart.lastVisit?.record.templates, !used.isEmpty else { return nil }
    let found = used.compactMap { use in
      let id = renames.templates[use.id] ?? use.id
      return templates.first { $0.template.id == id && $0.length == use.length }
    }
    return found.count == used.count ? found : nil
  }

  /// The concerns that bear on a session with the templates, worst first: those of every technique in
  /// them.
  public func concerns(_ verdict: Verdict, _ choices: [TemplateChoice]) -> [Verdict.Concern] {
    verdict.concerns(
      for: choices.flatMap { [$0.module.manifest.id] + $0.template.alsoUses },
      general: catalogue.general.manifest.id)
  }

  /// Asks the gate, lays the templates on the clock and opens the draft of the visit.
  ///
  /// - Parameters:
  ///   - sites: the parts of the body that are to be treated first, as far as they are named.
  ///   - except: the parts of them that are left out.
  ///   - time: when it began; now, where it is left out.
  ///   - anyway: why a visit that is entered late took place although something was against it.
  ///   - tie: the order that the visit uses up; the proposed one, where it is left out.
  /// - Throws: `ClinicError.blocked`, or `ClinicError.wasBlocked` for a visit that is entered late, with
  ///   every concern that stands in the way,
  ///   `ClinicError.longerThanAllowed` when a rule limits the minutes, `ClinicError.leftOut` when a
  ///   rule leaves one of the sites out, `ConsentError.missing`, `ClinicError.toCome`,
  ///   `ClinicError.sessionRunning`.
  public func start(
    _ choices: [TemplateChoice], on sites: [Site] = [], except: [Site] = [], in chart: Chart,
    at time: Instant? = nil, under tie: ReferralTie? = nil, anyway: String? = nil
  ) throws -> (visit: VisitDraft, written: [RecordNumber]) {
    if try ownVisits(of: nil).contains(where: \.isRunning) { throw ClinicError.sessionRunning }
    let isSaid = time != nil
    let time = try past(time)
    let verdict = try verdict(chart, at: time)
    let isLate = time.adding(minutes: choices.map(\.length).reduce(0, +)) <= now
    let override = try override(
      concerns(verdict, choices).filter(\.blocks),
      missingConsent(of: chart, treating: sites, at: time), anyway, at: isLate ? time : nil)
    var start = try plan(choices, on: sites, except: except, under: verdict)
    start.typedAt = isSaid ? now : nil
    let draft = try openDraft(.visit, chart.id, at: time)
    let order =
      tie
      ?? proposedReferral(for: start.techniques, on: sites, in: chart, at: time)
      .map { .to(referral: $0.entry) }
    let events =
      [DraftEvent(at: time, .started(start), by: author)]
      + (override.map { [DraftEvent(at: time, .overrode($0), by: author)] } ?? [])
      + (order.map { [DraftEvent(at: time, .tied(order: $0), by: author)] } ?? [])
      + (try painBefore(chart, at: time).map {
        [DraftEvent(at: time, .measured(measurement: $0), by: author)]
      } ?? [])
    let written = try commit(
      [.draftOpened(draft)] + events.map { .drafted($0, in: draft) })
    guard let visit = VisitDraft(draft, events: events) else { throw ClinicError.noVisitOpen }
    return (visit, written)
  }

  /// What a visit that is entered late takes place against; `nil` where nothing stands in the way.
  ///
  /// - Parameter time: when a late visit took place; `nil` for one that is held now, which nothing
  ///   overrules.
  /// - Throws: `ClinicError.blocked`, `ClinicError.wasBlocked`, `ConsentError.missing`.
  func override(
    _ blocking: [Verdict.Concern], _ missing: [MissingConsent], _ anyway: String?,
    at time: Instant?
  ) throws -> Override? {
    let doubts = blocking.map(Doubt.init) + missing.map(Doubt.init)
    if time != nil, let anyway { return try overriding(doubts, asked: nil, because: anyway) }
    if !blocking.isEmpty {
      throw time.map { ClinicError.wasBlocked(blocking, at: $0.local(in: zone)) }
        ?? ClinicError.blocked(blocking)
    }
    if !missing.isEmpty { throw ConsentError.missing(missing) }
    return nil
  }

  /// The pain that the intake of this visit asked for is the score before the session.
  func painBefore(_ chart: Chart, at time: Instant) throws -> Measurement? {
    guard let answer = try intake(chart, at: time).flow.answered[GeneralHistory.painNow.id],
      case .number(let value) = answer.answer, answer.at.isSameDay(as: time, in: zone)
    else { return nil }
    return Measurement(
      metric: Instruments.painNow.id, version: Instruments.painNow.version, occasion: .before,
      at: answer.at, value: value)
  }
}
