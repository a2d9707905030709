/// How well typed words fit the words of a name; the order of the cases is the order of merit.
enum NameFit: Int, Comparable {
  /// Each typed word begins another word of the name; some of the name was not typed.
  case beginsSome
  /// Each typed word begins another word of the name, and none was left out.
  case beginsAll
  case whole

  /// `nil` when a typed word begins no word of the name. Both in lower case.
  init?(typed: [String], name: [String]) {
    guard typed.count <= name.count else { return nil }
    if Self.pairs(typed, name, by: { Self.singular($0) == Self.singular($1) }) {
      self = typed.count == name.count ? .whole : .beginsSome
    } else if Self.pairs(typed, name, by: { Self.begins($0, with: $1) }) {
      self = typed.count == name.count ? .beginsAll : .beginsSome
    } else {
      return nil
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Two letters at least, so that a stray letter names nothing.
  static func begins(_ word: String, with typed: String) -> Bool {
    if singular(word) == singular(typed) { return true }
    guard typed.count >= 2 else { return false }
    return word.hasPrefix(typed) || (typed.count > 3 && word.hasPrefix(singular(typed)))
  }

  /// Whether every typed word can be given a word of the name of its own.
  private static func pairs(
    _ typed: [String], _ name: [String], by fits: (String, String) -> Bool
  ) -> Bool {
    guard let first = typed.first else { return true }
    return name.indices.contains { index in
      var rest = name
      let word = rest.remove(at: index)
      return fits(word, first) && pairs(Array(typed.dropFirst()), rest, by: fits)
    }
  }

  /// The singular of an English plural, near enough to compare two words by.
  static func singular(_ word: String) -> String {
    if word == "feet" { return "foot" }
    if word.hasSuffix("ves") { return word.dropLast(3) + "f" }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ss", "us", "is"].contains(where: word.hasSuffix) { return word }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}
