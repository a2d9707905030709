/// The line being typed: its characters, the cursor, and what takes edits back.
///
/// A character is what a reader takes for one, however many scalars it is made of. The scalars of the
/// text are always those that were typed, in the order in which they were typed.
///
///     var buffer = EditBuffer("can't turn")
///     buffer.insert(" head")
///     buffer.undo()
struct EditBuffer {
  private(set) var characters: [Character] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0
  /// Scalars of the character before the cursor that follow what was typed last: typing goes on in
  /// front of them. Not 0 only after a joiner has been typed in mid-line.
  private var absorbed = 0
  /// How many Unicode scalars the text has.
  private(set) var length = 0
  /// The first character that has changed since `settle()`; `nil` when none has.
  private(set) var firstChanged: Int?
  private var textSoFar: String?
  var edits = EditHistory()

  /// The most Unicode scalars that a line may have.
  static let limit = 65_536

  init(_ text: String = "") {
    let text = Self.fitting(text.asOneLine, Self.limit)
    characters = Array(text)
    length = text.unicodeScalars.count
    cursor = characters.count
    textSoFar = text
  }

  var isEmpty: Bool { characters.isEmpty }
  var isAtEnd: Bool { cursor == characters.count }
  var head: String { String(characters[..<cursor]) }

  /// The whole text; free while it only grows at its end.
  var text: String { textSoFar ?? String(characters) }

  /// The whole text, kept so that it is free next time.
  mutating func keptText() -> String {
    let text = self.text
    textSoFar = text
    return text
  }

  /// What has changed has been shown.
  mutating func settle() { firstChanged = nil }

  // MARK: Putting in and taking out

  /// Puts in one scalar that somebody types.
  mutating func type(_ scalar: Unicode.Scalar) {
    guard length < Self.limit else { return }
    let isPlain = scalar.value < 0x300 && isAtEnd && absorbed == 0
    if isPlain, characters.last.map(Self.isPlain) ?? true {
      replace(cursor..<cursor, with: [Character(scalar)], cursor: cursor + 1, as: .typing(scalar))
    } else {
      splice(cursor..<cursor, CollectionOfOne(scalar), as: .typing(scalar))
    }
    edits.continueRun(at: cursor)
  }

  /// Puts in text at the cursor, as one edit. What goes beyond the limit is left out.
  mutating func insert(_ text: String) { replaceHead(from: cursor, with: text) }

  /// Puts a text in the place of what stands before the cursor, from `start` on.
  mutating func replaceHead(from start: Int, with text: String) {
    substitute(start..<cursor, with: text)
  }

  /// Puts a text in the place of characters, with the cursor behind it.
  mutating func substitute(_ range: Range<Int>, with text: String) {
    let room = Self.limit - length + Self.scalars(characters[range]).count
    splice(range, text.asOneLine.unicodeScalars.prefix(room), as: .other)
  }

  /// Takes characters out. What stood before them and what stood behind them may become one.
  mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { splice(range, EmptyCollection(), as: .other) }
  }

  /// Puts another text in the place of the whole line, with the cursor at its end.
  mutating func replaceAll(with text: String) { substitute(0..<characters.count, with: text) }

  /// Whether no scalar below U+0300 can join the character.
  private static func isPlain(_ character: Character) -> Bool {
    (character.unicodeScalars.last?.value ?? 0) < 0x300
  }

  private static func scalars(_ some: some Sequence<Character>) -> String.UnicodeScalarView {
    var view = String.UnicodeScalarView()
    for character in some { view.append(contentsOf: character.unicodeScalars) }
    return view
  }

  /// Characters are made anew from the one before the range on, and as far behind it as it matters.
  private mutating func splice(
    _ range: Range<Int>, _ scalars: some Collection<Unicode.Scalar>, as kind: EditHistory.Kind
  ) {
    var first = max(range.lowerBound - 1, 0)
    var view = Self.scalars(characters[first..<range.lowerBound])
    let isAtCursor = range.lowerBound == cursor && range.isEmpty
    let tail = Array(view.suffix(isAtCursor ? absorbed : 0))
    view.removeLast(tail.count)
    view.append(contentsOf: scalars)
    let end = view.count
    view.append(contentsOf: tail)
    var (made, last) = remade(view, behind: range.upperBound)
    var passed = 0
    var place = first
    for character in made where passed < end {
      passed += character.unicodeScalars.count
      place += 1
    }
    if first < range.lowerBound, let same = made.first,
      same.unicodeScalars.elementsEqual(characters[first].unicodeScalars)
    {
      made.removeFirst()
      first += 1
    }
    if first == last, made.isEmpty { return }
    replace(first..<last, with: made, cursor: place, as: kind)
    absorbed = passed - end
  }

  /// Characters of `view` and of as many of those from `index` on as it changes.
  ///
  /// - Returns: them, and the index of the first that is untouched.
  private func remade(
    _ view: String.UnicodeScalarView, behind index: Int
  ) -> (made: [Character], last: Int) {
    var made = Array(String(view))
    var index = index
    while index < characters.count, let last = made.last {
      let joined = Array(String(last) + String(characters[index]))
      if joined.count == 2, joined[0].unicodeScalars.elementsEqual(last.unicodeScalars) { break }
      made.removeLast()
      made += joined
      index += 1
    }
    return (made, index)
  }

  // MARK: The cursor

  /// - Parameter place: cut to what there is.
  mutating func move(to place: Int) {
    cursor = min(max(place, 0), characters.count)
    absorbed = 0
    edits.endRun()
  }

  // MARK: The one way to change

  private mutating func replace(
    _ range: Range<Int>, with made: [Character], cursor place: Int, as kind: EditHistory.Kind
  ) {
    let removed = Array(characters[range])
    edits.note(removed, for: made.count, at: range.lowerBound, cursor: cursor, as: kind)
    change(range, with: made, cursor: place)
  }

  mutating func undo() -> Bool {
    guard let edit = edits.takeLast() else { return false }
    change(edit.range, with: edit.removed, cursor: edit.cursor)
    return true
  }

  private mutating func change(_ range: Range<Int>, with made: [Character], cursor place: Int) {
    let before = Self.scalars(characters[range])
    let behind = Self.scalars(made)
    length += behind.count - before.count
    if range.upperBound == characters.count, behind.starts(with: before) {
      textSoFar?.unicodeScalars.append(contentsOf: behind.dropFirst(before.count))
    } else {
      textSoFar = nil
    }
    characters.replaceSubrange(range, with: made)
    firstChanged = min(firstChanged ?? range.lowerBound, range.lowerBound)
    cursor = place
    absorbed = 0
  }

  /// The text, cut to what a line may hold.
  static func fitting(_ text: String) -> String { fitting(text, limit) }

  private static func fitting(_ text: String, _ limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
  }
}
