import TechniqueKit

/// What a client takes home, or sends on, about one signed visit: who treated whom, when, what for and
/// for how much.
public struct Receipt: Hashable, Sendable, Codable {
  public let clinic: Letterhead
  public let provider: Provider
  /// Who signed the note: the provider, unless somebody else took it over.
  public let signer: Author
  public let client: Identity
  /// Of the visit within the chart, counted from 1.
  public let number: Int
  public let visitedOn: CalendarDate
  public let issuedOn: CalendarDate
  public let lines: [Line]
  public let count: UnitCount
  /// Codes of the conditions that were treated, of the referrer's choice; empty without a referral.
  public let conditionCodes: [String]
  public let referredBy: String?
  public let total: Money
  /// What was paid, in the order of the days.
  public let payments: [Payment]
  /// Stands at the foot, in the clinic's words.
  public let footer: String?

  public var paid: Money {
    payments.map(\.amount).reduce(Money(minorUnits: 0, total.currency), +)
  }

  public var balance: Money { total - paid }

  /// `Paid in full.`, or what is still due.
  public var paymentNote: String {
    if total.minorUnits == 0 { return "Nothing is charged." }
    return balance.minorUnits == 0 ? "Paid in full." : "\(balance) is due."
  }

  /// How the clinic is called, and where it is found.
  public struct Letterhead: Hashable, Sendable, Codable {
    public let name: String
    public let address: [String]
    public let phone: String?
    public let taxID: String?
  }

  /// Who treated: who began the session.
  public struct Provider: Hashable, Sendable, Codable {
    public let author: Author
    public let identifiers: [BillingSettings.Identifier]
  }

  /// What was paid on one day.
  public struct Payment: Hashable, Sendable, Codable {
    public let amount: Money
    public let on: CalendarDate

    public init(amount: Money, on: CalendarDate) {
      self.amount = amount
      self.on = on
    }
  }

  /// A row of the table.
  public struct Line: Hashable, Sendable, Codable {
    public let service: BillingSettings.Service
    public let minutes: Int
    public let units: Int

    public var amount: Money { service.price * units }
  }
}
