import ClinicCore
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// Appointments: no time is given twice, what was said of one is never lost, and all can be taken back.
@Suite struct BookingTests {
  let practice = TestPractice()
  var midnight: Instant { Instant(practice.clock.now().date(in: .utc).adding(days: 1), in: .utc) }

  func window() throws -> Practice { try practice.window() }

  /// A practice with two clients, and the identifier of another therapist.
  func clinic() throws -> (clinic: Practice, ann: ID<Chart>, ben: ID<Chart>, kim: ID<Person>) {
    let clinic = try window()
    let kim = try clinic.add(
      .init(name: "Synthetic Kim", login: "kim"), role: .therapist, passphrase: "a few plain words")
    return (
      clinic, try clinic.register(Identity(name: "Synthetic Ann")).chart,
      try clinic.register(Identity(name: "Synthetic Ben")).chart, kim.id
    )
  }

  /// The clashes that stand in the way of a time, in words; `nil` when it was given.
  func refusal(_ book: () throws -> [RecordNumber]) throws -> String? {
    do {
      _ = try book()
      return nil
    } catch let error as ClinicError { return error.description }
  }

  @Test(arguments: [
    (480, 60, nil), (540, 60, "10:00"), (539, 60, "10:00"), (600, 60, nil),
    (541, 20, "10:00"), (500, 240, "10:00"), (510, 30, nil), (510, 31, "10:00"),
  ])
  func `a time that touches another one is free, one that overlaps it is not`(
    start: Int, minutes: Int, nextFree: String?
  ) throws {
    let (clinic, ann, ben, _) = try clinic()
    _ = try clinic.book(try clinic.appointment(at: midnight.adding(minutes: 540)), in: ann)
    let refused = try refusal {
      try clinic.book(
        try clinic.appointment(at: midnight.adding(minutes: start), minutes: minutes), in: ben)
    }
    #expect(
      refused
        == nextFree.map {
          "Wed 25 Nov 2026, 09:00 to 10:00 is taken. Nothing was changed. "
            + "The next free time is \($0)."
        })
  }

  @Test func `two therapists may overlap, one client may not`() throws {
    let (clinic, ann, ben, kim) = try clinic()
    let nine = midnight.adding(minutes: 540)
    _ = try clinic.book(try clinic.appointment(at: nine), in: ann)
    _ = try clinic.book(
      try clinic.appointment(at: nine.adding(minutes: 15), with: kim), in: ben)
    let own = try refusal {
      try clinic.book(
        try clinic.appointment(at: nine.adding(minutes: -30), with: kim), in: ann)
    }
    #expect(
      own == "Wed 25 Nov 2026, 09:00 to 10:00 is this client's already; "
        + "Wed 25 Nov 2026, 09:15 to 10:15 is taken. Nothing was changed. "
        + "The next free time is 10:15.")
    #expect(own?.contains("Synthetic") == false)
  }

  @Test func `the next free time lies behind everything that stands in the way`() throws {
    let (clinic, ann, ben, _) = try clinic()
    for minutes in [540, 600, 675] {
      _ = try clinic.book(
        try clinic.appointment(at: midnight.adding(minutes: minutes)), in: ann)
    }
    let refused = try refusal {
      try clinic.book(
        try clinic.appointment(at: midnight.adding(minutes: 570), minutes: 30), in: ben)
    }
    // Of the gap between 11:00 and 11:15 nothing is offered.
    #expect(refused?.hasSuffix("The next free time is 12:15.") == true)
    let late = midnight.adding(minutes: 23 * 60)
    _ = try clinic.book(try clinic.appointment(at: late), in: ann)
    let none = try refusal { try clinic.book(try clinic.appointment(at: late), in: ben) }
    #expect(none?.hasSuffix("No later time of that day is free.") == true)
  }

  @Test func `of several times all are given or none, and every clash is told`() throws {
    let (clinic, ann, ben, _) = try clinic()
    let series = try #require(Recurrence(every: "1w", times: 4))
    let times = series.appointments(
      from: try clinic.appointment(at: midnight.adding(minutes: 540)), in: .utc)
    _ = try clinic.book([times[1], times[3]], in: ann)
    let refused = try refusal { try clinic.book(times, in: ben) }
    #expect(
      refused == "Wed 2 Dec 2026, 09:00 to 10:00 is taken; "
        + "Wed 16 Dec 2026, 09:00 to 10:00 is taken. Nothing was changed. The next free time is 10:00."
    )
    #expect(try clinic.appointments(of: ben).isEmpty)
    clinic.begin("book")
    let later = times.map {
      Appointment(
        startsAt: $0.startsAt.adding(minutes: 60), minutes: 60, therapist: $0.therapist)
    }
    #expect(try clinic.book(later, in: ben).count == 4)
    #expect(try clinic.appointments(of: ben).count == 4)
    _ = try clinic.undo(in: ben)
    #expect(try clinic.appointments(of: ben).isEmpty)
    _ = try clinic.redo(in: ben)
    #expect(try clinic.appointments(of: ben).map(\.appointment) == later)
  }

  @Test func `two programs on one file cannot both give away a time`() throws {
    let (clinic, ann, ben, _) = try clinic()
    let other = try window()
    let nine = try clinic.appointment(at: midnight.adding(minutes: 540))
    // Both looked before either wrote.
    #expect(try other.appointments(from: midnight, to: nine.endsAt).isEmpty)
    _ = try clinic.book(nine, in: ann)
    #expect(throws: ClinicError.self) { try other.book(nine, in: ben) }
    let stores = try (0..<2).map { _ in try practice.store() }
    let digest = try stores[0].keep(definition: Data("{}".utf8))
    let ten = Appointment(
      startsAt: nine.endsAt, minutes: 60, therapist: nine.therapist)
    try stores[0].commit([.appended(practice.entry("a", .appointment(ten), digest, in: ann))])
    #expect(throws: StoreError.self) {
      try stores[1].commit([.appended(practice.entry("b", .appointment(ten), digest, in: ben))])
    }
    #expect(try stores[0].appointments(from: midnight, to: ten.endsAt).count == 2)
    #expect(try stores[1].entries(of: ben).count == 1)
  }

  @Test func `what was moved, cancelled or missed is told, and each is taken back`() throws {
    let (clinic, ann, ben, kim) = try clinic()
    let nine = try clinic.appointment(at: midnight.adding(minutes: 540))
    func now() throws -> BookedAppointment { try #require(try clinic.appointments(of: ann).first) }
    _ = try clinic.book(nine, in: ann)
    let booked = try now()
    let eleven = try clinic.appointment(
      at: midnight.adding(minutes: 660), minutes: 30, with: kim)
    clinic.begin("move")
    _ = try clinic.move(booked, to: eleven)
    #expect(try now().appointment == eleven && now().revision == 1)
    _ = try clinic.undo(in: ann)
    #expect(try now().appointment == nine && now().revision == 2)
    _ = try clinic.redo(in: ann)
    #expect(try now().appointment == eleven && now().entry == booked.entry)
    clinic.begin("cancel")
    _ = try clinic.cancel(now(), reason: " has the flu ")
    #expect(try now().state == .cancelled && now().reason == "has the flu")
    #expect(try clinic.nextAppointment(clinic.chart(ann)) == nil)
    #expect(throws: ClinicError.appointmentClosed(.cancelled)) {
      try clinic.move(now(), to: nine)
    }
    // The time is free for somebody else, and then the cancelling stands.
    _ = try clinic.book(eleven, in: ben)
    let stands = Clash(
      BookedAppointment(entry: booked.entry, chart: ann, appointment: eleven),
      with: BookedAppointment(entry: "x", chart: ben, appointment: eleven), in: .utc)
    #expect(throws: StoreError.taken([stands])) { try clinic.undo(in: ann) }
    let others = try #require(try clinic.appointments(of: ben).first)
    _ = try clinic.cancel(others, reason: nil)
    _ = try clinic.undo(in: ann)
    #expect(try now().state == .booked)
    #expect(throws: ClinicError.appointmentToCome) { try clinic.markMissed(now()) }
    practice.clock.time = eleven.startsAt
    #expect(throws: ClinicError.appointmentBegan) { try clinic.move(now(), to: eleven) }
    clinic.begin("noshow")
    _ = try clinic.markMissed(now())
    #expect(try now().state == .missed)
    #expect(try clinic.day().rows.contains { $0.kind == .missed(eleven) })
    #expect(throws: ClinicError.appointmentClosed(.missed)) {
      try clinic.cancel(now(), reason: nil)
    }
    _ = try clinic.undo(in: ann)
    #expect(try now().state == .booked)
    #expect(try clinic.verify().isWhole)
    #expect(try practice.store().rebuildIndexes() == [])
  }

  @Test func `an appointment that another window closed is not moved`() throws {
    let (clinic, ann, _, _) = try clinic()
    _ = try clinic.book(try clinic.appointment(at: midnight.adding(minutes: 540)), in: ann)
    let seen = try #require(try clinic.appointments(of: ann).first)
    _ = try window().cancel(seen, reason: nil)
    #expect(
      throws: StoreError.stale(
        "this appointment was changed already, perhaps in another window.")
    ) { try clinic.move(seen, to: try clinic.appointment(at: midnight.adding(minutes: 600))) }
  }

  @Test func `a length that none has, and somebody who treats nobody, are refused`() throws {
    let (clinic, ann, _, _) = try clinic()
    let fay = try clinic.add(
      .init(name: "Synthetic Fay", login: "fay"), role: .frontDesk, passphrase: "a few plain words")
    let nine = midnight.adding(minutes: 540)
    for minutes in [0, 4, 481] {
      #expect(throws: ClinicError.oddLength(minutes)) {
        try clinic.book(try clinic.appointment(at: nine, minutes: minutes), in: ann)
      }
    }
    #expect(throws: ClinicError.treatsNobody) {
      try clinic.book(try clinic.appointment(at: nine, with: fay.id), in: ann)
    }
  }

  @Test func `the front desk books, moves and cancels, takes that back, and reads no chart`() throws
  {
    let (clinic, ann, _, kim) = try clinic()
    _ = try clinic.add(
      .init(name: "Synthetic Fay", login: "fay"), role: .frontDesk, passphrase: "a few plain words")
    let store = try practice.lockedStore()
    try store.unlock(.passphrase(login: "fay", "a few plain words"))
    let desk = Practice(
      store: store, catalogue: try FoldTests.catalogue(), surroundings: practice.clock,
      author: practice.author)
    #expect(throws: ClinicError.therapistNotNamed(["kim", "lee"])) { try desk.usualTherapist() }
    let usual = try desk.usualAppointment(of: try desk.client(ann), with: kim)
    #expect(usual.minutes == 60 && usual.therapist == kim)
    let nine = Appointment(
      startsAt: midnight.adding(minutes: 540), minutes: 60, therapist: kim)
    for verb in ["book", "move", "cancel"] {
      desk.begin(verb)
      let own = try desk.appointments(of: ann).first
      switch (verb, own) {
      case ("move", let own?):
        _ = try desk.move(
          own,
          to: Appointment(
            startsAt: nine.endsAt, minutes: 60, therapist: kim))
      case ("cancel", let own?): _ = try desk.cancel(own, reason: "ill")
      default: _ = try desk.book(nine, in: ann)
      }
    }
    #expect(try desk.appointments(of: ann).map(\.state) == [.cancelled])
    _ = try desk.undo(in: ann)
    _ = try desk.undo(in: nil)
    #expect(try desk.appointments(of: ann).map(\.appointment) == [nine])
    #expect(throws: ClinicError.notPermitted(.frontDesk, .charts)) { try desk.chart(ann) }
    let person = try #require(desk.person)
    let rows = try clinic.trail(TrailFilter(chart: ann, person: person.id))
    #expect(!rows.contains { $0.action == .read })
  }

  @Test(arguments: 1...20)
  func `whatever two windows do, no time is given twice and the index is what the ledger says`(
    seed: UInt64
  ) throws {
    let (clinic, ann, ben, kim) = try clinic()
    let windows = [clinic, try window()]
    var generator = SeededGenerator(seed: seed)
    for step in 0..<50 {
      let window = windows[Int.random(in: 0..<2, using: &generator)]
      let chart = Bool.random(using: &generator) ? ann : ben
      let time = try window.appointment(
        at: midnight.adding(minutes: Int.random(in: 0..<24, using: &generator) * 20),
        minutes: Int.random(in: 1...4, using: &generator) * 20,
        with: Bool.random(using: &generator) ? kim : nil)
      let one = try window.appointments(of: chart).randomElement(using: &generator)
      do {
        switch (Int.random(in: 0..<8, using: &generator), one) {
        case (0..<3, _), (_, nil):
          window.begin("book")
          _ = try window.book(time, in: chart)
        case (3, let one?):
          window.begin("move")
          _ = try window.move(one, to: time)
        case (4, let one?):
          window.begin("cancel")
          _ = try window.cancel(one, reason: "step \(step)")
        case (5..<7, _): _ = try window.undo(in: chart)
        default: _ = try window.redo(in: chart)
        }
      } catch is ClinicError {} catch StoreError.taken {} catch StoreError.stale {}
      let all = try window.appointments(from: .init(milliseconds: 0), to: .init(milliseconds: .max))
      for booked in all { #expect(!all.contains { $0.clashes(with: booked) }, "step \(step)") }
      for chart in [ann, ben] {
        let fold = try window.chart(chart).appointments
        #expect(
          Set(fold.map(\.withoutReason)) == Set(all.filter { $0.chart == chart }), "step \(step)")
      }
    }
    #expect(try practice.store().rebuildIndexes() == [])
    #expect(try clinic.verify().isWhole)
  }
}

extension BookedAppointment {
  fileprivate var withoutReason: BookedAppointment {
    BookedAppointment(
      entry: entry, chart: chart, appointment: appointment, state: state, revision: revision)
  }
}

extension TestPractice {
  /// Another program on the same file.
  func window() throws -> Practice {
    Practice(
      store: try store(), catalogue: try FoldTests.catalogue(), surroundings: clock, author: author)
  }
}

extension Practice {
  /// With the person at work when nobody is named.
  func appointment(
    at start: Instant, minutes: Int = 60, with therapist: ID<Person>? = nil
  ) throws -> Appointment {
    Appointment(
      startsAt: start, minutes: minutes, therapist: try therapist ?? usualTherapist())
  }
}
