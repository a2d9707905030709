import ClinicCore
import TechniqueKit
import Testing

/// How much of a referral is used, and what is told of it; 24 November 2026 is today.
@Suite struct ReferralTests {
  static let today = PlanningTests.today

  /// Valid from ten days ago to 31 December.
  static func referral(
    _ visits: Int = 8, from days: Int = -10, until end: CalendarDate? = nil
  ) -> (ID<Entry>, Entry.Content, day: Int) {
    (
      "referral",
      .referral(
        Referral(
          provider: .init(name: "Dr Synthetic"), codes: [], areas: [Site("neck")],
          visits: visits, startsOn: today.adding(days: days),
          expiresOn: end ?? PlanningTests.day("2026-12-31"))), days
    )
  }

  static func standing(
    _ referral: (ID<Entry>, Entry.Content, day: Int), visits days: [Int], reported: Int? = nil
  ) throws -> ReferralStanding {
    let report: (ID<Entry>, Entry.Content, day: Int)? = reported.map {
      ("report", .reportSent(ReportSent(referral: "referral", on: today.adding(days: $0))), $0)
    }
    let chart = PlanningTests.chart(
      [referral] + days.map(PlanningTests.visit) + [report].compactMap(\.self))
    return try #require(chart.referrals.first)
  }

  @Test func `a visit counts from the first day to the last, both among them`() throws {
    let standing = try Self.standing(
      Self.referral(5, from: -10, until: Self.today.adding(days: -1)),
      visits: [-11, -10, -5, -1, 0])
    #expect((standing.used, standing.left) == (3, 2))
  }

  @Test(arguments: [
    (5, []), (6, []), (7, [PlanningNotice.referralLastVisit(of: 8)]),
    (8, [.referralUsedUp(visits: 8)]), (9, [.referralUsedUp(visits: 8)]),
  ])
  func `the last visit and the end of the visits are told`(
    used: Int, notices: [PlanningNotice]
  ) throws {
    // All visits on days of which a report has told.
    let standing = try Self.standing(
      Self.referral(), visits: (0..<used).map { $0 - 10 }, reported: 0)
    #expect(standing.used == used && standing.left == max(0, 8 - used))
    #expect(standing.notices(on: Self.today) == notices)
  }

  @Test(arguments: [
    (15, nil), (14, 14), (1, 1), (0, 0), (-1, -1), (-30, -30),
  ])
  func `the end of its time is told from two weeks before to the day after`(
    left: Int, told: Int?
  ) throws {
    let end = Self.today.adding(days: left)
    let standing = try Self.standing(Self.referral(from: -40, until: end), visits: [])
    #expect(standing.daysLeft(on: Self.today) == left)
    let expected: PlanningNotice? = told.map {
      $0 < 0 ? .referralExpired(end) : .referralExpires(end, daysLeft: $0)
    }
    #expect(standing.notices(on: Self.today) == [expected].compactMap(\.self))
  }

  @Test func `one that has not begun says so`() throws {
    let standing = try Self.standing(Self.referral(from: 1), visits: [])
    #expect(
      standing.notices(on: Self.today) == [.referralNotBegun(Self.today.adding(days: 1))])
  }

  @Test(
    arguments: [
      // Visits, days since the start, day of the last report.
      (5, 29, nil, nil), (6, 6, nil, (6, 6)), (1, 29, nil, nil), (1, 30, nil, (1, 30)),
      (0, 31, nil, nil), (6, 10, -1, nil), (7, 40, -35, (7, 35)),
    ] as [(Int, Int, Int?, (Int, Int)?)])
  func `a report is due after its visits, or after its days once there was a visit`(
    visits: Int, since: Int, reported: Int?, due: (Int, Int)?
  ) throws {
    // The last visits lie just before today.
    let standing = try Self.standing(
      Self.referral(20, from: -since), visits: (0..<visits).map { -$0 - 1 }, reported: reported)
    let expected = due.map { PlanningNotice.reportDue(visits: $0.0, days: $0.1) }
    #expect(standing.notices(on: Self.today) == [expected].compactMap(\.self))
  }

  @Test func `the clinic's own interval holds`() throws {
    let standing = try Self.standing(Self.referral(), visits: [-2, -1])
    let reports = ReportInterval(visits: 2, days: 300, noticeDays: 37)
    #expect(
      standing.notices(on: Self.today, reports) == [
        .referralExpires(PlanningTests.day("2026-12-31"), daysLeft: 37),
        .reportDue(visits: 2, days: 10),
      ])
  }

  /// A second order beside the first, from two days ago.
  static func second(_ visits: Int = 4, from days: Int = -2) -> (
    ID<Entry>, Entry.Content, day: Int
  ) {
    var entry = referral(visits, from: days)
    entry.0 = "second"
    return entry
  }

  /// A signed visit that says which order it uses up.
  static func visit(_ days: Int, _ tie: ReferralTie?) -> (ID<Entry>, Entry.Content, day: Int) {
    let start = Instant(today.adding(days: days), hour: 10, in: .utc)
    let record = VisitRecord(
      startedAt: start, endedAt: start.adding(minutes: 60),
      templates: [
        .init(id: "t", title: "stone", technique: "stone", techniqueName: "Stone", length: 60)
      ],
      segments: [], minutes: 60, verdict: [], findings: [], measurements: [], note: [],
      referral: tie)
    return (ID("visit \(days)"), .visit(record), days)
  }

  @Test(
    arguments: [
      ([nil, nil, nil], [1, 2]), ([.to(referral: "referral"), nil, nil], [1, 2]),
      ([nil, .to(referral: "referral"), nil], [2, 1]),
      ([nil, .nothing, .nothing], [1, 0]), ([.to(referral: "second"), nil, nil], [0, 3]),
      ([.nothing, .to(referral: "referral"), .to(referral: "referral")], [2, 0]),
      // An order that was taken back since is as good as none that was named.
      ([nil, .to(referral: "gone"), nil], [1, 2]),
    ] as [([ReferralTie?], [Int])])
  func `one visit uses up one order, and one that names none counts for the newest that ran`(
    ties: [ReferralTie?], used: [Int]
  ) {
    let visits = zip([-9, -2, -1], ties).map { Self.visit($0, $1) }
    for entries in [
      [Self.referral(), Self.second()] + visits, [Self.referral()] + visits + [Self.second()],
      visits + [Self.referral(), Self.second()],
    ] {
      let chart = PlanningTests.chart(entries)
      #expect(chart.referrals.map(\.used) == used)
      #expect(chart.referrals.map(\.unreported) == used)
      #expect(chart.visits.count { chart.referral(of: $0) != nil } == used.reduce(0, +))
    }
  }

  @Test func `closing one leaves the others, and takes no visit that begins later`() throws {
    func closing(_ entry: ID<Entry>, _ days: Int) -> (ID<Entry>, Entry.Content, day: Int) {
      (ID("close \(entry)"), .closing(Closing(of: entry, reason: "done")), days)
    }
    let visits = [-9, -4, -1].map { Self.visit($0, nil) }
    for (closings, used, open) in [
      ([("second", -3)], [3, 0], [1]), ([("referral", -5)], [1, 1], [2]),
      ([("referral", -5), ("second", -2)], [1, 0], []), ([], [2, 1], [1, 2]),
    ] as [([(ID<Entry>, Int)], [Int], [Int])] {
      let chart = PlanningTests.chart(
        [Self.referral(), Self.second()] + visits + closings.map { closing($0.0, $0.1) })
      #expect(chart.referrals.map(\.used) == used, "\(closings)")
      #expect(chart.openReferrals.map(\.number) == open, "\(closings)")
      #expect(chart.referrals.map(\.code) == ["R1", "R2"])
    }
  }

  @Test func `each has its own reports and its own end, and names its number where there are two`()
    throws
  {
    let chart = PlanningTests.chart([
      Self.referral(), Self.second(1), Self.visit(-9, .to(referral: "referral")),
      Self.visit(-2, .to(referral: "second")),
      ("report", .reportSent(ReportSent(referral: "referral", on: Self.today)), 0),
    ])
    #expect(chart.referrals.map(\.unreported) == [0, 1])
    #expect(chart.referrals.map(\.reportedOn) == [Self.today, nil])
    let notices = chart.referrals.flatMap { $0.notices(on: Self.today, isOneOfMany: true) }
    #expect(notices == [.referralUsedUp(visits: 1, number: 2)])
    #expect(notices.map(\.description) == ["the one visit of referral R2 is used."])
  }

  @Test func `a number is not given again when a referral was taken back`() {
    let taken: (ID<Entry>, Entry.Content, day: Int) = (
      "undo", .retraction(Retraction(of: ["referral"])), 0
    )
    let chart = PlanningTests.chart([Self.referral(), taken, Self.second()])
    #expect(chart.referrals.map(\.code) == ["R2"])
  }

  @Test(arguments: [
    ("M54.2 neck pain, M62.830", ["M54.2|neck pain", "M62.830|"]), ("g44.209", ["g44.209|"]),
    ("M54.2;M54.50", ["M54.2|", "M54.50|"]), (" , M54.2 ,", ["M54.2|"]),
  ])
  func `codes are kept as they are written`(text: String, codes: [String]) throws {
    let read = try Referral.Code.list(typed: text)
    #expect(read.map { "\($0.code)|\($0.words ?? "")" } == codes)
  }

  @Test(arguments: ["neck", "M54-2", "M54.2/3", "M\u{1F600}5", "M54.2345678901", "ЖЖ5"])
  func `what has not the form of a code is none`(text: String) {
    #expect(throws: PlanningError.notACode(text)) { try Referral.Code.list(typed: text) }
  }

  @Test func `every notice is a sentence with its numbers, and has a word of its own`() {
    let day = PlanningTests.day("2026-12-31")
    let told: [(PlanningNotice, String)] = [
      (.referralNotBegun(day), "the referral begins on 31 Dec 2026."),
      (.referralExpired(day), "the referral expired on 31 Dec 2026."),
      (.referralExpires(day, daysLeft: 0), "the referral expires today, 31 Dec 2026."),
      (.referralExpires(day, daysLeft: 1), "the referral expires in 1 day, on 31 Dec 2026."),
      (.referralUsedUp(visits: 8), "all 8 visits of the referral are used."),
      (
        .referralExpires(day, daysLeft: 2, number: 3),
        "referral R3 expires in 2 days, on 31 Dec 2026."
      ),
      (
        .reportDue(visits: 1, days: 9, number: 2),
        "a report to the provider of referral R2 is due, after 1 visit and 9 days."
      ),
      (.referralUsedUp(visits: 1), "the one visit of the referral is used."),
      (.referralLastVisit(of: 8), "one visit of the referral is left, the last of 8."),
      (.referralLastVisit(of: 1), "the one visit of the referral is left."),
      (
        .reportDue(visits: 6, days: 21),
        "a report to the provider is due, after 6 visits and 21 days."
      ),
      (.planUsedUp(visits: 4), "all 4 visits of the plan are used; re-evaluation is due."),
      (.planUsedUp(visits: 1), "the one visit of the plan is used; re-evaluation is due."),
      (.reevaluationDue(visits: 1), "re-evaluation is due, after 1 visit of the plan."),
      (.goalOverdue(number: 2, day), "goal 2 was due by 31 Dec 2026 and is open."),
    ]
    for (notice, sentence) in told { #expect(notice.description == sentence) }
    #expect(Set(told.map(\.0.code)).count == 9)
  }
}
