/// A plot as shapes and words at places, before it is written in any notation. Places are counted in
/// points from the upper left corner.
///
/// ```swift
/// var drawing = Drawing(width: 328, height: 40)
/// drawing.add(.text("pain", at: .init(0, 20)))
/// ```
public struct Drawing: Hashable, Sendable {
  public let width: Double
  public let height: Double
  /// The later ones lie over the earlier ones.
  public private(set) var marks: [Mark] = []

  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  public mutating func add(_ mark: Mark) { marks.append(mark) }

  public struct Place: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  public enum Mark: Hashable, Sendable {
    /// From place to place.
    case line([Place], Pen)
    /// A filled rectangle.
    case area(from: Place, to: Place, Ink)
    /// Filled, or a ring that hides what lies under it.
    case circle(Place, radius: Double, isFilled: Bool, Ink)
    /// A filled square on its corner.
    case diamond(Place, radius: Double, Ink)
    case text(Words)

    /// Words in the ink of words.
    public static func text(
      _ words: String, at place: Place, _ anchor: Words.Anchor = .start, isQuiet: Bool = false,
      isStrong: Bool = false
    ) -> Mark {
      .text(
        Words(
          text: words, place: place, anchor: anchor, ink: isQuiet ? .quiet : .words,
          isStrong: isStrong))
    }
  }

  /// One line of words; the place is that of its baseline.
  public struct Words: Hashable, Sendable {
    public let text: String
    public let place: Place
    public let anchor: Anchor
    public let ink: Ink
    public let isStrong: Bool

    public enum Anchor: String, Hashable, Sendable {
      case start, middle, end
    }
  }

  /// What draws a line. The dash tells lines apart where colours do not.
  public struct Pen: Hashable, Sendable {
    public let ink: Ink
    public let width: Double
    /// Lengths of strokes and gaps in turn; empty for an unbroken line.
    public let dash: [Double]

    public init(_ ink: Ink, width: Double = 1, dash: [Double] = []) {
      self.ink = ink
      self.width = width
      self.dash = dash
    }
  }

  /// What a colour stands for. The page says which colour that is, in the light, in the dark and on
  /// paper.
  public enum Ink: String, Hashable, Sendable, CaseIterable {
    case words, quiet, axis, grid, series, noise, edge, matters, goal, pause
  }

  /// The height of the words, in points.
  public static let wordSize = 12.5
}

extension Drawing.Mark {
  /// The smallest rectangle that holds the mark, with the words as wide as in a wide typeface.
  public var bounds: (from: Drawing.Place, to: Drawing.Place) {
    switch self {
    case .line(let places, let pen):
      let (xs, ys) = (places.map(\.x), places.map(\.y))
      let half = pen.width / 2
      return (
        .init((xs.min() ?? 0) - half, (ys.min() ?? 0) - half),
        .init((xs.max() ?? 0) + half, (ys.max() ?? 0) + half)
      )
    case .area(let from, let to, _): return (from, to)
    case .circle(let place, let radius, _, _), .diamond(let place, let radius, _):
      let reach = radius + 0.75
      return (.init(place.x - reach, place.y - reach), .init(place.x + reach, place.y + reach))
    case .text(let words):
      let width = words.text.drawnWidth
      let start =
        switch words.anchor {
        case .start: words.place.x
        case .middle: words.place.x - width / 2
        case .end: words.place.x - width
        }
      let size = Drawing.wordSize
      return (
        .init(start, words.place.y - size * 0.95), .init(start + width, words.place.y + size * 0.25)
      )
    }
  }
}
