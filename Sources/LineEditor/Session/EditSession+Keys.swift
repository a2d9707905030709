extension EditSession {
  /// Does what a key means.
  mutating func press(_ key: Key) {
    if search != nil, !pressInSearch(key) { return }
    if pressBound(key) { return }
    let before = last
    last = .other
    switch key {
    case .enter: finish(.line(buffer.text))
    case .interrupt: finish(.interrupted(request.isSecret ? "" : buffer.text))
    case .endOrDelete where buffer.isEmpty: finish(.end)
    case .suspendOrUndo where buffer.isEmpty && buffer.edits.isEmpty: finish(.suspend)
    case .paste(let bytes): paste(PastedText(bytes))
    case .chord: last = .chord
    case .killToStart where before == .chord: break
    default:
      if request.isSecret {
        pressInSecret(key)
      } else if isDumb {
        pressAtTeletype(key, before)
      } else {
        edit(key, before)
        touch()
      }
    }
  }

  /// - Returns: whether the key stood for a line.
  private mutating func pressBound(_ key: Key) -> Bool {
    guard let (bound, line) = request.bound, !request.isSecret, bound.matches(key),
      buffer.isEmpty || !bound.isText
    else { return false }
    if buffer.isEmpty {
      buffer.insert(line)
      if isDumb { showAddition(to: "") }
      touch()
      finish(.line(line))
    } else {
      finish(.boundKey(rest: buffer.text))
    }
    return true
  }

  private mutating func pressInSecret(_ key: Key) {
    switch key {
    case .text(let scalar): buffer.type(scalar)
    case .backspace: buffer.remove(max(buffer.cursor - 1, 0)..<buffer.cursor)
    case .killToStart: buffer.remove(0..<buffer.cursor)
    default: return
    }
    buffer.edits = EditHistory()
  }

  /// Only what can be shown by going on; the cursor is always at the end.
  private mutating func pressAtTeletype(_ key: Key, _ before: LastKey) {
    switch key {
    case .left, .right, .start, .end, .wordLeft, .wordRight, .delete, .search, .killToEnd,
      .killWord, .escape, .leave, .named, .other:
      last = before
    case .text(let scalar):
      let length = buffer.length
      edit(key, before)
      if buffer.length > length { dumb.type(String(scalar), of: buffer.text) }
    case .backspace, .killWordBack, .killSpacedWordBack, .killToStart:
      let text = buffer.text
      edit(key, before)
      dumb.erase(String(text.unicodeScalars.dropFirst(buffer.length)))
    case .redraw: dumb.redraw(buffer.text)
    case .tab:
      let text = buffer.text
      edit(key, before)
      if buffer.firstChanged != nil { showAddition(to: text) }
    default:
      edit(key, before)
      if buffer.firstChanged != nil { dumb.redraw(buffer.text) }
    }
    touch()
    buffer.settle()
  }

  /// Shows what was put in at the end; the whole line where more than that is another now.
  private mutating func showAddition(to before: String) {
    let text = buffer.text
    if text.unicodeScalars.starts(with: before.unicodeScalars) {
      dumb.type(String(text.unicodeScalars.dropFirst(before.unicodeScalars.count)), of: text)
    } else {
      dumb.redraw(text)
    }
  }

  // MARK: Editing

  private mutating func edit(_ key: Key, _ before: LastKey) {
    let cursor = buffer.cursor
    switch key {
    case .text(let scalar): buffer.type(scalar)
    case .left: buffer.move(to: cursor - 1)
    case .right: buffer.move(to: cursor + 1)
    case .start: buffer.move(to: 0)
    case .end: buffer.move(to: buffer.characters.count)
    case .wordLeft: buffer.move(to: buffer.wordStart)
    case .wordRight: buffer.move(to: buffer.wordEnd)
    case .backspace: buffer.remove(max(cursor - 1, 0)..<cursor)
    case .delete, .endOrDelete:
      buffer.remove(cursor..<min(cursor + 1, buffer.characters.count))
    case .killToEnd: kill(cursor..<buffer.characters.count, .after, before)
    case .killWord: kill(cursor..<buffer.wordEnd, .after, before)
    case .killToStart: kill(0..<cursor, .before, before)
    case .killWordBack: kill(buffer.wordStart..<cursor, .before, before)
    case .killSpacedWordBack: kill(buffer.spacedWordStart..<cursor, .before, before)
    case .yank: yank()
    case .rotate: if before == .yank { rotate() }
    case .transpose: buffer.transpose()
    case .undo, .suspendOrUndo: _ = buffer.undo()
    case .up: step(-1)
    case .down: step(1)
    case .search: search = HistorySearch()
    case .tab: complete()
    case .redraw:
      view.output += "\u{1b}[H\u{1b}[2J" + view.prompt.above
      view.draw(shown, cursor: buffer.cursor)
      buffer.settle()
    default: break
    }
  }

  private mutating func kill(_ range: Range<Int>, _ side: KillRing.Side, _ before: LastKey) {
    ring.add(String(buffer.characters[range]), beside: before == .kill ? side : nil)
    buffer.remove(range)
    last = .kill
  }

  private mutating func yank() {
    ring.rest()
    guard let text = ring.current else { return }
    buffer.insert(text)
    last = .yank
  }

  private mutating func rotate() {
    _ = buffer.undo()
    ring.rotate()
    if let text = ring.current { buffer.insert(text) }
    last = .yank
  }

  /// Shows the entry of the history before or behind the one that is shown.
  private mutating func step(_ direction: Int) {
    if let text = walk.step(direction, leaving: buffer.text) { buffer.replaceAll(with: text) }
  }

  // MARK: Paste

  private mutating func paste(_ pasted: PastedText) {
    let lines = pasted.complete
    if request.isSecret {
      buffer.insert(lines[0])
      buffer.edits = EditHistory()
      return
    }
    if lines.count == 1 {
      let text = buffer.text
      buffer.insert(lines[0])
      if isDumb { showAddition(to: text) }
      touch()
      if isDumb { buffer.settle() }
    } else if request.paste == .oneLine {
      finish(.pasted(lines.map(EditBuffer.fitting), rest: buffer.text))
    } else {
      pasteLines(pasted.lines)
    }
  }

  /// Shows each line behind the prompt, as if it had been typed.
  private mutating func pasteLines(_ pasted: [String]) {
    let tail = String(buffer.characters[buffer.cursor...])
    var lines = pasted.map(EditBuffer.fitting)
    let rest = lines.removeLast() + tail
    buffer.remove(buffer.cursor..<buffer.characters.count)
    let before = buffer.text
    buffer.insert(lines[0])
    if isDumb { showAddition(to: before) }
    touch()
    lines[0] = buffer.text
    finish(.pasted(lines, rest: EditBuffer.fitting(rest)))
    for line in lines.dropFirst() {
      let shown = view.prompt.text + line + "\n"
      if isDumb { dumb.output += shown } else { view.output += shown }
    }
  }
}
