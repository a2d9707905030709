import ClinicReports

/// What is never cut: a line of text, the lines of a table's row that stand side by side, or a plot.
struct Strip {
  var marks: [Mark]
  /// In points, like all that is measured here.
  var height: Double
  /// Left away at the top of a page.
  var spaceBefore = 0.0
  /// Whether it is on one page with what follows.
  var staysWithNext = false
  /// What stands above it once more where a page begins with it: the head of its table.
  var opening: [Strip] = []
  /// What the outline calls it.
  var heading: String?
}

/// One thing on the paper.
struct Mark {
  enum Shape {
    case line(TextLayout, Int)
    /// From `x` on, so long.
    case rule(Double)
    /// A mark of a plot that is no words, from the corner of the plot on.
    case drawn(Drawing.Mark, scale: Double)
  }

  let shape: Shape
  let x: Double
  /// From the top of its strip, to the line on which letters stand.
  var y: Double
  /// Where it belongs; what is there for the eye only has none.
  var role: [Tag] = []
}

/// An element of the paper's structure, which a screen reader follows.
struct Tag: Hashable {
  let name: String
  /// Tells it from others of the name, in the order of reading.
  let number: Int
}

/// A sheet, with what is on it at its height.
struct Page {
  private(set) var marks: [(mark: Mark, y: Double)] = []
  private(set) var headings: [(text: String, y: Double)] = []

  mutating func place(_ strip: Strip, at y: Double) {
    marks += strip.marks.map { ($0, y + $0.y) }
    if let heading = strip.heading { headings.append((heading, y)) }
  }
}

extension [Strip] {
  /// In pages of a height. What stays together goes to the next page when it does not fit, and is
  /// parted only when no page could hold it.
  func pages(of height: Double) -> [Page] {
    var pages = [Page()]
    var y = 0.0
    func turn() {
      pages.append(Page())
      y = 0
    }
    for chain in chains {
      let space = y > 0 ? chain[0].spaceBefore : 0
      if y > 0, y + space + chain.stackedHeight > height { turn() }
      for strip in chain {
        if y > 0, y + strip.spaceBefore + strip.height > height { turn() }
        if y > 0 {
          y += strip.spaceBefore
        } else if pages.count > 1, strip.opening.stackedHeight < height / 2 {
          for head in strip.opening {
            pages[pages.count - 1].place(head.forTheEye, at: y)
            y += head.height
          }
        }
        pages[pages.count - 1].place(strip, at: y)
        y += strip.height
      }
    }
    return pages
  }

  /// Without the space before the first.
  private var stackedHeight: Double {
    map(\.height).reduce(0, +) + dropFirst().map(\.spaceBefore).reduce(0, +)
  }

  /// What stays together.
  private var chains: [[Strip]] {
    reduce(into: []) { chains, strip in
      if chains.last?.last?.staysWithNext == true {
        chains[chains.count - 1].append(strip)
      } else {
        chains.append([strip])
      }
    }
  }
}

extension Strip {
  /// Said once already.
  fileprivate var forTheEye: Strip {
    var strip = self
    for place in strip.marks.indices {
      strip.marks[place].role = []
    }
    return strip
  }
}

extension [Strip] {
  /// On one page with what follows, and with each other.
  var stayingWithNext: [Strip] {
    map { strip in
      var strip = strip
      strip.staysWithNext = true
      return strip
    }
  }
}
