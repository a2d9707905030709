extension ShorthandReader {
  /// The words with commas taken as spaces, and `7 > 3`, `5 min`, `128 over 82` drawn together.
  func parts(_ words: [String]) -> [String] {
    var parts: [String] = []
    for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let word = word.replacingArrow
      if let last = parts.last, let drawn = drawn(last, word) {
        parts[parts.count - 1] = drawn
      } else {
        parts.append(word)
      }
    }
    return parts
  }

  /// Two words as the one value that they write with a space in it; `nil` where they are two.
  private func drawn(_ last: String, _ word: String) -> String? {
    if word.hasPrefix(">") || last.hasSuffix(">") { return last + word }
    let lowered = word.lowercased()
    if kind.fields.contains(where: \.isBloodPressure) {
      let isOpen = last.hasSuffix("/") && last.first?.isNumber == true
      let isWhole = BloodPressure(typed: last) != nil
      if isWhole, ["mmhg", "mm", "hg"].contains(lowered) { return last + word }
      if last.hasSuffix("mm"), lowered == "hg" { return last + word }
      if isOpen, word.first?.isNumber == true { return last + word }
      if Int(last) != nil, lowered == "over" || word.hasPrefix("/") {
        return last + (lowered == "over" ? "/" : word)
      }
      if Int(last) != nil, Int(word) != nil, !kind.fields.contains(where: \.takesBareNumber) {
        return "\(last)/\(word)"
      }
    }
    return drawnUnit(last, lowered)
  }

  /// `5 min` as `5min`, where the unit is one of the kind's.
  private func drawnUnit(_ last: String, _ word: String) -> String? {
    let number = last.split(separator: ">").last ?? ""
    guard word.first?.isNumber == false, let measure = Measure(number), measure.unit.isEmpty,
      let whole = Measure(number + word)
    else { return nil }
    let isUnit = kind.fields.contains { field in
      switch field.kind {
      case .number(let unit, _), .change(let unit, _), .series(let unit, _):
        !unit.isEmpty && whole.value(in: unit) != nil
      case .site, .count, .bloodPressure, .word, .text: false
      }
    }
    return isUnit ? last + word : nil
  }

  /// `x3` or `3x`; `nil` for anything else.
  static func count(_ word: String) -> Int? {
    let lowered = word.lowercased()
    if lowered.hasPrefix("x") { return Int(lowered.dropFirst()) }
    return lowered.hasSuffix("x") ? Int(lowered.dropLast()) : nil
  }
}

extension String {
  /// Numbers with `/` between them: `128/82/64`.
  var isNumbersOnly: Bool {
    first?.isNumber == true && allSatisfy { $0.isNumber || $0 == "/" }
  }

  fileprivate var replacingArrow: String { String(map { $0 == "→" ? ">" : $0 }) }
}

extension FindingKind.Field {
  var isSite: Bool { if case .site = kind { true } else { false } }
  var isText: Bool { if case .text = kind { true } else { false } }
  var isBloodPressure: Bool { if case .bloodPressure = kind { true } else { false } }
  var isChange: Bool { if case .change = kind { true } else { false } }

  /// Whether a number without a unit is recognised as the field's.
  var takesBareNumber: Bool {
    switch kind {
    case .number(let unit, _): unit.isEmpty && !isNamed
    case .series: true
    case .site, .change, .count, .bloodPressure, .word, .text: false
    }
  }

  /// Whether the number may be one of the field's row: without a unit, or in its own.
  func takesInRow(_ measure: Measure) -> Bool {
    guard case .series(let unit, _) = kind else { return false }
    return measure.unit.isEmpty || measure.value(in: unit) == measure.value
  }
}
