import TechniqueKit

/// Why a goal, a plan or a referral is not taken. One switch words each; none carries client data
/// beyond what was typed for this very step.
public enum PlanningError: Error, Hashable, Sendable {
  case noSuchGoal(Int, count: Int)
  case goalIsOver(Int, SetGoal.State)
  /// The scores say whether it is reached.
  case goalIsScored(Int, metric: String)
  case wrongWay(metric: String, Goal.Bound)
  case dueInPast(CalendarDate)
  case oddVisits(Int, atMost: Int)
  case reevaluationInPast(CalendarDate)
  case reevaluationTooLate(Int, visits: Int)
  case noPlan
  case notACode(String)
  case notADate(String)
  case notANumber(String)
  case endsBeforeStart(CalendarDate, start: CalendarDate)
  case writtenInFuture(CalendarDate)
  case reportOutside(CalendarDate)
  case noReferral
  case noSuchReferral(String, known: [Int])
  /// With the numbers of those that are open.
  case referralNotNamed([Int], verb: String)
  case referralNotRunning(Int, CalendarDate)
  case referralClosed(Int)
  case reasonMissing(String)

  public var isMissing: Bool {
    switch self {
    case .reasonMissing, .referralNotNamed: true
    default: false
    }
  }
}

extension PlanningError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchGoal(let number, let count):
      count == 0
        ? "no goal is set yet. Example: goal pain at most 3 by=31dec"
        : "there \(count == 1 ? "is 1 goal" : "are \(count) goals"), there is no \(number). Type goal."
    case .goalIsOver(let number, let state): "goal \(number) is \(state.rawValue) already."
    case .goalIsScored(let number, let metric):
      "goal \(number) is reached when a score says so. Type \(metric) and the number."
    case .wrongWay(let metric, let bound):
      "\(metric) gets better the other way. A goal says \(metric) \(bound.words)."
    case .dueInPast(let date): "\(DateWords.full(date)) is over already. Name a day to come."
    case .oddVisits(let visits, let most): "visits go from 1 to \(most); you typed \(visits)."
    case .reevaluationInPast(let date):
      "\(DateWords.full(date)) does not lie ahead. re_evaluate needs a day to come or a number of "
        + "visits."
    case .reevaluationTooLate(let after, let visits):
      "the plan has \(visits.of("visit")), so it cannot be looked at again after \(after)."
    case .noPlan: "there is no plan. Type plan for a proposal."
    case .notACode(let typed):
      "\"\(typed)\" has not the form of a code: letters, digits and dots. Example: M54.2"
    case .notADate(let typed):
      "\"\(typed)\" is not a date I can read. Example: 2026-12-31, 31dec or 6w"
    case .notANumber(let typed): "visits is a whole number; you typed \"\(typed)\". Example: 8"
    case .endsBeforeStart(let end, let start):
      "the referral ends on \(DateWords.full(end)), before it begins on \(DateWords.full(start))."
    case .writtenInFuture(let date): "\(DateWords.full(date)) has not come yet."
    case .reportOutside(let date):
      "\(DateWords.full(date)) is no day of the referral that has come."
    case .noReferral: "there is no referral. To record one type: referral new"
    case .noSuchReferral(let typed, let known):
      "there is no referral \"\(typed)\". On file: \(Self.codes(known)). Type referral."
    case .referralNotNamed(let open, let verb):
      "\(open.count) referrals are open: \(Self.codes(open)). Say which one. Example: \(verb) "
        + "R\(open.last ?? 1)"
    case .referralNotRunning(let number, let day):
      "referral R\(number) does not cover \(DateWords.full(day)). Type referral for its dates, or "
        + "referral=none."
    case .referralClosed(let number): "referral R\(number) is closed already."
    case .reasonMissing(let verb): "\(verb) needs reason=\"...\". Nothing was changed."
    }
  }

  /// `R1, R2`
  private static func codes(_ numbers: [Int]) -> String {
    numbers.map { "R\($0)" }.joined(separator: ", ")
  }
}
