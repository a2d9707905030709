extension FindingKind {
  /// The finding as a sentence of the note, built from the kind's template.
  ///
  /// A part in `[ ]` is left out when a field in it was not recorded. The first letter becomes a
  /// capital.
  public func sentence(for finding: Finding, anatomy: Anatomy) -> String {
    var text = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += filled(rest[..<open], finding, anatomy).text
      let part = filled(rest[rest.index(after: open)..<close], finding, anatomy)
      if part.isComplete { text += part.text }
      rest = rest[rest.index(after: close)...]
    }
    text += filled(rest, finding, anatomy).text
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The names that the template speaks of, with whether each stands in an optional part.
  public var sentenceFields: [(name: String, isOptional: Bool)] {
    var fields: [(name: String, isOptional: Bool)] = []
    var isOptional = false
    var name: String?
    for letter in sentence {
      switch letter {
      case "[": isOptional = true
      case "]": isOptional = false
      case "{": name = ""
      case "}":
        if let name { fields.append((name, isOptional)) }
        name = nil
      default: name?.append(letter)
      }
    }
    return fields
  }

  private func filled(
    _ template: Substring, _ finding: Finding, _ anatomy: Anatomy
  ) -> (text: String, isComplete: Bool) {
    var text = ""
    var isComplete = true
    var rest = template
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      if let value = finding.values[name] {
        text += said(value, fields.first { $0.name == name }, anatomy)
      } else {
        isComplete = false
      }
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, isComplete)
  }

  private func said(_ value: Finding.Value, _ field: Field?, _ anatomy: Anatomy) -> String {
    let unit =
      switch field?.kind {
      case .number("", _), .change("", _), .series("", _): ""
      case .number(let unit, _), .change(let unit, _), .series(let unit, _):
        " " + Measure.spoken(unit)
      default: ""
      }
    return switch value {
    case .site(let site): anatomy.name(of: site)
    case .number(let number): Measure.plain(number) + unit
    case .change(let before, let after):
      "\(Measure.plain(before)) to \(Measure.plain(after))\(unit)"
    case .before(let before): Measure.plain(before) + unit
    case .bloodPressure(let pressure): "\(pressure) \(BloodPressure.unit)"
    case .count(let count): String(count)
    case .word(let word): word
    // Kept in a row before there was a pair.
    case .series(let numbers) where field?.isBloodPressure == true:
      numbers.map(Measure.plain).joined(separator: "/") + " \(BloodPressure.unit)"
    case .series(let numbers): numbers.map(Measure.plain).joined(separator: ", ") + unit
    case .text(let text): text
    }
  }
}
