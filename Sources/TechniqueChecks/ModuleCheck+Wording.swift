import TechniqueKit

extension ModuleCheck {
  /// Letters that fit one line of 80 columns beside the question's number and its answer.
  static let longestPrompt = 60

  /// A text that stands by itself: there, begins with a capital or a digit, and ends as a sentence.
  func sentence(_ text: String, _ name: String) -> [Problem] {
    if text.isEmpty { return [Problem(.wording, "\(name) is empty.")] }
    var found = lined(text, name)
    if !begins(text) { found.append(Problem(.wording, "\(name) begins without a capital.")) }
    if ![".", "?", "!"].contains(where: text.hasSuffix) {
      found.append(Problem(.wording, "\(name) ends without a period."))
    }
    return found
  }

  /// What is asked or shown on one line: short, begins with a capital or a digit, and has no period.
  func prompt(_ text: String, _ name: String) -> [Problem] {
    if text.isEmpty { return [Problem(.wording, "\(name) is empty.")] }
    var found = lined(text, name)
    if text.count > Self.longestPrompt {
      found.append(
        Problem(.wording, "\(name) has \(text.count) letters; \(Self.longestPrompt) fit."))
    }
    if !begins(text) { found.append(Problem(.wording, "\(name) begins without a capital.")) }
    if [".", ":", ",", ";"].contains(where: text.hasSuffix) {
      found.append(Problem(.wording, "\(name) ends with \"\(text.suffix(1))\"."))
    }
    return found
  }

  /// Words that a line is composed of: there, short, and on one line.
  func label(_ text: String, _ name: String) -> [Problem] {
    if text.isEmpty { return [Problem(.wording, "\(name) is empty.")] }
    guard text.count <= Self.longestPrompt else {
      return [Problem(.wording, "\(name) has \(text.count) letters; \(Self.longestPrompt) fit.")]
    }
    return lined(text, name)
  }

  private func begins(_ text: String) -> Bool {
    text.first.map { $0.isUppercase || $0.isNumber || $0 == "\"" || $0 == "\u{bf}" } ?? false
  }

  private func lined(_ text: String, _ name: String) -> [Problem] {
    let bytes = Array(text.utf8)
    let hasControl = bytes.contains { $0 < 0x20 || $0 == 0x7F }
    let hasGap = zip(bytes, bytes.dropFirst()).contains { $0 == (0x20, 0x20) }
    let isLoose = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    return hasControl || hasGap || isLoose
      ? [Problem(.wording, "\(name) has a line break or a needless space.")] : []
  }

  /// Words that no text may contain, because nothing supports them or only a clinician may say so.
  func claims(in texts: [String]) -> [Problem] {
    texts.flatMap { text -> [Problem] in
      // Looked for byte by byte: this runs over every text at every start of the program.
      let lowered = Array(text.lowercased().utf8)
      var found = Self.banned.filter { lowered.contains($0.bytes) }.map(\.word)
      if lowered.contains(Array("safe".utf8)) {
        let words = text.lowercased().split { !$0.isLetter }
        found += ["safe", "safely"].filter { word in words.contains { $0 == word } }
      }
      return found.map { Problem(.claims, "\"\($0)\" must not be printed.") }
    }
  }

  private static let banned = [
    "toxin", "lactic acid", "detox", "diagnos", "cleared by the program",
  ].map { (word: $0, bytes: Array($0.utf8)) }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    for start in 0...(count - part.count) where self[start] == first {
      if self[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
