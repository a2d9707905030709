/// The few characters that differ between ASCII, Unicode and plain output.
public struct Glyphs: Equatable, Sendable {
  public let arrow: String
  public let separator: String
  public let bar: String
  /// A rule of 72 columns; empty in plain mode, which a screen reader reads aloud.
  public let rule: String
  public let isPlain: Bool

  public static let ascii = Glyphs(
    arrow: "->", separator: " - ", bar: "#", rule: String(repeating: "-", count: 72),
    isPlain: false)
  public static let unicode = Glyphs(
    arrow: "\u{2192}", separator: " \u{b7} ", bar: "\u{2588}",
    rule: String(repeating: "\u{2500}", count: 72), isPlain: false)
  public static let plain = Glyphs(
    arrow: "->", separator: ". ", bar: "", rule: "", isPlain: true)
}
