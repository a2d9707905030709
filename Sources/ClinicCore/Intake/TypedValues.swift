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
    // What no whole number of the machine holds is shown as it is.
    guard magnitude < 1e15 else { return description }
    if self == rounded() { return String(Int64(self)) }
    let hundredths = (self * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? String(Int64(hundredths)) : String(hundredths)
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
