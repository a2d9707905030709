import TechniqueKit

/// A time that a client was given, with somebody who treats.
public struct Appointment: Hashable, Sendable, Codable {
  public let startsAt: Instant
  public let minutes: Int
  public let therapist: ID<Person>

  public init(startsAt: Instant, minutes: Int, therapist: ID<Person>) {
    self.startsAt = startsAt
    self.minutes = minutes
    self.therapist = therapist
  }

  /// The first moment after it.
  public var endsAt: Instant { startsAt.adding(minutes: minutes) }

  /// How long one may take.
  public static let lengths = 5...480
}

/// What became of an appointment. The entry that booked it stays as it is.
public struct AppointmentChange: Hashable, Sendable, Codable {
  /// The entry that booked it.
  public let appointment: ID<Entry>
  public let what: What

  public enum What: Hashable, Sendable, Codable {
    case moved(to: Appointment)
    case cancelled(reason: String?)
    /// The client did not come.
    case missed
  }

  public init(of appointment: ID<Entry>, _ what: What) {
    self.appointment = appointment
    self.what = what
  }
}

/// An appointment as it stands now: the fold over the entry that booked it and the changes since.
public struct BookedAppointment: Hashable, Sendable {
  /// The entry that booked it; it names the appointment for ever.
  public let entry: ID<Entry>
  public let chart: ID<Chart>
  public private(set) var appointment: Appointment
  public private(set) var state: State
  /// Why it was cancelled; only what is read of one client says it.
  public private(set) var reason: String?
  /// How often it was changed, taking back and putting back included; it never falls.
  public private(set) var revision: Int

  /// The raw values are stored and never change.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case booked, cancelled
    case missed = "no_show"

    /// `no-show`.
    public var words: String { self == .missed ? "no-show" : rawValue }
  }

  public init(
    entry: ID<Entry>, chart: ID<Chart>, appointment: Appointment, state: State = .booked,
    revision: Int = 0
  ) {
    self.entry = entry
    self.chart = chart
    self.appointment = appointment
    self.state = state
    self.revision = revision
  }

  /// Whether both cannot be kept: they overlap, and share the client or the therapist. One that
  /// begins when the other ends does not overlap.
  public func clashes(with other: BookedAppointment) -> Bool {
    state == .booked && other.state == .booked && entry != other.entry
      && (chart == other.chart || appointment.therapist == other.appointment.therapist)
      && appointment.startsAt < other.appointment.endsAt
      && other.appointment.startsAt < appointment.endsAt
  }

  /// Becomes what a change makes of it.
  public mutating func take(_ change: AppointmentChange.What) {
    revision += 1
    switch change {
    case .moved(let appointment): self.appointment = appointment
    case .cancelled(let reason):
      state = .cancelled
      self.reason = reason
    case .missed: state = .missed
    }
  }
}

extension BookedAppointment {
  /// The appointments of one chart, by the times they were first booked for.
  ///
  /// - Parameter entries: of the chart, oldest first, with those that were taken back; entries that
  ///   are about nothing of this may be left out.
  public static func fold(_ entries: [Entry]) -> [BookedAppointment] {
    var booked: [BookedAppointment] = []
    for entry in entries.folded {
      switch entry.content {
      case .appointment(let appointment):
        booked.append(.init(entry: entry.id, chart: entry.chart, appointment: appointment))
      case .appointmentChanged(let change):
        guard let place = booked.firstIndex(where: { $0.entry == change.appointment }) else {
          continue
        }
        booked[place].take(change.what)
      default: continue
      }
    }
    let revisions = revisions(entries)
    for place in booked.indices {
      booked[place].revision = revisions[booked[place].entry] ?? 0
    }
    return booked
  }

  /// How often each appointment was changed, by the entry that booked it.
  static func revisions(_ entries: [Entry]) -> [ID<Entry>: Int] {
    var count: [ID<Entry>: Int] = [:]
    var subject: [ID<Entry>: ID<Entry>] = [:]
    for entry in entries {
      switch entry.content {
      case .appointment: subject[entry.id] = entry.id
      case .appointmentChanged(let change):
        subject[entry.id] = change.appointment
        count[change.appointment, default: 0] += 1
      case .retraction(let retraction):
        for appointment in Set(retraction.entries.compactMap { subject[$0] }) {
          count[appointment, default: 0] += 1
        }
      default: continue
      }
    }
    return count
  }
}

/// A time that cannot be given because another appointment stands there.
public struct Clash: Hashable, Sendable {
  public let wanted: Appointment
  public let standing: Appointment
  /// Whether it is the same client who has the other one.
  public let isOwn: Bool
  let zone: ClinicZone

  /// - Parameter zone: in which the time is told.
  public init(
    _ wanted: BookedAppointment, with standing: BookedAppointment, in zone: ClinicZone
  ) {
    self.zone = zone
    self.wanted = wanted.appointment
    self.standing = standing.appointment
    isOwn = wanted.chart == standing.chart
  }
}

extension [Clash] {
  /// A sentence that names each time.
  var words: String { map(\.description).joined(separator: "; ") + "." }
}

extension Clash: CustomStringConvertible {
  /// `Tue 8 Dec 2026, 09:00 to 10:00 is taken`; never whose time it is.
  public var description: String {
    let (start, end) = (standing.startsAt.local(in: zone), standing.endsAt.local(in: zone))
    return "\(DateWords.withWeekday(start.date)), \(start.clock) to \(end.clock) is "
      + (isOwn ? "this client's already" : "taken")
  }
}
