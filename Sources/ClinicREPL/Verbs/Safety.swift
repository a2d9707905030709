import ClinicCore
import TechniqueKit

extension Verb {
  static let check = Verb(
    name: "check", group: .before, usage: "check",
    does: "the safety verdict for today, with reasons",
    example: "check"
  ) { shell, _ in
    let chart = try shell.openChart()
    let verdict = try shell.practice.verdict(chart)
    shell.show(verdict)
    let blocking = verdict.concerns.filter(\.blocks)
    if verdict.concerns.isEmpty {
      shell.say("No rule was raised by today's answers. You decide.")
    } else if blocking.isEmpty {
      shell.say("Nothing here blocks the start. You decide.")
    } else {
      try shell.settle(blocking, chart)
    }
  }

  static let why = Verb(
    name: "why", group: .understand, usage: "why RULE", does: "what a rule says, and its source",
    example: "why C1"
  ) { shell, rest in
    let chart = try shell.openChart()
    let code = rest.lowercased()
    let raised = try shell.practice.verdict(chart).concerns
    let found = raised.filter {
      $0.rule.code.lowercased() == code || $0.rule.id.rawValue == code
    }
    guard !found.isEmpty else { throw ClinicError.noSuchRule(rest) }
    for concern in found {
      let rule = shell.shown(concern.rule)
      shell.say(shell.line(concern))
      shell.say("         \(rule.advice)", indent: 9)
      shell.say("         Say: \(rule.clientWording)", indent: 9)
      for citation in rule.citations { shell.say("         Source: \(citation)") }
      shell.item(
        .fields([
          "rule": .string(rule.code), "advice": .string(rule.advice),
          "say": .string(rule.clientWording),
          "sources": .strings(rule.citations.map(\.description)),
        ]))
    }
  }

  static let clearance = Verb(
    name: "clearance", group: .before,
    usage: "clearance RULE by=WHO credential=MD on=DATE scope=WHAT until=DATE",
    does: "record who cleared a blocking rule",
    example: "clearance A6 by=\"Dr Okoye\" credential=MD scope=\"light work\" until=2026-12-31"
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["by", "credential", "on", "scope", "until", "rule"])
    let chart = try shell.openChart()
    let code = (words["rule"] ?? words.phrase).lowercased()
    let raised = try shell.practice.verdict(chart).concerns.filter(\.blocks)
    guard let concern = raised.first(where: { $0.rule.code.lowercased() == code }) else {
      throw ClinicError.noSuchRule(code)
    }
    let clearance = Clearance(
      rule: concern.rule.id,
      clearedBy: try shell.detail(words, "by", "Who cleared it"),
      credential: try shell.detail(words, "credential", "Credential"),
      clearedOn: try words["on"].map(shell.date) ?? shell.practice.today,
      scope: try shell.detail(words, "scope", "For what"),
      expires: try shell.date(try shell.detail(words, "until", "Until which date")))
    shell.wrote(try shell.practice.clear(concern, clearance, in: chart.id))
    shell.say(
      "Clearance for \(concern.rule.code) saved, until \(DateWords.full(clearance.expires)).")
  }

  static let acknowledge = Verb(
    name: "acknowledge", group: .before, usage: "acknowledge WHAT WAS DONE",
    does: "log that an emergency was read, and what was done",
    example: "acknowledge called 911 at 10:20, stayed with client", takesText: true
  ) { shell, rest in
    let chart = try shell.openChart()
    let rules = try shell.practice.verdict(chart).concerns
      .filter { $0.severity == .emergency && !$0.isUnknown }.map(\.rule.id)
    guard !rules.isEmpty else { throw Failure.rejected("no emergency stands in the verdict.") }
    shell.wrote(try shell.practice.acknowledge(rules, action: rest, in: chart.id))
    shell.say("Logged. The session stays closed.")
  }
}

extension Shell {
  fileprivate func detail(_ words: Words, _ field: String, _ prompt: String) throws -> String {
    if let value = words[field] { return value }
    guard case .line(let typed) = try ask("\(prompt): ", missing: "clearance needs \(field)="),
      !typed.isEmpty, typed != "."
    else { throw Failure.missing("the clearance was not saved: \(field) is missing.") }
    return typed
  }

  /// Says what blocks, and offers to save that no treatment was given.
  fileprivate func settle(_ blocking: [Verdict.Concern], _ chart: Chart) throws {
    let certain = blocking.filter { !$0.isUnknown }
    say()
    if certain.isEmpty { return say("Start is blocked until these are answered. Type intake.") }
    let words = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = certain.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.word)"
    }
    let only = Set(certain.compactMap(technique)).sorted()
    if certain.allSatisfy({ technique($0) != nil }) {
      say("Blocked only for: \(only.joined(separator: ", ")).")
    } else {
      say("Start is blocked by \(words.joined(separator: " and ")).")
    }
    guard mode.isInteractive else { return }
    if certain.contains(where: { $0.severity == .emergency }) {
      say("Call for medical help now. Then type: acknowledge WHAT WAS DONE")
    }
    say("  Enter           do not treat today; save the reason")
    say("  clearance RULE  record who cleared it, credential, scope, expiry")
    say("  why RULE        what a rule says and where it comes from")
    guard case .line(let typed) = try ask("What now? [do not treat]: ", missing: "") else { return }
    if typed.isEmpty {
      wrote(try practice.recordNotTreated(certain, in: chart.id))
      say("Saved: not treated today.")
    } else if typed != ".", let command = try Command(typed, shell: self, suggestion: nil) {
      try command.run(self)
    }
  }
}
