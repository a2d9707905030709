import ClinicReports

/// Makes strips of a paper, from its top to its end.
struct Typesetter {
  private let canvas: Canvas
  private var numbers = 0
  private(set) var strips: [Strip] = []
  private(set) var boxes = 0

  init(_ canvas: Canvas) { self.canvas = canvas }

  mutating func set(_ document: Document) {
    let whole = tag("Document")
    for (place, line) in document.letterhead.enumerated() {
      add(lines(line, place == 0 ? .clinic : .body, [whole, tag("P")]))
    }
    let space = document.letterhead.isEmpty ? 0 : Sheet.Space.title
    add(
      lines(document.title, .title, [whole, tag("H1")], spaceBefore: space).stayingWithNext)
    for part in document.parts { set(part, within: whole) }
    for (place, line) in document.footer.enumerated() {
      add(
        lines(
          line, .small, [whole, tag("P")],
          spaceBefore: place == 0 ? Sheet.Space.footer : Sheet.Space.line))
    }
  }

  private mutating func set(_ part: Document.Part, within whole: Tag) {
    switch part {
    case .heading(let text):
      add(heading: text, [whole, tag("H2")])
    case .paragraph(let text):
      add(lines(text, .body, [whole, tag("P")], spaceBefore: Sheet.Space.line))
    case .list(let items):
      let list = tag("L")
      for item in items { add(item: item, [whole, list, tag("LI")]) }
    case .terms(let terms): add(terms, [whole, tag("Table")])
    case .table(let table):
      if let caption = table.caption {
        add(
          lines(caption, .small, [whole, tag("P")], spaceBefore: Sheet.Space.line).stayingWithNext)
      }
      add(table, [whole, tag("Table")])
    case .figure(let figure): add(figure, [whole])
    case .signature(let name): addSignature(of: name, [whole, tag("P")])
    }
  }

  mutating func tag(_ name: String) -> Tag {
    numbers += 1
    return Tag(name: name, number: numbers)
  }

  mutating func layout(
    _ text: String, _ style: TextStyle, _ alignment: Document.Table.Alignment = .leading,
    title: String = ""
  ) -> TextLayout {
    let layout = TextLayout(text, style, alignment, title: title, on: canvas)
    boxes += layout.boxes
    return layout
  }

  mutating func add(_ more: [Strip]) { strips += more }

  /// A text of its own over the whole width.
  mutating func lines(
    _ text: String, _ style: TextStyle, _ role: [Tag], title: String = "",
    spaceBefore: Double = 0, isWhole: Bool = false
  ) -> [Strip] {
    let layout = layout(text, style, title: title)
    layout.wrap(to: Sheet.line)
    return [Cell(layout: layout, x: 0, role: role)]
      .strips(spaceBefore: spaceBefore, isWhole: isWhole)
  }

  private mutating func add(heading: String, _ role: [Tag]) {
    var strips = lines(heading, .heading, role, spaceBefore: Sheet.Space.heading).stayingWithNext
    strips[0].heading = heading.printable
    add(strips)
  }

  private mutating func add(item: String, _ role: [Tag]) {
    let bullet = layout("•", .body)
    let text = layout(item, .body)
    text.wrap(to: Sheet.line - Sheet.bullet)
    let isMirrored = text.runsFromRight
    let cells = [
      Cell(
        layout: bullet, x: isMirrored ? Sheet.line - bullet.width : 0, role: role + [tag("Lbl")]),
      Cell(layout: text, x: isMirrored ? 0 : Sheet.bullet, role: role + [tag("LBody")]),
    ]
    add(cells.strips(spaceBefore: Sheet.Space.line))
  }

  private mutating func addSignature(of name: String, _ role: [Tag]) {
    // Nobody signs a page that says nothing else.
    if !strips.isEmpty { strips[strips.count - 1].staysWithNext = true }
    let rule = Strip(
      marks: [Mark(shape: .rule(Sheet.signature), x: 0, y: 0)], height: 0,
      spaceBefore: Sheet.Space.signature, staysWithNext: true)
    add([rule] + lines(name, .body, role, spaceBefore: Sheet.Space.line))
  }
}
