import TechniqueKit

/// What a therapist should know of the plan, the goals and the referral before a session. None of it
/// blocks: the therapist decides.
public enum PlanningNotice: Hashable, Sendable {
  case referralNotBegun(CalendarDate)
  case referralExpired(CalendarDate)
  /// Days left, 0 on the last day.
  case referralExpires(CalendarDate, daysLeft: Int)
  case referralUsedUp(visits: Int)
  case referralLastVisit(of: Int)
  /// Visits and days since the last report, or since the referral began.
  case reportDue(visits: Int, days: Int)
  case planUsedUp(visits: Int)
  /// Visits of the plan so far.
  case reevaluationDue(visits: Int)
  case goalOverdue(number: Int, CalendarDate)

  /// Whether it is said again when a session begins; a goal can wait until the chart is opened.
  public var isToldAtStart: Bool { if case .goalOverdue = self { false } else { true } }

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .referralNotBegun: "referral_not_begun"
    case .referralExpired: "referral_expired"
    case .referralExpires: "referral_expires"
    case .referralUsedUp: "referral_used_up"
    case .referralLastVisit: "referral_last_visit"
    case .reportDue: "report_due"
    case .planUsedUp: "plan_used_up"
    case .reevaluationDue: "re_evaluation_due"
    case .goalOverdue: "goal_overdue"
    }
  }
}

extension PlanningNotice: CustomStringConvertible {
  /// One sentence without client data.
  public var description: String {
    switch self {
    case .referralNotBegun(let date): "the referral begins on \(DateWords.full(date))."
    case .referralExpired(let date): "the referral expired on \(DateWords.full(date))."
    case .referralExpires(let date, 0):
      "the referral expires today, \(DateWords.full(date))."
    case .referralExpires(let date, let days):
      "the referral expires in \(days.of("day")), on \(DateWords.full(date))."
    case .referralUsedUp(let visits):
      visits == 1
        ? "the one visit of the referral is used."
        : "all \(visits) visits of the referral are used."
    case .referralLastVisit(let visits):
      visits == 1
        ? "the one visit of the referral is left."
        : "one visit of the referral is left, the last of \(visits)."
    case .reportDue(let visits, let days):
      "a report to the provider is due, after \(visits.of("visit")) and \(days.of("day"))."
    case .planUsedUp(let visits):
      (visits == 1 ? "the one visit of the plan is" : "all \(visits) visits of the plan are")
        + " used; re-evaluation is due."
    case .reevaluationDue(let visits):
      "re-evaluation is due, after \(visits.of("visit")) of the plan."
    case .goalOverdue(let number, let date):
      "goal \(number) was due by \(DateWords.full(date)) and is open."
    }
  }
}

extension Practice {
  /// What is due or runs out, most pressing first: of the referral, the report, the plan, the goals.
  public func planningNotices(for chart: Chart) throws -> [PlanningNotice] {
    let referral = chart.referral?.notices(on: today, profile.reports) ?? []
    let plan = chart.plan?.notices(on: today) ?? []
    return try referral + plan + goals(of: chart).compactMap { $0.notice(on: today) }
  }
}

extension ReferralStanding {
  /// What is due or runs out.
  public func notices(
    on today: CalendarDate, _ reports: ReportInterval = ReportInterval()
  ) -> [PlanningNotice] {
    var notices: [PlanningNotice] = []
    let daysLeft = daysLeft(on: today)
    if referral.startsOn.dayNumber > today.dayNumber {
      notices.append(.referralNotBegun(referral.startsOn))
    } else if daysLeft < 0 {
      notices.append(.referralExpired(referral.expiresOn))
    } else if daysLeft <= reports.noticeDays {
      notices.append(.referralExpires(referral.expiresOn, daysLeft: daysLeft))
    }
    if left == 0 {
      notices.append(.referralUsedUp(visits: referral.visits))
    } else if left == 1 {
      notices.append(.referralLastVisit(of: referral.visits))
    }
    let days = daysSinceReport(on: today)
    if unreported >= reports.visits || (unreported > 0 && days >= reports.days) {
      notices.append(.reportDue(visits: unreported, days: days))
    }
    return notices
  }
}

extension PlanStanding {
  /// Whether its visits are used, or it is to be looked at again.
  public func notices(on today: CalendarDate) -> [PlanningNotice] {
    if left == 0 { return [.planUsedUp(visits: plan.visits)] }
    return isReevaluationDue(on: today) ? [.reevaluationDue(visits: used)] : []
  }
}

extension GoalStanding {
  /// Whether its day has gone by.
  public func notice(on today: CalendarDate) -> PlanningNotice? {
    guard isOverdue(on: today), let due = set.goal.due else { return nil }
    return .goalOverdue(number: number, due)
  }
}
