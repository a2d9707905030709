import TechniqueKit

/// Applies the rules of every enabled module. It can only escalate: each rule is judged by itself,
/// and the worst of what they say wins.
public enum SafetyGate {
  /// - Parameters:
  ///   - known: the answers that hold now, with their dates.
  ///   - today: decides which clearances have expired.
  public static func verdict(
    catalogue: Catalogue, facts: Facts, known: [ID<Question>: RecordedAnswer],
    clearances: [Clearance], today: CalendarDate
  ) -> Verdict {
    var concerns: [Verdict.Concern] = []
    for module in catalogue.modules {
      for rule in module.content.safetyRules {
        let truth = rule.when.truth(for: facts)
        guard truth != .no else { continue }
        let reasons = reasons(rule, catalogue, facts, known)
        concerns.append(
          Verdict.Concern(
            rule: rule, module: module.manifest.id,
            severity: truth == .yes ? rule.severity : rule.severityWhenUnknown,
            sites: sites(of: rule, facts),
            reasons: reasons, missing: missing(rule, catalogue, facts),
            clearance: clearances.last { clearance in
              clearance.rule == rule.id && clearance.expires.dayNumber >= today.dayNumber
                && reasons.allSatisfy(clearance.covers)
            }))
      }
    }
    return Verdict(
      concerns: concerns.enumerated().sorted {
        ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
      }.map(\.element))
  }

  private static func missing(
    _ rule: SafetyRule, _ catalogue: Catalogue, _ facts: Facts
  ) -> [Question] {
    var seen: Set<ID<Question>> = []
    return rule.when.openQuestions(for: facts).filter { seen.insert($0).inserted }
      .compactMap(catalogue.question)
  }

  private static func reasons(
    _ rule: SafetyRule, _ catalogue: Catalogue, _ facts: Facts,
    _ known: [ID<Question>: RecordedAnswer]
  ) -> [Verdict.Concern.Reason] {
    var seen: Set<ID<Question>> = []
    let deciding = rule.when.decidingQuestions(for: facts)
    return deciding.compactMap { id in
      guard seen.insert(id).inserted, !facts.inapplicable.contains(id),
        let question = catalogue.question(id), let answer = known[id]
      else { return nil }
      return Verdict.Concern.Reason(question: question, answer: answer)
    }
  }

  private static func sites(of rule: SafetyRule, _ facts: Facts) -> [Site] {
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
  /// A sign that is asked for at every visit is settled for the time it was told until then.
  fileprivate func covers(_ reason: Verdict.Concern.Reason) -> Bool {
    guard reason.question.validity == .thisVisit, let recordedOn else { return true }
    let told = (reason.answer.carriedFrom ?? reason.answer.at).local.date
    return told.dayNumber <= recordedOn.dayNumber
  }
}
