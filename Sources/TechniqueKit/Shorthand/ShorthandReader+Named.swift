extension ShorthandReader {
  /// Takes each field that follows its name, and gives back the other words.
  mutating func readNamed(_ tokens: [Token]) throws(ShorthandError) -> [String] {
    var sections: [(field: FindingKind.Field?, tokens: [Token])] = [(nil, [])]
    for (place, token) in tokens.enumerated() {
      if !token.isQuoted, !isUnit(at: place, of: tokens), let (field, rest) = try naming(token.text)
      {
        sections.append((field, rest.isEmpty ? [] : [Token(text: rest)]))
      } else {
        sections[sections.count - 1].tokens.append(token)
      }
    }
    var loose: [String] = []
    for (field, tokens) in sections {
      let words = tokens.flatMap(\.words)
      guard let field else {
        loose += parts(words)
        continue
      }
      if case .text = field.kind {
        guard !words.isEmpty else { throw unfit(field, "") }
        loose += try takeText(field, tokens)
      } else {
        let parts = self.parts(words)
        loose += parts.dropFirst(try take(field, parts))
      }
    }
    return loose
  }

  /// Whether a word that names a field is the unit of the number before it: in `5 minutes arm`, not in
  /// `minutes 5`.
  private func isUnit(at place: Int, of tokens: [Token]) -> Bool {
    let word = tokens[place].text.lowercased()
    guard place > 0, Measure(tokens[place - 1].text)?.unit.isEmpty ?? false,
      tokens.dropFirst(place + 1).first.flatMap({ Measure($0.text) }) == nil
    else { return false }
    return kind.fields.contains { field in
      guard case .number(let unit, _) = field.kind, field.name == word else { return false }
      return Measure("1" + word)?.value(in: unit) != nil
    }
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
    guard !name.isEmpty else { throw leftOver(word) }
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
      guard let (count, sites) = longestSite(in: words) else {
        throw siteError(words.joined(separator: " "))
      }
      let name = words.prefix(count).joined(separator: " ")
      if let site = choose(among: sites, name) { try fill(field, .site(site), name) }
      return count
    case .number:
      guard let value = loneNumber(first, of: field) else { throw unfit(field, first) }
      try fill(field, .number(value), first)
    case .change:
      if let before = loneNumber(first, of: field) {
        try fill(field, .before(before), first)
        break
      }
      guard let ends = Change(first)?.ends(for: field) else { throw unfit(field, first) }
      try fill(field, .change(before: ends.before, after: ends.after), first)
    case .count:
      guard let count = Self.count(first) ?? Int(first) else { throw unfit(field, first) }
      try fill(field, .count(count), first)
    case .bloodPressure:
      guard let pressure = BloodPressure(typed: first) else { throw unfit(field, first) }
      try fill(field, .bloodPressure(pressure), first)
    case .word(let words):
      try fill(field, .word(try oneWord(first, of: field, words)), first)
    case .series:
      let numbers = words.prefix { Measure($0) != nil }
      guard !numbers.isEmpty else { throw unfit(field, first) }
      for number in numbers {
        guard let measure = Measure(number), field.takesInRow(measure) else {
          throw unfit(field, number)
        }
        try fill(field, .series([measure.value]), number)
      }
      return numbers.count
    case .text: break
    }
    return 1
  }

  /// A number of a field that is named, with its unit or without: `90s`, `90`, `5/10` where the field
  /// ends at 10.
  private func loneNumber(_ word: String, of field: FindingKind.Field) -> Double? {
    let (unit, range): (String, ClosedRange<Double>)
    switch field.kind {
    case .number(let its, let ends), .change(let its, let ends): (unit, range) = (its, ends)
    case .site, .count, .bloodPressure, .word, .series, .text: return nil
    }
    let ends = word.split(separator: "/", omittingEmptySubsequences: false)
    guard let measure = Measure(ends[0]) else { return nil }
    if ends.count == 1 { return measure.unit.isEmpty ? measure.value : measure.value(in: unit) }
    guard ends.count == 2, measure.unit.isEmpty, Double(ends[1]) == range.upperBound else {
      return nil
    }
    return measure.value
  }

  /// The most words from the first on that name a site; of several sites only where none is named.
  private func longestSite(in words: [String]) -> (count: Int, sites: [Site])? {
    var several: (count: Int, sites: [Site])?
    for count in stride(from: min(words.count, anatomy.names.longest + 6), to: 0, by: -1) {
      switch anatomy.site(named: words.prefix(count).joined(separator: " ")) {
      case .site(let site): return (count, [site])
      case .ambiguous(let sites): several = several ?? (count, sites)
      case .withoutSides, .unknown: continue
      }
    }
    return several
  }

  private mutating func oneWord(
    _ typed: String, of field: FindingKind.Field, _ words: [String]
  ) throws(ShorthandError) -> String {
    let lowered = typed.lowercased()
    if words.contains(lowered) { return lowered }
    if let word = choose(among: words.filter { $0.hasPrefix(lowered) }, typed) { return word }
    throw .unknownWord(
      field: field.name, typed: typed, suggestion: Suggestion.closest(to: lowered, among: words),
      allowed: words)
  }
}
