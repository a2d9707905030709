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
      let refusal = ways.refusal ?? .leftOver(typed: String(words), example: example(in: anatomy))
      throw misspeltSite(in: String(words), refusal, anatomy) ?? refusal
    }
    return finding
  }

  /// A word that is left over may end a site that was begun: `r upper trapp`.
  private func misspeltSite(
    in line: String, _ refusal: ShorthandError, _ anatomy: Anatomy
  ) -> ShorthandError? {
    guard case .leftOver(let typed, let example) = refusal else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let end = words.firstIndex(of: typed) else { return nil }
    for start in max(0, end - 3)..<end {
      let phrase = words[start...end].joined(separator: " ")
      if case .unknown(let site?) = anatomy.site(named: phrase) {
        return .unknownSite(
          typed: phrase, suggestion: anatomy.name(of: site), example: example)
      }
    }
    return nil
  }

  /// The shortest complete line: the code and an example of each required field.
  public func example(in anatomy: Anatomy) -> String {
    ([code] + fields.filter(\.isRequired).map { $0.example(in: anatomy) }).joined(separator: " ")
  }
}
