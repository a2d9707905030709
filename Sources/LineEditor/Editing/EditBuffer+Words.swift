extension EditBuffer {
  /// Where the word before the cursor begins: letters and digits, as the usual editors have it.
  var wordStart: Int {
    var place = cursor
    while place > 0, !characters[place - 1].isOfWord { place -= 1 }
    while place > 0, characters[place - 1].isOfWord { place -= 1 }
    return place
  }

  /// Where the word behind the cursor ends.
  var wordEnd: Int {
    var place = cursor
    while place < characters.count, !characters[place].isOfWord { place += 1 }
    while place < characters.count, characters[place].isOfWord { place += 1 }
    return place
  }

  /// Where what stands between spaces before the cursor begins.
  var spacedWordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  /// Swaps the character before the cursor and that at it, or at the end the last two.
  mutating func transpose() {
    let second = isAtEnd ? cursor - 1 : cursor
    guard second >= 1, second < characters.count else { return }
    // The swapped ones may join each other or their neighbours, so they go in as text.
    let swapped = String(characters[second]) + String(characters[second - 1])
    substitute((second - 1)..<(second + 1), with: swapped)
  }
}

extension Character {
  var isOfWord: Bool { isLetter || isNumber }
}
