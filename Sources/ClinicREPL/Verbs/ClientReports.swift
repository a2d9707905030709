import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let report = Verb(
    name: "report", group: .handOver,
    usage: "report [from=DATE] [until=DATE] [to=FILE] [replace=yes]",
    does: "the visits in everyday words for the client; as .txt, .md, .html or .pdf too",
    example: "report to=~/visits.pdf", moreExamples: ["report client from=1nov"],
    seeAlso: ["letter", "receipt", "progress"],
    takes: .words("from=DATE", "until=DATE", "to=FILE", "replace=yes")
  ) { shell, rest in
    let words = try Words(rest)
    guard words.bare.isEmpty || words.phrase.lowercased() == "client" else {
      throw Failure.usage(
        "there is a report for the client only; you typed \"\(words.phrase)\".",
        hint: "For the provider type: letter")
    }
    let file = try shell.paperFile(
      words, of: "a report is", as: PaperFile.Format.papers, example: "report to=~/visits.pdf")
    let (from, until) = try shell.period(words)
    let chart = try shell.openChart()
    let report = try shell.practice.clientReport(on: chart, from: from, until: until)
    let isWritten = try shell.handOver(
      report.document, to: file, called: "the client's report"
    ) { place in try shell.practice.record(Disclosure(report, to: place), of: chart.id) }
    shell.item(shell.json(report, path: isWritten ? file?.path : nil))
  }
}
