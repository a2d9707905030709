import TechniqueKit

/// Who a client is, and what was put right about it.
public struct ClientDetails: Hashable, Sendable {
  public let client: ClientListing
  /// In the order in which they were recorded.
  public let changes: [DetailChange]

  public var identity: Identity { client.identity }
}

extension Practice {
  /// The longest that somebody has lived, in whole years; a birth further back is a mistyped one.
  public static let oldestAge = 120

  /// Who a client is, with every fact that was changed. No note and no answer is read for it; it
  /// leaves a row in the audit.
  ///
  /// - Throws: `ClinicError.notPermitted`, `StoreError.erased` when there is no such client any more.
  public func details(of chart: ID<Chart>) throws -> ClientDetails {
    try require(.identities)
    try store.recordIdentityRead(chart)
    guard let client = try store.client(chart) else { throw StoreError.erased }
    return ClientDetails(
      client: client, changes: try store.identityEntries(of: chart).detailChanges)
  }

  /// Puts right who a client is. The old facts stay in the ledger.
  ///
  /// The safety gate reads age and sex, so ask for the verdict before and after where either changes.
  ///
  /// - Returns: nothing when nothing differs.
  /// - Throws: `ClinicError.emptyName`, `.bornInFuture`, `.bornTooLongAgo`, `.notPermitted`.
  public func change(
    _ chart: ID<Chart>, to identity: Identity
  ) throws -> [RecordNumber] {
    try require(.identities)
    try requireSound(identity)
    guard let client = try store.client(chart) else { throw StoreError.erased }
    guard client.identity != identity else { return [] }
    return try commit([.appended(try entry(.identityChanged(identity), chart))])
  }

  /// - Throws: `ClinicError.emptyName`, `BirthRefusal`.
  func requireSound(_ identity: Identity) throws {
    guard !identity.name.trimmed.isEmpty else { throw ClinicError.emptyName }
    try identity.born?.requireBirth(on: today)
  }
}
