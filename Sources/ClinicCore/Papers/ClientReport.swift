import TechniqueKit

/// What a client takes home on the treatment of a period. The same chart and the same day give the
/// same report.
public struct ClientReport: Hashable, Sendable {
  /// Name of the clinic and how it is reached, a line each.
  public let letterhead: [String]
  public let writtenOn: CalendarDate
  public let author: Author
  public let course: TreatmentCourse
  /// For massage as such and for the techniques that were used, each sentence once; empty when
  /// nothing was done.
  public let aftercare: Aftercare

  public init(
    letterhead: [String], writtenOn: CalendarDate, author: Author, course: TreatmentCourse,
    aftercare: Aftercare
  ) {
    self.letterhead = letterhead
    self.writtenOn = writtenOn
    self.author = author
    self.course = course
    self.aftercare = aftercare
  }

  /// What the client does at home, in the therapist's words.
  public var homeCare: String? { course.plan?.plan.homeCare }
}
