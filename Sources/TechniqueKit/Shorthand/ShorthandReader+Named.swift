extension ShorthandReader {
  /// Takes each field that follows its name, and gives back the other words.
  mutating func readNamed(_ words: [String]) throws(ShorthandError) -> [String] {
    var sections: [(field: FindingKind.Field?, words: [String])] = [(nil, [])]
    for word in words {
      if let (field, rest) = try naming(word) {
        sections.append((field, rest.isEmpty ? [] : [rest]))
      } else {
        sections[sections.count - 1].words.append(word)
      }
    }
    var loose: [String] = []
    for (field, words) in sections {
      guard let field else {
        loose += Self.parts(words)
        continue
      }
      if case .text = field.kind {
        guard !words.isEmpty else { throw unfit(field, "") }
        try fill(field, .text(words.joined(separator: " ")), words.joined(separator: " "))
      } else {
        let parts = Self.parts(words)
        loose += parts.dropFirst(try take(field, parts))
      }
    }
    return loose
  }

  /// The field that a word names, with what follows its `=`.
  private func naming(
    _ word: String
  ) throws(ShorthandError) -> (field: FindingKind.Field, rest: String)? {
    let lowered = word.lowercased()
    guard let equals = word.firstIndex(of: "=") else {
      guard let field = kind.fields.first(where: { $0.name == lowered }) else { return nil }
      if case .word(let words) = field.kind, words.contains(lowered) { return nil }
      return (field, "")
    }
    let name = word[..<equals].lowercased()
    guard let field = kind.fields.first(where: { $0.name == name }) else {
      let names = kind.fields.map(\.name)
      throw .unknownField(
        typed: name, suggestion: Suggestion.closest(to: name, among: names), names: names)
    }
    return (field, String(word[word.index(after: equals)...]))
  }

  /// Fills a named field and returns how many words that took.
  private mutating func take(
    _ field: FindingKind.Field, _ words: [String]
  ) throws(ShorthandError) -> Int {
    guard let first = words.first else { throw unfit(field, "") }
    switch field.kind {
    case .site:
      for count in stride(from: words.count, to: 0, by: -1) {
        let name = words.prefix(count).joined(separator: " ")
        if case .site(let site) = anatomy.site(named: name) {
          try fill(field, .site(site), name)
          return count
        }
      }
      throw siteError(words.joined(separator: " "))
    case .number(let unit, _):
      guard let measure = Measure(first),
        let value = measure.unit.isEmpty ? measure.value : measure.value(in: unit)
      else { throw unfit(field, first) }
      try fill(field, .number(try field.checked(value, typed: first, in: anatomy)), first)
    case .change:
      guard let change = Change(first) else { throw unfit(field, first) }
      try fill(field, change, first)
    case .count:
      guard let count = Self.count(first) ?? Int(first) else { throw unfit(field, first) }
      try fill(field, count, first)
    case .word(let words):
      try fill(field, .word(try oneWord(first, of: field, words)), first)
    case .series:
      let numbers = words.prefix { Measure($0) != nil }
      guard !numbers.isEmpty else { throw unfit(field, first) }
      for number in numbers { try add(number, to: field) }
      return numbers.count
    case .text: break
    }
    return 1
  }

  private func oneWord(
    _ typed: String, of field: FindingKind.Field, _ words: [String]
  ) throws(ShorthandError) -> String {
    let lowered = typed.lowercased()
    if words.contains(lowered) { return lowered }
    let beginnings = words.filter { $0.hasPrefix(lowered) }
    if beginnings.count > 1 { throw .ambiguousWord(typed: typed, candidates: beginnings) }
    if let word = beginnings.first { return word }
    throw .unknownWord(
      field: field.name, typed: typed, suggestion: Suggestion.closest(to: lowered, among: words),
      allowed: words)
  }
}
