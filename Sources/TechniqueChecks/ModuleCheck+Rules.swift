import TechniqueKit

extension ModuleCheck {
  /// Rules read what exists, never grow milder when an answer is missing, say what to do and where
  /// they come from.
  var rules: [CheckFinding] {
    content.safetyRules.flatMap { rule in
      (problems(in: rule.when) + severity(of: rule) + regions(of: rule) + wording(of: rule))
        .map { finding("rule", rule.id.rawValue, $0) }
    }
  }

  private func severity(of rule: SafetyRule) -> [String] {
    var found: [String] = []
    if rule.severity.blocks, rule.severityWhenUnknown < rule.severity {
      found.append("it blocks, so a missing answer must not make it milder.")
    }
    if rule.severity == .avoid, rule.regions == .none {
      found.append("it avoids a region and names none.")
    }
    if rule.change.longestMinutes.map({ $0 < 1 }) == true {
      found.append("no session is that short.")
    }
    return found
  }

  private func regions(of rule: SafetyRule) -> [String] {
    switch rule.regions {
    case .none: return []
    case .fixed(let regions):
      return regions.isEmpty
        ? ["its list of regions is empty."]
        : regions.filter { anatomy[$0] == nil }.map { "there is no region \($0)." }
    case .answered(let id):
      guard let question = knownQuestions[id] else { return ["there is no question \(id)."] }
      return question.kind == .regions ? [] : ["\(id) does not ask for regions."]
    }
  }

  private func wording(of rule: SafetyRule) -> [String] {
    var found: [String] = []
    if rule.code.isEmpty || rule.title.isEmpty { found.append("a code and a title are needed.") }
    if rule.title.count > 60 { found.append("the title has \(rule.title.count) letters; 60 fit.") }
    if rule.advice.isEmpty { found.append("it does not say what to do.") }
    if rule.clientWording.isEmpty { found.append("it does not say what to tell the client.") }
    if rule.citations.isEmpty { found.append("it names no source.") }
    return found + claims(in: [rule.title, rule.advice, rule.clientWording])
  }
}
