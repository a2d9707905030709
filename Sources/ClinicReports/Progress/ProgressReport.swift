import ClinicCore
import TechniqueKit

/// A client's scores over time, a plot and a table for each of them.
///
/// ```swift
/// ProgressReport(client: "Ann Ruiz", writtenOn: today, sections: [.init(series, sentences: [])])
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

  /// One series and what is said of it.
  public struct Section: Hashable, Sendable {
    public let series: MeasuredSeries
    public let sentences: [String]
    public let goal: Double?
    public let runs: [[MeasuredDay]]

    /// - Parameters:
    ///   - sentences: on how the scores went, a paragraph each.
    ///   - goal: a value to reach, in the unit of the metric.
    ///   - runs: the days divided where they may not be compared; left out, where the version of
    ///     the instrument changes.
    public init(
      _ series: MeasuredSeries, sentences: [String], goal: Double? = nil,
      runs: [[MeasuredDay]]? = nil
    ) {
      self.series = series
      self.sentences = sentences
      self.goal = goal
      self.runs = runs ?? series.runs
    }
  }
}
