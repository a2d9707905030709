import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let outcomes = Verb(
    name: "outcomes", group: .understand,
    usage: "outcomes [technique=ID] [condition=NAME] [from=DATE] [until=DATE] [to=FILE]",
    does: "the clinic's own results by technique and condition, without any client",
    example: "outcomes condition=\"neck pain\"",
    moreExamples: ["outcomes technique=deep_tissue from=2026-01-01", "outcomes to=~/results.csv"],
    seeAlso: ["evidence", "progress"],
    takes: .fields(
      "technique=ID", "condition=NAME", "from=DATE", "until=DATE", "to=FILE", "replace=yes")
  ) { shell, rest in
    let words = try Words(rest)
    let file = try shell.paperFile(
      words, of: "results are", as: [.table, .page, .pdf], example: "outcomes to=~/results.csv")
    let results = try shell.practice.results(
      technique: words["technique"], condition: words["condition"],
      from: try words["from"].map { try shell.pastDate($0) },
      until: try words["until"].map { try shell.pastDate($0) }, shown: shell.shown)
    if let file { try shell.write(results, to: file) } else { shell.show(results) }
    shell.tell(results, path: file?.path)
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

  fileprivate func write(_ results: ClinicResults, to target: PaperFile) throws {
    let report = ResultReport(results)
    try write(
      content(of: report.document, in: target.format, text: report.csv), to: target,
      called: "the clinic's results", caution: "The file names no client."
    ) { try practice.recordResults(results) }
  }
}
