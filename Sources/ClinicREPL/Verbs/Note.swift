import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let subjective = section(.subjective, "s", "s tighter since Tues")
  static let objective = section(.objective, "o", "o trigger point right levator")
  static let assessment = section(.assessment, "a", "a neck turns further than before")
  static let plan = section(.plan, "p", "p doorway stretch twice a day")

  static let note = Verb(
    name: "note", group: .note, usage: "note [dap]",
    does: "the whole note, section by section; dap shows it as data, assessment, plan",
    example: "note", moreExamples: ["note dap"],
    seeAlso: ["s", "o", "a", "p", "edit", "affirm"],
    takes: .line
  ) { shell, rest in
    let visit = try shell.openVisit()
    let view = try shell.noteView(rest)
    if view == .dap { return try shell.show(visit, as: view) }
    guard shell.mode.isInteractive, !shell.mode.isJSON else { return try shell.show(visit) }
    if try shell.writeNote(visit), !visit.isRunning { try shell.finish(visit) }
  }

  static let addendum = Verb(
    name: "addendum", group: .after, usage: "addendum WORDS", does: "add to the last signed visit",
    example: "addendum client called, soreness gone", seeAlso: ["sign", "last"],
    takes: .text
  ) { shell, rest in
    let chart = try shell.openChart()
    shell.wrote(try shell.practice.addendum(rest, to: chart))
    shell.item(
      .fields([
        "visit": .int(chart.visits.count), "text": .string(rest),
        "at": .string(shell.practice.now.iso(in: shell.zone)),
      ]))
    shell.say("       Addendum saved \(shell.practice.now.local(in: shell.zone).clock).")
  }

  private static func section(
    _ section: NoteLine.Section, _ letter: String, _ example: String
  ) -> Verb {
    Verb(
      name: letter, short: letter, group: .note, usage: "\(letter) WORDS",
      does: "a line under \(section.letter): \(section.meaning)", example: example,
      takes: .text
    ) { shell, rest in
      let (typed, time) = try shell.timed(rest)
      if typed == "=" { return try shell.copyLast(section) }
      let text = shell.phrases.expanding(typed)
      let visit = try shell.openVisit()
      let line = NoteLine(
        section: section, text: text, at: time ?? shell.practice.moment(in: visit))
      shell.wrote(try shell.practice.step(.noted(line: line), in: visit, at: line.at).written)
      let told = text == typed ? "." : ": \(text)"
      shell.say(
        "       \(section.letter) saved \(line.at.local(in: shell.zone).clock)\(told)", indent: 7)
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

  /// `dap` behind a verb, or nothing.
  func noteView(_ rest: String) throws -> NoteText.View {
    guard !rest.isEmpty else { return .soap }
    guard let view = NoteText.View(rawValue: rest.lowercased()) else {
      throw Failure.usage("a note is shown as soap or dap.", hint: "Example: note dap")
    }
    return view
  }

  /// What the note of a visit says by itself.
  fileprivate func composed(_ visit: VisitDraft) throws -> [ComposedLine] {
    try practice.composed(visit, in: try practice.chart(visit.draft.chart))
  }

  /// The note as it would be signed now.
  fileprivate func text(of visit: VisitDraft, _ composed: [ComposedLine]) -> NoteText {
    let today = practice.today
    return NoteText(
      composed: composed, findings: visit.findings, note: visit.note,
      people: visit.people.union([practice.author]), in: zone,
      day: { DateWords.short($0, today: today) })
  }

  func show(_ visit: VisitDraft, as view: NoteText.View = .soap) throws {
    let composed = try composed(visit)
    for line in text(of: visit, composed).lines(view) { say(line, indent: 12) }
    for line in composed { item(json(line)) }
    for finding in visit.findings { item(json(finding)) }
    for line in visit.note { item(json(line)) }
    try sayGaps(visit)
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
    // The therapist's words change nothing of it.
    let composed = try composed(visit)
    let sections = NoteLine.Section.allCases
    var place = sections.firstIndex(of: first) ?? 0
    while place < sections.count {
      let section = sections[place]
      say("\(section.letter)  \(section.meaning)")
      for row in text(of: visit, composed).rows(of: section) { say(row, indent: 12) }
      switch try writeSection(section, &visit) {
      case .next: place += 1
      case .back: place = max(0, place - 1)
      case .stop:
        say("Note is saved. Type note to go on.")
        return false
      }
    }
    let counts = sections.map { "\($0.letter) \(visit.countLines($0))" }.joined(separator: ", ")
    say("Saved \(practice.now.local(in: zone).clock). Lines: \(counts).")
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
        let pasted = lines.map {
          NoteLine(section: section, text: $0, at: practice.moment(in: visit))
        }
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
      case "=":
        try copyLast(section)
        visit = try openVisit()
      default:
        let bare = typed.hasPrefix("\\") ? String(typed.dropFirst()) : typed
        let text = phrases.expanding(bare)
        let line = NoteLine(section: section, text: text, at: practice.moment(in: visit))
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
    let chart = try? practice.chart(visit.draft.chart)
    let last = chart?.lastVisit(before: visit.clock.startedAt)?.record.note ?? []
    asking.history = (last + visit.note).filter { $0.section == section }.map(\.text)
    asking.complete = { [self] in noteWords($0) }
    asking.takesPastedLines = true
    return asking
  }

  /// Takes the lines of last visit's section over, marked as such.
  fileprivate func copyLast(_ section: NoteLine.Section) throws {
    let (carried, written) = try practice.carryOver(section, into: try openVisit())
    wrote(written)
    func day(_ start: Instant) -> String {
      DateWords.short(start.local(in: zone).date, today: practice.today)
    }
    switch carried {
    case .nothing: say("     Last time has nothing here.")
    case .isHere(let last):
      say("     \(section.letter) of \(day(last)) is here already. Nothing was added.")
    case .lines(let lines, let last):
      for line in lines {
        say("     From \(day(last)): \(line.text)", indent: 5)
        item(json(line))
      }
    }
  }

  /// After `end`: the note, the score and the signature, one after the other.
  func closeOut(_ visit: VisitDraft, from section: NoteLine.Section = .subjective) throws {
    if try writeNote(visit, from: section) { try finish(visit) }
  }

  /// The score, the next appointment and the signature.
  fileprivate func finish(_ visit: VisitDraft) throws {
    guard let current = try practice.currentVisit(of: visit.draft.chart) else { return }
    guard try askAfterSession(current), try askRebooking(try practice.chart(visit.draft.chart))
    else {
      return say("Not signed. It stays under UNFINISHED.")
    }
    guard try affirmed(current) else { return say("Not signed. It stays under UNFINISHED.") }
    try sayGaps(try openVisit())
    if try confirm("Sign as \(practice.author)? Signed notes take addenda only.") {
      try sign(try openVisit())
    } else {
      say("Not signed. It stays under UNFINISHED.")
    }
  }
}
