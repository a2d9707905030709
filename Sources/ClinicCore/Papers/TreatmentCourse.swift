import TechniqueKit

/// What a chart says of one period: what was done, found and measured. It claims no cause.
public struct TreatmentCourse: Hashable, Sendable {
  /// Both days belong to it.
  public let period: ClosedPeriod
  public let client: Identity
  /// Signed visits that started in the period.
  public let visits: Int
  /// Hands-on minutes of those visits.
  public let minutes: Int
  /// Who treated in those visits, in the order of the first one of each.
  public var treatedBy: [Author] = []
  /// Visits that somebody signed who did not begin them, oldest first.
  public var takenOver: [TakenOver] = []
  /// Appointments of the period to which the client did not come.
  public let missed: Int
  public let cancelled: Int
  /// In the order of the catalogue; without those that were not measured.
  public let scores: [ScoreCourse]
  /// `nil` when no finding was recorded.
  public let findings: Findings?
  /// In the order of use.
  public let techniques: [Technique]
  /// What was treated, by name, in the order of treatment.
  public let areas: [String]
  /// What the therapist noted under A at the last visit.
  public let response: Response?
  /// The answers to what followed a session, oldest first.
  public let afterEffects: [AfterEffect]
  public let notTreated: [Refused]
  /// As they stand today.
  public let goals: [GoalStanding]
  /// As it stands today.
  public let plan: PlanStanding?
  /// The one to come.
  public let next: Appointment?
  /// The clinic's zone, in which its hour is told.
  public let zone: ClinicZone

  public struct ClosedPeriod: Hashable, Sendable {
    public let from: CalendarDate
    public let until: CalendarDate

    func contains(_ day: CalendarDate) -> Bool {
      from.dayNumber <= day.dayNumber && day.dayNumber <= until.dayNumber
    }

    func contains(_ moment: Instant, in zone: ClinicZone) -> Bool {
      contains(moment.date(in: zone))
    }
  }

  /// The first and the last visit of the period with findings, side by side.
  public struct Findings: Hashable, Sendable {
    public let first: CalendarDate
    public let last: CalendarDate
    /// With one visit alone everything is new.
    public let rows: [FindingComparison.Row]
  }

  public struct Technique: Hashable, Sendable {
    public let id: ID<Manifest>
    /// As it was called on the day.
    public let name: String
    /// Hands-on minutes in the period.
    public let minutes: Int
  }

  public struct Response: Hashable, Sendable {
    public let on: CalendarDate
    public let lines: [String]
  }

  /// What the client answered to whether something followed the last session.
  public struct AfterEffect: Hashable, Sendable {
    public let on: CalendarDate
    /// Name of the technique that was asked about.
    public let technique: String
    /// `a bruise, headache`, or `none of these`; in the words that were read.
    public let words: String
    /// Whether something was named.
    public let isReported: Bool
  }

  /// A visit that was signed by somebody else than who began it.
  public struct TakenOver: Hashable, Sendable {
    public let on: CalendarDate
    public let treatedBy: [Author]
    public let signedBy: Author
  }

  /// A day on which, because of the verdict, no treatment was given.
  public struct Refused: Hashable, Sendable {
    public let on: CalendarDate
    public let reasons: [String]
  }
}
