import ClinicReports
import Foundation
import TerminalTesting
import Testing

@testable import PaperPDF

/// Where pages end.
@Suite struct PageTests {
  @Test func `200 rows lose nothing, and each page has the head, the title and its number`() throws
  {
    let rows = (1...200).map { row in
      ["row \(row)", String(repeating: "w\(row) ", count: row % 37), "end \(row)."]
    }
    let paper = try Paper(
      Paper.letter([.table(.init(["Row", "Words of it", "End"], rows))]))
    try paper.expectEveryText()
    let pages = try paper.text().split(separator: "\u{C}")
    #expect(pages.count == paper.pdf.pages && pages.count > 4)
    for (place, page) in pages.enumerated() {
      #expect(page.contains("Page \(place + 1) of \(pages.count)"))
      #expect(page.contains("Progress report · River Street Clinic") == (place > 0))
      #expect(page.contains("Words of it"))
      // A row is on one page: where it begins, it ends.
      let begun = page.matches(of: /(?m)^row (\d+)\b/).map { String($0.output.1) }
      #expect(begun.allSatisfy { page.contains("end \($0).") }, "page \(place + 1)")
    }
  }

  @Test func `a row taller than a page is parted, and still whole`() throws {
    let words = (1...2500).map { "word\($0)" }
    let paper = try Paper([
      .heading("Long"), .table(.init(["A", "B"], [["a", words.joined(separator: " ")]])),
    ])
    let read = Set(try paper.text().split { $0.isWhitespace }.map(String.init))
    #expect(words.allSatisfy(read.contains) && paper.pdf.pages > 1)
  }

  @Test func `no word stands beyond the margin, however long it is`() throws {
    let long = String(repeating: "Donaudampfschifffahrt", count: 12)
    let paper = try Paper(
      Document(
        title: long, letterhead: [long],
        parts: [
          .heading(long), .paragraph(long), .list([long]),
          .terms([.init(long, long), .init("a", "b")]),
          .table(
            .init(
              ["A", long, "C"], [["a", long, long], [long, "b", "c"]], sums: [.init(long, "1")])),
          .signature(long),
        ], footer: [long]))
    try paper.expectEveryText()
    for box in try Poppler.boxes(of: paper.path) {
      #expect(box[0] >= Sheet.margin - 1 && box[2] <= Sheet.width - Sheet.margin + 1, "\(box)")
      #expect(box[1] >= Sheet.edge - 2 && box[3] <= Sheet.height - Sheet.edge + 4, "\(box)")
    }
  }

  @Test(arguments: 44...60)
  func `a heading is on the page of what follows`(lines: Int) throws {
    let filling = (1...lines).map { Document.Part.paragraph("line \($0)") }
    let pages = try Paper(filling + [.heading("Heading"), .paragraph("What follows.")]).text()
      .split(separator: "\u{C}")
    for page in pages { #expect(page.contains("Heading") == page.contains("What follows.")) }
  }

  private static func strips(_ heights: [Double], staying: Set<Int> = []) -> [Strip] {
    heights.enumerated().map { place, height in
      Strip(
        marks: [Mark(shape: .rule(Double(place)), x: 0, y: 0)], height: height,
        staysWithNext: staying.contains(place))
    }
  }

  /// The strips of each page.
  private static func pages(_ strips: [Strip], of height: Double = 10) -> [[Int]] {
    strips.pages(of: height).map { page in
      page.marks.compactMap { mark, _ in
        if case .rule(let length) = mark.shape { Int(length) } else { nil }
      }
    }
  }

  @Test func `what stays together moves together, unless no page could hold it`() {
    #expect(Self.pages(Self.strips([4, 4, 4])) == [[0, 1], [2]])
    #expect(Self.pages(Self.strips([4, 4, 4], staying: [1])) == [[0], [1, 2]])
    #expect(Self.pages(Self.strips([4, 4, 4, 4], staying: [1, 2])) == [[0], [1, 2], [3]])
    #expect(Self.pages(Self.strips([4, 14, 4])) == [[0], [1], [2]])
    #expect(Self.pages([]) == [[]])
  }

  @Test func `space before is left away at the top of a page, and the head is repeated there`() {
    var strips = Self.strips([2, 5, 5, 5])
    let head = Strip(marks: [Mark(shape: .rule(9), x: 0, y: 0)], height: 1)
    for place in strips.indices { strips[place].spaceBefore = 2 }
    for place in 1..<strips.count { strips[place].opening = [head] }
    let pages = strips.pages(of: 10)
    #expect(Self.pages(strips) == [[0, 1], [9, 2], [9, 3]])
    #expect(pages.map { $0.marks.map(\.y) } == [[0, 4], [0, 1], [0, 1]])
    strips[2].opening = Self.strips([6])
    #expect(Self.pages(strips)[1] == [2], "a head that leaves no room is not repeated")
  }

  @Test func `wide columns give way, narrow ones keep their width, and all of them fit`() {
    let columns = Columns(natural: [[30], [2000], [900]], isSpread: true)
    #expect(abs(columns.widths[0] - 30) < 0.1 && columns.widths[1] == columns.widths[2])
    let end = (columns.starts.last ?? 0) + (columns.widths.last ?? 0)
    #expect(abs(end - Sheet.line) < 0.1)
    let spread = Columns(natural: [[10], [30]], isSpread: true)
    #expect(abs(spread.widths[1] - 3 * spread.widths[0]) < 0.1)
    #expect(Columns(natural: [], isSpread: true).starts == [])
  }
}
