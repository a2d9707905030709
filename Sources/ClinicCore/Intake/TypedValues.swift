import TechniqueKit

extension Double {
  /// Reads `4`, `+4`, `4.`, `4/10` where the scale ends at 10, `four`.
  init?(typedNumber text: String, outOf highest: Int? = nil) {
    var digits = text.lowercased()
    if let place = Self.words.firstIndex(of: digits) {
      self = Double(place)
      return
    }
    if let highest, digits.hasSuffix("/\(highest)") {
      digits = String(digits.dropLast("/\(highest)".count)).trimmed
    }
    if digits.hasSuffix(".") { digits.removeLast() }
    digits = String(digits.map { $0 == "," ? "." : $0 })
    guard !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.".contains($0)) }),
      let value = Double(digits), value.isFinite
    else { return nil }
    self = value
  }

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// `4`, `4.5`: without a needless fraction, at most two places.
  public var plain: String {
    guard abs(self) < 1e15 else { return String(self) }
    if self == rounded() { return String(Int64(self)) }
    let hundredths = (self * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? String(Int64(hundredths)) : String(hundredths)
  }
}

extension CalendarDate {
  /// Reads a date as people type it: `2 mar 1984`, `mar 1984`, `1984`, `1984-03-02`, `2/3/1984`
  /// is refused because it means two things.
  public init?(typed text: String) {
    if let exact = CalendarDate(text) {
      self = exact
      return
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard !text.contains("/"), (2...3).contains(words.count), let year = Int(words[words.count - 1])
    else { return nil }
    let monthWord = words[words.count - 2]
    guard monthWord.count >= 3,
      let month = DateWords.months.firstIndex(where: { monthWord.hasPrefix($0.lowercased()) })
    else { return nil }
    let day = words.count == 3 ? Int(words[0]) : nil
    if words.count == 3, day == nil { return nil }
    self.init(year: year, month: month + 1, day: day)
  }
}

extension Double {
  /// Reads a score as it is typed: `4`, `4/10` on a scale that ends at 10, `four`.
  public init?(measured text: String, outOf highest: Double) {
    self.init(typedNumber: text.trimmed, outOf: Int(highest))
  }
}

extension Double {
  /// A change with the way it goes: `+2`, `-2`, `0`.
  public var signed: String { self > 0 ? "+\(plain)" : plain }
}

extension String {
  /// As it begins a sentence.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
