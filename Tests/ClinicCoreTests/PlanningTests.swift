import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

/// Goals, plans and referrals as a fold over entries; 24 November 2026 is a Tuesday.
@Suite struct PlanningTests {
  static let today = CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .epoch }

  /// A chart of entries, in their order; the day of each is counted from today.
  static func chart(_ entries: [(ID<Entry>, Entry.Content, day: Int)]) -> Chart {
    Chart(
      id: "ann",
      entries: entries.map { id, content, days in
        let at = Instant(today.adding(days: days), hour: 10, in: .utc)
        return Entry(
          id: id, chart: "ann", happenedAt: at, recordedAt: at,
          author: Author(name: "Synthetic Lee", credential: "LMT"), definition: .init(hex: ""),
          content: content)
      }, in: .utc)
  }

  /// A signed visit, so many days from today.
  static func visit(_ days: Int) -> (ID<Entry>, Entry.Content, day: Int) {
    let start = Instant(today.adding(days: days), hour: 10, in: .utc)
    let record = VisitRecord(
      startedAt: start, endedAt: start.adding(minutes: 60),
      templates: [
        .init(
          id: "t", title: "stone", technique: "stone", techniqueName: "Stone", length: 60)
      ],
      segments: [], minutes: 60, verdict: [], findings: [], measurements: [], note: [])
    return (ID("visit \(days)"), .visit(record), days)
  }

  static func pain(
    _ value: Double, _ days: Int, _ occasion: Measurement.Occasion = .apart
  ) -> (ID<Entry>, Entry.Content, day: Int) {
    let metric = Instruments.painNow
    return (
      ID("pain \(days) \(occasion)"),
      .measurement(
        Measurement(
          metric: metric.id, version: metric.version, occasion: occasion,
          at: Instant(today.adding(days: days), hour: 11, in: .utc), value: value)), days
    )
  }

  // MARK: Goals

  static func goal(
    _ bound: Goal.Bound, _ value: Double, due: CalendarDate? = nil
  ) -> (ID<Entry>, Entry.Content, day: Int) {
    let metric = Instruments.painNow
    return (
      "goal",
      .goal(
        Goal(
          words: "pain \(bound.words) \(value.plain)",
          target: .init(
            metric: metric.id, version: metric.version, bound: bound, value: value,
            baseline: .init(value: 6, on: today)), due: due)), 0
    )
  }

  @Test(arguments: [
    (Goal.Bound.atMost, 3.0, 4.0, SetGoal.State.open, 1.0), (.atMost, 3, 3, .reached, 0),
    (.atMost, 3, 0, .reached, 0), (.atLeast, 7, 6, .open, 1), (.atLeast, 7, 7, .reached, 0),
    (.atLeast, 7, 9, .reached, 0),
  ])
  func `a score is reached from the better side, either way`(
    bound: Goal.Bound, target: Double, now: Double, state: SetGoal.State, toGo: Double
  ) throws {
    let chart = Self.chart([Self.goal(bound, target), Self.pain(now, 3)])
    let goal = try #require(chart.goalStandings().first)
    #expect(goal.state == state && goal.number == 1)
    #expect(goal.now == Goal.Score(value: now, on: Self.today.adding(days: 3)))
    #expect(goal.set.goal.target?.distance(from: now) == toGo)
  }

  @Test func `the latest score decides, and one after a session only where there is no other`()
    throws
  {
    let goal = Self.goal(.atMost, 3)
    func state(_ scores: [(ID<Entry>, Entry.Content, day: Int)]) -> SetGoal.State? {
      Self.chart([goal] + scores).goalStandings().first?.state
    }
    #expect(state([]) == .open)
    #expect(state([Self.pain(2, 1), Self.pain(5, 2)]) == .open)
    #expect(state([Self.pain(5, 1), Self.pain(1, 2, .after)]) == .open)
    #expect(state([Self.pain(1, 2, .after)]) == .reached)
    #expect(state([Self.pain(5, 1), Self.pain(3, 2, .before)]) == .reached)
  }

  @Test func `a goal is reached on the first day from which on it stays so`() {
    func reached(_ scores: [(ID<Entry>, Entry.Content, day: Int)]) -> Goal.Score? {
      Self.chart([Self.goal(.atMost, 3)] + scores).goalStandings().first?.reached
    }
    let scores = [Self.pain(2, 1), Self.pain(5, 2), Self.pain(3, 4), Self.pain(1, 9)]
    #expect(reached(scores) == Goal.Score(value: 3, on: Self.today.adding(days: 4)))
    #expect(reached(scores + [Self.pain(4, 11)]) == nil)
    // It is not reached before it was set.
    #expect(
      reached([Self.pain(1, -9), Self.pain(2, -3)])
        == Goal.Score(value: 2, on: Self.today.adding(days: -3)))
  }

  @Test func `a score of another version says nothing, and one not signed yet counts`() {
    let other = Measurement(
      metric: Instruments.painNow.id, version: "another", occasion: .apart,
      at: Instant(Self.today.adding(days: 2), in: .utc), value: 1)
    let own = Measurement(
      metric: Instruments.painNow.id, version: Instruments.painNow.version, occasion: .before,
      at: Instant(Self.today.adding(days: 2), in: .utc), value: 2)
    let chart = Self.chart([Self.goal(.atMost, 3)])
    #expect(chart.goalStandings(also: [other]).first?.state == .open)
    #expect(chart.goalStandings(also: [other, own]).first?.state == .reached)
  }

  @Test func `a goal in words is reached or dropped when somebody says so, and undone when not`() {
    let words: (ID<Entry>, Entry.Content, day: Int) = ("goal", .goal(Goal(words: "sleep")), 0)
    let reached: (ID<Entry>, Entry.Content, day: Int) = (
      "end", .closing(Closing(of: "goal", wasReached: true)), 4
    )
    let dropped: (ID<Entry>, Entry.Content, day: Int) = (
      "end", .closing(Closing(of: "goal", reason: "moved")), 4
    )
    let back: (ID<Entry>, Entry.Content, day: Int) = ("r", .retraction(.init(of: ["end"])), 5)
    func goal(_ more: [(ID<Entry>, Entry.Content, day: Int)]) -> GoalStanding? {
      Self.chart([words] + more).goalStandings().first
    }
    #expect(goal([reached])?.state == .reached)
    #expect(goal([reached])?.set.closing?.on == Self.today.adding(days: 4))
    #expect(goal([dropped])?.state == .dropped)
    #expect(goal([dropped])?.set.closing?.closing.reason == "moved")
    #expect(goal([dropped, back])?.state == .open)
  }

  @Test(arguments: [
    ("2026-12-31", "2026-12-31", false), ("2026-12-31", "2027-01-01", true),
    ("2026-12", "2026-12-31", false), ("2026-12", "2027-01-01", true),
  ])
  func `a goal is overdue after its day, or after the end of its month`(
    due: String, today: String, isOverdue: Bool
  ) {
    let goals = Self.chart([Self.goal(.atMost, 3, due: Self.day(due))]).goalStandings()
    let notice = goals.first?.notice(on: Self.day(today))
    #expect(notice == (isOverdue ? .goalOverdue(number: 1, Self.day(due)) : nil))
    let reached = Self.chart([Self.goal(.atMost, 3, due: Self.day(due)), Self.pain(2, 1)])
    #expect(reached.goalStandings().first?.notice(on: Self.day(today)) == nil)
  }

  // MARK: Plans

  static func plan(
    _ visits: Int, from days: Int = 0, _ reevaluation: TreatmentPlan.Reevaluation? = nil
  ) -> (ID<Entry>, Entry.Content, day: Int) {
    (
      ID("plan \(days)"),
      .plan(
        TreatmentPlan(
          rhythm: .weekly, visits: visits, startsOn: today.adding(days: days),
          reevaluation: reevaluation ?? .after(visits: visits))), days
    )
  }

  @Test func `visits that started on its first day or later are visits of the plan`() throws {
    let chart = Self.chart([
      Self.visit(-1), Self.plan(3), Self.visit(0), Self.visit(7),
    ])
    let plan = try #require(chart.plan)
    #expect((plan.used, plan.left, plan.coming) == (2, 1, 3))
    #expect(plan.notices(on: Self.today.adding(days: 7)) == [])
    let used = try #require(Self.chart([Self.plan(1), Self.visit(0)]).plan)
    #expect((used.left, used.coming) == (0, nil))
    #expect(used.notices(on: Self.today) == [.planUsedUp(visits: 1)])
  }

  @Test func `re-evaluation is due after its visits or on its day, not before`() throws {
    let byVisits = Self.plan(8, .after(visits: 2))
    #expect(Self.chart([byVisits, Self.visit(0)]).plan?.notices(on: Self.today) == [])
    #expect(
      Self.chart([byVisits, Self.visit(0), Self.visit(1)]).plan?.notices(on: Self.today)
        == [.reevaluationDue(visits: 2)])
    let byDay = try #require(
      Self.chart([Self.plan(8, .on(date: Self.today.adding(days: 9)))]).plan)
    #expect(byDay.notices(on: Self.today.adding(days: 8)) == [])
    #expect(byDay.notices(on: Self.today.adding(days: 9)) == [.reevaluationDue(visits: 0)])
  }

  @Test func `a later plan takes the place of the earlier, and a closed one leaves none`() {
    let chart = Self.chart([Self.plan(3), Self.plan(5, from: 2)])
    #expect(chart.plan?.plan.visits == 5)
    let closed = Self.chart([Self.plan(3), ("c", .closing(Closing(of: "plan 0")), 1)])
    #expect(closed.plan == nil)
    // Closing the earlier one says nothing of the later.
    let other = Self.chart([
      Self.plan(3), Self.plan(5, from: 2), ("c", .closing(Closing(of: "plan 0")), 3),
    ])
    #expect(other.plan?.plan.visits == 5)
  }

  @Test(arguments: [
    ("weekly", 1, 7), ("daily", 1, 1), ("twice a week", 2, 7), ("2/week", 2, 7),
    ("3 times a week", 3, 7), ("every 10 days", 1, 10), ("every 2 weeks", 1, 14),
    ("every 2w", 1, 14), ("Weekly", 1, 7), ("once a week", 1, 7),
  ])
  func `a rhythm is read, and read again from its own words`(text: String, times: Int, days: Int) {
    let rhythm = Rhythm(typed: text)
    #expect(rhythm == Rhythm(times: times, days: days))
    #expect(rhythm.flatMap { Rhythm(typed: $0.words) } == rhythm)
  }

  @Test(arguments: [
    "", "often", "8 a week", "0 a week", "-1 a week", "every 91 days", "every 13 weeks",
    "every 0 d",
    "every", "weekly weekly", "99999999999999999999 a week", "every 99999999999999999999d",
  ])
  func `what is no rhythm is none`(text: String) { #expect(Rhythm(typed: text) == nil) }

  @Test(arguments: [
    ("31dec", "2026-12-31"), ("dec", "2026-12"), ("november", "2026-11"), ("oct", "2027-10"),
    ("2027-03", "2027-03"), ("6w", "2027-01-05"), ("mar 2028", "2028-03"), ("someday", nil),
    ("2026", nil),
  ])
  func `a goal is due on a day or in a month`(text: String, date: String?) {
    #expect(CalendarDate(due: text, Self.today)?.description == date)
  }

  @Test(arguments: [
    ("today", "2026-11-24"), ("1 dec", "2026-12-01"), ("1 nov", "2026-11-01"),
    ("20nov", "2026-11-20"), ("yesterday", "2026-11-23"), ("2026-02-01", "2026-02-01"),
    ("2026-02", nil), ("someday", nil),
  ])
  func `the nearest day is meant where nothing says which`(text: String, date: String?) {
    #expect(CalendarDate(nearest: text, Self.today)?.description == date)
  }
}
