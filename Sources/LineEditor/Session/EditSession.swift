/// One line while it is typed, without a terminal: bytes go in, bytes to write and at most one event
/// come out.
///
///     var session = EditSession(request, columns: 80, isDumb: false)
///     session.begin()
///     for byte in bytes where session.event == nil { session.feed(byte) }
///     session.show()
///     write(session.takeOutput())
///
/// What has been fed is shown at `show()`, so that keys that arrive together cost one change of the
/// screen. A dumb terminal is told of every key.
struct EditSession {
  let request: LineRequest
  let isDumb: Bool
  /// Kept from line to line.
  private(set) var decoder: KeyDecoder
  var ring: KillRing
  var buffer: EditBuffer
  var view: LineView
  var dumb: DumbView
  /// How the line ended; nothing may be fed after it.
  var event: LineEvent?
  var walk: HistoryWalk
  var search: HistorySearch?
  /// What the last key did, where it matters to the next one.
  var last = LastKey.other
  /// Where the matches were listed last, so that they are not listed twice.
  var listedAt: String?
  /// The text differs from what `takeChange()` said last.
  var hasChanged = false
  /// The screen shows something else than the buffer: a search.
  private var showsOther = false
  private var needsShowing = false
  private var keys: [Key] = []

  enum LastKey { case kill, yank, chord, other }

  /// - Parameter columns: the width of the terminal.
  init(
    _ request: LineRequest, columns: Int, isDumb: Bool, decoder: KeyDecoder = KeyDecoder(),
    ring: KillRing = KillRing()
  ) {
    self.request = request
    self.isDumb = isDumb
    self.decoder = decoder
    self.ring = ring
    buffer = EditBuffer(request.isSecret ? "" : request.text)
    let prompt = Prompt(request.prompt, isDumb: isDumb)
    view = LineView(prompt: prompt, columns: columns)
    dumb = DumbView(prompt: prompt)
    walk = HistoryWalk(request.isSecret ? [] : request.history)
  }

  // MARK: In and out

  /// Writes the prompt and the half-typed line.
  mutating func begin() {
    if isDumb {
      dumb.output += dumb.prompt.above
      dumb.draw(shownText)
    } else {
      view.output += view.prompt.above
      view.draw(shown, cursor: shownCursor)
    }
    buffer.settle()
  }

  /// One byte that the terminal sent.
  mutating func feed(_ byte: UInt8) {
    keys.removeAll(keepingCapacity: true)
    decoder.feed(byte, into: &keys)
    for key in keys where event == nil { press(key) }
  }

  /// Nothing has come for a while: see `KeyDecoder.expire()`.
  mutating func expire() {
    if let key = decoder.expire(), event == nil { press(key) }
  }

  /// Brings the screen up to date.
  mutating func show() {
    guard !isDumb, needsShowing, event == nil else { return }
    needsShowing = false
    let isOther = search != nil
    if request.isSecret { return }
    view.show(
      shown, cursor: shownCursor, from: isOther || showsOther ? 0 : buffer.firstChanged)
    showsOther = isOther
    buffer.settle()
  }

  mutating func takeOutput() -> [UInt8] {
    defer {
      view.output.removeAll(keepingCapacity: true)
      dumb.output.removeAll(keepingCapacity: true)
    }
    return isDumb ? dumb.output : view.output
  }

  /// - Returns: the text, if it has changed since this was asked last, also when Enter came with the
  ///   change; never that of a secret.
  mutating func takeChange() -> String? {
    guard hasChanged, !request.isSecret else { return nil }
    hasChanged = false
    switch event {
    case nil: return buffer.keptText()
    case .line(let text): return text
    default: return nil
    }
  }

  // MARK: What comes from outside

  /// The window has another width.
  mutating func resize(to columns: Int) {
    guard !isDumb, event == nil, columns != view.columns else { return }
    show()
    view.resize(to: columns, shown, cursor: shownCursor)
  }

  /// Shows lines above the line being typed.
  mutating func show(above lines: [String]) {
    guard !isDumb, event == nil, !lines.isEmpty else { return }
    show()
    view.erase()
    for line in lines { view.output += line + "\n" }
    view.draw(shown, cursor: shownCursor)
  }

  /// Something else has been written since: the line is shown anew where the cursor is.
  mutating func comeBack(columns: Int) {
    guard event == nil else { return }
    if isDumb { return dumb.redraw(shownText) }
    show()
    view = LineView(prompt: view.prompt, columns: columns)
    view.output += "\r\u{1b}[J"
    view.draw(shown, cursor: shownCursor)
  }

  /// Ends the line from outside.
  mutating func end(_ event: LineEvent) {
    if self.event == nil { finish(event) }
  }

  // MARK: What is shown

  var shown: [Character] {
    request.isSecret ? [] : search.map { Array($0.text(walk)) } ?? buffer.characters
  }

  private var shownCursor: Int {
    request.isSecret ? 0 : search?.cursor ?? buffer.cursor
  }

  var shownText: String { request.isSecret ? "" : buffer.text }

  /// The buffer, the cursor or the search is another now.
  mutating func touch() {
    needsShowing = true
    if buffer.firstChanged != nil { hasChanged = true }
  }

  mutating func finish(_ event: LineEvent) {
    if isDumb {
      dumb.goBelow(shownText)
    } else {
      search = nil
      show()
      view.goBelow()
    }
    self.event = event
  }
}
