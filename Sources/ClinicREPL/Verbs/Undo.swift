import ClinicCore
import TechniqueKit

extension Verb {
  static let undo = Verb(
    name: "undo", group: .mend, usage: "undo [N]  |  undo sign  |  undo list",
    does: "take back the last command, or the last N, as a whole; a signature on its day only",
    example: "undo", moreExamples: ["undo 2", "undo sign", "undo list"],
    seeAlso: ["redo", "edit", "addendum"],
    takes: .line
  ) { shell, rest in
    switch rest.lowercased() {
    case "list": try shell.listUndo()
    case "sign": _ = try shell.takeBack(signature: true)
    default: try shell.mend(rest, "undo") { try shell.takeBack() }
    }
  }

  static let redo = Verb(
    name: "redo", group: .mend, usage: "redo [N]",
    does: "bring back what undo took, just as it was", example: "redo", seeAlso: ["undo"],
    takes: .line
  ) { shell, rest in
    try shell.mend(rest, "redo") {
      try shell.bringBack()
      return true
    }
  }

  static let edit = Verb(
    name: "edit", group: .mend, usage: "edit SECTION N [WORDS]",
    does: "other words for a line of the note that is not signed", example: "edit s 2",
    moreExamples: ["edit s 2 slept well"], seeAlso: ["undo", "note", "addendum"],
    takes: .text
  ) { shell, rest in try shell.edit(rest) }
}

extension Shell {
  /// How often; once when nothing is said.
  ///
  /// - Parameter once: says whether to go on.
  fileprivate func mend(_ typed: String, _ verb: String, _ once: () throws -> Bool) throws {
    let count = typed.isEmpty ? 1 : Int(place: typed)
    guard let count, (1...100).contains(count) else {
      throw Failure.usage("\(verb) takes a number from 1 to 100.", hint: "Example: \(verb) 2")
    }
    for place in 0..<count {
      do { guard try once() else { return } } catch  where place > 0 {
        // What was done before stands; each unit is a whole.
        return warn("\(verb) stopped after \(place) of \(count): \(Failure(error).message)")
      }
    }
  }

  /// - Parameter isNamed: whether a signature was said to be what is taken back.
  /// - Returns: `false` where somebody was asked and does not want to.
  fileprivate func takeBack(signature isNamed: Bool = false) throws -> Bool {
    var isSignature = isNamed
    if mode.isInteractive, let signed = try practice.signatureToUndo(in: client?.chart),
      signed.at.isSameDay(as: practice.now, in: zone)
    {
      let whose = (try? practice.client(signed.chart)).map { " for \($0.identity.name)" } ?? ""
      let asked = "Take back the signature of \(signed.at.local(in: zone).clock)\(whose)?"
      guard try confirm(asked, standard: false) else {
        say("The signature stays.")
        return false
      }
      isSignature = true
    }
    let (work, written) = try practice.undo(in: client?.chart, signature: isSignature)
    wrote(written)
    let name = try nameAfter(work)
    say("Took back \(words(for: work))\(name). Type redo to bring it back.")
    tell(work, "took_back")
    return true
  }

  fileprivate func bringBack() throws {
    let (work, written) = try practice.redo(in: client?.chart)
    wrote(written)
    let name = try nameAfter(work)
    say("Brought back \(words(for: work))\(name).")
    tell(work, "brought_back")
  }

  /// Whose chart it was; closes the chart of a client who is no longer there.
  private func nameAfter(_ work: DoneWork) throws -> String {
    guard let listing = try? practice.client(work.chart) else {
      if client?.chart == work.chart { client = nil }
      rows.removeAll { $0.chart == work.chart }
      return ""
    }
    if client?.chart == work.chart { client = listing }
    return " for \(mode.isInteractive ? listing.identity.name : listing.code)"
  }

  private func words(for work: DoneWork) -> String {
    let at = DateWords.recent(work.at.local(in: zone).date, today: practice.today)
    let day = at == "today" ? "" : "\(at) "
    return "\(work.verb) of \(day)\(work.at.local(in: zone).clock) (\(work.records.of("record")))"
  }

  private func tell(_ work: DoneWork, _ action: String) {
    let listing = try? practice.client(work.chart)
    item(
      .fields([
        "unit": .string(work.code), "action": .string(action), "command": .string(work.verb),
        "at": .string(work.at.iso(in: zone)), "records": .int(work.records),
        "client": listing.map { .string($0.code) },
        "name": listing.map { .string($0.identity.name) },
      ]))
  }

  fileprivate func listUndo() throws {
    let done = try practice.doneWork(in: client?.chart)
    if done.isEmpty { say("There is nothing to take back.") }
    for (place, work) in done.enumerated() {
      let whose = (try? practice.client(work.chart)).map { "  \($0.identity.name)" } ?? ""
      say("\(String(place + 1).padded(to: 3, atEnd: false))  \(words(for: work))\(whose)")
      tell(work, "done")
    }
    if done.count > 1 { say("undo takes back the first; undo 2 the first two.") }
  }

  fileprivate func edit(_ rest: String) throws {
    let words = rest.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    let section = words.first.flatMap { typed in
      NoteLine.Section.allCases.first { $0.letter == typed.uppercased() }
    }
    guard words.count >= 2, let section, let number = Int(place: words[1]) else {
      throw Failure.usage(
        "edit needs a section and the number of a line.", hint: "Example: edit s 2 slept well")
    }
    let visit = try openVisit()
    let lines = visit.lines(section)
    var text = words.count == 3 ? phrases.expanding(words[2]) : nil
    if text == nil, mode.isInteractive, number > 0, number <= lines.count {
      var asking = Asking(place: "edit.\(section.letter)")
      asking.text = lines[number - 1].text
      guard case .line(let typed) = try ask("\(section.letter) \(number)> ", asking, missing: ""),
        !typed.isEmpty, typed != "."
      else { return say("Nothing was changed.") }
      text = phrases.expanding(typed)
    }
    guard let text else { throw Failure.missing("edit needs the new words.") }
    wrote(try practice.rewrite(number, of: section, to: text, in: visit).written)
    say("       \(section.letter) \(number) saved: \(text)", indent: 7)
    item(
      .fields([
        "section": .string(section.letter), "number": .int(number), "text": .string(text),
      ]))
  }
}
