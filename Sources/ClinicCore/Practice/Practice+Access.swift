import TechniqueKit

extension Practice {
  /// Whether the person at work may do this.
  public func permits(_ permission: Permission) -> Bool {
    store.person?.role.permissions.contains(permission) ?? false
  }

  /// - Throws: `ClinicError.notPermitted`, or `StoreError.locked` when nobody is at work.
  public func require(_ permission: Permission, of chart: ID<Chart>? = nil) throws {
    let role = try atWork().role
    if role.permissions.contains(permission) { return }
    if permission == .charts, let chart, emergencies.contains(chart) { return }
    throw ClinicError.notPermitted(role, permission)
  }

  /// Opens a chart to somebody whose role does not, with a reason that stays in the trail, until
  /// they sign out. An auditor has no key to any chart, so not to them.
  public func openInEmergency(_ chart: ID<Chart>, reason: String) throws {
    try require(.identities)
    guard !reason.trimmed.isEmpty else { throw ClinicError.emptyText }
    try store.recordEmergency(chart, reason: reason.trimmed)
    emergencies.insert(chart)
  }

  public func isOpenInEmergency(_ chart: ID<Chart>) -> Bool { emergencies.contains(chart) }

  /// The codes by which charts are known, for people who may not see names; erased ones too.
  public func chartCodes() throws -> [ID<Chart>: String] {
    try store.chartNumbers().mapValues(ClientListing.code)
  }

  /// - Throws: `StoreError.stale` when no chart has this code.
  public func chartID(code: String) throws -> ID<Chart> {
    guard let found = try chartCodes().first(where: { $0.value == code.uppercased() }) else {
      throw StoreError.stale("there is no client \(code).")
    }
    return found.key
  }

  /// Forgets the keys and what was opened in an emergency.
  public func lock() {
    store.lock()
    emergencies = []
  }

  func atWork() throws -> Person {
    guard let person = store.person else { throw StoreError.locked }
    return person
  }

  /// Destroys a client's key for good.
  public func erase(_ chart: ID<Chart>, reason: String) throws -> ErasedBackups {
    try require(.erasing)
    guard !reason.trimmed.isEmpty else { throw ClinicError.emptyText }
    return try store.erase(chart, reason: reason.trimmed)
  }
}
