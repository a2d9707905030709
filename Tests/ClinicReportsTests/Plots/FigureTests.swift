import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ClinicReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A figure in a page, in words elsewhere, and the pages that have one.
@Suite struct FigureTests {
  @Test func `every plot of a page has ids of its own, a name, words, and numbers after it`() throws
  {
    let documents = [SampleScores.rich.document, SampleResults.report.document]
    for document in documents {
      let html = document.html
      let parser = XMLParser(data: Data(html.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      let ids = html.matches(of: /\sid="([^"]*)"/).map(\.output.1)
      #expect(!ids.isEmpty && Set(ids).count == ids.count)
      let figures = html.components(separatedBy: "<figure>").count - 1
      #expect(figures > 3)
      #expect(html.components(separatedBy: "<svg ").count - 1 == 2 * figures)
      for part in html.components(separatedBy: "<h2>") where part.contains("<figure>") {
        let plot = try #require(part.range(of: "</figure>", options: .backwards))
        #expect(part[plot.upperBound...].contains("<table>"), "no numbers follow")
      }
      for word in ["<script", "src=", "href=", "url(", "@import", "http"] {
        #expect(!html.contains(word), "\(word)")
      }
    }
  }

  @Test func `text and Markdown say what the figure shows, and give its numbers`() {
    let document = SampleScores.rich.document
    let text = document.lines().joined(separator: " ").split { $0.isWhitespace }.joined(
      separator: " ")
    #expect(text.contains("Lower is better. Within measuring noise of the first value: 3.17 to"))
    #expect(text.contains("pain by day Date Before a session After it 5 Jan 2026 6 6"))
    #expect(document.lines().allSatisfy { $0.count <= 72 })
    let markdown = document.markdown
    #expect(markdown.contains("\n\npain by day\n\n| Date | Before a session | After it |\n"))
    #expect(!markdown.contains("svg") && !text.contains("svg"))
    #expect(
      document.lines(isPlain: true).contains(
        "5 Jan 2026: before a session 6, after it 6."))
  }

  @Test func `forms are named where they differ, and where nothing was scored it is said`() {
    let text = SampleScores.rich.document.markdown
    #expect(text.contains("| Date | Apart from sessions | Form |"))
    let empty = SampleScores.report([]).document
    #expect(empty.markdown.contains("Nothing was scored yet. Type pain N or score NAME N"))
    #expect(!empty.html.contains("<svg"))
  }

  @Test func `the clinic's results tell worse and who was not measured again, beside better`() {
    let document = SampleResults.report.document
    let text = document.markdown
    for words in [
      "## pain: pain intensity now", "pain: clients", "Not measured again",
      "| Hot stone massage, no condition named | 9 | fewer than 5 | not shown |",
      "fewer than 5 measured again", "More than measuring noise: 2.83 (low back pain",
      "95 % interval", "regression to the mean",
    ] { #expect(text.contains(words), "\(words)") }
    let figures = document.parts.compactMap { part in
      if case .figure(let figure) = part { figure.title } else { nil }
    }
    #expect(
      figures.prefix(3) == [
        "pain: Better by what matters to people.", "pain: Worse by more than measuring noise.",
        "pain: Change from the first score to the last.",
      ])
    #expect(figures.contains("l_dex: Change from the first score to the last."))
  }
}
