/// The edits of a line that can be taken back: the last hundred. Typing up to a space is one edit.
struct EditHistory {
  /// What an edit was. Typed characters make runs.
  enum Kind {
    case typing(Unicode.Scalar)
    case other
  }

  /// What stood where, before the edit.
  struct Edit {
    var start: Int
    var removed: [Character]
    /// How many characters took the place of those.
    var count: Int
    /// Where the cursor was.
    var cursor: Int

    var range: Range<Int> { start..<(start + count) }
  }

  static let limit = 100

  private var edits: [Edit] = []
  /// Where typing goes on with the last edit; `nil` when it begins a new one.
  private var runEnd: Int?
  private var runHasSpace = false

  var isEmpty: Bool { edits.isEmpty }

  mutating func note(
    _ removed: [Character], for count: Int, at start: Int, cursor: Int, as kind: Kind
  ) {
    guard case .typing(let scalar) = kind else {
      runEnd = nil
      return add(Edit(start: start, removed: removed, count: count, cursor: cursor))
    }
    let isSpace = scalar == " "
    if runEnd == cursor, isSpace || !runHasSpace, let last = edits.last,
      extend(last, removed, for: count, at: start)
    {
      runHasSpace = isSpace
    } else {
      add(Edit(start: start, removed: removed, count: count, cursor: cursor))
      runHasSpace = isSpace
    }
    runEnd = cursor + 1
  }

  /// The next typed character begins a new edit.
  mutating func endRun() { runEnd = nil }

  /// What was typed last joined the character before the cursor, which so has not moved.
  mutating func continueRun(at cursor: Int) {
    if runEnd != nil { runEnd = cursor }
  }

  mutating func takeLast() -> Edit? {
    runEnd = nil
    return edits.popLast()
  }

  private mutating func add(_ edit: Edit) {
    if edits.count == Self.limit { edits.removeFirst() }
    edits.append(edit)
  }

  /// Makes the last edit one with another that touches it.
  ///
  /// - Returns: `false` when the two do not touch.
  private mutating func extend(
    _ last: Edit, _ removed: [Character], for count: Int, at start: Int
  ) -> Bool {
    let end = last.start + last.count
    guard start <= end, start + removed.count >= last.start else { return false }
    let before = max(last.start - start, 0)
    let behind = max(start + removed.count - end, 0)
    var edit = last
    edit.start = min(last.start, start)
    edit.removed = removed.prefix(before) + last.removed + removed.suffix(behind)
    edit.count = before + last.count + behind - removed.count + count
    edits[edits.count - 1] = edit
    return true
  }
}
