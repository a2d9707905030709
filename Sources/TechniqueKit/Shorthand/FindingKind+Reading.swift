extension FindingKind {
  /// Reads a line of shorthand; the leading code may stand or be left out.
  ///
  /// Fields are recognised by their form, in any order, or follow their name: `90s`, `hold 90s`
  /// and `hold=90s` say the same. A text field takes everything up to the name of another field;
  /// words in double quotes name none: `ref "pain down the arm"`.
  ///
  /// - Parameters:
  ///   - words: `trp r upper trapezius 7>3 90s ref temple`.
  ///   - anatomy: the regions that sites may name.
  /// - Returns: the finding; every required field is in it and every number within its range.
  /// - Throws: the first thing that does not fit, or `ShorthandError.ambiguous` with every reading
  ///   where more than one holds.
  public func read(
    _ words: some StringProtocol, anatomy: Anatomy
  ) throws(ShorthandError) -> Finding {
    let ways = ShorthandReader.Ways(String(words), self, anatomy)
    if ways.findings.count > 1 {
      throw .ambiguous(
        typed: ways.forkWords,
        readings: ways.findings.map { .init(finding: $0, line: line(for: $0, anatomy: anatomy)) })
    }
    guard let finding = ways.findings.first else {
      throw ways.refusal ?? .leftOver(typed: String(words), example: example(in: anatomy))
    }
    return finding
  }

  /// The shortest complete line: the code and an example of each required field.
  public func example(in anatomy: Anatomy) -> String {
    ([code] + fields.filter(\.isRequired).map { $0.example(in: anatomy) }).joined(separator: " ")
  }
}
