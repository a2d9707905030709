import ClinicCore
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// What ending a person's access leaves to others, and what it may not take along.
@Suite struct DepartureTests {
  let practice = TestPractice()
  let words = "a few plain words"
  var midnight: Instant { Instant(practice.clock.now().date(in: .utc).adding(days: 1), in: .utc) }

  func window(_ login: String? = nil) throws -> Practice {
    let store = try login == nil ? practice.store() : practice.lockedStore()
    if let login { try store.unlock(.passphrase(login: login, words)) }
    return Practice(
      store: store, catalogue: try FoldTests.catalogue(), surroundings: practice.clock,
      author: practice.author)
  }

  func add(_ login: String, _ role: Role, _ owner: Practice) throws -> ID<Person> {
    try owner.add(
      .init(name: "Synthetic \(login.capitalized)", login: login), role: role, passphrase: words
    ).id
  }

  /// An appointment of tomorrow with somebody, at minutes after midnight.
  func time(_ minutes: Int, _ length: Int = 60, with therapist: ID<Person>) -> Appointment {
    Appointment(
      startsAt: midnight.adding(minutes: minutes), minutes: length, therapist: therapist)
  }

  @Test func `what somebody leaves is listed: drafts, appointments in the future, keys`() throws {
    let owner = try window()
    let kim = try add("kim", .therapist, owner)
    let (ann, ben) = (
      try owner.register(Identity(name: "Synthetic Ann")).chart,
      try owner.register(Identity(name: "Synthetic Ben")).chart
    )
    #expect(try !owner.departure(of: kim).needsWord)
    let therapist = try window("kim")
    let opened = try therapist.chart(ann)
    _ = try therapist.start([therapist.template("stone 30", for: opened)], in: opened)
    practice.clock.time = practice.clock.time.adding(minutes: 1)
    var intake = try therapist.intake(try therapist.chart(ben))
    try therapist.answer([("pain_now", .init(.number(3), at: practice.moment))], in: &intake)
    for minutes in [900, 600, 750] { _ = try owner.book(time(minutes, with: kim), in: ben) }
    let cancelled = try owner.appointments(of: ben)[1]
    _ = try owner.cancel(cancelled, reason: nil)
    let left = try owner.departure(of: kim)
    #expect(left.drafts.map(\.client) == ["C0001", "C0002"])
    #expect(left.drafts.map(\.kind) == [.visit, .intake])
    #expect(
      left.appointments.map(\.appointment.startsAt)
        == [600, 900].map { midnight.adding(minutes: $0) })
    #expect(left.keys.map(\.kind) == [.passphrase] && left.needsWord && !left.isOneself)
    #expect(left.recoveryCodesLeft == 1)
    // What is over by then is nobody's to take over.
    practice.clock.time = midnight.adding(minutes: 700)
    #expect(try owner.departure(of: kim).appointments.count == 1)
    #expect(throws: ClinicError.notPermitted(.therapist, .staff)) {
      try therapist.departure(of: kim)
    }
  }

  @Test(arguments: [(600, 60), (630, 60), (570, 31), (500, 240), (615, 5)])
  func `appointments are taken over by somebody who is free, all or none`(
    start: Int, minutes: Int
  ) throws {
    let owner = try window()
    let kim = try add("kim", .therapist, owner)
    let lee = try #require(owner.person).id
    let (ann, ben) = (
      try owner.register(Identity(name: "Synthetic Ann")).chart,
      try owner.register(Identity(name: "Synthetic Ben")).chart
    )
    for minutes in [600, 900] { _ = try owner.book(time(minutes, with: kim), in: ann) }
    _ = try owner.book(time(start, minutes, with: lee), in: ben)
    do {
      _ = try owner.remove(kim, movingAppointmentsTo: lee)
      Issue.record("the time was given twice")
    } catch StoreError.taken(let clashes) {
      #expect(clashes.map(\.wanted.startsAt) == [midnight.adding(minutes: 600)])
    }
    #expect(try owner.departure(of: kim).appointments.count == 2)
    #expect(throws: ClinicError.treatsNobody) {
      try owner.remove(kim, movingAppointmentsTo: kim)
    }
    _ = try owner.cancel(try owner.appointments(of: ben)[0], reason: nil)
    #expect(try owner.remove(kim, movingAppointmentsTo: lee) == [.passphrase])
    #expect(
      try owner.appointments(of: ann).map(\.appointment)
        == [time(600, with: lee), time(900, with: lee)])
    #expect(try owner.verify().isWhole)
  }

  @Test func `appointments that are kept stay in the calendar and take nobody else's time`() throws
  {
    for minutes in [600, 620, 575] {
      let test = DepartureTests()
      let owner = try test.window()
      let kim = try test.add("kim", .therapist, owner)
      let lee = try #require(owner.person).id
      let (ann, ben) = (
        try owner.register(Identity(name: "Synthetic Ann")).chart,
        try owner.register(Identity(name: "Synthetic Ben")).chart
      )
      _ = try owner.book(test.time(600, with: kim), in: ann)
      _ = try owner.remove(kim, because: "moved away")
      #expect(try owner.calendarEvents(with: kim).map(\.booked.chart) == [ann])
      #expect(throws: ClinicError.self) {
        try owner.book(test.time(minutes, with: lee), in: ann)
      }
      #expect(throws: ClinicError.treatsNobody) {
        try owner.book(test.time(minutes, with: kim), in: ben)
      }
      _ = try owner.book(test.time(minutes, with: lee), in: ben)
      let row = try #require(
        try owner.trail(.init()).first { $0.action == .personRemoved })
      #expect(row.detail == "Synthetic Kim, therapist: moved away")
    }
  }

  @Test func `the only recovery code goes with nobody, and by no command`() throws {
    let owner = try window()
    let lee = try #require(owner.person).id
    _ = try add("bo", .owner, owner)
    let other = try window("bo")
    let code = try #require(try owner.keySlots().first { $0.kind == .recovery })
    #expect(try owner.departure(of: lee).recoveryCodesLeft == 0)
    #expect(throws: StoreError.onlyRecoveryCode(isOwn: true)) { try owner.remove(lee) }
    #expect(throws: StoreError.onlyRecoveryCode(isOwn: false)) { try other.remove(lee) }
    #expect(throws: StoreError.onlyRecoveryCode(isOwn: false)) {
      try other.removeKeySlot(code.id)
    }
    #expect(try owner.countRecoveryCodes() == 1)
    _ = try other.addRecoveryCode()
    #expect(try owner.departure(of: lee).recoveryCodesLeft == 1)
    #expect(try Set(owner.remove(lee)) == [.keyFile, .recovery])
    #expect(try other.countRecoveryCodes() == 1)
    #expect(throws: StoreError.locked) { try owner.people() }
  }

  @Test func `the last key or passphrase of an owner stays, whatever recovery codes there are`()
    throws
  {
    let owner = try window()
    let lee = try #require(owner.person).id
    let bo = try add("bo", .owner, owner)
    let other = try window("bo")
    _ = try other.addRecoveryCode()
    let slots = try owner.keySlots()
    let passphrase = try #require(slots.first { $0.person == bo && $0.kind == .passphrase })
    let file = try #require(slots.first { $0.kind == .keyFile })
    try owner.removeKeySlot(passphrase.id)
    // Bo's recovery code alone is no way in for every day.
    #expect(throws: StoreError.lastKeySlot) { try owner.remove(lee) }
    #expect(throws: StoreError.lastKeySlot) { try owner.removeKeySlot(file.id) }
    try owner.setPassphrase(words, of: bo)
    #expect(throws: StoreError.keyInUse) { try owner.removeKeySlot(file.id) }
    #expect(try Set(owner.remove(lee)) == [.keyFile, .recovery])
    #expect(throws: StoreError.lastOwner) { try self.window("bo").remove(bo) }
    #expect(try window("bo").verify().isWhole)
  }
}
