extension ShorthandReader {
  /// The words with commas taken as spaces and `7 > 3` drawn together.
  static func parts(_ words: [String]) -> [String] {
    var parts: [String] = []
    for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let word = word.replacingArrow
      if let last = parts.last, word.hasPrefix(">") || last.hasSuffix(">") {
        parts[parts.count - 1] = last + word
      } else {
        parts.append(word)
      }
    }
    return parts
  }

  /// `x3` or `3x`; `nil` for anything else.
  static func count(_ word: String) -> Int? {
    let lowered = word.lowercased()
    if lowered.hasPrefix("x") { return Int(lowered.dropFirst()) }
    return lowered.hasSuffix("x") ? Int(lowered.dropLast()) : nil
  }
}

extension String {
  fileprivate var replacingArrow: String { String(map { $0 == "→" ? ">" : $0 }) }
}

extension FindingKind.Field {
  var isSite: Bool { if case .site = kind { true } else { false } }
  var isText: Bool { if case .text = kind { true } else { false } }
  var isChange: Bool { if case .change = kind { true } else { false } }

  /// Whether the number may be one of the field's row: without a unit, or in its own.
  func takesInRow(_ measure: Measure) -> Bool {
    guard case .series(let unit, _) = kind else { return false }
    return measure.unit.isEmpty || measure.value(in: unit) == measure.value
  }
}
