/// How many columns of a terminal text takes: 2 for East Asian wide and full-width characters and
/// for emoji, 0 for combining marks and format characters, else 1.
public enum DisplayWidth {
  /// - Returns: 0, 1 or 2; 0 for a control character.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return of(first) }
    var sum = 0
    for scalar in scalars { sum += of(scalar) }
    if scalars.contains(emojiStyle), first.properties.isEmoji { return 2 }
    if scalars.contains(textStyle), first.properties.isEmoji { return 1 }
    return min(sum, 2)
  }

  /// Costs about a nanosecond a letter.
  public static func of(_ text: String) -> Int {
    var text = text
    let ascii: Int? = text.withUTF8 { bytes in
      var sum = 0
      for byte in bytes {
        if byte >= 0x80 { return nil }
        if byte >= 0x20, byte != 0x7F { sum += 1 }
      }
      return sum
    }
    return ascii ?? text.reduce(0) { $0 + of($1) }
  }

  static let emojiStyle: Unicode.Scalar = "\u{FE0F}"
  static let textStyle: Unicode.Scalar = "\u{FE0E}"
  static let joiner: Unicode.Scalar = "\u{200D}"

  /// Columns of a scalar that stands by itself.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    if WidthTable.two.hasRange(with: value) { return 2 }
    return WidthTable.none.hasRange(with: value) ? 0 : 1
  }

  /// Whether terminals disagree about the columns of a character: all but single scalars and letters
  /// with combining marks. What they disagree about is where the cursor stands after it.
  static func isUncertain(_ character: Character) -> Bool {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next(), first.value >= 0xA0 || !character.isASCII else {
      return false
    }
    var isFirst = true
    var scalar = first
    while true {
      if isFirst ? isUncertainAlone(scalar) : !isPlainMark(scalar) { return true }
      isFirst = false
      guard let next = scalars.next() else { return false }
      scalar = next
    }
  }

  /// The most columns that a terminal may give a character: it may show each scalar by itself.
  static func most(of character: Character) -> Int {
    guard isUncertain(character) else { return of(character) }
    let apart = character.unicodeScalars.reduce(0) { $0 + max(of($1), isPlainMark($1) ? 0 : 1) }
    return max(apart, of(character))
  }

  private static func isUncertainAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0xAD: false
    case 0xAD, 0x2028, 0x2029, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    case ..<0x300: false
    // Without a letter before it, it is drawn into whatever cell comes before.
    default: of(scalar) == 0
    }
  }

  private static func isPlainMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0xFE00...0xFE0F, 0x20E3, 0xE0100...0xE01EF: false
    default: scalar.properties.generalCategory == .nonspacingMark
    }
  }
}

extension [UInt32] {
  /// - Precondition: first and last of ranges, in order.
  fileprivate func hasRange(with value: UInt32) -> Bool {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < self[2 * middle] {
        high = middle
      } else if value > self[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
