/// Reads one line of shorthand, word by word, into the fields of a finding.
struct ShorthandReader {
  let kind: FindingKind
  let anatomy: Anatomy
  var values: [String: Finding.Value] = [:]
  /// What was typed for each field, for the error that it stands twice.
  var typed: [String: String] = [:]

  init(kind: FindingKind, anatomy: Anatomy) {
    self.kind = kind
    self.anatomy = anatomy
  }

  mutating func read(_ words: [String]) throws(ShorthandError) -> Finding {
    var words = words
    if words.first?.lowercased() == kind.code { words.removeFirst() }
    try readLoose(try readNamed(words))
    for field in kind.fields where field.isRequired && values[field.name] == nil {
      throw .missing(
        field: field.name, meaning: field.meaning, example: field.example(in: anatomy))
    }
    return Finding(kind: kind.id, code: kind.code, values: values)
  }
}
