import TechniqueKit

/// The goals, the plan and the referral of a chart: the fold over what was said of them.
struct Planning: Sendable {
  /// By when they were set.
  private(set) var goals: [SetGoal] = []
  private var plan: (entry: ID<Entry>, plan: TreatmentPlan)?
  /// The referrals, in the order in which they were recorded.
  private(set) var orders: [SetReferral] = []
  private let zone: ClinicZone

  /// - Parameter entries: of the chart, oldest first, with those that were taken back.
  init(_ entries: [Entry], in zone: ClinicZone, renames: Renames) {
    self.zone = zone
    let numbers = Self.numbers(entries)
    for entry in entries.folded {
      let day = entry.happenedAt.local(in: zone).date
      switch entry.content {
      case .goal(let goal):
        goals.append(SetGoal(entry: entry.id, goal: goal.renamed(renames), setOn: day))
      case .plan(let plan): self.plan = (entry.id, plan)
      case .referral(let referral):
        orders.append(
          SetReferral(entry: entry.id, number: numbers[entry.id] ?? 0, referral: referral))
      case .reportSent(let report):
        if let place = orders.firstIndex(where: { $0.entry == report.referral }) {
          orders[place].reports.append(report.on)
        }
      case .closing(let closing): close(closing, on: day, at: entry.happenedAt)
      default: continue
      }
    }
  }

  /// One that was taken back keeps its number, so that no other one gets it.
  private static func numbers(_ entries: [Entry]) -> [ID<Entry>: Int] {
    var numbers: [ID<Entry>: Int] = [:]
    for entry in entries where entry.content.kind == .referral {
      numbers[entry.id] = numbers.count + 1
    }
    return numbers
  }

  private mutating func close(_ closing: Closing, on day: CalendarDate, at moment: Instant) {
    if plan?.entry == closing.of { plan = nil }
    if let place = orders.firstIndex(where: { $0.entry == closing.of }) {
      orders[place].closing = .init(reason: closing.reason, at: moment)
    }
    if let place = goals.firstIndex(where: { $0.entry == closing.of }) {
      goals[place].closing = .init(closing: closing, on: day)
    }
  }

  fileprivate func plan(_ visits: [Chart.Visit]) -> PlanStanding? {
    plan.map { entry, plan in
      PlanStanding(
        entry: entry, plan: plan, used: visits.count { $0.day(in: zone) >= plan.startsOn.dayNumber }
      )
    }
  }

  fileprivate func usedBy(_ visits: [Chart.Visit]) -> [ID<Entry>: [CalendarDate]] {
    var days: [ID<Entry>: [CalendarDate]] = [:]
    for record in visits.map(\.record) {
      if let order = orders.order(of: record.referral, startedAt: record.startedAt, in: zone) {
        days[order.entry, default: []].append(record.startedAt.date(in: zone))
      }
    }
    return days
  }

  func referrals(_ visits: [Chart.Visit]) -> [ReferralStanding] {
    if orders.isEmpty { return [] }
    let used = usedBy(visits)
    return orders.map { order in
      let days = used[order.entry] ?? []
      let reported = order.reports.max { $0.dayNumber < $1.dayNumber }
      return ReferralStanding(
        entry: order.entry, number: order.number, referral: order.referral, used: days.count,
        reportedOn: reported,
        unreported: days.count { $0.dayNumber > reported?.dayNumber ?? .min },
        closing: order.closing)
    }
  }
}

extension Chart {
  /// In the order in which they were set.
  public var goals: [SetGoal] { planning.goals }
  /// The goals with where each stands.
  ///
  /// - Parameter more: scores that are not in the chart yet.
  public func goalStandings(also more: [Measurement] = []) -> [GoalStanding] {
    let measurements = self.measurements + more
    return goals.enumerated().map { place, goal in
      let target = goal.goal.target
      let scores =
        target.map { measurements.telling(of: $0.metric, version: $0.version, in: zone) } ?? []
      let known = scores.lastIndex { $0.on.dayNumber <= goal.setOn.dayNumber } ?? 0
      let since = scores.dropFirst(known)
      let reached = since.reversed().prefix { target?.isReached(by: $0.value) == true }.last
      return GoalStanding(number: place + 1, set: goal, now: scores.last, reached: reached)
    }
  }

  /// The plan that holds, with the visits that were signed since it began.
  public var plan: PlanStanding? { planning.plan(visits) }
}

extension Chart.Visit {
  fileprivate func day(in zone: ClinicZone) -> Int { record.startedAt.date(in: zone).dayNumber }
}

extension Goal {
  fileprivate func renamed(_ renames: Renames) -> Goal {
    guard var target, let present = renames.metrics[target.metric] else { return self }
    target.metric = present
    return Goal(words: words, target: target, due: due)
  }
}
