import CPango
import ClinicReports

/// A paper as a PDF file.
public struct PDFPaper: Hashable, Sendable {
  public let bytes: [UInt8]
  public let pages: Int
  /// Characters that no font of this computer has, which are drawn as boxes.
  public let boxes: Int
}

extension Document {
  /// As PDF on A4, set in the fonts of this computer, which are embedded. The same paper on the
  /// same computer gives the same bytes.
  ///
  /// ```swift
  /// try letter.document(naming: anatomy).pdf().bytes
  /// ```
  ///
  /// A line is never cut, a heading stays with what follows, and a row of a table is on one page
  /// unless it is taller than a page. Costs some 50 ms at first, most of it for reading fonts.
  ///
  /// - Throws: `PDFError` when there is no font, or no memory.
  public func pdf() throws -> PDFPaper {
    let canvas = try Canvas()
    var typesetter = Typesetter(canvas)
    typesetter.set(self)
    let pages = typesetter.strips.pages(of: Sheet.body)
    let drawing = PageDrawing(self, on: canvas)
    for (place, page) in pages.enumerated() { drawing.draw(page, place, of: pages.count) }
    drawing.end()
    let boxes = typesetter.boxes
    return PDFPaper(bytes: try canvas.finish(), pages: pages.count, boxes: boxes)
  }
}

/// Why a paper cannot be made as PDF.
public enum PDFError: Error, Hashable, Sendable, CustomStringConvertible {
  case noFont
  /// In the words of the library that draws.
  case notDrawn(String)

  public var description: String {
    switch self {
    case .noFont:
      "a PDF needs a font, and none is installed here. On Debian: apt install fonts-dejavu-core."
    case .notDrawn(let reason): "the PDF could not be drawn: \(reason)."
    }
  }
}
