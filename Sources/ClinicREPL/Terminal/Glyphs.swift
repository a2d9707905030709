/// The few characters that differ between ASCII, Unicode and plain output.
public struct Glyphs: Equatable, Sendable {
  public let arrow: String
  public let separator: String
  public let bar: String
  public let ellipsis: String
  /// What a rule is drawn with; empty in plain mode, where a screen reader would read it aloud.
  let line: String
  /// The band of measuring noise and the line from which a change matters, under a bar.
  let band: String
  let threshold: String
  /// From the lowest to the highest value of a scale.
  let levels: [String]
  public let isPlain: Bool

  public static let ascii = Glyphs(
    arrow: "->", separator: " - ", bar: "#", ellipsis: "...", line: "-",
    band: "~", threshold: "|", levels: "_.-:=+*#".map(String.init), isPlain: false)
  public static let unicode = Glyphs(
    arrow: "\u{2192}", separator: " \u{b7} ", bar: "\u{2588}", ellipsis: "\u{2026}",
    line: "\u{2500}", band: "\u{2591}", threshold: "\u{2502}",
    levels: "\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}".map(String.init),
    isPlain: false)
  public static let plain = Glyphs(
    arrow: "->", separator: ". ", bar: "", ellipsis: "...", line: "", band: "",
    threshold: "", levels: [""], isPlain: true)

  /// A rule of at most 72 columns.
  func rule(columns: Int) -> String { String(repeating: line, count: min(72, columns)) }
}

/// What a colour says. It only repeats what a word says already.
enum ColourRole: Sendable {
  case stop, caution, prompt

  private var code: String {
    switch self {
    case .stop: "1;31"
    case .caution: "33"
    case .prompt: "36"
    }
  }

  func paint(_ text: String) -> String { "\u{1B}[\(code)m\(text)\u{1B}[0m" }
}
