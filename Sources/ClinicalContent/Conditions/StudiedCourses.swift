import TechniqueKit

/// How often and for how long massage was given in a trial, for one condition.
///
/// It says what was tried, not what a client needs; a plan is the therapist's.
public struct StudiedCourse: Hashable, Sendable {
  public let condition: ID<HealthCondition>
  /// Visits a week; `nil` where the source does not say.
  public let perWeek: Int?
  /// Visits altogether.
  public let visits: Int
  /// Minutes of a visit; `nil` where the source does not say.
  public let minutes: Int?
  /// Certainty of what the trials found, as the evidence of the condition has it.
  public let certainty: Evidence.Certainty
  /// Own words: what was given and what came of it.
  public let summary: String
  public let citations: [Citation]
}

extension StudiedCourse {
  /// Courses with trial support, in the order in which conditions are asked for.
  public static let all = [
    StudiedCourse(
      condition: "low_back_pain", perWeek: 1, visits: 10, minutes: nil, certainty: .low,
      summary: "Ten weekly sessions of structural or of relaxation massage; both did better than "
        + "usual care, and they did not differ in a way that matters.",
      citations: [
        .source("Cherkin 2011, Ann Intern Med", doi: "10.7326/0003-4819-155-1-201107050-00002")
      ]),
    StudiedCourse(
      condition: "neck_pain", perWeek: 2, visits: 8, minutes: 60, certainty: .low,
      summary: "60 minutes two or three times a week for 4 weeks did better than waiting; 30 "
        + "minutes did not.",
      citations: [.source("Sherman 2014, Ann Fam Med 12:112")]),
    StudiedCourse(
      condition: "fibromyalgia", perWeek: nil, visits: 5, minutes: nil, certainty: .low,
      summary: "Five weeks or more eased pain for a short time; sleep did not clearly change.",
      citations: [.source("Li 2014, PLoS One")]),
    StudiedCourse(
      condition: "knee_osteoarthritis", perWeek: 1, visits: 8, minutes: 60, certainty: .low,
      summary: "60 minutes weekly for 8 weeks was the most practical of four doses; the gain had "
        + "gone by 24 to 52 weeks.",
      citations: [
        .source("Perlman 2012, PLoS One 7:e30248"),
        .source("Perlman 2018, J Gen Intern Med, PMC6420526"),
      ]),
  ]

  /// The course that was tried for a condition.
  public static func of(_ condition: HealthCondition) -> StudiedCourse? {
    all.first { $0.condition == condition.id }
  }
}
