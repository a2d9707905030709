import TechniqueKit

/// Which provider's order a visit uses up. One visit uses up one order at most.
public enum ReferralTie: Hashable, Sendable, Codable {
  /// The entry that recorded the referral.
  case to(referral: ID<Entry>)
  /// None, on purpose: the client pays for it without an order, say.
  case nothing
}
