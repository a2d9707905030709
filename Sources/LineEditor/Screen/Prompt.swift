/// What stands before a line. Its colours take no room, and stay with the character behind them.
struct Prompt {
  /// One character with the escape sequences before it, or the sequences at the end.
  struct Piece {
    var text: String
    /// Columns it takes.
    var width: Int
    /// The most columns that a terminal may give it.
    var most: Int
  }

  /// All lines but the last, each with its line end. They are written once.
  let above: String
  let pieces: [Piece]
  /// The last line as it is written.
  let text: String
  let isUncertain: Bool

  /// - Parameter isDumb: escape sequences and control characters are left out.
  init(_ prompt: String, isDumb: Bool) {
    let lines = prompt.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let last = Self.pieces(String(lines.last ?? ""), isDumb: isDumb)
    pieces = last
    text = last.map(\.text).joined()
    above = lines.dropLast()
      .map { Self.pieces(String($0), isDumb: isDumb).map(\.text).joined() + "\n" }.joined()
    isUncertain = last.contains { $0.most != $0.width }
  }

  private static func pieces(_ line: String, isDumb: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var sequence = ""
    var isInSequence = false
    var letters = line.makeIterator()
    while let letter = letters.next() {
      if letter == "\u{1b}" {
        sequence.append(letter)
        if let next = letters.next() {
          sequence.append(next)
          isInSequence = next == "["
        }
      } else if isInSequence {
        sequence.append(letter)
        isInSequence = !("@"..."~").contains(letter)
      } else if !letter.unicodeScalars.contains(where: \.isControl) {
        pieces.append(
          Piece(
            text: (isDumb ? "" : sequence) + String(letter), width: DisplayWidth.of(letter),
            most: DisplayWidth.most(of: letter)))
        sequence = ""
      }
    }
    if !sequence.isEmpty, !isDumb { pieces.append(Piece(text: sequence, width: 0, most: 0)) }
    return pieces
  }
}
