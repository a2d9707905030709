import ClinicReports

extension Typesetter {
  /// The plot over the whole width, and under it in words what is to be seen, for who does not see it.
  mutating func add(_ figure: Document.Figure, _ role: [Tag]) {
    let drawn = role + [tag("Figure")]
    let scale = Sheet.line / Plot.Layout.wide.width
    for drawing in figure.plot.drawings(.wide, within: Sheet.plot / scale) {
      add([
        Strip(
          marks: drawing.marks.map { mark($0, scale, drawn) }, height: drawing.height * scale,
          spaceBefore: Sheet.Space.figure, staysWithNext: true)
      ])
    }
    var caption = lines(
      figure.description, .small, drawn + [tag("Caption")], title: figure.title,
      spaceBefore: Sheet.Space.line, isWhole: true)
    caption[caption.count - 1].height += Sheet.Space.line
    add(caption)
  }

  private mutating func mark(_ mark: Drawing.Mark, _ scale: Double, _ role: [Tag]) -> Mark {
    guard case .text(let words) = mark else {
      return Mark(shape: .drawn(mark, scale: scale), x: 0, y: 0, role: role)
    }
    let layout = layout(
      words.text,
      TextStyle(size: Drawing.wordSize * scale, isBold: words.isStrong, ink: words.ink))
    let before =
      switch words.anchor {
      case .start: 0.0
      case .middle: layout.width / 2
      case .end: layout.width
      }
    return Mark(
      shape: .line(layout, 0), x: words.place.x * scale - before, y: words.place.y * scale,
      role: role)
  }
}
