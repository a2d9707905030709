import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let receipt = Verb(
    name: Practice.handingOut, group: .handOver,
    usage: "receipt [VISIT] [issue] [paid=AMOUNT] [paid_on=DATE] [to=FILE] [replace=yes] "
      + "[reason=\"...\"]  |  receipt no=N [to=FILE]  |  receipt list  "
      + "|  receipt void [VISIT] [no=N] reason=\"...\"",
    does:
      "a signed visit: codes, units, prices. Alone it shows a draft; issue, paid= or to= hand it "
      + "out under a number, and printing it again says COPY",
    example: "receipt paid=96.00",
    moreExamples: [
      "receipt 3 to=~/visit3.pdf", "receipt 3 paid=20 reason=\"the rest was paid\"",
      "receipt no=12 to=~/copy.pdf", "receipt void no=12 reason=\"wrong visit\"",
    ],
    seeAlso: ["last", "sign", "withdraw"],
    takes: Arguments.words(
      "paid=AMOUNT", "paid_on=DATE", "to=FILE", "replace=yes", "reason=WORDS", "no=NUMBER"
    ).or("list", .nothing).or("void", .words("no=NUMBER", "reason=WORDS"))
  ) { shell, rest in
    let words = try Words(rest)
    switch words.bare.first?.lowercased() {
    case "list": shell.listReceipts(try shell.openChart())
    case "void": try shell.voidReceipt(words)
    default:
      guard words.bare.last?.lowercased() != "void" else {
        throw Failure.usage(
          "receipt void comes before the visit.", hint: "Example: receipt void 3 reason=\"...\"")
      }
      try shell.receipt(words)
    }
  }
}

extension Shell {
  /// The number of a visit that was typed.
  private func visit(_ bare: [String]) throws -> Int? {
    guard let typed = bare.first else { return nil }
    guard bare.count == 1, let visit = Int(typed) else {
      throw Failure.usage(
        "\"\(bare.joined(separator: " "))\" is not the number of a visit.",
        hint: "Example: receipt 3")
    }
    return visit
  }

  fileprivate func receipt(_ words: Words) throws {
    var bare = words.bare
    let isIssued = bare.last?.lowercased() == "issue"
    if isIssued { bare.removeLast() }
    let visit = try visit(bare)
    let file = try paperFile(
      words, of: "a receipt is", as: PaperFile.Format.papers,
      example: "receipt to=~/visit3.pdf")
    let chart = try openChart()
    if let kept = try kept(numbered: words, chart) {
      guard bare.isEmpty, !isIssued,
        words.fields.allSatisfy({
          ["no", "to", "replace"].contains($0.name)
        })
      else {
        throw Failure.usage(
          "receipt no= prints a copy, and takes to= only.", hint: "Example: receipt no=12")
      }
      return try copy(kept, to: file)
    }
    let payment = try payment(words)
    let kept = try practice.keptReceipt(ofVisit: visit, in: chart)
    let isChanged = payment != nil || words["reason"] != nil
    if let kept, !isChanged, !isIssued { return try copy(kept, to: file) }
    guard isChanged || isIssued || file != nil else {
      let draft = try practice.draftReceipt(ofVisit: visit, in: chart)
      show(ReceiptReport(draft, mark: .draft, isPlain: glyphs.isPlain))
      say("To hand it out type: receipt \(draft.number) paid=AMOUNT, or to=FILE, or issue")
      return item(json(draft, state: "draft"))
    }
    if kept == nil, words["reason"] != nil {
      throw Failure.usage(
        "reason= replaces a receipt, and none was handed out for this visit.",
        hint: "Leave it out.")
    }
    func handOut() throws -> (kept: KeptReceipt, written: [RecordNumber]) {
      try practice.handOutReceipt(
        ofVisit: visit, in: chart, paid: payment, replacing: words["reason"])
    }
    guard let file else {
      let (kept, written) = try handOut()
      wrote(written)
      try practice.record(Disclosure(kept.issued.receipt, to: .screen), of: chart.id)
      show(report(of: kept, mark: nil))
      return item(json(kept, state: "issued"))
    }
    // What cannot be drawn is noticed before a number is given.
    if file.format == .pdf {
      let draft = try practice.draftReceipt(ofVisit: visit, in: chart)
      _ = try ReceiptReport(draft, number: "0000").document.pdf()
    }
    var handedOut: KeptReceipt?
    func handedOutContent() throws -> [UInt8] {
      let (kept, written) = try handOut()
      wrote(written)
      handedOut = kept
      return try content(of: report(of: kept, mark: nil), in: file)
    }
    let isWritten = try write(
      handedOutContent(), to: file, called: "the receipt of visit \(visit ?? chart.visits.count)"
    ) {
      if let handedOut {
        try practice.record(
          Disclosure(handedOut.issued.receipt, to: .file(file.path)), of: chart.id)
      }
    }
    guard isWritten, let handedOut else { return }
    say("It has the number \(handedOut.issued.code).")
    item(json(handedOut, state: "issued", path: file.path))
  }

  /// The receipt that `no=` names; `nil` where it is not typed.
  private func kept(numbered words: Words, _ chart: Chart) throws -> KeptReceipt? {
    try words["no"].map { typed in
      guard let number = Int(typed), number > 0 else {
        throw Failure.usage("\"\(typed)\" is not the number of a receipt.", hint: "Example: no=12")
      }
      return try chart.receipt(numbered: number)
    }
  }

  private func payment(_ words: Words) throws -> Receipt.Payment? {
    let day = try words["paid_on"].map { typed -> CalendarDate in
      guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
        throw PlanningError.notADate(typed)
      }
      return day
    }
    guard let typed = words["paid"] else {
      if day != nil {
        throw Failure.usage("paid_on= belongs to paid=.", hint: "Example: paid=96.00")
      }
      return nil
    }
    return try practice.payment(typed: typed, on: day)
  }

  /// Prints a receipt again as it was handed out.
  private func copy(_ kept: KeptReceipt, to file: PaperFile?) throws {
    let mark =
      kept.void.map { ReceiptReport.Mark.void(reason: $0.reason, on: $0.at.date(in: zone)) }
      ?? .copy
    let report = report(of: kept, mark: mark)
    if let file {
      let isWritten = try write(
        content(of: report, in: file), to: file, called: "a copy of receipt \(kept.issued.code)"
      ) {
        try practice.record(
          Disclosure(kept.issued.receipt, to: .file(file.path)), of: try openClient().chart)
      }
      guard isWritten else { return }
    } else {
      try practice.record(
        Disclosure(kept.issued.receipt, to: .screen), of: try openClient().chart)
      show(report)
    }
    item(json(kept, state: kept.void == nil ? "copy" : "void", path: file?.path))
  }

  fileprivate func voidReceipt(_ words: Words) throws {
    let chart = try openChart()
    let bare = Array(words.bare.dropFirst())
    guard let reason = words["reason"] else {
      throw Failure.missing(
        "receipt void needs reason=\"...\". Nothing was changed.",
        hint: "Example: receipt void no=12 reason=\"wrong visit\"")
    }
    let named = try kept(numbered: words, chart)
    if named != nil, !bare.isEmpty {
      throw Failure.usage("name the visit or no=, not both.", hint: "Example: receipt void no=12")
    }
    guard let kept = try named ?? practice.keptReceipt(ofVisit: visit(bare), in: chart) else {
      throw Failure.notFound(
        "no receipt was handed out for this visit.", hint: "Type receipt list.")
    }
    wrote(try practice.void(kept, because: reason, in: chart))
    say("Receipt \(kept.issued.code) is void. Its number is not used again.")
    let now = try practice.chart(chart.id).receipt(numbered: kept.issued.number)
    item(json(now, state: "void"))
  }

  fileprivate func listReceipts(_ chart: Chart) {
    if chart.receipts.isEmpty { say("No receipt was handed out to this client yet.") }
    for kept in chart.receipts {
      sayLine(of: kept)
      item(json(kept, state: kept.void == nil ? "copy" : "void"))
    }
  }

  /// `Receipt 0007 of 24 Nov 2026: visit of 24 Nov 2026, 103.50 USD, paid 50.00 USD.`
  func sayLine(of kept: KeptReceipt) {
    let receipt = kept.issued.receipt
    let void = kept.void.map {
      " VOID since \(DateWords.full($0.at.date(in: zone))) by \($0.author): \($0.reason)"
    }
    say(
      "Receipt \(kept.issued.code) of \(DateWords.full(receipt.issuedOn)): visit of "
        + "\(DateWords.full(receipt.visitedOn)), \(receipt.total), paid \(receipt.paid)."
        + (void ?? ""), indent: 2)
  }

  private func report(of kept: KeptReceipt, mark: ReceiptReport.Mark?) -> ReceiptReport {
    ReceiptReport(
      kept.issued.receipt, number: kept.issued.code, mark: mark, isPlain: glyphs.isPlain)
  }

  private func show(_ report: ReceiptReport) {
    for line in report.lines { say(line, indent: 2) }
  }

  /// A file is the same whatever the screen is like.
  private func content(of report: ReceiptReport, in file: PaperFile) throws -> [UInt8] {
    let report = ReceiptReport(report.receipt, number: report.number, mark: report.mark)
    let text = report.lines.map { $0 + "\n" }.joined()
    return try content(of: report.document, in: file.format, text: text)
  }
}
