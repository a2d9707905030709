import ClinicReports
import TechniqueKit
import TerminalTesting
import Testing

@testable import PaperPDF

/// Plots on paper.
@Suite struct DrawnPlotTests {
  private static let day = CalendarDate("2026-01-05") ?? .epoch

  private static let line = Plot.line(
    LinePlot(
      runs: [
        [(0, 7.0, 6.0), (9, 5, 3), (21, 4, 2)].map {
          .init(day.adding(days: $0), before: $1, after: $2)
        }, [.init(day.adding(days: 60), apart: 8)],
      ], range: 0...10, better: .lowerIsBetter,
      reference: .init(7, on: day, noise: 1.5, matters: 2), goal: 3))

  private static func shares(_ rows: Int) -> Plot {
    .intervals(
      .shares(
        (1...rows).map { .init("Group \($0) end", note: "note\($0)", .init(50, in: 30...70)) }))
  }

  private static func figure(_ plot: Plot) -> Document.Part {
    .figure(.init(title: "Pain over time.", description: "What is to be seen.", plot: plot))
  }

  /// How many pixels have each colour.
  private static func colors(_ picture: Poppler.Picture) -> [Int: Int] {
    picture.pixels.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test func `a plot is drawn in its colours, between the margins, over its words`() throws {
    let paper = try Paper([.heading("Scores"), Self.figure(Self.line), .paragraph("After it.")])
    try paper.expectEveryText()
    let read = try paper.text()
    for word in ["score", "10", "5 Jan", "better", "before a session", "matters from here", "goal"]
    {
      #expect(read.contains(word), "\(word)")
    }
    let picture = try Poppler.picture(of: paper.path, page: 1)
    let colors = Self.colors(picture)
    for ink in [Drawing.Ink.series, .noise, .matters, .goal] {
      #expect(colors[ink.onPaper] ?? 0 > 10, "\(ink)")
    }
    let inked = picture.pixels.indices.filter { picture.pixels[$0] != 0xFFFFFF }
    let sides = inked.map { Double($0 % picture.width) / picture.scale }
    #expect((sides.min() ?? 0) >= Sheet.margin - 1)
    #expect((sides.max() ?? 0) <= Sheet.width - Sheet.margin + 1)
    let words = try Paper([.heading("Scores"), .paragraph("After it.")])
    let plain = try Self.colors(Poppler.picture(of: words.path, page: 1))
    #expect(plain[Drawing.Ink.series.onPaper] == nil)
  }

  @Test func `a screen reader is told that it is a figure, and what is to be seen`() throws {
    let paper = try Paper([Self.figure(Self.line), .paragraph("After it.")])
    let structure = try Poppler.structure(of: paper.path)
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let figure = try #require(structure.firstIndex { $0.hasPrefix("Figure") }, "\(structure)")
    let caption = try #require(structure.firstIndex { $0.hasPrefix("Caption") }, "\(structure)")
    #expect(figure < caption)
    #expect(structure[caption + 1] == "\"Pain over time. What is to be seen.\"")
  }

  @Test func `the same plot is the same bytes, and another one is not`() throws {
    let paper = try Paper([Self.figure(Self.line)])
    #expect(try Paper([Self.figure(Self.line)]).pdf == paper.pdf)
    #expect(try Paper([Self.figure(Self.shares(3))]).pdf != paper.pdf)
  }

  @Test(arguments: [1, 20, 25, 30, 40])
  func `a plot is on the page of its heading and its words`(lines: Int) throws {
    let filling = (1...lines).map { Document.Part.paragraph("line \($0)") }
    let paper = try Paper(filling + [.heading("Heading"), Self.figure(Self.line)])
    try paper.expectEveryText()
    for page in try paper.text().split(separator: "\u{C}") {
      let found = ["Heading", "before a session", "matters from here", "What is to be seen."]
        .filter { page.contains($0) }
      #expect(found.isEmpty || found.count == 4, "\(found)")
    }
  }

  @Test(arguments: [24, 26, 28, 30, 70])
  func `a plot of more rows than a page holds goes on over the page`(rows: Int) throws {
    let paper = try Paper([.heading("All of them"), Self.figure(Self.shares(rows))])
    let pages = try paper.text().split(separator: "\u{C}")
    #expect(rows < 70 || pages.count > 2)
    for page in pages {
      #expect(page.contains("All of them") == page.contains("Group 1 end"))
    }
    for page in pages where page.contains("Group ") {
      #expect(page.contains("Share of the clients") && page.contains("95 % interval"))
    }
    let read = try paper.text().closed
    for row in 1...rows { #expect(read.contains("Group\(row)end") && read.contains("note\(row)")) }
    for box in try Poppler.boxes(of: paper.path) {
      #expect(box[0] >= Sheet.margin - 1 && box[2] <= Sheet.width - Sheet.margin + 1, "\(box)")
      #expect(box[3] <= Sheet.height - Sheet.edge + 4, "\(box)")
    }
  }
}
