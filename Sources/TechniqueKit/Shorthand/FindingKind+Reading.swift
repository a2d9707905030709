extension FindingKind {
  /// Reads a line of shorthand; the leading code may stand or be left out.
  ///
  /// Fields are recognised by their form, in any order, or follow their name: `90s`, `hold 90s`
  /// and `hold=90s` say the same. A text field takes everything up to the name of another field.
  ///
  /// - Parameters:
  ///   - words: `trp r upper trapezius 7>3 90s ref temple`.
  ///   - anatomy: the regions that sites may name.
  /// - Returns: the finding; every required field is in it and every number within its range.
  /// - Throws: the first thing that does not fit.
  public func read(
    _ words: some StringProtocol, anatomy: Anatomy
  ) throws(ShorthandError) -> Finding {
    var reader = ShorthandReader(kind: self, anatomy: anatomy)
    return try reader.read(String(words).split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// The shortest complete line: the code and an example of each required field.
  public func example(in anatomy: Anatomy) -> String {
    ([code] + fields.filter(\.isRequired).map { $0.example(in: anatomy) }).joined(separator: " ")
  }
}
