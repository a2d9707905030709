import ClinicCore

extension Drawing {
  /// As SVG that stands within a page of HTML: no script, no font, no address. Colours are the
  /// page's `--plot-` properties, and that of its text where it has none.
  ///
  /// - Parameters:
  ///   - id: unique within the page.
  ///   - kind: the class of the element, by which the page shows or hides it.
  ///   - title: what it is called.
  ///   - description: what it shows, in words.
  func svg(id: String, kind: String, title: String, description: String) -> String {
    let names = "\(id)-title \(id)-desc"
    var lines = [
      "<svg class=\"plot \(kind.escaped)\" viewBox=\"0 0 \(width.drawn) \(height.drawn)\" "
        + "font-size=\"\(Self.wordSize.drawn)\" role=\"img\" aria-labelledby=\"\(names)\">",
      "<title id=\"\(id)-title\">\(title.escaped)</title>",
      "<desc id=\"\(id)-desc\">\(description.escaped)</desc>",
    ]
    var look: String?
    for mark in marks {
      if mark.look != look {
        if look != nil { lines.append("</g>") }
        lines.append("<g \(mark.look)>")
        look = mark.look
      }
      lines.append(mark.shape)
    }
    if look != nil { lines.append("</g>") }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }
}

extension Drawing.Ink {
  /// An area would hide the rest where the page has no colour for it.
  fileprivate var color: String {
    "var(--plot-\(rawValue), \(self == .noise ? "none" : "currentColor"))"
  }
}

extension Drawing.Mark {
  /// What neighbours of one kind have in common.
  fileprivate var look: String {
    switch self {
    case .line(_, let pen):
      "fill=\"none\" stroke=\"\(pen.ink.color)\" stroke-width=\"\(pen.width.drawn)\" "
        + "stroke-linejoin=\"round\""
        + (pen.dash.isEmpty
          ? "" : " stroke-dasharray=\"\(pen.dash.map(\.drawn).joined(separator: " "))\"")
    case .area(_, _, let ink), .diamond(_, _, let ink), .circle(_, _, true, let ink):
      "fill=\"\(ink.color)\""
    case .circle(_, _, false, let ink):
      "fill=\"var(--paper, Canvas)\" stroke=\"\(ink.color)\" stroke-width=\"1.5\""
    case .text(let words):
      "fill=\"\(words.ink.color)\" text-anchor=\"\(words.anchor.rawValue)\""
        + (words.isStrong ? " font-weight=\"600\"" : "")
    }
  }

  fileprivate var shape: String {
    switch self {
    case .line(let places, _): "<polyline points=\"\(places.drawn)\"/>"
    case .area(let from, let to, _):
      "<rect x=\"\(from.x.drawn)\" y=\"\(from.y.drawn)\" width=\"\((to.x - from.x).drawn)\" "
        + "height=\"\((to.y - from.y).drawn)\"/>"
    case .circle(let place, let radius, _, _):
      "<circle cx=\"\(place.x.drawn)\" cy=\"\(place.y.drawn)\" r=\"\(radius.drawn)\"/>"
    case .diamond(let place, let radius, _):
      "<polygon points=\""
        + [(0, -radius), (radius, 0), (0, radius), (-radius, 0)].map {
          Drawing.Place(place.x + $0.0, place.y + $0.1)
        }.drawn + "\"/>"
    case .text(let words):
      "<text x=\"\(words.place.x.drawn)\" y=\"\(words.place.y.drawn)\">\(words.text.escaped)</text>"
    }
  }
}

extension [Drawing.Place] {
  fileprivate var drawn: String {
    map { "\($0.x.drawn),\($0.y.drawn)" }.joined(separator: " ")
  }
}

extension Double {
  /// To a tenth of a point.
  fileprivate var drawn: String { ((self * 10).rounded() / 10).plain }
}
