/// A text at its place in a row.
struct Cell {
  let layout: TextLayout
  /// From the left margin.
  let x: Double
  let role: [Tag]
}

extension [Cell] {
  /// Side by side, line by line: the first lines stand on one line, and so do the second ones.
  ///
  /// - Parameters:
  ///   - isWhole: whether all lines stay on one page; if not, the first two do, and the last two.
  ///   - opening: stands above them once more where a page begins with one of them.
  func strips(
    spaceBefore: Double = 0, isWhole: Bool = false, opening: [Strip] = []
  ) -> [Strip] {
    let count = map(\.layout.lines.count).max() ?? 0
    return (0..<count).map { place in
      let cells = filter { $0.layout.lines.indices.contains(place) }
      let ascent = cells.map { $0.layout.lines[place].ascent }.max() ?? 0
      let descent = cells.map { $0.layout.lines[place].descent }.max() ?? 0
      return Strip(
        marks: cells.map {
          Mark(shape: .line($0.layout, place), x: $0.x, y: ascent, role: $0.role)
        }, height: ascent + descent + Sheet.Space.leading,
        spaceBefore: place == 0 ? spaceBefore : 0,
        staysWithNext: place < count - 1 && (isWhole || place == 0 || place == count - 2),
        opening: opening)
    }
  }
}
