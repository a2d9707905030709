import ClinicCore
import TechniqueKit

/// A client's scores over time, a plot and a table for each of them.
///
/// ```swift
/// ProgressReport(client: "Ann Ruiz", writtenOn: today, sections: [.init(course)])
///   .document.html
/// ```
public struct ProgressReport: Hashable, Sendable {
  public let client: String
  public let writtenOn: CalendarDate
  public let sections: [Section]

  /// - Parameter sections: in the order of the page; none says that nothing was scored yet.
  public init(client: String, writtenOn: CalendarDate, sections: [Section]) {
    self.client = client
    self.writtenOn = writtenOn
    self.sections = sections
  }

  /// One course, with the value that is to be reached.
  public struct Section: Hashable, Sendable {
    public let course: ScoreCourse
    /// In the unit of the metric.
    public let goal: Double?

    public init(_ course: ScoreCourse, goal: Double? = nil) {
      self.course = course
      self.goal = goal
    }
  }
}
