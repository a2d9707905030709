import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let letter = Verb(
    name: "letter", group: .handOver,
    usage: "letter [from=DATE] [until=DATE] [referral=R2] [recommend=\"WORDS\"] [consent=yes] "
      + "[to=FILE] [replace=yes]",
    does: "a page to the referring provider; as .txt, .md, .html or .pdf too",
    example: "letter to=~/letter.pdf",
    moreExamples: ["letter from=1nov recommend=\"Continue weekly for four weeks.\""],
    seeAlso: ["report", "referral", "consent", "progress"],
    takes: .fields(
      "from=DATE", "until=DATE", "referral=R2", "recommend=WORDS", "consent=yes", "to=FILE",
      "replace=yes")
  ) { shell, rest in
    let words = try Words(rest)
    let file = try shell.paperFile(
      words, of: "a letter is", as: PaperFile.Format.papers, example: "letter to=~/letter.pdf")
    let (from, until) = try shell.period(words)
    let said = try shell.agreement(words["consent"])
    let chart = try shell.openChart()
    let letter = try shell.practice.letter(
      on: chart, from: from, until: until,
      under: try words["referral"].map {
        try shell.practice.referral(typed: $0, in: chart, for: "letter")
      }, recommending: words["recommend"],
      agreed: try said ?? shell.askAgreement(chart))
    let document = letter.document(naming: shell.practice.catalogue.anatomy)
    let isWritten = try shell.handOver(document, to: file, called: "the letter") { place in
      try shell.practice.record(Disclosure(letter, to: place), of: chart.id)
    }
    shell.item(shell.json(letter, path: isWritten ? file?.path : nil))
    if isWritten, let order = letter.order { try shell.offerToNoteReport(chart, order) }
  }
}

extension Shell {
  /// Reads `from` and `until`, both of which are days gone by, or today.
  func period(_ words: Words) throws -> (from: CalendarDate?, until: CalendarDate?) {
    func day(_ name: String) throws -> CalendarDate? {
      try words[name].map { typed in
        guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
          throw PlanningError.notADate(typed)
        }
        return day
      }
    }
    return (try day("from"), try day("until"))
  }

  /// Shows a paper, or writes it to a file.
  ///
  /// - Parameter record: leaves it in the trail first; is told where it goes.
  /// - Returns: whether a file was written.
  func handOver(
    _ document: Document, to file: PaperFile?, called paper: String,
    record: (Disclosure.Place) throws -> Void
  ) throws -> Bool {
    guard let file else {
      try record(.screen)
      for line in document.lines(isPlain: glyphs.isPlain) { say(line, indent: 4) }
      return false
    }
    let text = document.lines().map { $0 + "\n" }.joined()
    return try write(
      content(of: document, in: file.format, text: text), to: file, called: paper
    ) { try record(.file(file.path)) }
  }

  fileprivate func agreement(_ typed: String?) throws -> Bool? {
    try typed.map { typed in
      guard let agrees = ["yes": true, "no": false][typed.lowercased()] else {
        throw Failure.usage("consent is yes or no.", hint: "Example: letter consent=yes")
      }
      return agrees
    }
  }

  /// Asks the therapist where the clinic keeps no statement that says it.
  fileprivate func askAgreement(_ chart: Chart) throws -> Bool? {
    guard mode.isInteractive, practice.profile.consent.sharing == nil else { return nil }
    return try decide("Did \(chart.identity.name) agree to this letter?", standard: false)
  }

  /// The referral counts its reports by the day they were sent.
  fileprivate func offerToNoteReport(_ chart: Chart, _ order: ReferralStanding) throws {
    let isOneOfMany = chart.openReferrals.count > 1
    guard mode.isInteractive else {
      return say(
        "Once it is sent, type: referral report\(isOneOfMany ? " \(order.code)" : "")")
    }
    guard try confirm("Note on the referral that it is sent today?", standard: false) else {
      return
    }
    wrote(try practice.recordReport(on: practice.today, of: order, in: chart))
    say("       Report of \(DateWords.full(practice.today)) noted.")
  }
}
