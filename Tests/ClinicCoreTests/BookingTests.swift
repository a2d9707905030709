import ClinicCore
import TechniqueKit
import Testing

/// Appointments as values; 24 November 2026 is a Tuesday.
@Suite struct AppointmentTests {
  static let today = CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch
  static let nine = Instant(today, hour: 9, in: .utc)

  static func booked(
    _ entry: ID<Entry> = "a", of chart: ID<Chart> = "ann", with therapist: ID<Person> = "lee",
    after minutes: Int = 0, for length: Int = 60, _ state: BookedAppointment.State = .booked
  ) -> BookedAppointment {
    BookedAppointment(
      entry: entry, chart: chart,
      appointment: Appointment(
        startsAt: nine.adding(minutes: minutes), minutes: length, therapist: therapist),
      state: state)
  }

  @Test func `appointments clash when they overlap and share a therapist or a client`() {
    let one = Self.booked()
    #expect(!one.clashes(with: one))
    #expect(one.clashes(with: Self.booked("b", of: "ben", after: 59)))
    #expect(one.clashes(with: Self.booked("b", of: "ben", after: -30, for: 120)))
    #expect(one.clashes(with: Self.booked("b", with: "kim", after: 20, for: 10)))
    #expect(!one.clashes(with: Self.booked("b", of: "ben", after: 60)))
    #expect(!one.clashes(with: Self.booked("b", of: "ben", after: -60)))
    #expect(!one.clashes(with: Self.booked("b", of: "ben", with: "kim")))
    #expect(!one.clashes(with: Self.booked("b", of: "ben", .cancelled)))
    #expect(!one.clashes(with: Self.booked("b", of: "ben", .missed)))
  }

  static func entry(_ id: ID<Entry>, _ content: Entry.Content) -> Entry {
    Entry(
      id: id, chart: "ann", happenedAt: nine, recordedAt: nine,
      author: Author(name: "Synthetic Lee", credential: "LMT"), definition: .init(hex: ""),
      content: content)
  }

  @Test func `an appointment is what its entries that stand say, and its revision never falls`() {
    let first = Appointment(startsAt: Self.nine, minutes: 60, therapist: "lee")
    let moved = Appointment(startsAt: Self.nine.adding(minutes: 90), minutes: 30, therapist: "kim")
    var entries = [
      Self.entry("1", .appointment(first)),
      Self.entry("2", .appointmentChanged(.init(of: "1", .moved(to: moved)))),
      Self.entry("3", .appointmentChanged(.init(of: "1", .cancelled(reason: "ill")))),
      Self.entry("4", .appointmentChanged(.init(of: "no such", .missed))),
    ]
    func now() -> BookedAppointment? { BookedAppointment.fold(entries).first }
    #expect(now()?.appointment == moved && now()?.state == .cancelled)
    #expect(now()?.reason == "ill" && now()?.revision == 2)
    entries.append(Self.entry("5", .retraction(.init(of: ["3"]))))
    #expect(now()?.state == .booked && now()?.reason == nil && now()?.revision == 3)
    entries.append(Self.entry("6", .retraction(.init(of: ["2"]))))
    #expect(now()?.appointment == first && now()?.revision == 4)
    entries.append(Self.entry("7", .retraction(.init(of: ["2", "3"], restores: true))))
    #expect(now()?.state == .cancelled && now()?.revision == 5)
    entries.append(Self.entry("8", .retraction(.init(of: ["1"]))))
    #expect(now() == nil)
    #expect(Chart(id: "ann", entries: entries, in: .utc).appointments.isEmpty)
  }

  @Test func `a refusal names the time and nobody`() {
    let clash = Clash(Self.booked(), with: Self.booked("b", of: "ben", after: 30), in: .utc)
    #expect(clash.description == "Tue 24 Nov 2026, 09:30 to 10:30 is taken")
    let own = Clash(Self.booked(), with: Self.booked("b", with: "kim"), in: .utc)
    #expect(own.description == "Tue 24 Nov 2026, 09:00 to 10:00 is this client's already")
  }

  @Test(arguments: [
    ("2w", "", "2026-12-08T09:00", 60), ("tue 10:15", "", "2026-12-01T10:15", 60),
    ("ann ruiz 8 dec 2pm", "ann ruiz", "2026-12-08T14:00", 60),
    ("ann dec 8", "ann", "2026-12-08T09:00", 60),
    ("ann 8 dec 2026 9.30 45", "ann", "2026-12-08T09:30", 45),
    ("C0042 2026-12-08 10:15 90", "C0042", "2026-12-08T10:15", 90),
    ("may 8 dec", "may", "2026-12-08T09:00", 60), ("16:45", "", "2026-11-24T16:45", 60),
    ("ann 16:45 30", "ann", "2026-11-24T16:45", 30), ("2w 45 min", "", "2026-12-08T09:00", 45),
    ("2w 45min", "", "2026-12-08T09:00", 45), ("tomorrow 8:00 -5", "", "2026-11-25T08:00", -5),
  ])
  func `a time is read as people type it, with a name before it`(
    typed: String, before: String, start: String, minutes: Int
  ) throws {
    let read = try #require(TypedAppointment(typed, today: Self.today))
    let usual = Appointment(startsAt: Self.nine, minutes: 60, therapist: "lee")
    let meant = read.appointment(like: usual, on: Self.today, in: .utc)
    #expect(read.before == before)
    #expect(meant.startsAt == Instant(iso: start, in: .utc) && meant.minutes == minutes)
    #expect(meant.therapist == "lee")
    #expect(read.appointment(like: usual, on: Self.today, with: "kim", in: .utc).therapist == "kim")
  }

  @Test(arguments: ["", "ann ruiz", "ann 45", "45 min", "someday", "30 feb"])
  func `words without a day or a time are none`(typed: String) {
    #expect(TypedAppointment(typed, today: Self.today) == nil)
  }

  @Test func `a recurrence is a number of weeks or days, and two to 52 of them`() throws {
    for (every, times) in [
      ("1w", 1), ("1w", 53), ("0w", 4), ("1m", 4), ("w", 4), ("", 4), ("-1w", 4), ("999w", 4),
    ] {
      #expect(Recurrence(every: every, times: times) == nil, "\(every) \(times)")
    }
    let series = try #require(Recurrence(every: "10d", times: 3))
    let first = Appointment(startsAt: Self.nine, minutes: 60, therapist: "lee")
    #expect(
      series.appointments(from: first, in: .utc).map { $0.startsAt.date(in: .utc).description } == [
        "2026-11-24", "2026-12-04", "2026-12-14",
      ])
    #expect(
      Set(
        series.appointments(from: first, in: .utc).map { $0.startsAt.local(in: .utc).clock }) == [
          "09:00"
        ])
  }

  @Test func `what is stored of appointments keeps its form`() throws {
    let forms = StoredFormTests()
    let appointment = Appointment(startsAt: StoredFormTests.at, minutes: 60, therapist: "lee")
    let form = "{\"minutes\":60,\"startsAt\":1795515360000,\"therapist\":\"lee\"}"
    try forms.check(appointment, form)
    try forms.check(
      AppointmentChange(of: "e", .moved(to: appointment)),
      "{\"appointment\":\"e\",\"what\":{\"moved\":{\"to\":\(form)}}}")
    try forms.check(
      AppointmentChange(of: "e", .cancelled(reason: "ill")),
      "{\"appointment\":\"e\",\"what\":{\"cancelled\":{\"reason\":\"ill\"}}}")
    try forms.check(
      AppointmentChange(of: "e", .cancelled(reason: nil)),
      "{\"appointment\":\"e\",\"what\":{\"cancelled\":{}}}")
    try forms.check(
      AppointmentChange(of: "e", .missed), "{\"appointment\":\"e\",\"what\":{\"missed\":{}}}")
  }
}
