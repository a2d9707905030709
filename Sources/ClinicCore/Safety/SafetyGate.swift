import TechniqueKit

/// Applies the rules of every enabled module. It can only escalate: each rule is judged by itself,
/// and the worst of what they say wins.
public struct SafetyGate {
  let catalogue: Catalogue
  let facts: Facts
  let known: [ID<Question>: RecordedAnswer]
  let findings: [RecordedFinding]
  let clearances: [Clearance]
  let zone: ClinicZone

  /// - Parameters:
  ///   - known: the answers among the facts, with their dates.
  ///   - findings: those among the facts, in the same order, as they were recorded.
  public init(
    catalogue: Catalogue, facts: Facts, known: [ID<Question>: RecordedAnswer] = [:],
    findings: [RecordedFinding] = [], clearances: [Clearance] = [], zone: ClinicZone = .utc
  ) {
    self.catalogue = catalogue
    self.facts = facts
    self.known = known
    self.findings = findings
    self.clearances = clearances
    self.zone = zone
  }

  init(catalogue: Catalogue, flow: IntakeFlow, chart: Chart) {
    self.init(
      catalogue: catalogue, facts: flow.facts, known: flow.known, findings: flow.findings,
      clearances: chart.clearances, zone: chart.zone)
  }

  /// - Parameter day: decides which clearances count.
  public func verdict(on day: CalendarDate) -> Verdict {
    var concerns: [Verdict.Concern] = []
    for module in catalogue.modules {
      for rule in module.content.safetyRules {
        let truth = rule.when.truth(for: facts)
        guard truth != .no else { continue }
        let matches = rule.matches(for: facts)
        let reasons = reasons(rule)
        concerns.append(
          Verdict.Concern(
            rule: rule, module: module.manifest.id,
            severity: truth == .yes ? rule.severity : rule.severityWhenUnknown,
            sites: sites(of: rule), isUnknown: truth == .unknown, reasons: reasons,
            findings: zip(findings, facts.findings)
              .filter { rule.when.finds($1, for: facts) }.map(\.0),
            missing: missing(rule), missingDetails: rule.when.openDetails(for: facts),
            matches: matches,
            clearance: clearances.last {
              $0.rule == rule.id && $0.counts(on: day) && $0.covers(matches, reasons, in: zone)
            }))
      }
    }
    return Verdict(
      concerns: concerns.enumerated().sorted {
        ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
      }.map(\.element))
  }

  private func missing(_ rule: SafetyRule) -> [Question] {
    var seen: Set<ID<Question>> = []
    return rule.when.openQuestions(for: facts).filter { seen.insert($0).inserted }
      .compactMap(catalogue.question)
  }

  private func reasons(_ rule: SafetyRule) -> [Verdict.Concern.Reason] {
    var seen: Set<ID<Question>> = []
    return rule.when.decidingQuestions(for: facts).compactMap { id in
      guard seen.insert(id).inserted, !facts.inapplicable.contains(id),
        let question = catalogue.question(id), let answer = known[id]
      else { return nil }
      return Verdict.Concern.Reason(question: question, answer: answer)
    }
  }

  private func sites(of rule: SafetyRule) -> [Site] {
    switch rule.regions {
    case .none: return []
    case .fixed(let regions): return regions.map { Site($0) }
    case .answered(let question):
      switch facts[question] {
      case .regions(let sites): return sites
      case .rows:
        return rule.when.rows(of: question, for: facts).flatMap { row in
          row.sorted { $0.key < $1.key }.flatMap { _, answer -> [Site] in
            if case .regions(let sites) = answer { sites } else { [] }
          }
        }
      default: return []
      }
    }
  }
}

extension Clearance {
  /// From the day on which it was given until its last one.
  fileprivate func counts(on day: CalendarDate) -> Bool {
    clearedOn.dayNumber <= day.dayNumber && expires.dayNumber >= day.dayNumber
  }

  /// It settles what the rule read when it was given. The same again keeps it; a new match ends it.
  ///
  /// One that was written down before what it settles was kept covers a sign of one visit for what was
  /// told until that day.
  fileprivate func covers(
    _ matches: Set<Match>, _ reasons: [Verdict.Concern.Reason], in zone: ClinicZone
  ) -> Bool {
    if let settles { return matches.isSubset(of: settles) }
    guard let recordedOn else { return true }
    return reasons.allSatisfy { reason in
      let told = (reason.answer.carriedFrom ?? reason.answer.at).local(in: zone).date
      return reason.question.validity != .thisVisit || told.dayNumber <= recordedOn.dayNumber
    }
  }
}
