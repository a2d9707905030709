/// A typed number with the unit written after it: `90s`, `17.1`, `45deg`.
package struct Measure {
  let value: Double
  /// In lower case; empty when none was typed.
  let unit: String

  /// `nil` when the word is not a plain number followed by at most letters or signs.
  init?(_ word: some StringProtocol) {
    let number = word.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let unit = word.dropFirst(number.count).lowercased()
    guard number.contains(where: \.isNumber), let value = Double(number),
      !unit.contains(where: \.isNumber)
    else { return nil }
    self.value = value
    self.unit = unit
  }

  /// The value in a field's unit; `nil` when the typed unit is another quantity or missing.
  ///
  /// Seconds and minutes are turned into each other, so `5m` fits a field in seconds.
  func value(in wanted: String) -> Double? {
    if Self.canonical(unit) == wanted { return value }
    switch (Self.canonical(unit), wanted) {
    case ("min", "s"): return value * 60
    case ("s", "min"): return value / 60
    default: return unit == wanted.lowercased() ? value : nil
    }
  }

  private static func canonical(_ unit: String) -> String {
    switch unit {
    case "s", "sec", "secs", "second", "seconds": "s"
    case "m", "min", "mins", "minute", "minutes": "min"
    case "°", "deg", "degree", "degrees": "deg"
    case "kpa": "kPa"
    default: unit
    }
  }

  /// How a UCUM unit is written in a sentence.
  static func spoken(_ unit: String) -> String { unit == "deg" ? "degrees" : unit }

  /// `90` rather than `90.0`, and `0.00002` rather than `2e-05`: as it may be typed again.
  package static func plain(_ number: Double) -> String {
    if number.rounded() == number, abs(number) < 1e15 { return String(Int(number)) }
    let parts = String(number).split(separator: "e")
    guard parts.count == 2, let shift = Int(parts[1]) else { return String(number) }
    let sign = number < 0 ? "-" : ""
    let digits = parts[0].filter(\.isNumber)
    let point = parts[0].drop { $0 == "-" }.prefix(while: \.isNumber).count + shift
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
