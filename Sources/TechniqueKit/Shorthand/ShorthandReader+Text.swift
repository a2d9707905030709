extension ShorthandReader {
  /// Fills a text field with the words after its name, and gives back those at the end that mean
  /// other fields. Where they may also be part of the text, the line forks.
  mutating func takeText(
    _ field: FindingKind.Field, _ tokens: [Token]
  ) throws(ShorthandError) -> [String] {
    let tails = tails(of: tokens)
    var end = tokens.count
    if tokens[0].isQuoted, tails.first == 1 {
      // Quotes say where the text ends.
      end = 1
    } else if let first = tails.first {
      let words = tokens[first...].map(\.text).joined(separator: " ")
      end = choose(among: [tokens.count] + tails, words) ?? end
    }
    var text = tokens[..<end].map(\.text).joined(separator: " ")
    if end < tokens.count { while text.hasSuffix(",") { text.removeLast() } }
    try fill(field, .text(text), text)
    return parts(tokens[end...].flatMap(\.words))
  }

  /// The places from which on all of the words of a text mean other fields, the first one first.
  func tails(of tokens: [Token]) -> [Int] {
    var tails: [Int] = []
    // `128 over 82` is one value, and its last words are none by themselves.
    var misses = 0
    for place in tokens.indices.dropFirst().reversed() {
      let words = tokens[place...]
      guard misses < 3, !tokens[place].isQuoted else { break }
      if parts(words.flatMap(\.words)).allSatisfy(meansField) {
        tails.insert(place, at: 0)
        misses = 0
      } else {
        misses += 1
      }
    }
    return tails
  }

  /// Whether a word without a name stands for a field by its form, or is a word of one.
  private func meansField(_ word: String) -> Bool {
    if meanings(of: word).contains(where: { $0.field.holds($0.value) }) { return true }
    let typed = word.lowercased()
    return kind.fields.contains { field in
      if case .word(let words) = field.kind { words.contains(typed) } else { false }
    }
  }
}
