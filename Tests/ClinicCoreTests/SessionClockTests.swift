import ClinicCore
import Foundation
import TechniqueKit
import Testing

/// The time of a session, given moment by moment.
@Suite("The clock of a session")
struct SessionClockTests {
  static let start = Instant(
    CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch, hour: 10,
    in: .utc)

  /// A visit of 30 min trigger points in two phases and 30 min drainage in one, with steps at so many
  /// minutes after the start.
  static func visit(
    at start: Instant = start, _ steps: [(after: Double, step: DraftEvent.Step)]
  ) throws -> VisitDraft {
    let text = """
      {"templates": [
          {"id": "points", "title": "points", "technique": "t", "techniqueName": "T", "length": 30},
          {"id": "flow", "title": "flow", "technique": "d", "techniqueName": "D", "length": 30}],
        "sites": [], "leftOut": [], "verdict": [], "phases": [
          {"title": "Warm", "technique": "t", "minutes": 10, "instructions": "", "overruled": []},
          {"title": "Press", "technique": "t", "minutes": 20, "instructions": "", "overruled": []},
          {"title": "Drain", "technique": "d", "minutes": 30, "instructions": "", "overruled": []}]}
      """
    let first = DraftEvent(at: start, .started(try Payload.decode(Data(text.utf8))))
    let events = steps.map {
      DraftEvent(at: start.adding(milliseconds: Int64($0.after * 60_000)), $0.step)
    }
    let draft = Draft(
      id: "draft", chart: "chart", kind: .visit, openedAt: start, person: "person",
      definition: DefinitionDigest(hex: ""))
    return try #require(VisitDraft(draft, events: [first] + events))
  }

  static func minutes(_ record: VisitRecord) -> [String] {
    record.minutesByTechnique.map { "\($0.technique) \($0.minutes)" }
  }

  /// Phases as `Warm 0-10`, in minutes after the start.
  static func spans(_ visit: VisitDraft) -> [String] {
    visit.segments(endedAt: visit.clock.startedAt).segments.map { segment in
      let from = segment.startedAt.milliseconds - visit.clock.startedAt.milliseconds
      let to = segment.endedAt.milliseconds - visit.clock.startedAt.milliseconds
      return "\(segment.title) \(from / 60_000)-\(to / 60_000)"
    }
  }

  @Test func `phases follow one another by themselves, and next moves on early`() throws {
    let left = try Self.visit([(60, .ended)])
    #expect(Self.spans(left) == ["Warm 0-10", "Press 10-30", "Drain 30-60"])
    let early = try Self.visit([(4, .nextPhase), (20, .nextPhase), (45, .ended)])
    #expect(Self.spans(early) == ["Warm 0-4", "Press 4-20", "Drain 20-45"])
    #expect(Self.minutes(early.record(composed: [], endedAt: Self.start)) == ["t 20", "d 25"])
  }

  @Test func `time on hold counts nowhere, and moves what follows`() throws {
    let visit = try Self.visit([
      (5, .held), (12, .resumed), (40, .held), (41, .resumed), (68, .ended),
    ])
    #expect(Self.spans(visit) == ["Warm 0-17", "Press 17-37", "Drain 37-68"])
    #expect(visit.clock.elapsedMinutes(at: Self.start) == 60)
    #expect(Self.minutes(visit.record(composed: [], endedAt: Self.start)) == ["t 30", "d 30"])
  }

  @Test func `while on hold nothing moves on, and an end on hold ends the hold`() throws {
    let held = try Self.visit([(8, .held)])
    var clock = held.clock
    clock.advance(to: Self.start.adding(minutes: 300))
    #expect(clock.phase == 0 && clock.elapsedMinutes(at: Self.start.adding(minutes: 300)) == 8)
    #expect(clock.ends(from: Self.start.adding(minutes: 20)) == Self.start.adding(minutes: 72))
    let ended = try Self.visit([(8, .held), (30, .ended)])
    #expect(ended.clock.elapsedMinutes(at: Self.start) == 8 && !ended.clock.isOnHold)
  }

  @Test func `a step on hold begins the next phase, which waits too`() throws {
    let visit = try Self.visit([(5, .held), (6, .nextPhase), (10, .resumed), (40, .ended)])
    #expect(Self.spans(visit) == ["Warm 0-6", "Press 6-30", "Drain 30-40"])
    #expect(visit.clock.elapsedMinutes(at: Self.start) == 35)
  }

  @Test func `extending makes the present phase longer and the end later`() throws {
    let visit = try Self.visit([(9, .extended(minutes: 5)), (70, .ended)])
    #expect(Self.spans(visit) == ["Warm 0-15", "Press 15-35", "Drain 35-70"])
    var clock = try Self.visit([(9, .extended(minutes: 5))]).clock
    clock.advance(to: Self.start.adding(minutes: 20))
    #expect(clock.ends(from: Self.start.adding(minutes: 20)) == Self.start.adding(minutes: 65))
    #expect(clock.minutesAhead == 0)
  }

  @Test func `a session over midnight counts through`() throws {
    let evening = Instant(
      CalendarDate(year: 2026, month: 12, day: 31) ?? .epoch, hour: 23, minute: 40, in: .utc)
    let visit = try Self.visit(at: evening, [(18, .held), (24, .resumed), (66, .ended)])
    let record = visit.record(composed: [], endedAt: evening)
    #expect(record.minutes == 60)
    #expect(record.startedAt.date(in: .utc).year == 2026)
    #expect(record.endedAt.date(in: .utc).year == 2027)
    #expect(record.endedAt.local(in: .utc).clock == "00:46")
  }

  @Test func `what is done after the end changes nothing`() throws {
    let once = try Self.visit([(30, .ended)])
    let twice = try Self.visit([(30, .ended), (40, .nextPhase), (50, .extended(minutes: 9))])
    #expect(once.clock == twice.clock)
  }

  // MARK: Parts of the body

  @Test
  func `the first part named counts from the beginning of its phase, later ones from then on`()
    throws
  {
    let (neck, calf) = (Site("neck"), Site("calf", .left))
    let visit = try Self.visit([
      (15, .treating(sites: [neck], reason: nil, except: nil, against: nil)),
      (20, .treating(sites: [calf], reason: nil, except: nil, against: nil)),
      (60, .ended),
    ])
    #expect(Self.spans(visit) == ["Warm 0-10", "Press 10-20", "Press 20-30", "Drain 30-60"])
    let sites = visit.segments(endedAt: Self.start).segments.map(\.sites)
    #expect(sites == [[], [neck], [calf], [calf]])
  }

  @Test func `a part named after the end counts for the whole session`() throws {
    let visit = try Self.visit([
      (60, .ended), (75, .treating(sites: [Site("neck")], reason: nil, except: nil, against: nil)),
    ])
    #expect(
      visit.segments(endedAt: Self.start).segments.map(\.sites)
        == Array(repeating: [Site("neck")], count: 3))
  }

  // MARK: Any order of steps

  @Test(arguments: 1...200)
  func `the minutes of the techniques add up to those of the session, whatever was typed`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var after = 0.0
    var steps: [(Double, DraftEvent.Step)] = []
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      after += Double.random(in: 0...11, using: &random)
      let all: [DraftEvent.Step] = [
        .nextPhase, .held, .resumed, .extended(minutes: Int.random(in: 1...9, using: &random)),
        .treating(sites: [Site("neck")], reason: nil, except: nil, against: nil),
        .treating(sites: [Site("calf", .right)], reason: nil, except: nil, against: nil),
      ]
      steps.append((after, all[Int.random(in: 0..<all.count, using: &random)]))
    }
    steps.append((after + Double.random(in: 0...90, using: &random), .ended))
    let visit = try Self.visit(steps)
    let record = visit.record(composed: [], endedAt: Self.start)
    #expect(record.minutesByTechnique.map(\.minutes).reduce(0, +) == record.minutes)
    #expect(record.segments.map(\.treated).reduce(0, +) / 60_000 == Int64(record.minutes))
    #expect(record.segments.first?.startedAt == record.startedAt)
    #expect(record.segments.last?.endedAt == record.endedAt)
    for (one, next) in zip(record.segments, record.segments.dropFirst()) {
      #expect(one.endedAt == next.startedAt && one.startedAt <= one.endedAt)
    }
  }
}
