import ClinicCore
import TechniqueKit

/// What the scores of one course have in common, as one text: a single comparison for each row while
/// the clinic's results are read.
struct SeriesMark {
  let text: String

  init(_ measurement: ClinicCore.Measurement) {
    text = [measurement.metric.rawValue, measurement.version, measurement.basis]
      .joined(separator: Self.separator)
  }

  /// - Returns: metric, version and basis; `nil` of a text that none was made of.
  static func parts(
    of text: String
  ) -> (metric: ID<OutcomeMetric>, version: String, basis: String)? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return (ID(String(parts[0])), String(parts[1]), String(parts[2]))
  }

  /// The unit separator of ASCII, which stands in no name.
  private static let separator = "\u{1F}"
}
