import TechniqueKit

extension Practice {
  /// What the gate says of a client now, over all facts told so far.
  ///
  /// - Parameter verdict: of now, where it was asked for already.
  public func safety(of chart: Chart, verdict: Verdict? = nil) throws -> SafetyState {
    let areas = try currentVisit(of: chart.id).filter(\.isRunning)?.area(at: now)?.sites ?? []
    return SafetyState(
      verdict: try verdict ?? self.verdict(chart),
      missingConsent: missingConsent(of: chart, treating: areas))
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
