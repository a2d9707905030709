extension ShorthandReader {
  /// Numbers in a row are added to those that stand there; anything else stands once.
  mutating func fill(
    _ field: FindingKind.Field, _ value: Finding.Value, _ words: String
  ) throws(ShorthandError) {
    if case .bloodPressure(let pressure) = value, pressure.systolic <= pressure.diastolic {
      throw unfit(field, words)
    }
    guard field.holds(value) else { throw outOfRange(field, words) }
    if case .series(let more) = value, case .series(let numbers) = values[field.name] {
      values[field.name] = .series(numbers + more)
      return
    }
    if let first = typed[field.name] {
      throw .twice(field: field.name, first: first, second: words)
    }
    values[field.name] = value
    typed[field.name] = words
  }

  /// Whether the field still takes a value: it has none, or takes them in a row.
  func isOpen(_ field: FindingKind.Field) -> Bool {
    if case .series = field.kind { return true }
    return values[field.name] == nil
  }

  func outOfRange(_ field: FindingKind.Field, _ typed: String) -> ShorthandError {
    .outOfRange(
      field: field.name, typed: typed, range: field.rangeText,
      example: field.example(in: anatomy))
  }

  func unfit(_ field: FindingKind.Field, _ typed: String) -> ShorthandError {
    .unfit(
      field: field.name, typed: typed, form: field.form, example: field.example(in: anatomy))
  }

  func leftOver(_ words: String) -> ShorthandError {
    .leftOver(typed: words, example: kind.example(in: anatomy))
  }

  /// Why words that were to name a site name none.
  func siteError(_ words: String) -> ShorthandError {
    switch anatomy.site(named: words) {
    case .site, .ambiguous: leftOver(words)
    case .withoutSides(let region): .siteWithoutSides(typed: words, site: region.name)
    case .unknown(let suggestion):
      .unknownSite(
        typed: words, suggestion: suggestion.map { anatomy.name(of: $0) },
        example: kind.fields.first(where: \.isSite)?.example(in: anatomy) ?? "")
    }
  }
}
