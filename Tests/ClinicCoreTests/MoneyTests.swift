import ClinicCore
import TechniqueKit
import Testing

/// Amounts of money are exact.
@Suite struct MoneyTests {
  static func currency(_ code: String) throws -> Currency {
    try #require(Currency(code: code))
  }

  @Test(arguments: [
    ("32", "USD", 3200, "32.00"), ("32.5", "USD", 3250, "32.50"), ("32,50", "EUR", 3250, "32.50"),
    ("0.07", "USD", 7, "0.07"), ("0", "usd", 0, "0.00"), ("450", "JPY", 450, "450"),
    ("1.234", "KWD", 1234, "1.234"), ("999999999.99", "USD", 99_999_999_999, "999999999.99"),
  ])
  func `an amount is read and written to the smallest unit`(
    typed: String, code: String, minor: Int, written: String
  ) throws {
    let money = try #require(Money(typed: typed, try Self.currency(code)))
    #expect(money.minorUnits == minor && money.amount == written)
    #expect(money.description == "\(written) \(code.uppercased())")
    #expect(Money(typed: written, money.currency) == money)
  }

  @Test(arguments: [
    "", "-1", "+1", "1.", ".5", "1.005", "1e3", "1,000.00", "1.2.3", "ten", "1 000", "٣٢",
    "1000000000",
  ])
  func `what is no amount is not guessed at`(typed: String) throws {
    #expect(Money(typed: typed, try Self.currency("USD")) == nil)
  }

  @Test func `a currency without hundredths takes none`() throws {
    #expect(Money(typed: "450.00", try Self.currency("JPY")) == nil)
    for code in ["", "US", "USDX", "U5D", "ÜSD"] { #expect(Currency(code: code) == nil) }
  }

  @Test func `sums that a binary fraction would miss are exact`() throws {
    let usd = try Self.currency("USD")
    let dime = try #require(Money(typed: "0.10", usd))
    let sum = (0..<3).map { _ in dime }.reduce(Money(minorUnits: 0, usd), +)
    #expect(sum == Money(typed: "0.30", usd) && 0.1 + 0.1 + 0.1 != 0.3)
    #expect(Money(typed: "34.35", usd).map { $0 * 3 } == Money(minorUnits: 10_305, usd))
    #expect((dime - sum).amount == "-0.20" && (dime - sum).minorUnits == -20)
    #expect(Money(minorUnits: -5, usd).amount == "-0.05")
  }
}
