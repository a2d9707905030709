import TechniqueKit

/// Remembers which rules a person was told of a client, so that each is told when it comes to hold:
/// when an answer or a finding is typed, when a consent runs out, on a birthday.
public struct SafetyWatch: Sendable {
  private var told: [ID<SafetyRule>: Told] = [:]
  private var toldConsents: Set<ID<ConsentStatement>> = []

  private struct Told {
    let matches: Set<Match>
    let blocks: Bool
  }

  public init() {}

  /// Takes what is shown now as told.
  public mutating func tell(_ state: SafetyState) { _ = news(in: state) }

  /// What was not told yet, worst first: rules that hold for certain and were not told, or that read
  /// more than when they were told, or stand in the way again; and consents that are not valid any more.
  public mutating func news(in state: SafetyState) -> SafetyNews {
    let certain = state.verdict.concerns.filter { !$0.isUnknown }
    let raised = certain.filter { concern in
      guard let before = told[concern.rule.id] else { return true }
      return !concern.matches.isSubset(of: before.matches) || concern.blocks && !before.blocks
    }
    told = Dictionary(
      certain.map { ($0.rule.id, Told(matches: $0.matches, blocks: $0.blocks)) }
    ) { first, _ in first }
    let consents = state.missingConsent.filter { !toldConsents.contains($0.statement.id) }
    toldConsents = Set(state.missingConsent.map(\.statement.id))
    return SafetyNews(raised: raised, consents: consents)
  }
}

/// What stands in the way of treating a client at a moment, or changes how it is given.
public struct SafetyState: Sendable {
  public let verdict: Verdict
  public let missingConsent: [MissingConsent]
}

/// What came to hold since a person was last told.
public struct SafetyNews: Sendable {
  public let raised: [Verdict.Concern]
  public let consents: [MissingConsent]
}

extension Practice {
  /// What the gate says of a client now, over all facts told so far.
  public func safety(of chart: Chart) throws -> SafetyState {
    let areas = try currentVisit(of: chart.id).filter(\.isRunning)?.area(at: now)?.sites ?? []
    return SafetyState(
      verdict: try verdict(chart), missingConsent: missingConsent(of: chart, treating: areas))
  }

  /// Puts on disk, in the session that the person at work holds with the client, which rules came to hold
  /// since it began and which hold no longer. It belongs to no command, so that whoever takes a finding
  /// back does not take back that its rule held.
  ///
  /// - Returns: what it wrote.
  @discardableResult
  public func recordWarnings(_ state: SafetyState, for chart: ID<Chart>) throws -> [RecordNumber] {
    guard permits(.charts), let visit = try currentVisit(of: chart), visit.isRunning else {
      return []
    }
    let known = Set(visit.start.verdict.compactMap(\.rule))
    let open = Set(visit.warnings.filter { $0.settledAt == nil }.map(\.warning.rule))
    let holding = state.verdict.concerns.filter { concern in
      !concern.isUnknown && concern.severity >= .adapt
        && concern.bears(on: techniques(of: visit), general: catalogue.general.manifest.id)
    }
    let warnings =
      holding.map { SafetyWarning($0, facts: facts(of: $0)) }
      + state.missingConsent.map(SafetyWarning.init)
    let raised = warnings.filter { !known.contains($0.rule) && !open.contains($0.rule) }
    let settled = open.subtracting(warnings.map(\.rule)).sorted { $0.rawValue < $1.rawValue }
    let steps =
      raised.map { DraftEvent.Step.warned($0) } + settled.map { DraftEvent.Step.settled(rule: $0) }
    guard !steps.isEmpty else { return [] }
    return try store.commit(steps.map { .drafted(DraftEvent(at: now, $0), in: visit.draft) })
  }

  /// The answers and findings that raise a rule, in words.
  func facts(of concern: Verdict.Concern) -> String {
    let answers = concern.reasons.map { reason in
      let prompt = reason.question.prompt.trimmingEnd("?:")
      return "\(prompt): \(catalogue.anatomy.words(for: reason.answer.answer, to: reason.question))"
    }
    let found = concern.findings.map { $0.sentence.trimmingEnd(".") }
    let facts = (answers + found).joined(separator: "; ")
    return facts.isEmpty ? concern.rule.title : facts
  }

  private func techniques(of visit: VisitDraft) -> [ID<Manifest>] {
    visit.start.templates.flatMap {
      [$0.technique] + (catalogue.template(renames.templates[$0.id] ?? $0.id)?.alsoUses ?? [])
    }
  }
}

extension SafetyWarning {
  fileprivate init(_ concern: Verdict.Concern, facts: String) {
    self.init(rule: concern.rule.id, line: VisitRecord.VerdictLine(concern), fact: facts)
  }

  fileprivate init(_ missing: MissingConsent) {
    let title = missing.statement.title
    self.init(
      rule: ID("consent_\(missing.statement.id)"),
      line: VisitRecord.VerdictLine(severity: .stop, code: "consent", text: title),
      fact: "\(title) is \(missing.standing.words)")
  }
}

extension Verdict.Concern {
  /// Whether it bears on a session with the techniques.
  func bears(on techniques: [ID<Manifest>], general: ID<Manifest>) -> Bool {
    rule.techniques == .every || module == general || techniques.contains(module)
  }
}

extension Optional {
  fileprivate func filter(_ isWanted: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { isWanted($0) ? $0 : nil }
  }
}

extension String {
  fileprivate func trimmingEnd(_ signs: String) -> String {
    var text = Substring(self)
    while let last = text.last, signs.contains(last) { text.removeLast() }
    return String(text)
  }
}
