extension ShorthandReader {
  mutating func fill(
    _ field: FindingKind.Field, _ value: Finding.Value, _ words: String
  ) throws(ShorthandError) {
    if let first = typed[field.name] {
      throw .twice(field: field.name, first: first, second: words)
    }
    values[field.name] = value
    typed[field.name] = words
  }

  mutating func fill(
    _ field: FindingKind.Field, _ count: Int, _ word: String
  ) throws(ShorthandError) {
    _ = try field.checked(Double(count), typed: word, in: anatomy)
    try fill(field, .count(count), word)
  }

  mutating func fill(
    _ field: FindingKind.Field, _ change: Change, _ word: String
  ) throws(ShorthandError) {
    guard let (before, after) = change.ends(for: field) else { throw unfit(field, word) }
    let checkedBefore = try field.checked(before, typed: word, in: anatomy)
    let checkedAfter = try field.checked(after, typed: word, in: anatomy)
    try fill(field, .change(before: checkedBefore, after: checkedAfter), word)
  }

  mutating func add(
    _ word: String, to field: FindingKind.Field
  ) throws(ShorthandError) {
    guard let measure = Measure(word), field.takesInRow(measure) else { throw unfit(field, word) }
    let value = try field.checked(measure.value, typed: word, in: anatomy)
    if case .series(let numbers) = values[field.name] {
      values[field.name] = .series(numbers + [value])
    } else {
      try fill(field, .series([value]), word)
    }
  }

  /// The first fitting field that has no value yet; else the first fitting one, so that filling
  /// it says that it stands twice.
  func openField(_ fits: (FindingKind.Field) -> Bool) -> FindingKind.Field? {
    kind.fields.first { fits($0) && values[$0.name] == nil } ?? kind.fields.first(where: fits)
  }

  func unfit(_ field: FindingKind.Field, _ typed: String) -> ShorthandError {
    .unfit(
      field: field.name, typed: typed, form: field.form, example: field.example(in: anatomy))
  }

  func leftOver(_ words: String) -> ShorthandError {
    .leftOver(typed: words, example: kind.example(in: anatomy))
  }

  func siteError(_ words: String) -> ShorthandError {
    switch anatomy.site(named: words) {
    case .site: leftOver(words)
    case .ambiguous(let sites):
      .ambiguousSite(typed: words, candidates: sites.map { anatomy.name(of: $0) })
    case .withoutSides(let region): .siteWithoutSides(typed: words, site: region.name)
    case .unknown(let suggestion):
      .unknownSite(
        typed: words, suggestion: suggestion.map { anatomy.name(of: $0) },
        example: kind.fields.first(where: \.isSite)?.example(in: anatomy) ?? "")
    }
  }
}
