import TechniqueKit

/// What a clinic writes on its receipts: its services with codes and prices of its own, and how
/// minutes become units. Fascia ships no code and no description of one.
public struct BillingSettings: Hashable, Sendable {
  public let rule: UnitRule
  public let currency: Currency
  /// What each technique is billed as. Several techniques may be one service.
  public let services: [ID<Manifest>: Service]
  /// Lines under the clinic's name.
  public let address: [String]
  public let phone: String?
  public let taxID: String?
  /// Numbers of a provider by the name under which they sign, as the clinic typed them.
  public let providers: [String: [Identifier]]
  /// Stands at the foot of each receipt.
  public let footer: String?

  /// A service as the clinic bills it.
  public struct Service: Hashable, Sendable, Codable {
    /// The clinic's own entry.
    public let code: String
    public let description: String
    /// Of one unit.
    public let price: Money

    public init(code: String, description: String, price: Money) {
      self.code = code
      self.description = description
      self.price = price
    }
  }

  /// A number with what it is called: `Licence`, `NPI`.
  public struct Identifier: Hashable, Sendable, Codable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    rule: UnitRule, currency: Currency, services: [ID<Manifest>: Service], address: [String] = [],
    phone: String? = nil, taxID: String? = nil, providers: [String: [Identifier]] = [:],
    footer: String? = nil
  ) {
    self.rule = rule
    self.currency = currency
    self.services = services
    self.address = address
    self.phone = phone
    self.taxID = taxID
    self.providers = providers
    self.footer = footer
  }
}
