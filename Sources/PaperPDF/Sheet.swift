import ClinicReports

/// The sizes of a sheet and of what stands on it, in points of 1/72 inch.
enum Sheet {
  static let millimetre = 72 / 25.4
  /// A4.
  static let width = 210 * millimetre
  static let height = 297 * millimetre
  static let margin = 18 * millimetre
  /// Where the line of the title, and the one of the page's number, stand in the margin.
  static let edge = 10 * millimetre
  /// What text may fill.
  static let line = width - 2 * margin
  static let body = height - 2 * margin
  /// How high a plot may be, so that a title and a heading stand over it.
  static let plot = body - 22 * millimetre

  static let bullet = 4 * millimetre
  /// Between columns.
  static let gap = 4 * millimetre
  static let rule = 0.15 * millimetre
  static let signature = 80 * millimetre

  enum Space {
    /// Below each line.
    static let leading = 1.0
    /// Above a paragraph.
    static let line = 1.2 * millimetre
    static let heading = 3.2 * millimetre
    static let figure = 4 * millimetre
    static let title = 6 * millimetre
    static let signature = 12 * millimetre
    static let footer = 4 * millimetre
    /// Above and below the text of a row.
    static let cell = 0.7 * millimetre
  }
}

/// How a text looks.
struct TextStyle: Hashable {
  /// In points.
  var size: Double
  var isBold = false
  var ink = Drawing.Ink.words

  static let clinic = TextStyle(size: 11, isBold: true)
  static let title = TextStyle(size: 15, isBold: true)
  static let heading = TextStyle(size: 11, isBold: true)
  static let body = TextStyle(size: 9.5)
  static let strong = TextStyle(size: 9.5, isBold: true)
  static let small = TextStyle(size: 8)
}
