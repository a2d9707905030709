import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// Taking back and putting back: the chart is what it was, the ledger only grows.
@Suite struct UndoTests {
  @Test(arguments: 1...30)
  func `whatever is taken back and put back, the chart is what it was then`(
    seed: UInt64
  ) throws {
    let practice = TestPractice()
    var generator = SeededGenerator(seed: seed)
    let catalogue = try FoldTests.catalogue()
    func window() throws -> Practice {
      Practice(
        store: try practice.store(), catalogue: catalogue, surroundings: practice.clock,
        author: practice.author)
    }
    var clinic = try window()
    let id = try clinic.register(Identity(name: "Synthetic Ann")).chart
    var present = FoldTests.Model(name: "Synthetic Ann")
    var before: [FoldTests.Model] = []
    var takenBack: [FoldTests.Model] = []
    for step in 0..<60 {
      practice.clock.time = practice.clock.time.adding(minutes: 7)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<3:
        guard let last = before.popLast() else {
          #expect(throws: ClinicError.nothingToUndo) { try clinic.undo(in: id) }
          continue
        }
        let isSignature = try clinic.signatureToUndo(in: id) != nil
        _ = try clinic.undo(in: id, signature: isSignature)
        takenBack.append(present)
        present = last
      case 3..<5:
        guard let next = takenBack.popLast() else {
          #expect(throws: ClinicError.nothingToRedo) { try clinic.redo(in: id) }
          continue
        }
        _ = try clinic.redo(in: id)
        before.append(present)
        present = next
      case 5: clinic = try window()
      default:
        let command = FoldTests.Command.allCases.randomElement(using: &generator)
        guard let command else { continue }
        let last = present
        guard command.change(&present, step, somebodyRuns: last.isRunning) else {
          present = last
          continue
        }
        clinic.begin("\(command)")
        try command.run(clinic, id, step)
        before.append(last)
        takenBack = []
      }
      #expect(try FoldTests.read(id, clinic) == present, "seed \(seed), step \(step)")
    }
    let listing = try clinic.client(id)
    #expect(listing.visits == present.visits.count)
    let found = try practice.store().verify()
    #expect(found.isWhole, "seed \(seed): \(found.problems)")
  }

  @Test func `a client who was added goes with undo and comes with redo, unless worked with`()
    throws
  {
    let practice = TestPractice()
    let clinic = try clinic(practice)
    clinic.begin("new")
    let id = try clinic.register(Identity(name: "Synthetic Ann")).chart
    _ = try clinic.undo(in: id)
    #expect(try clinic.find("ann").count == 0)
    #expect(try clinic.day().rows.isEmpty)
    _ = try clinic.redo(in: nil)
    #expect(try clinic.find("ann").count == 1)
    _ = try self.clinic(practice).book(
      clinic.appointment(at: clinic.now.adding(minutes: 600)), in: id)
    #expect(throws: ClinicError.clientInUse) { try clinic.undo(in: id) }
  }

  /// A client with a visit that was signed at 10:16.
  private func signed(_ practice: TestPractice) throws -> (clinic: Practice, id: ID<Chart>) {
    let clinic = try clinic(practice)
    let id = try clinic.register(Identity(name: "Synthetic Ann")).chart
    for (step, command) in [FoldTests.Command.start, .note, .end, .sign].enumerated() {
      clinic.begin("\(command)")
      try command.run(clinic, id, step)
    }
    return (clinic, id)
  }

  @Test(arguments: [(nil, true), (-1, true), (0, false), (7 * 24 * 60, false)] as [(Int?, Bool)])
  func `a signature is taken back by its name on the day it was given, also after a restart`(
    minutesAfterMidnight: Int?, isSameDay: Bool
  ) throws {
    let practice = TestPractice()
    let (clinic, id) = try signed(practice)
    let before = try FoldTests.read(id, clinic)
    // Another client who is opened changes nothing of it.
    _ = try clinic.chart(try clinic.register(Identity(name: "Synthetic Ben")).chart)
    if let minutesAfterMidnight {
      practice.clock.time = Instant(clinic.today.adding(days: 1), in: .utc).adding(
        minutes: minutesAfterMidnight)
    }
    let again = try self.clinic(practice)
    guard isSameDay else {
      for isNamed in [true, false] {
        #expect(throws: ClinicError.signatureStands) {
          try again.undo(in: id, signature: isNamed)
        }
      }
      #expect(try FoldTests.read(id, again) == before)
      return
    }
    #expect(throws: ClinicError.signatureNotNamed(practice.moment.local(in: .utc))) {
      try again.undo(in: id)
    }
    _ = try again.undo(in: id, signature: true)
    #expect(try FoldTests.read(id, again).draft?.lines.count == 1)
    #expect(throws: ClinicError.noSignatureToUndo(last: "end")) {
      try again.undo(in: id, signature: true)
    }
    _ = try again.redo(in: id)
    #expect(try FoldTests.read(id, again) == before)
    _ = try again.undo(in: id, signature: true)
    practice.clock.time = practice.clock.time.adding(minutes: 24 * 60)
    #expect(throws: ClinicError.signatureOfAnotherDay(practice.moment.local(in: .utc))) {
      try self.clinic(practice).redo(in: id)
    }
  }

  @Test func `nobody takes back the signature of somebody else`() throws {
    for login in ["kim", "bo", "cy"] {
      let practice = TestPractice()
      let (clinic, id) = try signed(practice)
      let words = "a few plain words"
      _ = try clinic.add(
        .init(name: "Synthetic \(login.capitalized)", login: login),
        role: login == "bo" ? .owner : .therapist, passphrase: words)
      let store = try practice.lockedStore()
      try store.unlock(.passphrase(login: login, words))
      let other = Practice(
        store: store, catalogue: try FoldTests.catalogue(), surroundings: practice.clock,
        author: practice.author)
      #expect(throws: ClinicError.nothingToUndo) { try other.undo(in: id, signature: true) }
      other.begin("addendum")
      _ = try other.addendum("later", to: try other.chart(id))
      #expect(throws: ClinicError.noSignatureToUndo(last: "addendum")) {
        try other.undo(in: id, signature: true)
      }
      #expect(try other.chart(id).lastVisit?.signature != nil)
    }
  }

  @Test(arguments: NoteLine.Section.allCases)
  func `a section of the last visit is taken over once, until that is taken back`(
    section: NoteLine.Section
  ) throws {
    let practice = TestPractice()
    let clinic = try clinic(practice)
    let id = try clinic.register(Identity(name: "Synthetic Ann")).chart
    func visit() throws -> VisitDraft { try #require(try clinic.currentVisit(of: id)) }
    func carry() throws -> CarriedSection {
      clinic.begin("=")
      return try clinic.carryOver(section, into: try visit()).carried
    }
    try FoldTests.Command.start.run(clinic, id, 0)
    #expect(try carry() == .nothing)
    for text in ["one", "two"] {
      let line = NoteLine(section: section, text: text, at: clinic.now)
      try clinic.step(.noted(line: line), in: try visit())
    }
    for command in [FoldTests.Command.end, .sign] { try command.run(clinic, id, 0) }
    practice.clock.time = practice.clock.time.adding(minutes: 14 * 24 * 60)
    try FoldTests.Command.start.run(clinic, id, 0)
    guard case .lines(let lines, practice.moment) = try carry() else {
      Issue.record("nothing was taken over")
      return
    }
    #expect(lines.map(\.text) == ["one", "two"])
    #expect(try carry() == .isHere(from: practice.moment))
    // Also where one of the lines reads otherwise by now.
    _ = try clinic.rewrite(1, of: section, to: "three", in: try visit())
    #expect(try carry() == .isHere(from: practice.moment))
    #expect(try visit().lines(section).map(\.text) == ["three", "two"])
    _ = try clinic.undo(in: id)
    _ = try clinic.undo(in: id)
    #expect(try visit().lines(section).isEmpty)
    #expect(try carry() == .lines(lines, from: practice.moment))
  }

  @Test func `an appointment is in the day's list until it is taken back`() throws {
    let practice = TestPractice()
    let clinic = try clinic(practice)
    let id = try clinic.register(Identity(name: "Synthetic Ann")).chart
    clinic.begin("rebook")
    let time = Instant(clinic.today.adding(days: 14), hour: 10, minute: 15, in: .utc)
    _ = try clinic.book(clinic.appointment(at: time), in: id)
    #expect(try clinic.nextAppointment(clinic.chart(id))?.startsAt == time)
    #expect(throws: ClinicError.bookedInPast) {
      try clinic.book(clinic.appointment(at: clinic.now), in: id)
    }
    practice.clock.time = Instant(clinic.today.adding(days: 14), hour: 8, in: .utc)
    #expect(
      try clinic.day().rows.map(\.kind) == [.booked(try clinic.appointment(at: time), number: 1)])
    _ = try clinic.undo(in: id)
    #expect(try clinic.nextAppointment(clinic.chart(id)) == nil)
    #expect(try clinic.day().rows.map(\.kind) == [.neverSeen])
  }

  private func clinic(_ practice: TestPractice) throws -> Practice {
    Practice(
      store: try practice.store(), catalogue: try FoldTests.catalogue(),
      surroundings: practice.clock, author: practice.author)
  }
}

/// The line that is being typed survives its program.
@Suite struct TypedLineTests {
  @Test func `a line that a program left behind is given once, to the person who typed it`()
    throws
  {
    let practice = TestPractice()
    let store = try practice.store()
    for (place, text) in ["h", "he", "headache gone \u{1F469}\u{200D}\u{1F467}"].enumerated() {
      store.keep(line(text, at: place))
    }
    #expect(store.syncTypedLine())
    let other = try practice.store()
    #expect(other.linesLeftBehind().isEmpty)
    // As if killed: the lock goes, the file stays.
    let folder = practice.path + ".present"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first {
        $0.hasSuffix(".line")
      })
    let dead = "\(folder)/1-2.line"
    try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: dead)
    #expect(
      !String(decoding: try Data(contentsOf: URL(fileURLWithPath: dead)), as: UTF8.self)
        .contains("headache"))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let left = try #require(other.linesLeftBehind().first)
    #expect(left.line == line("headache gone \u{1F469}\u{200D}\u{1F467}", at: 2))
    #expect(other.linesLeftBehind() == [left])
    other.drop(left)
    #expect(other.linesLeftBehind().isEmpty)
    try store.close()
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
  }

  @Test func `a write that was cut short gives the line before it`() throws {
    let practice = TestPractice()
    let store = try practice.store()
    store.keep(line("first", at: 1))
    store.keep(line("second", at: 2))
    let folder = practice.path + ".present"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first {
        $0.hasSuffix(".line")
      })
    var bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    bytes[20] ^= 1
    try bytes.write(to: URL(fileURLWithPath: "\(folder)/9-9.line"))
    #expect(try practice.store().linesLeftBehind().map(\.line.text) == ["first"])
  }

  private func line(_ text: String, at minutes: Int) -> TypedLine {
    TypedLine(
      chart: "c", place: "note.subjective", text: text, isEntered: false, newestRecord: 7,
      at: Instant(milliseconds: 1_795_515_360_000).adding(minutes: minutes))
  }
}
