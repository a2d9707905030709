import ClinicCore
import TechniqueKit

extension Verb {
  static let findings = Verb(
    name: "findings", group: .during,
    usage: "findings  |  findings edit N [LINE]  |  findings drop N  |  findings compare  "
      + "|  findings chart",
    does: "the findings of the open visit, else of the last; mend, compare or draw them",
    example: "findings",
    moreExamples: [
      "findings edit 2 l infra 5>2", "findings drop 2", "findings compare", "findings chart",
    ], seeAlso: ["help", "undo", "last"],
    takes: .line
  ) { shell, rest in
    let words = rest.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    switch words.first?.lowercased() {
    case nil: try shell.listFindings()
    case "edit": try shell.editFinding(words)
    case "drop": try shell.dropFinding(words)
    case "compare" where words.count == 1: try shell.compareFindings()
    case "chart" where words.count == 1: try shell.drawFindings()
    default:
      throw Failure.usage(
        "findings stands alone or with \(Shell.findingSteps.joined(separator: ", ")).",
        hint: "Example: findings edit 2 l infra 5>2")
    }
  }
}

extension Shell {
  static let findingSteps = ["edit", "drop", "compare", "chart"]

  /// The findings of the visit in hand or of the last one, with a heading; `nil` where there are none.
  func saidFindings() throws -> VisitFindings? {
    guard let visit = try practice.findings(of: try openChart()), !visit.findings.isEmpty else {
      say("No finding is recorded yet. Type help for their code words.")
      return nil
    }
    let day = DateWords.short(visit.startedAt.local(in: zone).date, today: practice.today)
    say("Findings of the \(visit.isSigned ? "signed" : "open") visit of \(day)")
    return visit
  }

  /// A finding as a row of a list, with the line that would be read as it.
  func json(
    _ found: RecordedFinding, number: Int, in visit: VisitFindings? = nil
  ) -> JSON {
    let anatomy = practice.catalogue.anatomy
    return json(found).with([
      "number": .int(number), "signed": .bool(visit?.isSigned ?? false),
      "site": found.finding.site.map { .string(anatomy.name(of: $0)) },
      "line": kind(of: found.finding).map {
        .string($0.line(for: found.finding, anatomy: anatomy))
      },
    ])
  }

  /// The kind as it is enabled now; `nil` where its technique is not.
  func kind(of finding: Finding) -> FindingKind? {
    practice.catalogue.findings.first {
      $0.id == finding.kind || $0.aliases.contains(finding.kind)
    }
  }

  fileprivate func listFindings() throws {
    guard let visit = try saidFindings() else { return }
    for (place, found) in visit.findings.enumerated() {
      say(numbered(place + 1, "\(found.at.local(in: zone).clock)  \(found.sentence)"), indent: 12)
      item(json(found, number: place + 1, in: visit))
    }
  }

  fileprivate func editFinding(_ words: [String]) throws {
    let number = try findingNumber(words)
    let visit = try openVisit()
    let old = try practice.finding(number, in: visit)
    var line = words.count == 3 ? words[2] : nil
    if line == nil, mode.isInteractive {
      var asking = Asking(place: "findings.edit")
      let kind = kind(of: old.finding)
      asking.text = kind?.line(for: old.finding, anatomy: practice.catalogue.anatomy) ?? ""
      guard case .line(let typed) = try ask("\(number)> ", asking, missing: ""), !typed.isEmpty,
        typed != "."
      else { return say("Nothing was changed.") }
      line = typed
    }
    guard let line else { throw Failure.missing("findings edit needs the new line.") }
    // Another code word makes it another kind of finding.
    let code = line.prefix { !$0.isWhitespace }.lowercased()
    guard let kind = practice.catalogue.finding(code: code) ?? kind(of: old.finding) else {
      throw Failure.usage("the line needs a code word first. Nothing was changed.")
    }
    guard let finding = try read(line, as: kind) else { return say("Nothing was changed.") }
    let recorded = RecordedFinding(
      at: old.at, finding: finding,
      sentence: kind.sentence(for: finding, anatomy: practice.catalogue.anatomy))
    wrote(try practice.replaceFinding(number, with: recorded, in: visit))
    say("       \(number) saved: \(recorded.sentence)", indent: 7)
    try warnOfAvoided(finding, kind, visit)
    item(json(recorded, number: number))
  }

  fileprivate func dropFinding(_ words: [String]) throws {
    let number = try findingNumber(words)
    guard words.count == 2 else {
      throw Failure.usage("findings drop takes one number.", hint: "Example: findings drop 2")
    }
    let visit = try openVisit()
    let old = try practice.finding(number, in: visit)
    wrote(try practice.dropFinding(number, in: visit))
    say("       \(number) taken out: \(old.sentence) Type undo to bring it back.", indent: 7)
    item(json(old, number: number).with(["dropped": .bool(true)]))
  }

  private func findingNumber(_ words: [String]) throws -> Int {
    guard words.count > 1, let number = Int(place: words[1]) else {
      throw Failure.usage(
        "findings \(words[0].lowercased()) needs the number of a finding.",
        hint: "Type findings to see them.")
    }
    return number
  }
}
