import ClinicalContent
import TechniqueKit
import Testing

@testable import ClinicCore

/// A chart says what happened when, in whatever order it was written down.
@Suite struct FoldOrderTests {
  static let today = CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch
  static let author = Author(name: "Synthetic Lee", credential: "LMT")
  static let pain = Instruments.painNow

  static func at(_ days: Int, _ hour: Int = 10, _ minute: Int = 0) -> Instant {
    Instant(today.adding(days: days), hour: hour, minute: minute, in: .utc)
  }

  static func entry(_ id: String, _ content: Entry.Content, at happened: Instant) -> Entry {
    Entry(
      id: ID(id), chart: "ann", happenedAt: happened, recordedAt: at(0, 12), author: author,
      definition: .init(hex: ""), content: content)
  }

  static func score(_ value: Double, at time: Instant, _ occasion: Measurement.Occasion = .apart)
    -> Measurement
  {
    Measurement(
      metric: pain.id, version: pain.version, occasion: occasion, at: time, value: value)
  }

  static func visit(_ id: String, _ day: Int, pain value: Double) -> [Entry] {
    let start = at(day)
    let record = VisitRecord(
      startedAt: start, endedAt: start.adding(minutes: 60),
      templates: [
        .init(id: "t", title: "stone", technique: "stone", techniqueName: "Stone", length: 60)
      ],
      segments: [], minutes: 60, verdict: [], findings: [],
      measurements: [
        score(value, at: start, .before), score(value - 1, at: start.adding(minutes: 60), .after),
      ], note: [NoteLine(section: .assessment, text: "day \(day)", at: start)])
    return [
      entry(id, .visit(record), at: start),
      entry(id + " signed", .signature(.init(visit: ID(id), signer: author)), at: at(day, 20)),
    ]
  }

  static func intake(_ id: String, _ day: Int, _ answers: [ID<Question>: Answer]) -> Entry {
    entry(
      id, .intake(IntakeRecord(answers: answers.mapValues { .init($0, at: at(day, 9)) })),
      at: at(day, 9, 30))
  }

  /// A whole course, in the order in which it happened.
  static let course: [Entry] = {
    let breast = ConsentStatement(id: "breast", version: "1", title: "Breast", lines: ["x"])
    func referral(_ start: Int) -> Referral {
      Referral(
        provider: .init(name: "Dr Synthetic"), codes: [], areas: [], visits: 8,
        startsOn: today.adding(days: start), expiresOn: today.adding(days: 60))
    }
    func plan(_ visits: Int, _ start: Int) -> TreatmentPlan {
      TreatmentPlan(
        rhythm: .weekly, visits: visits, startsOn: today.adding(days: start),
        reevaluation: .after(visits: 4))
    }
    func diary(_ first: Double, _ day: Int) -> Entry.Content {
      .diary(DiaryPage(diary: .headache, days: [DiaryDay(today.adding(days: day), [first, 1])]))
    }
    var all: [Entry] = [
      entry("reg", .registered(Identity(name: "Synthetic Ann")), at: at(-60)),
      intake("i1", -50, ["fever": .yesNo(false), "pain_now": .number(8)]),
      entry("named", .identityChanged(Identity(name: "Synthetic Ann Ruiz")), at: at(-49)),
      entry("ref1", .referral(referral(-48)), at: at(-48)),
      entry("p1", .plan(plan(4, -47)), at: at(-47)),
      entry("goal", .goal(Goal(words: "sleep")), at: at(-46)),
      entry("m1", .measurement(score(9, at: at(-45))), at: at(-45)),
      entry("d1", diary(3, -44), at: at(-44)), entry("d2", diary(5, -44), at: at(-43)),
    ]
    all += visit("v1", -40, pain: 8)
    all += [
      intake("i2", -33, ["fever": .yesNo(true), "pain_now": .number(6)])
    ]
    all += visit("v2", -33, pain: 6)
    all += [
      entry("add", .addendum(.init(visit: "v1", text: "later")), at: at(-32)),
      entry("p1 over", .closing(Closing(of: "p1", reason: "done")), at: at(-31)),
      entry("p2", .plan(plan(6, -30)), at: at(-30)),
      entry("ref2", .referral(referral(-29)), at: at(-29)),
      entry(
        "sent", .reportSent(ReportSent(referral: "ref2", on: today.adding(days: -20))), at: at(-20)),
      entry(
        "c1", .consent(.init(.given, to: breast, by: .client, on: today.adding(days: -19))),
        at: at(-19)),
      entry(
        "c2", .consent(.init(.withdrawn, to: breast, by: .client, on: today.adding(days: -18))),
        at: at(-18)),
      entry("goal over", .closing(Closing(of: "goal", wasReached: true)), at: at(-17)),
      entry(
        "ap", .appointment(.init(startsAt: at(7), minutes: 60, therapist: "lee")), at: at(7)),
      entry(
        "ap moved",
        .appointmentChanged(
          .init(of: "ap", .moved(to: .init(startsAt: at(8), minutes: 30, therapist: "lee")))),
        at: at(-16)),
    ]
    all += visit("wrong", -15, pain: 1)
    all += [
      entry(
        "wrong gone", .retraction(.init(of: ["wrong", "wrong signed"], reason: "other chart")),
        at: at(-14)),
      entry("refused", .notTreated(.init(reasons: ["C1 Fever"])), at: at(-13)),
      entry("ack", .acknowledgement(.init(rules: ["r"], action: "called")), at: at(-12)),
      entry(
        "clear",
        .clearance(
          .init(
            rule: "r", clearedBy: "Dr", credential: "MD", clearedOn: .epoch, scope: "all",
            expires: .epoch)), at: at(-11)),
      intake("i3", -8, ["fever": .yesNo(false), "pain_now": .number(3)]),
    ]
    all += visit("v3", -8, pain: 3)
    all += [entry("m2", .measurement(score(2, at: at(-2))), at: at(-2))]
    return all
  }()

  /// What an entry names and must follow; everything follows the registration.
  static func named(by entry: Entry) -> [ID<Entry>] {
    switch entry.content {
    case .registered: []
    case .signature(let what): [what.visit]
    case .addendum(let what): [what.visit]
    case .closing(let what): [what.of]
    case .reportSent(let what): [what.referral]
    case .appointmentChanged(let what): [what.appointment]
    case .retraction(let what): what.entries
    default: ["reg"]
    }
  }

  /// One of the orders in which they may have been written down.
  static func recorded(
    _ entries: [Entry], using generator: inout some RandomNumberGenerator
  ) -> [Entry] {
    var left = entries.shuffled(using: &generator)
    var written: [Entry] = []
    while let place = left.firstIndex(where: { entry in
      named(by: entry).allSatisfy { id in written.contains { $0.id == id } }
    }) {
      written.append(left.remove(at: place))
    }
    return written
  }

  static func chart(_ entries: [Entry]) -> Chart { Chart(id: "ann", entries: entries, in: .utc) }

  /// Everything that is read of a chart.
  static func told(_ chart: Chart) -> [String] {
    func sorted<Key: CustomStringConvertible, Value>(_ pairs: [Key: Value]) -> [String] {
      pairs.map { "\($0.key): \($0.value)" }.sorted()
    }
    let visits = chart.visits.map(\.record.startedAt).map { $0.date(in: .utc) }
    let courses = chart.measurements.series(of: pain, in: .utc).compactMap {
      ScoreCourse($0, in: chart.conditions, visits: visits)
    }
    var told: [String] = []
    func tell(_ value: Any) { told.append(String(describing: value)) }
    tell(chart.identity)
    tell(chart.visits)
    tell(chart.measurements)
    tell(chart.consents)
    told += sorted(chart.answers)
    told += sorted(chart.earlierAnswers)
    tell(chart.clearances)
    tell(chart.acknowledgements)
    tell(chart.notTreated)
    tell(chart.appointments)
    tell(chart.lastIntake as Any)
    tell(chart.goals)
    tell(chart.plan as Any)
    // Their numbers are given when they are recorded.
    for order in chart.referrals.sorted(by: { $0.entry < $1.entry }) {
      tell((order.entry, order.referral, order.used, order.reportedOn, order.unreported))
      tell(order.closing as Any)
    }
    tell(chart.days(of: .headache))
    tell(chart.withdrawn)
    tell(courses)
    for day in [-41, -33, -16, -14, 0] { tell(chart.asOf(today.adding(days: day)).visits) }
    return told
  }

  @Test func `the same entries, written down in any order, tell the same`() {
    let wanted = Self.told(Self.chart(Self.course))
    #expect(Self.chart(Self.course).visits.count == 3)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let order = Self.recorded(Self.course, using: &generator)
      #expect(order.count == Self.course.count)
      let told = Self.told(Self.chart(order))
      for (one, other) in zip(told, wanted) where one != other {
        Issue.record("\(order.map(\.id.rawValue)): \(one) is not \(other)")
        return
      }
    }
  }

  @Test(arguments: [["v1", "v3", "v2"], ["v3", "v2", "v1"], ["v2", "v1", "v3"]])
  func `the last visit is the one that took place last, and takes the addendum`(order: [String]) {
    let days = ["v1": -40, "v2": -33, "v3": -8]
    let chart = Self.chart(order.flatMap { Self.visit($0, days[$0] ?? 0, pain: 5) })
    #expect(chart.lastVisit?.entry == "v3")
    #expect(chart.visits.map(\.entry) == ["v1", "v2", "v3"])
    #expect(chart.lastVisit(before: Self.at(-33))?.entry == "v1")
    #expect(chart.lastVisit(before: Self.at(-40)) == nil)
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func `the answer that counts is the one that was given last, and the one before it`(
    order: [Int]
  ) {
    let intakes = [
      Self.intake("a", -9, ["pain_now": .number(8)]),
      Self.intake("b", -6, ["pain_now": .number(5)]),
      Self.intake("c", -3, ["pain_now": .number(2)]),
    ]
    let chart = Self.chart(order.map { intakes[$0] })
    #expect(chart.answers["pain_now"]?.answer == .number(2))
    #expect(chart.earlierAnswers["pain_now"]?.answer == .number(5))
    #expect(chart.lastIntake == Self.at(-3, 9, 30))
  }

  @Test(arguments: [[8.0, 5, 3], [3, 8, 5], [5, 3, 8]])
  func `a course goes from the first score to the last by their days`(typed: [Double]) throws {
    let days = [8.0: -20, 5: -10, 3: -1]
    let chart = Self.chart(
      typed.map { value in
        let time = Self.at(days[value] ?? 0)
        return Self.entry("\(value)", .measurement(Self.score(value, at: time)), at: time)
      })
    let series = try #require(chart.measurements.series(of: Self.pain, in: .utc).first)
    let course = try #require(ScoreCourse(series))
    #expect(course.first.value == 8 && course.last.value == 3)
  }
}
