extension EditSession {
  /// Puts in what all words that fit have in common, or lists them.
  mutating func complete() {
    guard let ask = request.complete else { return }
    let head = buffer.head
    let found = ask(head)
    let start = min(max(found.start, 0), buffer.cursor)
    let words = found.words.map(\.asOneLine)
    guard let first = words.first else { return }
    if words.count == 1 {
      let isFollowed = !buffer.isAtEnd && buffer.characters[buffer.cursor] == " "
      return buffer.replaceHead(from: start, with: isFollowed ? first : first + " ")
    }
    let typed = String(buffer.characters[start..<buffer.cursor])
    let common = words.dropFirst().reduce(first[...]) { Self.common($0, $1) }
    if common.count > typed.count, Self.common(common, typed).count == typed.count {
      buffer.replaceHead(from: start, with: String(common))
    } else if listedAt != head {
      listedAt = head
      list(words)
    }
  }

  /// What two texts begin with, apart from case, as the first has it.
  private static func common(_ first: Substring, _ second: String) -> Substring {
    let count = zip(first, second).prefix { $0 == $1 || $0.lowercased() == $1.lowercased() }.count
    return first.prefix(count)
  }

  /// Writes words below the line, in columns, and the line again below them.
  private mutating func list(_ words: [String]) {
    let columns = max(view.columns - 1, 1)
    let widest = (words.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let inRow = max(1, (columns + 2) / widest)
    var text = ""
    for (index, word) in words.enumerated() {
      text += word
      if index % inRow == inRow - 1 || index == words.count - 1 {
        text += "\n"
      } else {
        text += String(repeating: " ", count: widest - DisplayWidth.of(word))
      }
    }
    if isDumb {
      dumb.goBelow(buffer.text)
      dumb.output += text
      dumb.draw(buffer.text)
    } else {
      touch()
      show()
      view.goBelow()
      view.output += text
      view.draw(shown, cursor: buffer.cursor)
    }
  }
}
