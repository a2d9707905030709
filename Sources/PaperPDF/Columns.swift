/// How wide the columns of a table are.
struct Columns {
  let widths: [Double]
  /// From the left margin.
  let starts: [Double]

  /// - Parameters:
  ///   - natural: the width of each text of each column, unbroken.
  ///   - isSpread: whether they fill the whole line.
  init(natural: [[Double]], isSpread: Bool) {
    let gaps = Sheet.gap * Double(max(0, natural.count - 1))
    let room = max(Sheet.line - gaps, Double(natural.count))
    var widths = natural.map { $0.max() ?? 0 }
    let sum = widths.reduce(0, +)
    if sum > room {
      let most = Self.most(widths, in: room)
      widths = widths.map { min($0, most) }
    } else if isSpread, sum > 0 {
      widths = widths.map { $0 * room / sum }
    }
    self.widths = widths.map { $0 + 0.01 }
    starts = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1 + Sheet.gap) }.dropLast()
  }

  /// The width at which the widest columns end so that all of them fit: narrow ones stay as they are.
  private static func most(_ widths: [Double], in room: Double) -> Double {
    var left = room
    var count = widths.count
    for width in widths.sorted() {
      if width * Double(count) > left { break }
      left -= width
      count -= 1
    }
    return left / Double(max(count, 1))
  }
}
