import ClinicCore
import TechniqueKit

extension Severity {
  /// The word a verdict line begins with.
  var word: String {
    switch self {
    case .emergency: "EMERGENCY"
    case .stop: "STOP"
    case .clearance: "CLEAR"
    case .avoid: "AVOID"
    case .adapt: "ADAPT"
    case .note: "NOTE"
    }
  }
}

extension Severity {
  var colour: ColourRole { self >= .clearance ? .stop : .caution }
}

extension Shell {
  /// `ADAPT    Takes a blood thinner: pressure at most 2 of 5.   rule A5`
  private func lines(_ concern: Verdict.Concern, for techniques: [String]) -> [String] {
    var text = shown(concern.rule).title
    if !concern.sites.isEmpty {
      text += ": " + concern.sites.map(practice.catalogue.anatomy.name(of:)).joined(separator: ", ")
    }
    if let cap = concern.rule.change.pressureCap {
      text += ", pressure at most \(cap.rawValue) of 5"
    }
    if let clearance = concern.clearance { text += " (\(clearance.words))" }
    if !techniques.isEmpty { text += ", for \(techniques.joined(separator: " and "))" }
    if glyphs.isPlain { return ["\(concern.severity.word) \(text). Rule \(concern.rule.code)."] }
    let room = max(20, min(55, width - 23))
    let lines = text.wrapped(to: room)
    let word = painted(concern.severity.word, concern.severity.colour)
    let fill = String(repeating: " ", count: max(1, 9 - concern.severity.word.count))
    return [word + fill + (lines.first ?? "").padded(to: room) + "  rule \(concern.rule.code)"]
      + lines.dropFirst().map { String(repeating: " ", count: 9) + $0 }
  }

  func sayLine(of concern: Verdict.Concern) {
    let techniques = [technique(concern)?.lowercased()].compactMap(\.self)
    for line in lines(concern, for: techniques) { say(line, indent: 9) }
  }

  /// A line for each warning. One that several techniques state in the same words is said once, with
  /// the techniques that it is for.
  func sayLines(of concerns: [Verdict.Concern]) {
    var told: [[String]] = []
    for concern in concerns {
      let line = lines(concern, for: [])
      guard !told.contains(line) else { continue }
      told.append(line)
      let same = concerns.filter { lines($0, for: []) == line }
      let names = same.map { technique($0)?.lowercased() }
      // What one of them says of every technique needs no names.
      let techniques = names.contains(nil) ? [] : names.compactMap(\.self)
      for line in lines(concern, for: techniques) { say(line, indent: 9) }
    }
  }

  /// The one technique that the concern bears on; `nil` when it bears on all.
  func technique(_ concern: Verdict.Concern) -> String? {
    guard concern.rule.techniques == .own else { return nil }
    return shown.technique(concern.module)?.manifest.name
  }

  func show(_ verdict: Verdict) {
    let certain = verdict.concerns.filter { !$0.isUnknown }
    for concern in certain {
      sayLine(of: concern)
      say("         \(shown(concern.rule).advice)", indent: 9)
      // Of what does not block `why` tells the answers; the screen stays short.
      if concern.severity.blocks { sayReasons(of: concern, atMost: 2) }
    }
    let missing = verdict.missing(
      among: verdict.concerns, order: practice.catalogue.questions)
    for question in missing.prefix(5) {
      say(painted("ASK", .caution) + "      " + "Not answered: \"\(shown(question).prompt)\"")
    }
    for detail in verdict.missingDetails(among: verdict.concerns) {
      say(painted("ASK", .caution) + "      " + "The \(detail.label) is not known. Type details")
    }
    if missing.count > 5 { say("         and \(missing.count - 5) more. Type intake.") }
    showStandings(verdict)
    for concern in verdict.concerns {
      item(json(concern))
    }
  }

  /// The answers that raised it, with their day and hour.
  func sayReasons(of concern: Verdict.Concern, atMost count: Int) {
    for reason in concern.reasons.prefix(count) {
      let day = DateWords.short(reason.answer.at.local(in: zone).date, today: practice.today)
      let question = shown(reason.question)
      say(
        "         From: \"\(question.prompt)\" = "
          + "\(words(for: reason.answer, question)), \(day) "
          + reason.answer.at.local(in: zone).clock, indent: 9)
    }
    for found in concern.findings.prefix(max(0, count - concern.reasons.count)) {
      let day = DateWords.short(found.at.local(in: zone).date, today: practice.today)
      say("         From: \(found.sentence) \(day) \(found.at.local(in: zone).clock)", indent: 9)
    }
  }

  /// What is left of each technique, where they differ.
  private func showStandings(_ verdict: Verdict) {
    let general = practice.catalogue.general.manifest.id
    let standings = practice.catalogue.techniques.map {
      verdict.standing(of: $0.manifest, general: general)
    }
    guard standings.count > 1,
      standings.contains(where: { $0.severity != nil || $0.unanswered > 0 })
    else { return }
    say()
    say("BY TECHNIQUE")
    for standing in standings {
      say("  \(words(for: standing))", indent: 4)
      item(json(standing))
    }
  }
}
