extension ShorthandReader {
  /// Recognises the words that stand without a name by their form.
  mutating func readLoose(_ words: [String]) throws(ShorthandError) {
    var names: [String] = []
    for word in words {
      if word.contains(">") {
        try takeChange(word)
      } else if let count = Self.count(word), let field = openField({ $0.isCount }) {
        try fill(field, count, word)
      } else if let measure = Measure(word) {
        try takeNumber(measure, word)
      } else {
        names.append(word)
      }
    }
    try takeNames(names)
  }

  private mutating func takeChange(_ word: String) throws(ShorthandError) {
    let fields = kind.fields.filter(\.isChange)
    guard let change = Change(word) else {
      guard let field = fields.first else { throw leftOver(word) }
      throw unfit(field, word)
    }
    let fitting = fields.filter { change.fits($0) }
    guard let field = fitting.first(where: { values[$0.name] == nil }) ?? fitting.first else {
      guard let field = fields.first else { throw leftOver(word) }
      throw unfit(field, word)
    }
    try fill(field, change, word)
  }

  private mutating func takeNumber(
    _ measure: Measure, _ word: String
  ) throws(ShorthandError) {
    let fitting = kind.fields.filter { field in
      if case .number(let unit, _) = field.kind { measure.value(in: unit) != nil } else { false }
    }
    if let field = fitting.first(where: { values[$0.name] == nil }) ?? fitting.first,
      case .number(let unit, _) = field.kind, let value = measure.value(in: unit)
    {
      let checked = try field.checked(value, typed: word, in: anatomy)
      try fill(field, .number(checked), word)
    } else if let field = kind.fields.first(where: { $0.takesInRow(measure) }) {
      try add(word, to: field)
    } else {
      throw leftOver(word)
    }
  }

  /// Sites first, the longest run of words that names one; then the words of word fields.
  private mutating func takeNames(_ names: [String]) throws(ShorthandError) {
    var names = names
    for field in kind.fields where field.isSite && values[field.name] == nil {
      guard let (range, site) = try longestSite(in: names) else { break }
      try fill(field, .site(site), names[range].joined(separator: " "))
      names.removeSubrange(range)
    }
    var unread: [String] = []
    for name in names {
      if let (field, word) = try wordField(for: name) {
        try fill(field, .word(word), name)
      } else {
        unread.append(name)
      }
    }
    guard !unread.isEmpty else { return }
    let rest = unread.joined(separator: " ")
    if kind.fields.contains(where: { $0.isSite && values[$0.name] == nil }) {
      throw siteError(rest)
    }
    for field in kind.fields {
      if case .word(let words) = field.kind, values[field.name] == nil,
        let near = Suggestion.closest(to: rest, among: words)
      {
        throw .unknownWord(field: field.name, typed: rest, suggestion: near, allowed: words)
      }
    }
    throw leftOver(rest)
  }

  private func longestSite(
    in names: [String]
  ) throws(ShorthandError) -> (Range<Int>, Site)? {
    for count in stride(from: names.count, to: 0, by: -1) {
      for start in 0...(names.count - count) {
        let range = start..<(start + count)
        let run = names[range].joined(separator: " ")
        switch anatomy.site(named: run) {
        case .site(let site): return (range, site)
        case .withoutSides: throw siteError(run)
        case .ambiguous, .unknown: continue
        }
      }
    }
    return nil
  }

  /// The field that an unnamed word belongs to: a whole word before a beginning of one.
  private func wordField(
    for name: String
  ) throws(ShorthandError) -> (FindingKind.Field, String)? {
    let typed = name.lowercased()
    var beginnings: [(FindingKind.Field, String)] = []
    for field in kind.fields {
      guard case .word(let words) = field.kind else { continue }
      if words.contains(typed) { return (field, typed) }
      guard typed.count >= 2 else { continue }
      beginnings += words.filter { $0.hasPrefix(typed) }.map { (field, $0) }
    }
    if beginnings.count > 1 {
      throw .ambiguousWord(typed: name, candidates: beginnings.map(\.1))
    }
    return beginnings.first
  }
}
