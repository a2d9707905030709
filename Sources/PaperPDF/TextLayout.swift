import CPango
import ClinicReports

/// A text in lines. Pango breaks them, orders scripts that run from the right, and finds a font for
/// each character.
final class TextLayout {
  /// All in points.
  struct Line {
    /// From the left of the layout.
    let x: Double
    /// Above the line on which the letters stand.
    let ascent: Double
    let descent: Double
  }

  private let layout: OpaquePointer?
  private let ink: Drawing.Ink
  private(set) var lines: [Line] = []
  let runsFromRight: Bool

  /// - Parameter title: stands before the text, in bold.
  init(
    _ text: String, _ style: TextStyle, _ alignment: Document.Table.Alignment = .leading,
    title: String = "", on canvas: Canvas
  ) {
    layout = pango_layout_new(canvas.pango)
    ink = style.ink
    let title = title.printable
    let text = title + (title.isEmpty ? "" : " ") + text.printable
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    let font = pango_font_description_from_string("Sans")
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    // A sign that is two letters is found by no search.
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0"))
    if !title.isEmpty, let bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD) {
      bold.pointee.end_index = guint(title.utf8.count)
      pango_attr_list_insert(attributes, bold)
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    // What has English in it is a sentence of the paper, in which a name may run from the right.
    let isEnglish = text.contains { $0.isASCII && $0.isLetter }
    pango_layout_set_auto_dir(layout, isEnglish ? 0 : 1)
    runsFromRight =
      !isEnglish && pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL
    // Pango swaps the sides of a text that runs from the right, so that it ends at the right anyway.
    pango_layout_set_alignment(
      layout, alignment == .trailing && !runsFromRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
    lines = measured()
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Of the longest line, in points.
  var width: Double {
    var width: Int32 = 0
    pango_layout_get_size(layout, &width, nil)
    return Double(width) / Double(PANGO_SCALE)
  }

  /// How many characters no font has.
  var boxes: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// Breaks the lines at a width in points; a word that is longer is broken too.
  func wrap(to width: Double) {
    pango_layout_set_width(layout, Int32(max(1, width) * Double(PANGO_SCALE)))
    lines = measured()
  }

  /// Keeps to one line of a width in points, with an ellipsis for what does not fit.
  func shorten(to width: Double) {
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    wrap(to: width)
  }

  /// - Parameter baseline: on which the letters stand.
  func draw(line: Int, x: Double, baseline: Double, on canvas: Canvas) {
    guard lines.indices.contains(line) else { return }
    canvas.use(ink)
    cairo_move_to(canvas.cairo, x + lines[line].x, baseline)
    pango_cairo_show_layout_line(
      canvas.cairo, pango_layout_get_line_readonly(layout, Int32(line)))
  }

  private func measured() -> [Line] {
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    var lines: [Line] = []
    repeat {
      var box = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &box)
      let baseline = pango_layout_iter_get_baseline(iterator)
      func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
      lines.append(
        Line(
          x: points(box.x), ascent: points(baseline - box.y),
          descent: points(box.y + box.height - baseline)))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }
}

extension String {
  /// Without control characters, which have no shape, and at one of which Pango would stop; a tab is
  /// a space.
  var printable: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\t": result += " "
      case "\n": result += "\n"
      case "\u{FFFE}", "\u{FFFF}": break
      case _ where scalar.properties.generalCategory == .control: break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
