import CPango
import ClinicReports

extension Canvas {
  func use(_ ink: Drawing.Ink) {
    let parts = [16, 8, 0].map { Double(ink.onPaper >> $0 & 0xFF) / 0xFF }
    cairo_set_source_rgb(cairo, parts[0], parts[1], parts[2])
  }

  /// Draws a mark of a plot; its words are set as lines of text.
  ///
  /// - Parameters:
  ///   - x: of the left side of the drawing.
  ///   - y: of its top.
  ///   - scale: how long a point of the drawing is on the paper.
  func draw(_ mark: Drawing.Mark, x: Double, y: Double, scale: Double) {
    cairo_save(cairo)
    cairo_translate(cairo, x, y)
    cairo_scale(cairo, scale, scale)
    // A text leaves its place behind, which a circle would be joined with.
    cairo_new_path(cairo)
    switch mark {
    case .line(let places, let pen):
      trace(places)
      stroke(pen)
    case .area(let from, let to, let ink):
      cairo_rectangle(cairo, from.x, from.y, to.x - from.x, to.y - from.y)
      fill(ink)
    case .circle(let place, let radius, true, let ink):
      cairo_arc(cairo, place.x, place.y, radius, 0, 2 * .pi)
      fill(ink)
    case .circle(let place, let radius, false, let ink):
      cairo_arc(cairo, place.x, place.y, radius, 0, 2 * .pi)
      cairo_close_path(cairo)
      cairo_set_source_rgb(cairo, 1, 1, 1)
      cairo_fill_preserve(cairo)
      stroke(.init(ink, width: 1.5))
    case .diamond(let place, let radius, let ink):
      trace([
        .init(place.x, place.y - radius), .init(place.x + radius, place.y),
        .init(place.x, place.y + radius), .init(place.x - radius, place.y),
      ])
      fill(ink)
    case .text: break
    }
    cairo_restore(cairo)
  }

  private func trace(_ places: [Drawing.Place]) {
    for place in places { cairo_line_to(cairo, place.x, place.y) }
  }

  private func stroke(_ pen: Drawing.Pen) {
    use(pen.ink)
    cairo_set_line_width(cairo, pen.width)
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
    cairo_set_dash(cairo, pen.dash, Int32(pen.dash.count), 0)
    cairo_stroke(cairo)
  }

  private func fill(_ ink: Drawing.Ink) {
    use(ink)
    cairo_fill(cairo)
  }
}
