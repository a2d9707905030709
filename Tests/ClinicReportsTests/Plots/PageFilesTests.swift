import Foundation
import Testing

@testable import ClinicReports

/// Writes the pages that `make check-pages` looks at in a browser.
@Suite struct PageFilesTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FASCIA_PAGES"] != nil))
  func `pages of progress for the check in a browser are written`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FASCIA_PAGES"])
    let pages: [(String, ProgressReport)] = [
      ("progress", SampleScores.rich), ("progress-empty", SampleScores.report([])),
      (
        "progress-200-visits",
        SampleScores.report(
          SampleScores.report(SampleScores.metric("pain"), SampleScores.many, goal: 2))
      ),
      (
        "progress-odd-name",
        ProgressReport(
          client: String(repeating: "Wolfeschlegel", count: 8) + " <b> &",
          writtenOn: SampleScores.start, sections: [])
      ),
    ]
    for (name, report) in pages {
      let document = report.document
      try document.html.write(
        toFile: folder + "/\(name).html", atomically: true, encoding: .utf8)
    }
    try SampleResults.report.document.html.write(
      toFile: folder + "/outcomes-many-groups.html", atomically: true, encoding: .utf8)
  }
}
