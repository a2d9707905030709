/// How a line is shown that holds a character about whose width terminals disagree: a family that is
/// drawn as one picture of two columns here and as four pictures there.
///
/// Which column the cursor is in cannot be known then, but it can be reached: by writing what stands
/// before it. Which row it is in must be known, so rows are ended before any terminal would wrap them.
extension LineView {
  /// - Parameter isFresh: nothing stands where the line is written.
  mutating func drawCarefully(_ characters: [Character], cursor: Int, isFresh: Bool) {
    let rows = carefulRows(of: characters)
    if !isFresh { move(to: Place()) }
    for (number, row) in rows.enumerated() {
      output += row.prompt
      for character in characters[row.range] { output += character }
      if number < rows.count - 1 {
        output += isFresh ? "\n" : "\u{1b}[K\n"
      } else if !isFresh {
        output += "\u{1b}[J"
      }
    }
    end = Place(row: rows.count - 1, column: columns)
    at = end
    if cursor < characters.count { moveCarefully(to: cursor, characters) }
  }

  /// Moves by writing what stands before the cursor in its row.
  mutating func moveCarefully(to cursor: Int, _ characters: [Character]) {
    let rows = carefulRows(of: characters)
    let number =
      rows.firstIndex { $0.range.contains(cursor) } ?? rows.count - 1
    // The column is not known, whatever it was: the way leads through the row's start.
    at.column = columns
    move(to: Place(row: number, column: 0))
    output += rows[number].prompt
    for character in characters[rows[number].range.lowerBound..<cursor] { output += character }
    // What takes no column stands in the cell that has just been written.
    for character in characters[cursor..<rows[number].range.upperBound] {
      guard DisplayWidth.of(character) == 0 else { break }
      output += character
    }
    at = Place(row: number, column: columns)
  }

  /// The row of the cursor after the terminal has wrapped the rows anew.
  func rowInCare(of cursor: Int, _ characters: [Character], wrappedAt columns: Int) -> Int {
    var count = 0
    for row in carefulRows(of: characters) {
      if row.range.contains(cursor) || row.range.upperBound == characters.count {
        let head = characters[row.range.lowerBound..<max(cursor, row.range.lowerBound)]
        let width = head.reduce(row.promptWidth) { $0 + DisplayWidth.of($1) }
        return count + max(width - 1, 0) / columns
      }
      count += max(1, (row.width + columns - 1) / columns)
    }
    return count
  }

  private struct Row {
    /// The part of the prompt that stands in it.
    var prompt = ""
    var range = 0..<0
    var promptWidth = 0
    var width = 0
  }

  private func carefulRows(of characters: [Character]) -> [Row] {
    var rows: [Row] = []
    var row = Row()
    var most = 0
    // A full row would leave the terminal waiting with the wrap, where erasing differs.
    func breaks(before width: Int) -> Bool { most > 0 && most + width > columns - 1 }
    for piece in prompt.pieces {
      if breaks(before: piece.most) {
        rows.append(row)
        row = Row()
        most = 0
      }
      row.prompt += piece.text
      row.promptWidth += piece.width
      row.width += piece.width
      most += piece.most
    }
    for (index, character) in characters.enumerated() {
      let width = DisplayWidth.most(of: character)
      if breaks(before: width) {
        rows.append(row)
        row = Row(range: index..<index)
        most = 0
      }
      row.range = row.range.lowerBound..<(index + 1)
      row.width += DisplayWidth.of(character)
      most += width
    }
    return rows + [row]
  }
}
