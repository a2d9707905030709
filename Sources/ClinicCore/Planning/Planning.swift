import TechniqueKit

/// The goals, the plan and the referral of a chart: the fold over what was said of them.
struct Planning: Sendable {
  /// In the order in which they were set.
  private(set) var goals: [SetGoal] = []
  private var plan: (entry: ID<Entry>, plan: TreatmentPlan)?
  private var referral: (entry: ID<Entry>, referral: Referral)?
  private var reports: [ReportSent] = []

  /// - Parameter entries: of the chart, oldest first, with those that were taken back.
  init(_ entries: [Entry], renames: Renames) {
    for entry in entries.standing {
      let day = entry.happenedAt.local.date
      switch entry.content {
      case .goal(let goal):
        goals.append(SetGoal(entry: entry.id, goal: goal.renamed(renames), setOn: day))
      case .plan(let plan): self.plan = (entry.id, plan)
      case .referral(let referral): self.referral = (entry.id, referral)
      case .reportSent(let report): reports.append(report)
      case .closing(let closing): close(closing, on: day)
      default: continue
      }
    }
  }

  private mutating func close(_ closing: Closing, on day: CalendarDate) {
    if plan?.entry == closing.of { plan = nil }
    if referral?.entry == closing.of { referral = nil }
    if let place = goals.firstIndex(where: { $0.entry == closing.of }) {
      goals[place].closing = .init(closing: closing, on: day)
    }
  }

  fileprivate func plan(_ visits: [Chart.Visit]) -> PlanStanding? {
    plan.map { entry, plan in
      PlanStanding(
        entry: entry, plan: plan, used: visits.count { $0.day >= plan.startsOn.dayNumber })
    }
  }

  fileprivate func referral(_ visits: [Chart.Visit]) -> ReferralStanding? {
    referral.map { entry, referral in
      let within = visits.map(\.day).filter {
        $0 >= referral.startsOn.dayNumber && $0 <= referral.expiresOn.dayNumber
      }
      let reported = reports.filter { $0.referral == entry }.map(\.on).max {
        $0.dayNumber < $1.dayNumber
      }
      return ReferralStanding(
        entry: entry, referral: referral, used: within.count, reportedOn: reported,
        unreported: within.count { $0 > reported?.dayNumber ?? .min })
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
      let scores = target.map { measurements.telling(of: $0.metric, version: $0.version) } ?? []
      let known = scores.lastIndex { $0.on.dayNumber <= goal.setOn.dayNumber } ?? 0
      let since = scores.dropFirst(known)
      let reached = since.reversed().prefix { target?.isReached(by: $0.value) == true }.last
      return GoalStanding(number: place + 1, set: goal, now: scores.last, reached: reached)
    }
  }

  /// The plan that holds, with the visits that were signed since it began.
  public var plan: PlanStanding? { planning.plan(visits) }
  /// The referral that holds, with the visits that were signed within its period.
  public var referral: ReferralStanding? { planning.referral(visits) }
}

extension Chart.Visit {
  fileprivate var day: Int { record.startedAt.local.date.dayNumber }
}

extension Goal {
  fileprivate func renamed(_ renames: Renames) -> Goal {
    guard var target, let present = renames.metrics[target.metric] else { return self }
    target.metric = present
    return Goal(words: words, target: target, due: due)
  }
}
