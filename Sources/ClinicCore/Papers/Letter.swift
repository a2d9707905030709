import TechniqueKit

/// What the referring provider is told of a client. The same chart and the same day give the same
/// letter.
public struct Letter: Hashable, Sendable {
  /// Name of the clinic and how it is reached, a line each.
  public let letterhead: [String]
  public let writtenOn: CalendarDate
  public let author: Author
  /// The referral it answers to; `nil` where the chart has none.
  public let referral: Referral?
  /// The same with its number, and how much of it is used.
  public let order: ReferralStanding?
  public let course: TreatmentCourse
  public let recommendation: Recommendation
  public let sharing: Sharing

  public init(
    letterhead: [String], writtenOn: CalendarDate, author: Author, referral: Referral?,
    course: TreatmentCourse, recommendation: Recommendation, sharing: Sharing,
    order: ReferralStanding? = nil
  ) {
    self.letterhead = letterhead
    self.writtenOn = writtenOn
    self.author = author
    self.referral = referral
    self.order = order
    self.course = course
    self.recommendation = recommendation
    self.sharing = sharing
  }

  /// What the therapist suggests.
  public enum Recommendation: Hashable, Sendable {
    case continuing(TreatmentPlan, left: Int)
    case reevaluating(TreatmentPlan, used: Int)
    /// In the therapist's own words.
    case own(String)
    case none

    /// What follows from where the plan stands: an end or a day of re-evaluation that has come asks
    /// for one.
    init(_ plan: PlanStanding?, on today: CalendarDate) {
      guard let plan else {
        self = .none
        return
      }
      self =
        plan.coming == nil || plan.isReevaluationDue(on: today)
        ? .reevaluating(plan.plan, used: plan.used)
        : .continuing(plan.plan, left: plan.left)
    }

    public var words: String {
      switch self {
      case .continuing(let plan, let left):
        "Continue \(plan.rhythm.words); \(left.of("visit")) of the plan "
          + (left == 1 ? "is left." : "are left.")
      case .reevaluating(let plan, let used):
        "Re-evaluate before going on: \(used.of("visit")) of the \(plan.visits) planned "
          + (used == 1 ? "was held." : "were held.")
      case .own(let words): words
      case .none: "None was recorded."
      }
    }
  }

  /// On what the letter may be shared.
  public enum Sharing: Hashable, Sendable {
    case statement(title: String, version: String, on: CalendarDate, until: CalendarDate)
    /// Only the therapist says so.
    case told(byGuardian: Bool)

    public var words: String {
      switch self {
      case .statement(let title, let version, let day, let until):
        "Shared under \"\(title)\", version \(version), agreed to on \(DateWords.full(day)) and valid "
          + "until \(DateWords.full(until))."
      case .told(let byGuardian):
        "As the therapist states, \(byGuardian ? "a parent or guardian" : "the client") agreed to "
          + "this letter."
      }
    }
  }
}
