import ClinicCore
import TechniqueKit

/// With whom appointments are, read once for a list.
struct Colleagues {
  private let people: [ID<Person>: Person]
  private let areSeveral: Bool

  /// For a list without appointments.
  static let none = Colleagues([])

  init(_ practice: Practice) throws { self.init(try practice.people()) }

  private init(_ all: [Person]) {
    people = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    areSeveral = all.count { $0.removedAt == nil && $0.treats } > 1
  }

  /// `, with Kim Doe` where there is more than one who treats, or the one has left.
  func with(_ therapist: ID<Person>) -> String {
    guard let person = people[therapist], areSeveral || person.removedAt != nil else { return "" }
    return ", with \(person.profile.name)" + (person.removedAt == nil ? "" : ", who has left")
  }

  /// `nil` for somebody of another practice, whose chart was imported.
  func login(_ therapist: ID<Person>) -> String? { people[therapist]?.profile.login }
  func login(of booked: BookedAppointment) -> String? { login(booked.appointment.therapist) }
  func name(_ therapist: ID<Person>) -> String? { people[therapist]?.profile.name }
}

extension Shell {
  /// `Tue 8 Dec 10:15`, with the year when it is another one.
  func words(for appointment: Appointment) -> String {
    let local = appointment.startsAt.local(in: zone)
    let day = DateWords.shortWithWeekday(local.date, today: practice.today)
    return "\(day) \(local.clock)"
  }

  /// `past`, `cancelled: has the flu`; nothing for one to come.
  func words(forStateOf booked: BookedAppointment) -> String {
    guard booked.state == .booked else {
      return booked.state.words + (booked.reason.map { ": \($0)" } ?? "")
    }
    return booked.appointment.startsAt > practice.now ? "" : "past"
  }

  /// A name is for the person at the terminal, a code for a log.
  func name(of client: ClientListing) -> String {
    mode.isInteractive ? client.identity.name : client.code
  }

  func json(
    _ booked: BookedAppointment, _ client: ClientListing? = nil, number: Int? = nil,
    login: String? = nil
  ) -> JSON {
    json(
      booked.appointment, booked.state, client, number: number, login: login,
      reason: booked.reason)
  }

  func json(
    _ appointment: Appointment, _ state: BookedAppointment.State, _ client: ClientListing? = nil,
    number: Int? = nil, login: String? = nil, reason: String? = nil
  ) -> JSON {
    .fields([
      "starts": .string(appointment.startsAt.iso(in: zone)), "minutes": .int(appointment.minutes),
      "state": .string(state.rawValue), "row": number.map { .int($0) },
      "client": client.map { .string($0.code) },
      "name": client.map { .string($0.identity.name) }, "therapist": login.map { .string($0) },
      "reason": reason.map { .string($0) },
    ])
  }
}
