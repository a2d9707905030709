extension ShorthandReader {
  typealias Meaning = (field: FindingKind.Field, value: Finding.Value)
  private typealias Word = (field: FindingKind.Field, word: String)

  /// Recognises the words that stand without a name by their form.
  mutating func readLoose(_ words: [String]) throws(ShorthandError) {
    var names: [String] = []
    for word in words {
      var meanings = meanings(of: word)
      if !meanings.contains(where: { $0.field.holds($0.value) }) {
        meanings += loneMeanings(of: word, hasForm: !meanings.isEmpty)
      }
      if meanings.isEmpty {
        if word.contains(">") || Measure(word) != nil || word.isNumbersOnly {
          throw unread(number: word)
        }
        names.append(word)
        continue
      }
      let fitting = meanings.filter { isOpen($0.field) && $0.field.holds($0.value) }
      if let meaning = choose(among: fitting, word) ?? refused(meanings) {
        try fill(meaning.field, meaning.value, word)
      }
    }
    try takeNames(names)
  }

  /// What a word with a number in it may be, by its form and unit.
  func meanings(of word: String) -> [Meaning] {
    guard word.contains(where: { $0.isNumber }) else { return [] }
    return kind.fields.compactMap { field in
      guard !field.isNamed else { return nil }
      let value: Finding.Value?
      switch field.kind {
      case .number(let unit, _): value = Measure(word)?.value(in: unit).map { .number($0) }
      case .change:
        value = Change(word).flatMap { $0.fits(field) ? $0.ends(for: field) : nil }
          .map { .change(before: $0.before, after: $0.after) }
      case .bloodPressure:
        value =
          word.contains("/") ? BloodPressure(typed: word).map { .bloodPressure($0) } : nil
      case .count: value = Self.count(word).map { .count($0) }
      case .series:
        value = Measure(word).flatMap { field.takesInRow($0) ? .series([$0.value]) : nil }
      case .word(let words):
        let typed = word.lowercased()
        value = words.contains(typed) ? .word(typed) : nil
      case .site, .text: value = nil
      }
      return value.map { (field, $0) }
    }
  }

  /// What a number by itself may be where it has no field's form: the first end of a change, `5/10`
  /// the number of a field that ends at 10, and without its unit that of a field which has one.
  ///
  /// - Parameter hasForm: whether it is the form of a field that does not reach so far.
  private func loneMeanings(of word: String, hasForm: Bool) -> [Meaning] {
    let ends = word.split(separator: "/", omittingEmptySubsequences: false)
    guard let measure = Measure(ends[0]), ends.count <= 2 else { return [] }
    let highest = ends.count == 2 ? Double(ends[1]) : nil
    guard ends.count == 1 || (highest != nil && measure.unit.isEmpty) else { return [] }
    var bare: [Meaning] = []
    var inUnit: [Meaning] = []
    for field in kind.fields where !field.isNamed {
      switch field.kind {
      case .change(let unit, let range) where highest == nil || highest == range.upperBound:
        if unit.isEmpty ? measure.unit.isEmpty : measure.value(in: unit) != nil {
          bare.append((field, .before(measure.value(in: unit) ?? measure.value)))
        } else if measure.unit.isEmpty {
          inUnit.append((field, .before(measure.value)))
        }
      case .number("", let range) where highest == range.upperBound:
        bare.append((field, .number(measure.value)))
      case .number(let unit, _) where !unit.isEmpty && measure.unit.isEmpty && highest == nil:
        inUnit.append((field, .number(measure.value)))
      default: break
      }
    }
    let held = bare.filter { $0.field.holds($0.value) }
    if hasForm || !held.isEmpty { return held }
    let open = inUnit.filter { isOpen($0.field) && $0.field.holds($0.value) }
    return open.isEmpty ? Array((bare + inUnit).prefix(1)) : open
  }

  /// The meaning whose field says why the word cannot stand.
  private func refused(_ meanings: [Meaning]) -> Meaning? {
    meanings.first { isOpen($0.field) } ?? meanings.first
  }

  private func unread(number word: String) -> ShorthandError {
    if word.contains(">"), let field = kind.fields.first(where: \.isChange) {
      return unfit(field, word)
    }
    if let field = kind.fields.first(where: \.isBloodPressure) {
      return unfit(field, [typed[field.name], word].compactMap(\.self).joined(separator: " "))
    }
    return leftOver(word)
  }

  /// Sites first, the longest run of words that names one; then the words of word fields.
  private mutating func takeNames(_ names: [String]) throws(ShorthandError) {
    var names = names
    for field in kind.fields where field.isSite && values[field.name] == nil {
      guard let run = try siteRun(in: names) else { break }
      let words = names[run.range].joined(separator: " ")
      guard let site = choose(among: run.sites, words) else { break }
      try fill(field, .site(site), words)
      names.removeSubrange(run.range)
    }
    var unread: [String] = []
    for name in names {
      let options = wordOptions(name)
      let open = options.filter { isOpen($0.field) }
      if let option = choose(among: open, name) ?? options.first {
        try fill(option.field, .word(option.word), name)
      } else {
        unread.append(name)
      }
    }
    if !unread.isEmpty { throw error(of: unread.joined(separator: " ")) }
  }

  private func error(of unread: String) -> ShorthandError {
    if kind.fields.contains(where: { $0.isSite && values[$0.name] == nil }) {
      return siteError(unread)
    }
    for field in kind.fields {
      if case .word(let words) = field.kind, values[field.name] == nil,
        let near = Suggestion.closest(to: unread, among: words)
      {
        return .unknownWord(field: field.name, typed: unread, suggestion: near, allowed: words)
      }
    }
    for field in kind.fields where field.isSite {
      // It may end the site that was begun: "r upper trapp".
      guard let begun = typed[field.name] else { continue }
      let words = "\(begun) \(unread)"
      if case .unknown(_?) = anatomy.site(named: words) { return siteError(words) }
    }
    return leftOver(unread)
  }

  /// The words of word fields that an unnamed one may stand for: a whole word before beginnings.
  private func wordOptions(_ name: String) -> [Word] {
    let typed = name.lowercased()
    var whole: [Word] = []
    var beginnings: [Word] = []
    for field in kind.fields {
      guard case .word(let words) = field.kind else { continue }
      if words.contains(typed) { whole.append((field, typed)) }
      if typed.count >= 2 {
        beginnings += words.filter { $0.hasPrefix(typed) }.map { (field, $0) }
      }
    }
    return whole.isEmpty ? beginnings : whole
  }
}

extension ShorthandReader {
  private typealias SiteRun = (range: Range<Int>, sites: [Site])

  /// The longest run of words that names a site and leaves no word over; where none does, the longest
  /// that names one site.
  private func siteRun(in names: [String]) throws(ShorthandError) -> SiteRun? {
    let mayName = names.map { anatomy.mayName($0) }
    let isUnread = names.map { wordOptions($0).isEmpty }
    let unread = isUnread.count(where: \.self)
    var (single, several): (SiteRun?, SiteRun?)
    var oneSided: String?
    // A side, or "left and right", may stand before the name.
    let reach = anatomy.names.longest + 6
    // Where no run could take all of the words that are left over, the first ones say what is wrong.
    let last = unread > reach ? reach : names.count
    for count in stride(from: min(names.count, reach), to: 0, by: -1) {
      for start in 0...min(names.count - count, last) {
        let range = start..<(start + count)
        guard mayName[range].allSatisfy(\.self) else { continue }
        let words = names[range].joined(separator: " ")
        let run: SiteRun
        switch anatomy.site(named: words) {
        case .site(let site): run = (range, [site])
        case .ambiguous(let sites): run = (range, sites)
        case .withoutSides:
          oneSided = oneSided ?? words
          continue
        case .unknown: continue
        }
        if isUnread[range].count(where: \.self) == unread { return run }
        if run.sites.count > 1 { several = several ?? run } else { single = single ?? run }
      }
    }
    if let oneSided { throw siteError(oneSided) }
    return single ?? several
  }
}
