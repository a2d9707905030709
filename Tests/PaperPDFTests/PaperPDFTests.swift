import ClinicReports
import Foundation
import TechniqueKit
import TerminalTesting
import Testing

@testable import PaperPDF

/// What a reader of the file finds in it.
@Suite struct PaperPDFTests {
  @Test(arguments: [
    "Ann Ruiz", "Łucja Ñandú-Öztürk", "Ελένη Παπαδοπούλου", "Юлия Щербакова", "Zoe\u{301} O’Brien",
    "Nguyễn Thị Hạnh", "Քնարիկ", "ნინო",
  ])
  func `every text of a letter is found in the file, in order`(name: String) throws {
    let paper = try Paper(Paper.letter(to: name))
    try paper.expectEveryText()
    #expect(paper.pdf.pages == 1 && paper.pdf.boxes == 0)
    #expect(try paper.text().contains("Page 1 of 1"))
    let fonts = try Poppler.fonts(of: paper.path)
    #expect(fonts.count >= 2 && fonts.allSatisfy { $0 == ["yes", "yes", "yes"] }, "\(fonts)")
  }

  @Test(arguments: ["שרה לוי", "ליאור"])
  func `a name that runs from the right stands in its sentence`(name: String) throws {
    let paper = try Paper(Paper.letter(to: name, [.heading(name), .paragraph(name)]))
    #expect(try Poppler.layout(of: paper.path).contains(name + ", born 2 Mar 1984"))
    #expect(paper.pdf.boxes == 0)
    let starts = try Poppler.boxes(of: paper.path).map { $0[0] }
    #expect(starts.filter { $0 > Sheet.width - Sheet.margin - 100 }.count >= 2)
  }

  @Test func `a text that runs from the right ends at the left, with its bullet at the right`()
    throws
  {
    let words = String(repeating: "سلام عليكم ", count: 40)
    let paper = try Paper([.list([words, "left"])])
    let boxes = try Poppler.boxes(of: paper.path)
    #expect(boxes.contains { abs($0[2] - (Sheet.width - Sheet.margin)) < 1 })
    #expect(boxes.contains { abs($0[0] - Sheet.margin) < 1 })
    #expect(paper.pdf.boxes == 0)
  }

  @Test func `the same paper is the same bytes, and tells its own day`() throws {
    let paper = try Paper(Paper.letter(to: "Łucja"))
    #expect(try Paper.letter(to: "Łucja").pdf() == paper.pdf)
    #expect(try Paper.letter(to: "Lucja").pdf() != paper.pdf)
    let facts = try Poppler.facts(of: paper.path)
    #expect(facts["Title"] == "Progress report" && facts["Author"] == "J. Lee, LMT")
    #expect(facts["Creator"] == "Fascia" && facts["Tagged"] == "yes")
    #expect(facts["CreationDate"]?.hasPrefix("Tue Nov 24") == true, "\(facts)")
    #expect(facts["Page size"]?.hasSuffix("(A4)") == true)
    let empty = try Paper([])
    let undated = try Poppler.facts(of: empty.path)
    #expect(undated["CreationDate"] == nil && undated["Pages"] == "1")
  }

  @Test func `headings, lists and tables are elements that a screen reader follows`() throws {
    let paper = try Paper(Paper.letter())
    let structure = try Poppler.structure(of: paper.path)
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    for (name, words) in [
      ("H1", "Progress report"), ("H2", "Scores"), ("TH", "Measure"), ("TD", "6"),
      ("TH", "stiffness"), ("LBody", "first, official, affable: nothing is joined"),
      ("P", "J. Lee, LMT"),
    ] {
      let place = try #require(structure.firstIndex(of: "\"\(words)\""), "\(structure)")
      #expect(structure[place - 1].split(separator: " ").first.map(String.init) == name)
    }
    #expect(!structure.contains { $0.contains("Page 1") }, "the margin is no part of the paper")
  }

  @Test(arguments: [
    ("a\u{0}b", "ab"), ("a\u{7}\u{1B}[31mb", "a[31mb"), ("tab\there", "tab here"),
    ("one\r\ntwo", "one\ntwo"), ("a\u{85}b\u{7F}", "ab"), ("a\u{FFFE}b", "ab"), ("", ""),
    ("&<b>%s\\(", "&<b>%s\\("),
  ])
  func `what has no shape is left out, and nothing that follows it`(
    typed: String, shown: String
  ) throws {
    #expect(typed.printable == shown)
    let paper = try Paper([.paragraph(typed + " and so on"), .heading(typed), .list([typed])])
    #expect(try paper.text().closed.contains((shown + " and so on").closed))
  }

  @Test func `a character that no font has is counted, and the rest is there`() throws {
    let paper = try Paper([.paragraph("Before \u{10FFFD}\u{10FFFD} after"), .list(["😀 smiles"])])
    #expect(paper.pdf.boxes >= 2)
    let read = try paper.text()
    #expect(read.contains("Before") && read.contains("after") && read.contains("smiles"))
  }

  @Test func `nothing at all is a page too`() throws {
    let paper = try Paper(Document(title: "", letterhead: [], parts: [], footer: []))
    #expect(try paper.text().closed == "Page1of1")
    let empty = try Paper([
      .heading(""), .paragraph(""), .list([]), .terms([]), .table(.init([], [])), .signature(""),
      .table(.init(["Alone"], [], sums: [.init("All", "0")])),
    ])
    try empty.expectEveryText()
  }
}
