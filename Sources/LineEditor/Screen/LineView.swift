/// The line as a capable terminal shows it: what stands where, and the bytes that make it so.
///
/// At the end of the line a character costs its own bytes. Elsewhere what follows it is written again
/// and the cursor moved back. The prompt is written again only where it must be: when the window was
/// resized, when something else was shown, and while the line holds a character about whose width
/// terminals disagree; see `LineView+Careful.swift`.
struct LineView {
  let prompt: Prompt
  private(set) var columns: Int
  /// What to write. Whoever writes it empties it.
  var output: [UInt8] = []
  /// Where the terminal's cursor stands.
  var at = Place()
  /// Where the cursor stands behind the last character.
  var end = Place()
  /// Whether rows are ended by line ends instead of by the terminal's own wrap.
  var isCareful = false
  private var promptEnd = Place()
  private var count = 0
  private var last: Character?

  init(prompt: Prompt, columns: Int) {
    self.prompt = prompt
    self.columns = max(columns, 4)
    promptEnd = Self.promptEnd(prompt, self.columns)
  }

  // MARK: Showing

  /// Writes prompt and line where the cursor stands, which is at the start of an empty row.
  mutating func draw(_ characters: [Character], cursor: Int) {
    at = Place()
    note(characters)
    isCareful = prompt.isUncertain || characters.contains(where: DisplayWidth.isUncertain)
    if isCareful { return drawCarefully(characters, cursor: cursor, isFresh: true) }
    output += prompt.text
    at = promptEnd
    write(characters[...], isOverOld: false)
    end = at
    move(toIndex: cursor, characters)
  }

  /// Shows a line in the place of the one that was shown.
  ///
  /// - Parameter first: index of the first character that may differ; `nil` when only the cursor has
  ///   moved.
  mutating func show(_ characters: [Character], cursor: Int, from first: Int?) {
    if let first, append(characters, cursor: cursor, from: first) { return }
    let wasCareful = isCareful
    if first != nil {
      isCareful = prompt.isUncertain || characters.contains(where: DisplayWidth.isUncertain)
    }
    if isCareful {
      note(characters)
      if first != nil {
        drawCarefully(characters, cursor: cursor, isFresh: false)
      } else {
        moveCarefully(to: cursor, characters)
      }
    } else if wasCareful {
      redraw(characters, cursor: cursor)
    } else {
      if let first { rewrite(characters, from: min(first, count, characters.count)) }
      note(characters)
      move(toIndex: cursor, characters)
    }
  }

  /// Writes prompt and line again over what is there.
  mutating func redraw(_ characters: [Character], cursor: Int) {
    erase()
    draw(characters, cursor: cursor)
  }

  /// Erases prompt and line, and leaves the cursor where the prompt began.
  mutating func erase() {
    move(to: Place())
    output += "\u{1b}[J"
  }

  /// Leaves the line as it is and goes to the row below it.
  mutating func goBelow() {
    if end.row > at.row { output += sequence(end.row - at.row, "B") }
    output += "\n"
    at = Place()
  }

  /// The window has another width, and the terminal has wrapped the rows anew.
  mutating func resize(to columns: Int, _ characters: [Character], cursor: Int) {
    let columns = max(columns, 4)
    let row = isCareful ? rowInCare(of: cursor, characters, wrappedAt: columns) : 0
    self.columns = columns
    promptEnd = Self.promptEnd(prompt, columns)
    at = Place(row: isCareful ? row : place(of: cursor, characters).row, column: columns)
    redraw(characters, cursor: cursor)
  }

  private mutating func note(_ characters: [Character]) {
    count = characters.count
    last = characters.last
  }

  // MARK: Writing

  /// - Returns: `false` when it takes more than writing what is new at the end.
  private mutating func append(_ characters: [Character], cursor: Int, from first: Int) -> Bool {
    guard !isCareful, at == end, cursor == characters.count, first >= count - 1,
      count <= characters.count
    else { return false }
    let added = characters[max(count, first)...]
    guard !added.contains(where: DisplayWidth.isUncertain) else { return false }
    if first < count {
      guard let last else { return false }
      let joined = characters[first]
      guard joined.unicodeScalars.starts(with: last.unicodeScalars),
        DisplayWidth.of(joined) == DisplayWidth.of(last), !DisplayWidth.isUncertain(joined)
      else { return false }
      let marks = joined.unicodeScalars.dropFirst(last.unicodeScalars.count)
      output += String(String.UnicodeScalarView(marks))
      write(characters[count...], isOverOld: false)
    } else {
      write(added, isOverOld: false)
    }
    end = at
    note(characters)
    return true
  }

  /// Writes what stands from an index on, and erases what is left of the old line.
  private mutating func rewrite(_ characters: [Character], from first: Int) {
    let before = end
    var start = place(after: first, characters)
    if first < characters.count {
      if start.column == columns, before.row > start.row {
        start = Place(row: start.row + 1, column: 0)
      }
      move(toEndOf: first, characters, start)
      write(characters[first...], isOverOld: true)
      start = at
    }
    end = start
    guard end < before else { return }
    if end.column < columns {
      move(to: end)
      output += end.row == before.row ? "\u{1b}[K" : "\u{1b}[J"
    } else if before.row > end.row {
      move(to: Place(row: end.row + 1, column: 0))
      output += "\u{1b}[J"
    }
  }

  /// - Parameter isOverOld: the cell that a wide character leaves free at the end of a row may hold
  ///   something.
  private mutating func write(_ characters: ArraySlice<Character>, isOverOld: Bool) {
    for character in characters {
      let width = DisplayWidth.of(character)
      if isOverOld, width > 1, at.column == columns - 1 { output += "\u{1b}[K" }
      output += character
      at = at.after(width, columns: columns)
    }
  }

  // MARK: Moving

  /// Where the cursor stands once so many characters have been written.
  private func place(after count: Int, _ characters: [Character]) -> Place {
    characters[..<count].reduce(promptEnd) { $0.after(DisplayWidth.of($1), columns: columns) }
  }

  private func place(of index: Int, _ characters: [Character]) -> Place {
    let place = place(after: index, characters)
    guard index < characters.count else { return place }
    return place.start(DisplayWidth.of(characters[index]), columns: columns)
  }

  private mutating func move(toIndex index: Int, _ characters: [Character]) {
    guard index < characters.count else { return move(toEndOf: index, characters, end) }
    move(to: place(of: index, characters))
  }

  /// Moves to where the next character goes. Behind a full row that place is reached only by writing
  /// the last character of the row.
  private mutating func move(toEndOf count: Int, _ characters: [Character], _ place: Place) {
    if at == place { return }
    guard place.column == columns else { return move(to: place) }
    let pieces =
      prompt.pieces.map { ($0.text, $0.width) }
      + characters[..<count].map { (String($0), DisplayWidth.of($0)) }
    guard let last = pieces.lastIndex(where: { $0.1 > 0 }) else { return }
    move(to: Place(row: place.row, column: columns - pieces[last].1))
    for piece in pieces[last...] { output += piece.0 }
    at = place
  }

  mutating func move(to place: Place) {
    if at == place { return }
    if at.column == columns {
      output.append(0x0D)
      at.column = 0
    }
    if place.row < at.row { output += sequence(at.row - place.row, "A") }
    if place.row > at.row { output += sequence(place.row - at.row, "B") }
    let left = at.column - place.column
    switch left {
    case 0: break
    case ..<0: output += sequence(-left, "C")
    case 1...4: output.append(contentsOf: repeatElement(0x08, count: left))
    default: if place.column == 0 { output.append(0x0D) } else { output += sequence(left, "D") }
    }
    at = place
  }

  func sequence(_ count: Int, _ final: String) -> String {
    "\u{1b}[\(count == 1 ? "" : String(count))\(final)"
  }

  private static func promptEnd(_ prompt: Prompt, _ columns: Int) -> Place {
    prompt.pieces.reduce(Place()) { $0.after($1.width, columns: columns) }
  }
}
