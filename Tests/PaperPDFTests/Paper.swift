import ClinicReports
import Foundation
import PaperPDF
import TechniqueKit
import TerminalTesting
import Testing

/// A paper as PDF, in a file of its own.
final class Paper {
  let document: Document
  let pdf: PDFPaper
  let path = NSTemporaryDirectory() + "paper-\(UUID().uuidString).pdf"

  init(_ document: Document) throws {
    self.document = document
    pdf = try document.pdf()
    try Data(pdf.bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ parts: [Document.Part]) throws {
    try self.init(Document(title: "A paper", letterhead: [], parts: parts, footer: []))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text() throws -> String { try Poppler.text(of: path) }

  /// Every text of the document is found in the file, in order; where lines break is free.
  func expectEveryText(location: SourceLocation = #_sourceLocation) throws {
    let read = try text().closed
    var from = read.startIndex
    for text in document.texts {
      guard let found = read.range(of: text.closed, range: from..<read.endIndex) else {
        Issue.record("\"\(text.prefix(80))\" is not in its place", sourceLocation: location)
        return
      }
      from = found.upperBound
    }
  }

  static func letter(to client: String = "Ann Ruiz", _ more: [Document.Part] = []) -> Document {
    Document(
      title: "Progress report", letterhead: ["River Street Clinic", "12 River Street"],
      parts: [
        .terms([.init("To", "Dr Okoye"), .init("Client", client + ", born 2 Mar 1984")]),
        .heading("Scores"),
        .table(
          .init(
            ["Measure", "First", "Last"], [["pain", "6", "3"], ["stiffness", "4", "5"]],
            aligned: [.leading, .trailing, .trailing], sums: [.init("All", "8 of 20")])),
        .list([
          "pain: " + String(repeating: "more than measuring noise, ", count: 12) + client,
          "first, official, affable: nothing is joined",
        ]), .heading("Areas"), .paragraph("neck, right shoulder"),
      ] + more + [.signature("J. Lee, LMT")],
      footer: ["It does not say what brought a change about."], author: "J. Lee, LMT",
      writtenOn: CalendarDate("2026-11-24"))
  }
}

extension Document {
  /// From the letterhead to the foot, as they are read.
  var texts: [String] {
    (letterhead + [title] + parts.flatMap(\.texts) + footer).filter { !$0.isEmpty }
  }
}

extension Document.Part {
  fileprivate var texts: [String] {
    switch self {
    case .heading(let text), .paragraph(let text), .signature(let text): [text]
    case .list(let items): items
    case .figure(let figure): [figure.title, figure.description]
    case .terms(let terms): terms.flatMap { [$0.name, $0.value] }
    case .table(let table):
      (table.caption.map { [$0] } ?? []) + table.columns + table.rows.flatMap { $0 }
        + table.sums.flatMap { [$0.name, $0.value] }
    }
  }
}

extension String {
  /// Without white space, in composed characters.
  var closed: String {
    precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace }
  }
}
