import ClinicCore
import TechniqueKit

extension Shell {
  /// The first screen: the date, then the day's list.
  func greet() {
    guard !mode.isJSON else { return }
    let day = DateWords.withWeekday(practice.today)
    say(
      ["\(day)", "practice file open, all saved", "type ? for help"]
        .joined(separator: glyphs.separator))
    rule()
    do { try showDay() } catch { say("Error: \(Failure(error).message)") }
  }

  func showDay() throws {
    guard practice.permits(.identities) else {
      if practice.person == nil { throw StoreError.locked }
      return say("You see the trail, not the charts. Type audit or verify.")
    }
    let day = try practice.day()
    rows = day.rows.map(\.client)
    // The first screen does not read the people of the practice for nothing.
    let isBooked = day.rows.contains { $0.kind.therapist != nil }
    let colleagues = isBooked ? try Colleagues(practice) : .none
    var heading = ""
    try page(day.rows) { [self] number, row in
      if row.kind.heading != heading {
        heading = row.kind.heading
        say(heading)
      }
      say(dayRow(number, row, colleagues))
      item(
        .fields([
          "client": .string(row.client.code), "name": .string(row.client.identity.name),
          "state": .string(row.kind.word), "visits": .int(row.client.visits),
          "at": row.kind.time.map { .string($0.iso(in: zone)) },
          "minutes": row.kind.minutes.map { .int($0) }, "of": row.kind.planned.map { .int($0) },
          "empty": row.kind.empty.map { .strings($0.map(\.letter)) },
          "born": row.client.identity.born.map { .string($0.description) },
          "last_seen": row.client.lastSeen.map { .string($0.iso(in: zone)) },
          "visit": row.kind.number.map { .int($0) },
          "therapist": row.kind.therapist.flatMap(colleagues.login).map { .string($0) },
          "begun_by": row.begunBy.map { .string($0.description) },
        ]))
    }
    if day.rows.isEmpty { say("No clients yet. To add the first type: new NAME") }
    if mode.isInteractive {
      if day.rows.isEmpty { say("New here? tour leads through a visit with a made-up client.") }
      say()
      say("Type a number or a name. Also: new  find  help  quit")
    }
  }

  private func dayRow(
    _ number: Int, _ row: DayList.Row, _ colleagues: Colleagues
  ) -> String {
    let name = row.client.identity.name
    let visits = row.client.visits == 0 ? "no visit yet" : "visit \(row.client.visits)"
    func when(_ instant: Instant) -> String {
      DateWords.recent(instant.local(in: zone).date, today: practice.today)
    }
    let begun = row.begunBy.map { ", begun by \($0.name)" } ?? ""
    let columns: [String] =
      switch row.kind {
      case .running(let minutes, let length, let since):
        [
          since.local(in: zone).clock, name,
          "session running, \(MinutesOfPlan(done: minutes, of: length).words)" + begun,
        ]
      case .noteNotSigned(let since, let empty):
        [
          when(since), name,
          "note not signed"
            + (empty.isEmpty
              ? "" : ": \(empty.map(\.letter).joined(separator: " and ")) empty") + begun,
        ]
      case .intakePaused(let since): [when(since), name, "intake paused" + begun]
      case .booked(let appointment, let number):
        [
          appointment.startsAt.local(in: zone).clock, name,
          "\(appointment.minutes) min".padded(to: 8)
            + (number == 1 ? "first visit" : "visit \(number)")
            + colleagues.with(appointment.therapist),
        ]
      case .missed(let appointment):
        [
          appointment.startsAt.local(in: zone).clock, name,
          "no-show" + colleagues.with(appointment.therapist),
        ]
      case .seenToday(let at, let minutes, let number):
        [at.local(in: zone).clock, name, "\(minutes) min, visit \(number)"]
      case .seenBefore:
        [row.client.lastSeen.map(when) ?? "", name, visits]
      case .neverSeen: ["new", name, visits]
      }
    if glyphs.isPlain { return numbered(number, columns.joined(separator: " ")) }
    return numbered(
      number, "\(columns[0].padded(to: 11)) \(columns[1].padded(to: 18)) \(columns[2])")
  }
}

extension DayList.Kind {
  fileprivate var time: Instant? {
    switch self {
    case .running(_, _, let at), .noteNotSigned(let at, _), .intakePaused(let at),
      .seenToday(let at, _, _):
      at
    case .booked(let appointment, _), .missed(let appointment): appointment.startsAt
    case .seenBefore, .neverSeen: nil
    }
  }

  /// Gone by in a running session, planned of a booked one, given in a past one.
  fileprivate var minutes: Int? {
    switch self {
    case .running(let minutes, _, _), .seenToday(_, let minutes, _): minutes
    case .booked(let appointment, _), .missed(let appointment): appointment.minutes
    case .noteNotSigned, .intakePaused, .seenBefore, .neverSeen: nil
    }
  }

  fileprivate var therapist: ID<Person>? {
    switch self {
    case .booked(let appointment, _), .missed(let appointment): appointment.therapist
    default: nil
    }
  }

  /// Of the visit that was held today, or will be.
  fileprivate var number: Int? {
    switch self {
    case .seenToday(_, _, let number), .booked(_, let number): number
    default: nil
    }
  }

  fileprivate var planned: Int? { if case .running(_, let of, _) = self { of } else { nil } }

  fileprivate var empty: [NoteLine.Section]? {
    if case .noteNotSigned(_, let empty) = self { empty } else { nil }
  }

  fileprivate var heading: String {
    switch self {
    case .running, .noteNotSigned, .intakePaused: "UNFINISHED"
    case .booked, .missed, .seenToday: "TODAY"
    case .seenBefore, .neverSeen: "CLIENTS"
    }
  }

  fileprivate var word: String {
    switch self {
    case .running: "running"
    case .noteNotSigned: "note_not_signed"
    case .intakePaused: "intake_paused"
    case .booked: "booked"
    case .missed: "no_show"
    case .seenToday: "seen_today"
    case .seenBefore: "seen_before"
    case .neverSeen: "never_seen"
    }
  }
}
