import TechniqueKit

extension Practice {
  // MARK: Goals

  /// The goals of a chart with where each stands, the scores of the open visit among them.
  public func goals(of chart: Chart) throws -> [GoalStanding] {
    if chart.goals.isEmpty { return [] }
    let open = try currentVisit(of: chart.id)?.measurements ?? []
    return chart.goalStandings(also: open)
  }

  /// Sets a goal of the therapist's words, which the therapist says to be reached.
  ///
  /// - Parameter due: a day, or a month that lasts to its end.
  /// - Throws: `ClinicError.emptyText`, `PlanningError.dueInPast`.
  public func setGoal(
    _ words: String, due: CalendarDate?, in chart: Chart
  ) throws -> (goal: Goal, written: [RecordNumber]) {
    guard !words.trimmed.isEmpty else { throw ClinicError.emptyText }
    return try keep(Goal(words: words.trimmed, due: due), in: chart)
  }

  /// Sets a score as a goal. Where the client stands today is kept with it.
  ///
  /// - Parameter value: in the unit and range of the metric.
  /// - Throws: `ClinicError.outOfRange`, `ClinicError.fractionTyped`, `PlanningError.wrongWay` when
  ///   the bound leads to the worse side, `PlanningError.dueInPast`.
  public func setGoal(
    _ metric: OutcomeMetric, _ bound: Goal.Bound, _ value: Double, due: CalendarDate?,
    in chart: Chart
  ) throws -> (goal: Goal, written: [RecordNumber]) {
    guard metric.range.contains(value) else {
      throw ClinicError.outOfRange(metric: metric.name, range: metric.range, typed: value.plain)
    }
    if metric.isWhole, metric.items.isEmpty, value != value.rounded() {
      throw ClinicError.fractionTyped(metric: metric.name, typed: value.plain)
    }
    let right = Goal.Bound(metric.direction)
    guard bound == right else { throw PlanningError.wrongWay(metric: metric.name, right) }
    let open = try currentVisit(of: chart.id)?.measurements ?? []
    let baseline = (chart.measurements + open)
      .telling(of: metric.id, version: metric.version, in: zone).last
    let goal = Goal(
      words: "\(metric.name) \(bound.words) \(value.plain)",
      target: .init(
        metric: metric.id, version: metric.version, bound: bound, value: value,
        baseline: baseline), due: due)
    return try keep(goal, in: chart)
  }

  private func keep(
    _ goal: Goal, in chart: Chart
  ) throws -> (goal: Goal, written: [RecordNumber]) {
    if let due = goal.due, due.lastDay.dayNumber < today.dayNumber {
      throw PlanningError.dueInPast(due)
    }
    return (goal, try append([.goal(goal)], to: chart.id))
  }

  /// Says that a goal was reached for which there is no score.
  ///
  /// - Parameter number: counted from 1.
  /// - Throws: `PlanningError.noSuchGoal`, `.goalIsOver`, `.goalIsScored`.
  public func reachGoal(_ number: Int, in chart: Chart) throws -> [RecordNumber] {
    let goal = try openGoal(number, in: chart)
    if let target = goal.set.goal.target {
      let name = catalogue.metrics.first { $0.id == target.metric }?.name
      throw PlanningError.goalIsScored(number, metric: name ?? target.metric.rawValue)
    }
    let closing = Closing(of: goal.set.entry, wasReached: true)
    return try append([.closing(closing)], to: chart.id)
  }

  /// Gives a goal up.
  ///
  /// - Throws: `PlanningError.noSuchGoal`, `.goalIsOver`, `.reasonMissing`.
  public func dropGoal(_ number: Int, reason: String?, in chart: Chart) throws -> [RecordNumber] {
    let goal = try openGoal(number, in: chart)
    guard let reason = reason?.trimmed, !reason.isEmpty else {
      throw PlanningError.reasonMissing("goal drop")
    }
    return try append([.closing(Closing(of: goal.set.entry, reason: reason))], to: chart.id)
  }

  private func openGoal(_ number: Int, in chart: Chart) throws -> GoalStanding {
    let goals = try goals(of: chart)
    guard number > 0, number <= goals.count else {
      throw PlanningError.noSuchGoal(number, count: goals.count)
    }
    let goal = goals[number - 1]
    guard goal.state == .open else { throw PlanningError.goalIsOver(number, goal.state) }
    return goal
  }

  // MARK: The plan

  /// Makes a plan the present one; an earlier one stays in the ledger.
  ///
  /// - Throws: `PlanningError.oddVisits`, `.reevaluationInPast`, `.reevaluationTooLate`.
  public func adopt(_ plan: TreatmentPlan, in chart: Chart) throws -> [RecordNumber] {
    try require(visits: plan.visits, atMost: TreatmentPlan.mostVisits)
    switch plan.reevaluation {
    case .on(let date) where date.dayNumber <= today.dayNumber:
      throw PlanningError.reevaluationInPast(date)
    case .after(let visits):
      try require(visits: visits, atMost: TreatmentPlan.mostVisits)
      guard visits <= plan.visits else {
        throw PlanningError.reevaluationTooLate(visits, visits: plan.visits)
      }
    case .on: break
    }
    return try append([.plan(plan)], to: chart.id)
  }

  /// - Throws: `PlanningError.noPlan`.
  public func closePlan(reason: String?, in chart: Chart) throws -> [RecordNumber] {
    guard let plan = chart.plan else { throw PlanningError.noPlan }
    return try append([.closing(Closing(of: plan.entry, reason: reason))], to: chart.id)
  }

  // MARK: Referrals

  /// Adds a referral beside those that are on file.
  ///
  /// - Throws: `PlanningError.oddVisits`, `.endsBeforeStart`, `.writtenInFuture`.
  public func record(_ referral: Referral, in chart: Chart) throws -> [RecordNumber] {
    try require(visits: referral.visits, atMost: Referral.mostVisits)
    guard referral.startsOn.dayNumber <= referral.expiresOn.dayNumber else {
      throw PlanningError.endsBeforeStart(referral.expiresOn, start: referral.startsOn)
    }
    if let written = referral.writtenOn, written.dayNumber > today.dayNumber {
      throw PlanningError.writtenInFuture(written)
    }
    return try append([.referral(referral)], to: chart.id)
  }

  /// Records that the provider was sent a report on the client's progress.
  ///
  /// - Throws: `PlanningError.reportOutside` for a day before it began or to come.
  public func recordReport(
    on day: CalendarDate, of referral: ReferralStanding, in chart: Chart
  ) throws -> [RecordNumber] {
    guard day.dayNumber <= today.dayNumber,
      day.dayNumber >= referral.referral.startsOn.dayNumber
    else { throw PlanningError.reportOutside(day) }
    return try append(
      [.reportSent(ReportSent(referral: referral.entry, on: day))], to: chart.id)
  }

  /// Closes one referral; the others stay as they are.
  ///
  /// - Throws: `PlanningError.referralClosed`, `.reasonMissing`.
  public func close(
    _ referral: ReferralStanding, reason: String?, in chart: Chart
  ) throws -> [RecordNumber] {
    guard referral.closing == nil else { throw PlanningError.referralClosed(referral.number) }
    guard let reason = reason?.trimmed, !reason.isEmpty else {
      throw PlanningError.reasonMissing("referral close")
    }
    return try append([.closing(Closing(of: referral.entry, reason: reason))], to: chart.id)
  }

  private func require(visits: Int, atMost most: Int) throws {
    guard (1...most).contains(visits) else {
      throw PlanningError.oddVisits(visits, atMost: most)
    }
  }
}

extension [Measurement] {
  /// The scores of a metric that tell how the client is, oldest first. One right after a session tells
  /// what the session did, so those count only where there is no other.
  func telling(
    of metric: ID<OutcomeMetric>, version: String, in zone: ClinicZone
  ) -> [Goal.Score] {
    let scores = filter { $0.metric == metric && $0.version == version && $0.value != nil }
      .sorted { $0.at < $1.at }
    let apart = scores.filter { $0.occasion != .after }
    return (apart.isEmpty ? scores : apart).compactMap { score in
      score.value.map { Goal.Score(value: $0, on: score.at.local(in: zone).date) }
    }
  }
}
