import TechniqueKit

extension Practice {
  /// Who is at work; `nil` while the practice is locked.
  public var person: Person? { store.person }
  /// Whether the person at work signed in with a passphrase of their own.
  public var isPersonal: Bool { store.isPersonal }
  /// Whether an owner could sign in again after a lock.
  public var ownerHasPassphrase: Bool { get throws { try store.ownerHasPassphrase } }

  /// - Throws: `StoreError.wrongSecret`, `StoreError.waitToSignIn`.
  @discardableResult
  public func signIn(_ login: String, _ passphrase: String) throws -> Person {
    let person = try store.unlock(.passphrase(login: login, passphrase))
    try readZone()
    return person
  }

  /// Forgets the keys and what was opened in an emergency.
  public func lock() {
    store.lock()
    emergencies = []
  }

  /// Whether the person at work may do this; with a chart, whether they may read that one.
  public func permits(_ permission: Permission, of chart: ID<Chart>? = nil) -> Bool {
    guard let person = store.person else { return false }
    if person.role.permissions.contains(permission) { return true }
    guard permission == .charts, let chart else { return false }
    return emergencies.contains(Emergency(person: person.id, chart: chart))
  }

  /// - Parameter chart: given where reading is enough, so that an emergency opens it too.
  /// - Throws: `ClinicError.notPermitted`, or `StoreError.locked` when nobody is at work.
  public func require(_ permission: Permission, of chart: ID<Chart>? = nil) throws {
    let role = try atWork().role
    guard permits(permission, of: chart) else {
      refusedChart = chart
      throw ClinicError.notPermitted(role, permission)
    }
  }

  func atWork() throws -> Person {
    guard let person = store.person else { throw StoreError.locked }
    return person
  }

  /// Opens a chart for reading to somebody whose role does not, with a reason that stays in the
  /// trail, until they sign out. An auditor has no key to any chart, so not to them.
  ///
  /// - Throws: `ClinicError.notPermitted`, `ClinicError.emptyText`.
  public func openInEmergency(_ chart: ID<Chart>, reason: String) throws {
    try require(.identities)
    guard !reason.trimmed.isEmpty else { throw ClinicError.emptyText }
    try store.recordEmergency(chart, reason: reason.trimmed)
    emergencies.insert(Emergency(person: try atWork().id, chart: chart))
  }
}
