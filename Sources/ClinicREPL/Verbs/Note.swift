import ClinicCore
import TechniqueKit

extension Verb {
  static let subjective = section(.subjective, "s", "s tighter since Tues")
  static let objective = section(.objective, "o", "o trigger point right levator")
  static let assessment = section(.assessment, "a", "a neck turns further than before")
  static let plan = section(.plan, "p", "p doorway stretch twice a day")

  static let note = Verb(
    name: "note", group: .note, usage: "note", does: "the whole note, section by section",
    example: "note"
  ) { shell, _ in
    let visit = try shell.openVisit()
    guard shell.mode.isInteractive else { return shell.show(visit) }
    _ = try shell.writeNote(visit)
  }

  static let sign = Verb(
    name: "sign", group: .after, usage: "sign", does: "sign the note; afterwards only addenda",
    example: "sign"
  ) { shell, _ in
    try shell.sign(try shell.openVisit())
  }

  static let addendum = Verb(
    name: "addendum", group: .after, usage: "addendum WORDS", does: "add to the last signed visit",
    example: "addendum client called, soreness gone", takesText: true
  ) { shell, rest in
    shell.wrote(try shell.practice.addendum(rest, to: try shell.openChart()))
    shell.say("       Addendum saved \(shell.practice.now.local.clock).")
  }

  private static func section(
    _ section: NoteLine.Section, _ letter: String, _ example: String
  ) -> Verb {
    Verb(
      name: letter, short: letter, group: .note, usage: "\(letter) WORDS",
      does: "a line under \(section.letter): \(section.meaning)", example: example, takesText: true
    ) { shell, rest in
      let (text, time) = try shell.timed(rest)
      let line = NoteLine(section: section, text: text, at: time ?? shell.practice.now)
      let visit = try shell.openVisit()
      shell.wrote(try shell.practice.step(.noted(line: line), in: visit, at: time).written)
      shell.say("       \(section.letter) saved \(line.at.local.clock).")
      shell.item(.fields(["section": .string(section.letter), "text": .string(text)]))
    }
  }
}

extension Shell {
  /// In a script a note line may begin with `at=TIME`; a person's words are taken as they are.
  fileprivate func timed(_ rest: String) throws -> (text: String, time: Instant?) {
    guard !mode.isInteractive, rest.hasPrefix("at=") else { return (rest, nil) }
    let word = rest.prefix { !$0.isWhitespace }
    return (
      String(rest.dropFirst(word.count).drop(while: \.isWhitespace)), try time(Words(String(word)))
    )
  }

  func show(_ visit: VisitDraft) {
    for section in NoteLine.Section.allCases {
      say("\(section.letter)  \(section.meaning)")
      if section == .objective { sayFindings(visit.findings) }
      for line in visit.lines(section) {
        say("     \(line.at.local.clock)  \(line.text)")
        item(.fields(["section": .string(section.letter), "text": .string(line.text)]))
      }
    }
  }

  private func sayFindings(_ findings: [RecordedFinding]) {
    for finding in findings { say("     \(finding.at.local.clock)  \(finding.sentence)") }
  }

  /// Asks for the four sections. Every line is on disk before the next prompt.
  ///
  /// - Returns: whether the last section was passed; otherwise the note was left with `.`.
  func writeNote(_ visit: VisitDraft) throws -> Bool {
    say("Enter on an empty line = next   = same as last time   < back   . stop here")
    rule()
    var visit = visit
    var place = 0
    let sections = NoteLine.Section.allCases
    while place < sections.count {
      let section = sections[place]
      say("\(section.letter)  \(section.meaning)")
      if section == .objective { sayFindings(visit.findings) }
      for line in visit.lines(section) { say("     \(line.at.local.clock)  \(line.text)") }
      switch try writeSection(section, &visit) {
      case .next: place += 1
      case .back: place = max(0, place - 1)
      case .stop:
        say("Note is saved. Type note to go on.")
        return false
      }
    }
    let counts = sections.map { section -> String in
      let findings = section == .objective ? visit.findings.count : 0
      return "\(section.letter) \(visit.lines(section).count + findings)"
    }.joined(separator: ", ")
    say("Saved \(practice.now.local.clock). Lines: \(counts).")
    return true
  }

  private enum SectionEnd { case next, back, stop }

  private func writeSection(
    _ section: NoteLine.Section, _ visit: inout VisitDraft
  ) throws -> SectionEnd {
    while true {
      guard case .line(let typed) = try ask("\(section.letter)> ", missing: "the note") else {
        return .stop
      }
      switch typed {
      case "": return .next
      case "<", "..": return .back
      case ".": return .stop
      case "?", "??": say("     \(section.meaning). Empty line = next, = same as last time.")
      case "=": try copyLast(section, &visit)
      default:
        let text = typed.hasPrefix("\\") ? String(typed.dropFirst()) : typed
        let line = NoteLine(section: section, text: text, at: practice.now)
        visit = try practice.step(.noted(line: line), in: visit).visit
      }
    }
  }

  private func copyLast(_ section: NoteLine.Section, _ visit: inout VisitDraft) throws {
    let last = try practice.chart(visit.draft.chart).lastVisit
    let lines = last?.record.note.filter { $0.section == section } ?? []
    guard let last, !lines.isEmpty else { return say("     Last time has nothing here.") }
    let day = DateWords.short(last.record.startedAt.local.date, today: practice.today)
    for line in lines {
      say("     From \(day): \(line.text)")
      let copy = NoteLine(
        section: section, text: line.text, at: practice.now,
        carriedFrom: line.carriedFrom ?? last.record.startedAt)
      visit = try practice.step(.noted(line: copy), in: visit).visit
    }
  }

  /// After `end`: the note, the score and the signature, one after the other.
  func closeOut(_ visit: VisitDraft) throws {
    guard try writeNote(visit), let current = try practice.currentVisit(of: visit.draft.chart)
    else { return }
    try askPainAfter(current)
    let who = practice.author
    if try confirm("Sign as \(who)? Signed notes take addenda only.") {
      try sign(try openVisit())
    } else {
      say("Not signed. It stays under UNFINISHED.")
    }
  }

  private func askPainAfter(_ visit: VisitDraft) throws {
    guard let metric = practice.catalogue.metric(named: "pain"),
      visit.value(of: metric.id, .after) == nil
    else { return }
    let before = visit.value(of: metric.id, .before)
    let was = before.map { ", was \($0.plain) before" } ?? ""
    while true {
      let event = try ask("Pain after, \(metric.prompt)\(was): ", missing: "pain after")
      guard case .line(let typed) = event, !["", "-", "."].contains(typed) else { return }
      do {
        let chart = try practice.chart(visit.draft.chart)
        try record(metric, typed, .after, chart)
        return
      } catch { say("       \(Failure(error).message)") }
    }
  }

  fileprivate func sign(_ visit: VisitDraft) throws {
    wrote(try practice.sign(visit))
    let chart = try practice.chart(visit.draft.chart)
    guard let signed = chart.lastVisit?.record else { return }
    var parts = [
      "SIGNED \(practice.now.local.clock)", chart.identity.name, "visit \(chart.visits.count)",
      "\(signed.minutes) min",
    ]
    if let change = painChange(signed) { parts.append("pain \(change)") }
    say(parts.joined(separator: glyphs.separator))
    item(
      .fields([
        "visit": .int(chart.visits.count), "minutes": .int(signed.minutes),
        "signed_by": .string(practice.author.description),
      ]))
    let left = try practice.ownVisits(of: chart.id)
    if let other = left.last {
      say("Another note is open: \(DateWords.full(other.clock.startedAt.local.date)).")
    }
  }
}
