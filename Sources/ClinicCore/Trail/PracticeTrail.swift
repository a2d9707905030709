import TechniqueKit

/// The proof of a practice: who did what, and that nothing was changed since.
public protocol PracticeTrail: AnyObject {
  /// Rows that fit, newest first.
  ///
  /// - Throws: `StoreError.locked`.
  func trail(_ filter: TrailFilter, limit: Int) throws -> [TrailRow]

  /// Checks every chain, seal, digest and index of the practice.
  ///
  /// - Throws: `StoreError` when something other than the file stands in the way; what is wrong with
  ///   the file is in the result.
  func verify() throws -> Verification
  /// The end of the trail now.
  func head() throws -> SealHead
  /// Whether a head that was kept lies on the way to the end there is now.
  func compare(_ head: SealHead) throws -> HeadComparison

  /// Says in the trail that a chart is opened against the role's rights, and why.
  func recordEmergency(_ chart: ID<Chart>, reason: String) throws
  /// Says in the trail that somebody read who a client is, without the chart.
  func recordIdentityRead(_ chart: ID<Chart>) throws

  /// Says in the trail of each chart what leaves the practice of it, and in one row more what leaves
  /// altogether; all rows or none.
  ///
  /// - Parameter all: the detail of that row; without it there is none.
  func recordDisclosures(_ rows: [(chart: ID<Chart>, detail: String)], exported all: String?) throws
  /// Says in the trail that a command was refused to the person at work.
  ///
  /// - Parameter chart: that it was about, as far as that is known.
  func recordRefusal(_ detail: String, of chart: ID<Chart>?) throws

  /// Says in the trail that something left the practice that is of no client (`exported`).
  func recordExchange(_ action: TrailAction, _ detail: String) throws

  /// Destroys the chart's key and what the indexes say of it; the sealed entries stay, unreadable.
  /// The same is done in every copy that the trail knows of and that can be reached. Done again,
  /// it does what was left.
  ///
  /// - Throws: `StoreError.locked`, or what stood in the way; nothing was erased then.
  func erase(_ chart: ID<Chart>, reason: String) throws -> ErasedCopies

  /// Derives the index tables from the ledger again.
  ///
  /// - Returns: what differed, a line each: `client_index: 1 missing, 0 too many`.
  func rebuildIndexes() throws -> [String]
}

extension PracticeTrail {
  /// Says in the trail of each chart what leaves the practice of it.
  public func recordDisclosures(_ rows: [(chart: ID<Chart>, detail: String)]) throws {
    try recordDisclosures(rows, exported: nil)
  }
}
