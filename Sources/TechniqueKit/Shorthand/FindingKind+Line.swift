extension FindingKind {
  /// The finding as a line of shorthand, which reads back as the same finding.
  ///
  /// ```swift
  /// kind.line(for: try kind.read("r utrap 90s 7 > 3", anatomy: anatomy), anatomy: anatomy)
  /// // "trp right upper trapezius 7>3 90s"
  /// ```
  ///
  /// Fields stand without their names, except words; where that could be read in another way, every
  /// field stands by its name.
  ///
  /// - Parameters:
  ///   - finding: of this kind; a field that the kind does not have any more is left out.
  ///   - anatomy: the regions that its sites are among.
  public func line(for finding: Finding, anatomy: Anatomy) -> String {
    let short = line(finding, anatomy, named: false)
    return ShorthandReader.Ways(short, self, anatomy, atMost: 2).findings == [finding]
      ? short : line(finding, anatomy, named: true)
  }

  /// Words come last, so that they end where the line does.
  private func line(_ finding: Finding, _ anatomy: Anatomy, named: Bool) -> String {
    var parts = [code]
    for field in fields where !field.isText {
      guard let value = finding.values[field.name] else { continue }
      if named || field.isNamed {
        let bare = field.typed(value, anatomy: anatomy, withUnit: false)
        parts.append("\(field.name)=\(bare.contains(" ") ? Token.quoting(bare) : bare)")
      } else {
        parts.append(field.typed(value, anatomy: anatomy))
      }
    }
    for field in fields where field.isText {
      guard case .text(let words)? = finding.values[field.name] else { continue }
      let isPlain = isPlain(words, anatomy)
      parts.append("\(field.name) \(isPlain ? words : Token.quoting(words))")
    }
    return parts.joined(separator: " ")
  }

  /// Whether the words are read back as they are without quotes: none of them names a field, and
  /// the last ones mean none.
  private func isPlain(_ text: String, _ anatomy: Anatomy) -> Bool {
    let reader = ShorthandReader(kind: self, anatomy: anatomy)
    guard reader.tails(of: Token.all(in: text)).isEmpty else { return false }
    let words = Token.all(in: text).map(\.text)
    return !words.isEmpty && words.joined(separator: " ") == text
      && !text.unicodeScalars.contains { $0 == "\"" || $0 == "=" }
      && !words.contains { word in fields.contains { $0.name == word.lowercased() } }
  }
}

extension FindingKind.Field {
  /// A value of the field as it may be typed: `right calf`, `7>3`, `90s`, `x3`.
  ///
  /// - Parameters:
  ///   - value: of a field of this kind.
  ///   - anatomy: the regions that a site is among.
  ///   - withUnit: a number without its unit is taken where the field is named.
  public func typed(
    _ value: Finding.Value, anatomy: Anatomy, withUnit: Bool = true
  ) -> String {
    let unit =
      switch kind {
      case .number(let unit, _), .change(let unit, _): withUnit ? unit : ""
      case .site, .count, .bloodPressure, .word, .series, .text: ""
      }
    return switch value {
    case .site(let site): anatomy.name(of: site)
    case .number(let number): Measure.plain(number) + unit
    case .change(let before, let after):
      "\(Measure.plain(before))>\(Measure.plain(after))\(unit)"
    case .before(let before): Measure.plain(before) + unit
    case .bloodPressure(let pressure): pressure.description
    case .count(let count): "x\(count)"
    case .word(let text), .text(let text): text
    case .series(let numbers): numbers.map(Measure.plain).joined(separator: " ")
    }
  }
}
