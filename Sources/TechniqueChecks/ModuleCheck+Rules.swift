import TechniqueKit

extension ModuleCheck {
  /// Rules read what exists, never grow milder when an answer is missing, say what to do and where
  /// they come from.
  var rules: [CheckFinding] {
    content.safetyRules.flatMap { rule in
      (problems(in: rule.when) + severity(of: rule) + regions(of: rule) + wording(of: rule))
        .map { finding($0, "rule", rule.id.rawValue) }
    }
  }

  private func severity(of rule: SafetyRule) -> [Problem] {
    var found: [Problem] = []
    if rule.severity.blocks, rule.severityWhenUnknown < rule.severity {
      found.append(
        Problem(.severity, "it blocks, so a missing answer must not make it milder."))
    }
    if rule.change.longestMinutes.map({ $0 < 1 }) == true {
      found.append(Problem(.ranges, "no session is that short."))
    }
    return found
  }

  /// No setting of a clinic takes a rule away or makes it milder than it is by default.
  func milder(than standard: ModuleContent) -> [CheckFinding] {
    standard.safetyRules.compactMap { rule in
      let set = content.safetyRules.first { $0.id == rule.id }
      if let set, set.severity >= rule.severity, set.severityWhenUnknown >= rule.severityWhenUnknown
      {
        return nil
      }
      let state = set == nil ? "takes it away" : "makes it milder"
      return finding(
        Problem(.severity, "a setting of the options \(state)."), "rule", rule.id.rawValue)
    }
  }

  private func regions(of rule: SafetyRule) -> [Problem] {
    switch rule.regions {
    case .none:
      return rule.severity == .avoid
        ? [Problem(.regions, "it avoids a region and names none.")] : []
    case .fixed(let regions):
      return regions.isEmpty
        ? [Problem(.regions, "its list of regions is empty.")]
        : regions.filter { anatomy[$0] == nil }
          .map { Problem(.regions, "there is no region \($0).") }
    case .answered(let id):
      guard let question = knownQuestions[id] else {
        return [Problem(.references, "there is no question \(id).")]
      }
      if let group = groups[id] {
        return [Problem(.regions, "\(id) is a field; name its group \(group.id).")]
      }
      let asks = question.kind == .regions || question.fields.contains { $0.kind == .regions }
      return asks ? [] : [Problem(.regions, "\(id) does not ask for regions.")]
    }
  }

  private func wording(of rule: SafetyRule) -> [Problem] {
    var found = prompt(rule.title, "the title")
    if rule.code.isEmpty { found.append(Problem(.wording, "a code is needed.")) }
    found += sentence(rule.advice, "the advice")
    found += sentence(rule.clientWording, "the wording for the client")
    if rule.citations.isEmpty { found.append(Problem(.sources, "it names no source.")) }
    return found + claims(in: [rule.title, rule.advice, rule.clientWording])
  }
}
