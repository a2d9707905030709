import TechniqueKit

extension Practice {
  /// Whether the ledger has a time zone. Without one all days are told in UTC.
  public var hasZone: Bool { !zoneChoices.isEmpty }

  /// Takes the zone from the ledger.
  ///
  /// - Throws: `ZoneError` when this computer does not know it, `StoreError.locked`.
  public func readZone() throws {
    let kept = try store.zones()
    guard kept != zoneChoices else { return }
    zone = try kept.zone() ?? .utc
    zoneChoices = kept
  }

  /// Keeps the zone of a practice that has none: at its founding, or when it was founded before zones
  /// were kept. A practice that has one stays as it is.
  public func adopt(_ zone: ClinicZone) throws {
    if !hasZone { try keep(zone, since: now, isFirst: true) }
  }

  /// Changes the clinic's time zone. What happened before it counts is still told in the zone of then.
  ///
  /// - Parameter since: from when the zone counts; now, where it is left out.
  /// - Throws: `ClinicError.notPermitted` for anybody but an owner, `ClinicError.toCome`.
  public func change(to zone: ClinicZone, since: Instant? = nil) throws {
    try require(.staff)
    try keep(zone, since: try past(since), isFirst: false)
  }

  private func keep(_ zone: ClinicZone, since: Instant, isFirst: Bool) throws {
    let choice = try entry(.zone(ZoneChoice(zone: zone.name)), Chart.ofPractice, since)
    try store.keep(choice, isFirst: isFirst)
    try readZone()
  }
}
