import ClinicCore
import TechniqueKit

extension Verb {
  static let check = Verb(
    name: "check", group: .before, usage: "check",
    does: "the safety verdict for today, with reasons",
    example: "check", seeAlso: ["why", "clearance", "acknowledge"],
    takes: .nothing
  ) { shell, _ in
    let chart = try shell.openChart()
    let verdict = try shell.practice.verdict(chart)
    shell.show(verdict)
    shell.sayConsentDue(chart)
    shell.item(shell.json(startUnder: verdict))
    let blocking = verdict.concerns.filter(\.blocks)
    if verdict.concerns.isEmpty {
      shell.say("No rule was raised by today's answers. You decide.")
    } else if blocking.isEmpty {
      let asksConsent = !shell.practice.missingConsent(of: chart, treating: []).isEmpty
      shell.say(
        asksConsent
          ? "No rule blocks the start, but consent is missing."
          : shell.openWords(verdict) ?? "Nothing here blocks the start. You decide.")
    } else {
      try shell.settle(blocking, chart)
    }
  }

  static let why = Verb(
    name: "why", group: .understand, usage: "why RULE", does: "what a rule says, and its source",
    example: "why C1", seeAlso: ["check", "evidence"],
    takes: .line
  ) { shell, rest in
    guard !rest.isEmpty else {
      throw Failure.usage("why needs the code of a rule.", hint: "Example: why C1")
    }
    // Without a client it says what the rule says, and nothing of anybody's answers.
    let chart = try shell.client.map { try shell.practice.chart($0.chart) }
    let concerns = try chart.map { try shell.practice.verdict($0).concerns } ?? []
    let raised = concerns.filter { $0.rule.answers(to: rest) }
    for concern in raised {
      shell.sayLine(of: concern)
      shell.sayReasons(of: concern, atMost: .max)
      for question in concern.missing {
        shell.say("         Not answered: \"\(shell.shown(question).prompt)\"", indent: 9)
      }
      shell.explain(concern.rule, concern)
    }
    guard raised.isEmpty else { return }
    let rules = shell.practice.catalogue.rules.filter { $0.answers(to: rest) }
    guard !rules.isEmpty else { throw ClinicError.noSuchRule(rest) }
    shell.say(
      chart == nil
        ? "No client is open. This is what the rule says." : "Not raised for this client today.")
    for rule in rules {
      shell.say(
        "\((rule.severity.word + " ").padded(to: 9))\(shell.shown(rule).title) (\(rule.code))")
      shell.explain(rule, nil)
    }
  }

  static let clearance = Verb(
    name: "clearance", group: .before,
    usage: "clearance RULE by=WHO credential=MD on=DATE scope=WHAT until=DATE [for=TECHNIQUE]",
    does: "record who cleared a blocking rule",
    example: "clearance A6 by=\"Dr Okoye\" credential=MD scope=\"light work\" until=2026-12-31",
    seeAlso: ["check", "why"],
    takes: .words(
      "by=WHO", "credential=MD", "on=DATE", "scope=WHAT", "until=DATE", "rule=RULE",
      "for=TECHNIQUE"),
    isNeverGuessed: true
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    guard words["rule"] == nil || words.bare.isEmpty else {
      throw Failure.usage(
        "clearance takes the rule once; you typed \"\(words.phrase)\" and rule=.",
        hint: "Example: clearance A6 by=\"Dr Okoye\" ...")
    }
    let code = words["rule"] ?? words.phrase
    let standing = try shell.practice.verdict(chart).concerns.filter { $0.rule.answers(to: code) }
    guard let first = standing.first else { throw ClinicError.noSuchRule(code) }
    let blocking = standing.filter(\.blocks)
    guard !blocking.isEmpty else {
      throw Failure.rejected("rule \(first.rule.code) blocks nothing now; it needs no clearance.")
    }
    let concerns = try shell.choose(among: blocking, words["for"])
    let clearedBy = try shell.detail(words, "by", "Who cleared it")
    let credential = try shell.detail(words, "credential", "Credential")
    let clearedOn = try shell.clearanceDate(words)
    let scope = try shell.detail(words, "scope", "For what")
    let expires = try shell.day(try shell.detail(words, "until", "Until which date"))
    for concern in concerns {
      let clearance = Clearance(
        rule: concern.rule.id, clearedBy: clearedBy, credential: credential, clearedOn: clearedOn,
        scope: scope, expires: expires, recordedOn: shell.practice.today,
        settles: concern.matches)
      shell.wrote(try shell.practice.clear(concern, clearance, in: chart.id))
      shell.item(
        .fields([
          "rule": .string(concern.rule.code), "id": .string(concern.rule.id.rawValue),
          "by": .string(clearedBy), "credential": .string(credential), "scope": .string(scope),
          "on": .string(clearedOn.description), "until": .string(expires.description),
          "technique": shell.bearsOn(concern),
        ]))
      let technique = shell.technique(concern).map { " for \($0.lowercased())" } ?? ""
      shell.say(
        "Clearance of \(concern.rule.code)\(technique) saved, until \(DateWords.full(expires)).")
    }
  }

  static let acknowledge = Verb(
    name: "acknowledge", group: .before, usage: "acknowledge WHAT WAS DONE",
    does: "log that an emergency was read, and what was done",
    example: "acknowledge called 911 at 10:20, stayed with client", seeAlso: ["check"],
    takes: .text,
    isNeverGuessed: true
  ) { shell, rest in
    let chart = try shell.openChart()
    let rules = try shell.practice.verdict(chart).concerns
      .filter { $0.severity == .emergency && !$0.isUnknown }.map(\.rule.id)
    guard !rules.isEmpty else {
      throw Failure.rejected("there is no emergency to acknowledge.")
    }
    let action = try shell.actionTaken(rest)
    shell.wrote(try shell.practice.acknowledge(rules, action: action, in: chart.id))
    shell.item(.fields(["rules": .strings(rules.map(\.rawValue)), "action": .string(action)]))
    let isRunning = shell.runningVisit?.draft.chart == chart.id
    shell.say(
      isRunning ? "Logged. To close the session type end." : "Logged. The session stays closed.")
  }
}

extension SafetyRule {
  /// Whether it goes by the code or the id that was typed.
  fileprivate func answers(to typed: String) -> Bool {
    [code.lowercased(), id.rawValue].contains(typed.lowercased())
  }
}

extension Shell {
  /// What is not answered yet where nothing blocks the start; `nil` when all is answered.
  fileprivate func openWords(_ verdict: Verdict) -> String? {
    let open =
      verdict.missing(among: verdict.concerns, order: practice.catalogue.questions).count
      + verdict.missingDetails(among: verdict.concerns).count
    guard open > 0 else { return nil }
    return "Nothing here blocks the start, but \(open.of("question")) "
      + "\(open == 1 ? "has" : "have") no answer. A missing answer is not a no. Type intake."
  }

  /// What was done in an emergency, as typed or asked for.
  fileprivate func actionTaken(_ typed: String) throws -> String {
    if typed.contains(where: { !$0.isWhitespace }) { return typed }
    let missing = "say what was done. Example: acknowledge called 911, stayed with the client"
    guard case .line(let action) = try ask("What was done? ", missing: missing),
      action.contains(where: { !$0.isWhitespace }), action != "."
    else { throw Failure.missing(missing) }
    return action
  }

  /// What to do and to say, and the sources.
  fileprivate func explain(_ rule: SafetyRule, _ concern: Verdict.Concern?) {
    let rule = shown(rule)
    say("         \(rule.advice)", indent: 9)
    say("         Say: \(rule.clientWording)", indent: 9)
    for citation in rule.citations { say("         Source: \(citation)", indent: 9) }
    item(
      .fields([
        "rule": .string(rule.code), "id": .string(rule.id.rawValue),
        "raised": .bool(concern != nil), "advice": .string(rule.advice),
        "say": .string(rule.clientWording),
        "answers": .strings(
          (concern?.reasons ?? []).map { "\($0.question.id) at \($0.answer.at.iso(in: zone))" }),
        "sources": .strings(rule.citations.map(\.description)),
        "severity": .string((concern?.severity ?? rule.severity).rawValue),
        "title": .string(rule.title),
        "unanswered": concern.map { .strings($0.missing.map(\.id.rawValue)) },
        "sites": concern.map {
          .strings($0.sites.map(practice.catalogue.anatomy.name(of:)))
        },
        "cleared": concern.map { .bool($0.clearance != nil) },
        "blocks": concern.map { .bool($0.blocks) },
        "pressure_cap": rule.change.pressureCap.map { .int($0.rawValue) },
        "reasons": concern.map { json($0.reasons) },
      ]))
  }

  /// The concerns that a clearance is for, where techniques state rules of one code: those of the
  /// technique named, or all of them when that is said.
  fileprivate func choose(
    among concerns: [Verdict.Concern], _ typed: String?
  ) throws -> [Verdict.Concern] {
    guard concerns.count > 1 else { return concerns }
    let names = concerns.map { $0.rule.techniques == .own ? $0.module.rawValue : "general" }
    let typed =
      try typed
      ?? detail(Words(""), "for", "For which, \(names.joined(separator: ", ")) or all")
    if typed.lowercased() == "all" { return concerns }
    let wanted = typed.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: "_")
    let chosen = zip(concerns, names).filter { $1.hasPrefix(wanted) }.map(\.0)
    guard !chosen.isEmpty else {
      throw Failure.usage(
        "that rule is not stated for \"\(typed)\".",
        hint: "One of: \(names.joined(separator: ", ")), all")
    }
    return chosen
  }

  /// When it was cleared: today, unless it is said or asked otherwise.
  fileprivate func clearanceDate(_ words: Words) throws -> CalendarDate {
    guard words["on"] == nil, mode.isInteractive, words.fields.isEmpty else {
      return try words["on"].map(date) ?? practice.today
    }
    while true {
      let today = DateWords.full(practice.today)
      let event = try ask("On which date [\(today)]: ", missing: "")
      guard case .line(let typed) = event, typed != "." else {
        throw Failure.missing("the clearance was not saved.")
      }
      if typed.isEmpty { return practice.today }
      if let date = CalendarDate(past: typed, practice.today) { return date }
      say("       That is not a date I can read. Example: yesterday, 12 nov")
    }
  }

  /// A date to come.
  fileprivate func day(_ typed: String) throws -> CalendarDate {
    guard let date = CalendarDate(coming: typed, practice.today) else {
      throw Failure.rejected(
        "\"\(typed)\" is not a date I can read.", hint: "Example: 2026-12-31, 31 dec or 6w")
    }
    return date
  }

  fileprivate func detail(_ words: Words, _ field: String, _ prompt: String) throws -> String {
    if let value = words[field] { return value }
    while true {
      guard case .line(let typed) = try ask("\(prompt): ", missing: "clearance needs \(field)="),
        typed != ".", typed != "-"
      else { throw Failure.missing("the clearance was not saved: \(field) is missing.") }
      if typed.contains(where: { !$0.isWhitespace }) { return typed }
      say("       A clearance needs this. . stops, and nothing is saved.")
    }
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
    if blocksOnlySome(blocking) {
      for line in "Blocked only for: \(only.joined(separator: ", ")).".wrapped(to: 72) { say(line) }
      say("Others may be started; you decide. Or: clearance RULE, why RULE")
      return
    }
    say("Start is blocked by \(words.joined(separator: " and ")).")
    guard mode.isInteractive else { return }
    if certain.contains(where: { $0.severity == .emergency }) {
      say("Call for medical help now. Then type: acknowledge WHAT WAS DONE")
    }
    say("  Enter           do not treat today; save the reason; offer to rebook")
    say("  clearance RULE  record who cleared it, credential, scope, expiry")
    say("  why RULE        what a rule says and where it comes from")
    guard case .line(let typed) = try ask("What now? [do not treat]: ", missing: "") else { return }
    if typed.isEmpty {
      wrote(try practice.recordNotTreated(certain, in: chart.id))
      item(
        .fields([
          "not_treated": .strings(certain.map { "\($0.rule.code) \($0.rule.title)" }),
          "at": .string(practice.now.iso(in: zone)),
        ]))
      say("Saved: not treated today.")
      try askRebooking(chart, days: 7)
    } else if typed != ".", let command = try Command(typed, shell: self, suggestion: nil) {
      try command.run(self)
    }
  }
}
