import TechniqueKit

/// What a therapist should know of the plan, the goals and the referral before a session. None of it
/// blocks: the therapist decides.
public enum PlanningNotice: Hashable, Sendable {
  // The number of the referral is given where there are several.
  case referralNotBegun(CalendarDate, number: Int? = nil)
  case referralExpired(CalendarDate, number: Int? = nil)
  /// Days left, 0 on the last day.
  case referralExpires(CalendarDate, daysLeft: Int, number: Int? = nil)
  case referralUsedUp(visits: Int, number: Int? = nil)
  case referralLastVisit(of: Int, number: Int? = nil)
  /// Visits and days since the last report, or since the referral began.
  case reportDue(visits: Int, days: Int, number: Int? = nil)
  case planUsedUp(visits: Int)
  /// Visits of the plan so far.
  case reevaluationDue(visits: Int)
  case goalOverdue(number: Int, CalendarDate)

  /// Whether it is said again when a session begins; a goal can wait until the chart is opened.
  public var isToldAtStart: Bool { if case .goalOverdue = self { false } else { true } }

  /// The number of the referral that it is about; `nil` where there is only one, or it is about none.
  public var referral: Int? {
    switch self {
    case .referralNotBegun(_, let number), .referralExpired(_, let number),
      .referralExpires(_, _, let number), .referralUsedUp(_, let number),
      .referralLastVisit(_, let number), .reportDue(_, _, let number):
      number
    case .planUsedUp, .reevaluationDue, .goalOverdue: nil
    }
  }

  /// Whether it is about a referral.
  public var isOfReferral: Bool {
    switch self {
    case .planUsedUp, .reevaluationDue, .goalOverdue: false
    default: true
    }
  }

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
    let which = referral.map { "referral R\($0)" } ?? "the referral"
    return switch self {
    case .referralNotBegun(let date, _): "\(which) begins on \(DateWords.full(date))."
    case .referralExpired(let date, _): "\(which) expired on \(DateWords.full(date))."
    case .referralExpires(let date, 0, _): "\(which) expires today, \(DateWords.full(date))."
    case .referralExpires(let date, let days, _):
      "\(which) expires in \(days.of("day")), on \(DateWords.full(date))."
    case .referralUsedUp(let visits, _):
      visits == 1
        ? "the one visit of \(which) is used." : "all \(visits) visits of \(which) are used."
    case .referralLastVisit(let visits, _):
      visits == 1
        ? "the one visit of \(which) is left."
        : "one visit of \(which) is left, the last of \(visits)."
    case .reportDue(let visits, let days, let number):
      "a report to the provider\(number.map { " of referral R\($0)" } ?? "") is due, after "
        + "\(visits.of("visit")) and \(days.of("day"))."
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
  /// What is due or runs out, most pressing first: of the referrals, the reports, the plan, the goals.
  public func planningNotices(for chart: Chart) throws -> [PlanningNotice] {
    let open = chart.openReferrals
    let referral = open.flatMap {
      $0.notices(on: today, profile.reports, isOneOfMany: open.count > 1)
    }
    let plan = chart.plan?.notices(on: today) ?? []
    return try referral + plan + goals(of: chart).compactMap { $0.notice(on: today) }
  }
}

extension ReferralStanding {
  /// What is due or runs out.
  ///
  /// - Parameter isOneOfMany: whether the sentences name it by its number.
  public func notices(
    on today: CalendarDate, _ reports: ReportInterval = ReportInterval(), isOneOfMany: Bool = false
  ) -> [PlanningNotice] {
    let number = isOneOfMany ? self.number : nil
    var notices: [PlanningNotice] = []
    let daysLeft = daysLeft(on: today)
    if referral.startsOn.dayNumber > today.dayNumber {
      notices.append(.referralNotBegun(referral.startsOn, number: number))
    } else if daysLeft < 0 {
      notices.append(.referralExpired(referral.expiresOn, number: number))
    } else if daysLeft <= reports.noticeDays {
      notices.append(
        .referralExpires(referral.expiresOn, daysLeft: daysLeft, number: number))
    }
    if left == 0 {
      notices.append(.referralUsedUp(visits: referral.visits, number: number))
    } else if left == 1 {
      notices.append(.referralLastVisit(of: referral.visits, number: number))
    }
    let days = daysSinceReport(on: today)
    if unreported >= reports.visits || (unreported > 0 && days >= reports.days) {
      notices.append(.reportDue(visits: unreported, days: days, number: number))
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
