import TechniqueKit

/// What ends with a person's access, and what it leaves to others.
public struct Departure: Hashable, Sendable {
  public let person: Person
  /// Whether the person at work ends their own access.
  public let isOneself: Bool
  /// Unfinished work, oldest first; the owners finish it.
  public let drafts: [Unfinished]
  /// Booked and still in the future, earliest first.
  public let appointments: [BookedAppointment]
  /// The keys that go along, oldest first.
  public let keys: [KeySlot]
  /// How many recovery codes of owners are left afterwards.
  public let recoveryCodesLeft: Int

  public struct Unfinished: Hashable, Sendable {
    /// `C0042`.
    public let client: String
    public let kind: Draft.Kind
    public let since: Instant
  }

  /// Whether anything stays behind, or goes along, that somebody has to know of first.
  public var needsWord: Bool {
    isOneself || !drafts.isEmpty || !appointments.isEmpty
      || keys.contains { $0.kind != .passphrase }
  }
}

extension Practice {
  /// What ending a person's access would leave.
  ///
  /// - Throws: `ClinicError.notPermitted` for anybody but an owner, `StoreError.stale` when the person
  ///   has no access any more.
  public func departure(of id: ID<Person>) throws -> Departure {
    try require(.staff)
    guard let person = try store.people().first(where: { $0.id == id && $0.removedAt == nil })
    else { throw StoreError.stale("this person has no access any more.") }
    let numbers = try store.chartNumbers()
    let drafts = try store.openDrafts(of: nil).filter { $0.person == id }
    let slots = try store.keySlots()
    return Departure(
      person: person, isOneself: try atWork().id == id,
      drafts: drafts.compactMap { draft in
        numbers[draft.chart].map {
          .init(client: ClientListing.code($0), kind: draft.kind, since: draft.openedAt)
        }
      },
      appointments: try store.appointments(from: now, to: Instant(milliseconds: .max))
        .filter { $0.state == .booked && $0.appointment.therapist == id },
      keys: slots.filter { $0.person == id },
      recoveryCodesLeft: try recoveryCodes(among: slots.filter { $0.person != id }))
  }

  /// How many recovery codes open the practice for an owner.
  public func countRecoveryCodes() throws -> Int {
    try recoveryCodes(among: try store.keySlots())
  }

  private func recoveryCodes(among slots: [KeySlot]) throws -> Int {
    let owners = Set(
      try store.people().filter { $0.role == .owner && $0.removedAt == nil }.map(\.id))
    return slots.count { $0.kind == .recovery && owners.contains($0.person) }
  }

  /// Ends a person's access; what they left unfinished goes to the owners.
  ///
  /// - Parameters:
  ///   - therapist: who takes over the appointments in the future; `nil` keeps them as they are: they
  ///     stay in the calendar under the name of who left, and take nobody else's time.
  ///   - reason: stays in the trail.
  /// - Returns: the keys that went with them.
  /// - Throws: `ClinicError.notPermitted`, `ClinicError.treatsNobody`, `StoreError.taken` with every
  ///   time at which `therapist` is not free, `StoreError.lastOwner`, `StoreError.lastKeySlot`,
  ///   `StoreError.onlyRecoveryCode`. Nothing was changed then.
  public func remove(
    _ person: ID<Person>, movingAppointmentsTo therapist: ID<Person>? = nil,
    because reason: String? = nil
  ) throws -> [KeySlot.Kind] {
    let departure = try departure(of: person)
    var changes: [Change] = []
    if let therapist {
      guard try therapists().contains(where: { $0.id == therapist && $0.id != person }) else {
        throw ClinicError.treatsNobody
      }
      changes = try departure.appointments.map { booked in
        let moved = Appointment(
          startsAt: booked.appointment.startsAt, minutes: booked.appointment.minutes,
          therapist: therapist)
        let change = AppointmentChange(of: booked.entry, .moved(to: moved))
        return .appended(try entry(.appointmentChanged(change), booked.chart))
      }
    }
    return try store.remove(person, with: changes, because: reason)
  }
}
