import ClinicCore
import TechniqueKit

extension Verb {
  static let subjective = section(.subjective, "s", "s tighter since Tues")
  static let objective = section(.objective, "o", "o trigger point right levator")
  static let assessment = section(.assessment, "a", "a neck turns further than before")
  static let plan = section(.plan, "p", "p doorway stretch twice a day")

  static let note = Verb(
    name: "note", group: .note, usage: "note", does: "the whole note, section by section",
    example: "note", seeAlso: ["s", "o", "a", "p", "edit"]
  ) { shell, _ in
    let visit = try shell.openVisit()
    guard shell.mode.isInteractive, !shell.mode.isJSON else { return shell.show(visit) }
    if try shell.writeNote(visit), !visit.isRunning { try shell.finish(visit) }
  }

  static let sign = Verb(
    name: "sign", group: .after, usage: "sign", does: "sign the note; afterwards only addenda",
    example: "sign", seeAlso: ["undo", "addendum"], isNeverGuessed: true
  ) { shell, _ in
    try shell.sign(try shell.openVisit())
  }

  static let addendum = Verb(
    name: "addendum", group: .after, usage: "addendum WORDS", does: "add to the last signed visit",
    example: "addendum client called, soreness gone", seeAlso: ["sign", "last"], takesText: true
  ) { shell, rest in
    let chart = try shell.openChart()
    shell.wrote(try shell.practice.addendum(rest, to: chart))
    shell.item(
      .fields([
        "visit": .int(chart.visits.count), "text": .string(rest),
        "at": .string(shell.practice.now.iso),
      ]))
    shell.say("       Addendum saved \(shell.practice.now.local.clock).")
  }

  private static func section(
    _ section: NoteLine.Section, _ letter: String, _ example: String
  ) -> Verb {
    Verb(
      name: letter, short: letter, group: .note, usage: "\(letter) WORDS",
      does: "a line under \(section.letter): \(section.meaning)", example: example, takesText: true
    ) { shell, rest in
      let (typed, time) = try shell.timed(rest)
      let text = shell.phrases.expanding(typed)
      let line = NoteLine(section: section, text: text, at: time ?? shell.practice.now)
      let visit = try shell.openVisit()
      shell.wrote(try shell.practice.step(.noted(line: line), in: visit, at: time).written)
      let told = text == typed ? "." : ": \(text)"
      shell.say("       \(section.letter) saved \(line.at.local.clock)\(told)", indent: 7)
      shell.item(shell.json(line))
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
      if section == .objective {
        sayFindings(visit.findings)
        for finding in visit.findings { item(json(finding)) }
      }
      for line in visit.lines(section) {
        say(row(of: line), indent: 12)
        item(json(line))
      }
    }
  }

  /// `     10:17  tighter since Tues`
  func row(of line: NoteLine) -> String {
    let from = line.carriedFrom.map {
      " (from \(DateWords.short($0.local.date, today: practice.today)))"
    }
    return "     \(line.at.local.clock)  \(line.text)\(from ?? "")"
  }

  private func sayFindings(_ findings: [RecordedFinding]) {
    for finding in findings { say("     \(finding.at.local.clock)  \(finding.sentence)") }
  }

  /// Asks for the four sections. Every line is on disk before the next prompt.
  ///
  /// - Returns: whether the last section was passed; otherwise the note was left with `.`.
  func writeNote(
    _ visit: VisitDraft, from first: NoteLine.Section = .subjective
  ) throws -> Bool {
    sayControls("Enter on an empty line = next   = same as last time   < back   . stop here")
    rule()
    var visit = visit
    let sections = NoteLine.Section.allCases
    var place = sections.firstIndex(of: first) ?? 0
    while place < sections.count {
      let section = sections[place]
      say("\(section.letter)  \(section.meaning)")
      if section == .objective { sayFindings(visit.findings) }
      for line in visit.lines(section) { say(row(of: line), indent: 12) }
      switch try writeSection(section, &visit) {
      case .next: place += 1
      case .back: place = max(0, place - 1)
      case .stop:
        say("Note is saved. Type note to go on.")
        return false
      }
    }
    let counts = sections.map { "\($0.letter) \(visit.countLines($0))" }.joined(separator: ", ")
    say("Saved \(practice.now.local.clock). Lines: \(counts).")
    return true
  }

  private enum SectionEnd { case next, back, stop }

  private func writeSection(
    _ section: NoteLine.Section, _ visit: inout VisitDraft
  ) throws -> SectionEnd {
    var asking = asking(section, visit)
    while true {
      let event = try ask("\(section.letter)> ", asking, missing: "the note")
      asking.text = ""
      if case .pasted(let lines, let rest) = event {
        let pasted = lines.map { NoteLine(section: section, text: $0, at: practice.now) }
        let (noted, written) = try practice.note(pasted, in: visit)
        wrote(written)
        visit = noted
        say("     \(lines.count.of("line")) saved.")
        asking.text = rest
        continue
      }
      guard case .line(let typed) = event else {
        if event == .end { return .next }
        say("Note is saved. . to stop")
        continue
      }
      switch typed.lowercased() {
      case "", "-", "skip": return .next
      case "<", "..", "back", "b": return .back
      case ".", "stop": return .stop
      case "?", "??": say("     \(section.meaning). Empty line = next, = same as last time.")
      case "=": try copyLast(section, &visit)
      default:
        let bare = typed.hasPrefix("\\") ? String(typed.dropFirst()) : typed
        let text = phrases.expanding(bare)
        let line = NoteLine(section: section, text: text, at: practice.now)
        do {
          let (noted, written) = try practice.step(.noted(line: line), in: visit)
          wrote(written)
          visit = noted
          if text != bare { say("     \(text)", indent: 5) }
        } catch ClinicError.emptyText { say("     Only spaces; nothing was kept.") }
      }
    }
  }

  /// Up brings the lines of last visit's section and of this one, Tab the words of all notes.
  private func asking(_ section: NoteLine.Section, _ visit: VisitDraft) -> Asking {
    var asking = Asking(place: section.place)
    let last = (try? practice.chart(visit.draft.chart))?.lastVisit?.record.note ?? []
    asking.history = (last + visit.note).filter { $0.section == section }.map(\.text)
    asking.complete = { [self] in noteWords($0) }
    asking.takesPastedLines = true
    return asking
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
      let (noted, written) = try practice.step(.noted(line: copy), in: visit)
      wrote(written)
      visit = noted
    }
  }

  /// After `end`: the note, the score and the signature, one after the other.
  func closeOut(_ visit: VisitDraft, from section: NoteLine.Section = .subjective) throws {
    if try writeNote(visit, from: section) { try finish(visit) }
  }

  /// The score, the next appointment and the signature.
  fileprivate func finish(_ visit: VisitDraft) throws {
    guard let current = try practice.currentVisit(of: visit.draft.chart) else { return }
    guard try askPainAfter(current), try askRebooking(try practice.chart(visit.draft.chart)) else {
      return say("Not signed. It stays under UNFINISHED.")
    }
    if try confirm("Sign as \(practice.author)? Signed notes take addenda only.") {
      try sign(try openVisit())
    } else {
      say("Not signed. It stays under UNFINISHED.")
    }
  }

  /// - Returns: `false` when somebody stops here.
  private func askPainAfter(_ visit: VisitDraft) throws -> Bool {
    guard let metric = practice.catalogue.metric(named: "pain"),
      visit.value(of: metric.id, .after) == nil
    else { return true }
    let before = visit.value(of: metric.id, .before)
    let was = before.map { ", was \($0.plain) before" } ?? ""
    while true {
      let asking = Asking(place: "question.pain_after")
      let prompt = "Pain after, \(metric.prompt)\(was): "
      guard case .line(let typed) = try ask(prompt, asking, missing: "pain after") else {
        return false
      }
      switch typed.lowercased() {
      case "", "-", "skip": return true
      case ".", "stop", "<", "..": return false
      case "?", "help": say("       A whole number, as before the session. - skips it, . stops.")
      case "??", "why": say("       Why: the difference shows what the session did.")
      default:
        do {
          try record(metric, typed, .after, try practice.chart(visit.draft.chart))
          return true
        } catch { say("       \(Failure(error).message)", indent: 7) }
      }
    }
  }

  fileprivate func sign(_ visit: VisitDraft) throws {
    practice.begin("sign")
    wrote(try practice.sign(visit))
    let chart = try practice.chart(visit.draft.chart)
    guard let signed = chart.lastVisit?.record else { return }
    var parts = [
      "SIGNED \(practice.now.local.clock)", chart.identity.name, "visit \(chart.visits.count)",
      "\(signed.minutes) min",
    ]
    if let change = painChange(signed) { parts.append("pain \(change)") }
    if let next = practice.nextAppointment(chart) {
      parts.append(
        "next \(DateWords.short(next.startsAt.local.date, today: practice.today))")
    }
    say(parts.joined(separator: glyphs.separator))
    if mode.isInteractive { say("To take this back type undo, before you open another client.") }
    let left = try practice.ownVisits(of: chart.id)
    item(
      .fields([
        "visit": .int(chart.visits.count), "minutes": .int(signed.minutes),
        "signed_by": .string(practice.author.description), "at": .string(practice.now.iso),
        "pain_before": value(of: "pain", .before, in: signed).map { .number($0) },
        "pain_after": value(of: "pain", .after, in: signed).map { .number($0) },
        "next": practice.nextAppointment(chart).map { .string($0.startsAt.iso) },
        "also_open": left.last.map { .string($0.clock.startedAt.iso) },
      ]))
    if let other = left.last {
      say("Another note is open: \(DateWords.full(other.clock.startedAt.local.date)).")
    }
  }
}
