import CPango
import ClinicReports

/// Draws pages, and tells readers of the file what is a heading, a list or a table.
final class PageDrawing {
  private let canvas: Canvas
  private let running: String
  private var open: [Tag] = []

  init(_ document: Document, on canvas: Canvas) {
    self.canvas = canvas
    running = ([document.title] + document.letterhead.prefix(1)).joined(separator: " · ")
    canvas.set(CAIRO_PDF_METADATA_TITLE, document.title.printable)
    canvas.set(
      CAIRO_PDF_METADATA_AUTHOR, (document.author ?? document.letterhead.first)?.printable)
    canvas.set(CAIRO_PDF_METADATA_CREATOR, "Fascia")
    // Without one Cairo would write what the clock says.
    canvas.set(
      CAIRO_PDF_METADATA_CREATE_DATE, document.writtenOn.map { "\($0)T00:00:00Z" })
  }

  /// - Parameter place: of the page, counted from 0.
  func draw(_ page: Page, _ place: Int, of count: Int) {
    // In the order of reading: a cell to its end, then the next one.
    let marks = page.marks.enumerated().sorted { first, second in
      let numbers = (first.element.mark.order, second.element.mark.order)
      return numbers.0 == numbers.1 ? first.offset < second.offset : numbers.0 < numbers.1
    }
    for (mark, y) in marks.map(\.element) {
      if !mark.role.isEmpty { enter(mark.role) }
      draw(mark, at: Sheet.margin + y)
    }
    for heading in page.headings {
      canvas.list(heading.text, page: place + 1, y: Sheet.margin + heading.y)
    }
    // A group goes on over the page; what holds words ends with it.
    enter(open.dropLast())
    drawMargins(place, of: count)
    cairo_show_page(canvas.cairo)
  }

  func end() { enter([]) }

  private func draw(_ mark: Mark, at y: Double) {
    let x = Sheet.margin + mark.x
    switch mark.shape {
    case .line(let layout, let line): layout.draw(line: line, x: x, baseline: y, on: canvas)
    case .drawn(let mark, let scale): canvas.draw(mark, x: x, y: y, scale: scale)
    case .rule(let length):
      canvas.use(.words)
      cairo_set_line_width(canvas.cairo, Sheet.rule)
      cairo_move_to(canvas.cairo, x, y)
      cairo_line_to(canvas.cairo, x + length, y)
      cairo_stroke(canvas.cairo)
    }
  }

  private func drawMargins(_ place: Int, of count: Int) {
    let number = TextLayout("Page \(place + 1) of \(count)", .small, on: canvas)
    number.draw(
      line: 0, x: Sheet.width - Sheet.margin - number.width,
      baseline: Sheet.height - Sheet.edge, on: canvas)
    guard place > 0 else { return }
    let head = TextLayout(running, .small, on: canvas)
    head.shorten(to: Sheet.line)
    head.draw(line: 0, x: Sheet.margin, baseline: Sheet.edge + TextStyle.small.size, on: canvas)
  }

  /// Closes and opens elements until these are open.
  private func enter(_ role: some Collection<Tag>) {
    let shared = zip(open, role).prefix { $0 == $1 }.count
    while open.count > shared {
      cairo_tag_end(canvas.cairo, open.removeLast().name)
    }
    for tag in role.dropFirst(shared) {
      cairo_tag_begin(canvas.cairo, tag.name, "")
      open.append(tag)
    }
  }
}

extension Mark {
  /// What is for the eye only comes first.
  fileprivate var order: Int { role.last?.number ?? 0 }
}
