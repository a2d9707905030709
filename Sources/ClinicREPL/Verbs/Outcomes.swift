import ClinicCore
import ClinicReports
import Foundation
import TechniqueKit

extension Verb {
  static let outcomes = Verb(
    name: "outcomes", group: .understand,
    usage: "outcomes [technique=ID] [condition=NAME] [from=DATE] [until=DATE] [to=FILE]",
    does: "the clinic's own results by technique and condition, without any client",
    example: "outcomes condition=\"neck pain\"",
    moreExamples: ["outcomes technique=deep_tissue from=2026-01-01", "outcomes to=~/results.csv"],
    seeAlso: ["evidence", "progress"]
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["technique", "condition", "from", "until", "to", "replace"])
    guard words.bare.isEmpty else {
      throw Failure.usage(
        "outcomes takes fields.", hint: "Example: outcomes condition=\"neck pain\"")
    }
    let file = try words["to"].map { try ResultFile($0, replace: words["replace"]) }
    guard file != nil || words["replace"] == nil else {
      throw Failure.usage(
        "replace belongs to a file.", hint: "Example: outcomes to=~/results.csv replace=yes")
    }
    let results = try shell.practice.results(
      technique: words["technique"], condition: words["condition"],
      from: try words["from"].map { try shell.pastDate($0) },
      until: try words["until"].map { try shell.pastDate($0) }, shown: shell.shown)
    if let file { try shell.write(results, to: file) } else { shell.show(results) }
    shell.tell(results, path: file?.path)
  }
}

/// Where results are written, and in which of the two forms.
private struct ResultFile {
  let path: String
  let isPage: Bool
  let mayReplace: Bool

  /// - Throws: `Failure` when the name ends neither in `.csv` nor in `.html`.
  init(_ typed: String, replace: String?) throws {
    path = (typed as NSString).expandingTildeInPath
    isPage = typed.lowercased().hasSuffix(".html")
    guard isPage || typed.lowercased().hasSuffix(".csv") else {
      throw Failure.usage(
        "results are written as .csv or .html.", hint: "Example: outcomes to=~/results.csv")
    }
    guard let mayReplace = ["yes": true, "no": false][replace?.lowercased() ?? "no"] else {
      throw Failure.usage(
        "replace is yes or no.", hint: "Example: outcomes to=~/results.csv replace=yes")
    }
    self.mayReplace = mayReplace
  }
}

extension Shell {
  fileprivate func pastDate(_ typed: String) throws -> CalendarDate {
    guard let date = CalendarDate(past: typed, practice.today) else {
      throw Failure.rejected(
        "\"\(typed)\" is not a day I can read.", hint: "Example: from=2026-01-01 until=yesterday")
    }
    return date
  }

  fileprivate func show(_ results: ClinicResults) {
    let report = ResultReport(results)
    say(report.title)
    rule()
    for section in report.sections {
      for line in section.title.wrapped(to: 74) { say(line) }
      for text in section.paragraphs {
        for line in text.wrapped(to: 70) { say("    \(line)", indent: 4) }
      }
    }
    for note in report.notes { for line in note.wrapped(to: 74) { say(line) } }
  }

  fileprivate func write(_ results: ClinicResults, to target: ResultFile) throws {
    if mode.isRehearsal {
      return warn("a file reaches beyond the practice, so a dry run does not write it.")
    }
    let file = try NewFile(target.path, mayReplace: target.mayReplace)
    let report = ResultReport(results)
    try file.write(target.isPage ? report.html : report.csv)
    try file.finish()
    try practice.recordResults(results)
    say("Wrote the clinic's results to \(target.path)", indent: 2)
    say("The file names no client. It is not sealed.")
  }
}
