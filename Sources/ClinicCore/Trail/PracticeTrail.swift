import TechniqueKit

/// Backups in which an erased client was erased too, and those that are to be destroyed by hand.
public struct ErasedBackups: Hashable, Sendable {
  public var reached: [String] = []
  public var notReached: [String] = []

  public init() {}
}

/// The proof of a practice: who did what, and that nothing was changed since.
public protocol PracticeTrail: AnyObject {
  /// Rows that fit, newest first.
  func trail(_ filter: TrailFilter, limit: Int) throws -> [TrailRow]

  /// Checks every chain, seal, digest and index of the practice.
  func verify() throws -> Verification
  func head() throws -> SealHead
  func compare(_ head: SealHead) throws -> HeadComparison

  /// Says in the trail that a chart is opened against the role's rights, and why.
  func recordEmergency(_ chart: ID<Chart>, reason: String) throws
  /// Destroys the chart's key and what the indexes say of it; the sealed entries stay, unreadable.
  /// The same is done in every backup that the trail knows of and that can be reached.
  func erase(_ chart: ID<Chart>, reason: String) throws -> ErasedBackups

  /// Derives the index tables from the ledger again.
  ///
  /// - Returns: what differed, a line each: `client_index: 1 missing, 0 too many`.
  func rebuildIndexes() throws -> [String]
}
