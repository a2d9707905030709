import TechniqueKit

extension Practice {
  /// - Parameter progress: told the share that is copied, 0 to 1.
  /// - Throws: `ClinicError.notPermitted`, `StoreError.backupFailed`; nothing stands at `path` then.
  public func backup(
    to path: String, progress: @escaping (Double) -> Void
  ) throws -> BackupProof {
    try require(.backups)
    return try store.backup(to: path, progress: progress)
  }

  /// Checks everything that the person's key opens.
  public func verify() throws -> Verification {
    _ = try atWork()
    return try store.verify()
  }

  public func compare(_ head: SealHead) throws -> HeadComparison {
    _ = try atWork()
    return try store.compare(head)
  }

  /// Rows of the trail that fit, newest first.
  public func trail(_ filter: TrailFilter, limit: Int = .max) throws -> [TrailRow] {
    try require(.trail)
    return try store.trail(filter, limit: limit)
  }

  /// Destroys a client's key for good; done again, it does what was left in copies.
  ///
  /// - Throws: `ClinicError.notPermitted`, `ClinicError.emptyText` without a reason.
  public func erase(_ chart: ID<Chart>, reason: String) throws -> ErasedCopies {
    try require(.erasing)
    guard !reason.trimmed.isEmpty else { throw ClinicError.emptyText }
    return try store.erase(chart, reason: reason.trimmed)
  }

  /// The codes by which charts are known, for people who may not see names; erased ones too.
  public func chartCodes() throws -> [ID<Chart>: String] {
    _ = try atWork()
    return try store.chartNumbers().mapValues(ClientListing.code)
  }

  /// - Throws: `StoreError.stale` when no chart has this code.
  public func chartID(code: String) throws -> ID<Chart> {
    guard let found = try chartCodes().first(where: { $0.value == code.uppercased() }) else {
      throw StoreError.stale("there is no client \(code).")
    }
    return found.key
  }

  /// Says which chart is worked on here, if any, and who else has it open.
  public func present(at chart: ID<Chart>?) -> [Presence] {
    chartInHand = chart
    return store.present(at: chart)
  }
}
