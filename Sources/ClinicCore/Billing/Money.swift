/// A currency by its code of ISO 4217, with the number of digits behind the point.
public struct Currency: Hashable, Sendable, Codable {
  /// Three capital letters: `USD`.
  public let code: String
  /// 0, 2 or 3.
  public let digits: Int

  /// - Parameter code: three letters in any case; `nil` when it is anything else.
  public init?(code: String) {
    guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    self.code = code.uppercased()
    digits = Self.withoutDigits.contains(self.code) ? 0 : Self.withThree.contains(self.code) ? 3 : 2
  }

  // The currencies of ISO 4217 (list one) whose minor unit is not a hundredth.
  private static let withoutDigits: Set = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
  ]
  private static let withThree: Set = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

  /// How many of its smallest unit one whole is: 100 for `USD`.
  var minorPerWhole: Int { (0..<digits).reduce(1) { whole, _ in whole * 10 } }
}

/// An amount of money, exact: a whole number of the currency's smallest unit.
///
/// ```swift
/// let price = Money(typed: "32.50", usd)
/// price.map { ($0 * 3).description }   // "97.50 USD"
/// ```
public struct Money: Hashable, Sendable, Codable {
  /// Cents of a dollar; negative when it is owed the other way.
  public let minorUnits: Int
  public let currency: Currency

  public init(minorUnits: Int, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Whole digits that are read at most, so that no sum of a receipt can overflow.
  public static let longest = 9

  /// Reads `32`, `32.5` or `32.50`; a comma is taken as the point.
  ///
  /// - Returns: `nil` for a sign, a thousands separator, more digits behind the point than the
  ///   currency has, or more than nine before it.
  public init?(typed text: some StringProtocol, _ currency: Currency) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts[0].count <= Self.longest, let whole = Int(parts[0])
    else { return nil }
    var behind = ""
    if parts.count == 2 {
      guard parts[1].count <= currency.digits else { return nil }
      behind = String(parts[1])
    }
    let filled = behind + String(repeating: "0", count: currency.digits - behind.count)
    self.init(minorUnits: whole * currency.minorPerWhole + (Int(filled) ?? 0), currency)
  }

  /// `32.50`, without the currency.
  public var amount: String {
    let digits = String(minorUnits.magnitude)
    let padded =
      String(repeating: "0", count: max(0, currency.digits + 1 - digits.count)) + digits
    let point = currency.digits == 0 ? "" : "."
    return (minorUnits < 0 ? "-" : "") + padded.dropLast(currency.digits) + point
      + padded.suffix(currency.digits)
  }

  /// Both amounts are of one clinic and so of one currency.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies")
    return Money(minorUnits: left.minorUnits + right.minorUnits, left.currency)
  }

  /// Both amounts are of one clinic and so of one currency.
  public static func - (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies")
    return Money(minorUnits: left.minorUnits - right.minorUnits, left.currency)
  }

  public static func * (price: Money, count: Int) -> Money {
    Money(minorUnits: price.minorUnits * count, price.currency)
  }
}

extension Money: CustomStringConvertible {
  /// `32.50 USD`.
  public var description: String { "\(amount) \(currency.code)" }
}
