import TechniqueKit

/// Outcome measures that any technique may use.
///
/// A module lists the ones it wants among its metrics; the id of a shared measure has no prefix.
public enum Instruments {
  /// Offered for every client.
  public static let general: [OutcomeMetric] = [pain, function]

  /// Numeric pain rating scale.
  ///
  /// Its smallest detectable change is often printed as 2, which is 1.96 times the standard error
  /// of 1.02 without the square root of 2 that two measurements call for.
  public static let pain = OutcomeMetric(
    "nprs", name: "pain", construct: "pain intensity now", prompt: "0 none to 10 worst",
    range: 0...10, .lowerIsBetter, version: "NPRS, 0 to 10, now",
    thresholds: [
      .init(
        .minimalDetectable, 2.83, population: "low back pain",
        citation: .source("computed as 1.96 x 1.414 x 1.02 from Childs 2005")),
      .init(
        .minimalImportant, 2, orShareOfBaseline: 0.3, population: "chronic low back pain",
        citation: .ostelo2008),
    ],
    occasions: [.beforeSession, .afterSession],
    licence: .init(.ships, "none required, according to ICHOM"),
    citations: [.source("Childs 2005"), .ostelo2008])

  /// Patient-specific functional scale: 3 to 5 activities in the client's own words.
  ///
  /// A later version of the scale runs the other way; the version is stored with each score.
  public static let function = OutcomeMetric(
    "psfs", name: "psfs", construct: "ability to do activities that the client chose",
    prompt: "0 unable to 10 as before", range: 0...10,
    whole: false, .higherIsBetter, entry: .namedActivities(atLeast: 3, atMost: 5),
    version: "PSFS, 0 unable to 10 as before",
    thresholds: [
      .init(
        .minimalDetectable, 2.1, population: "nerve root pain from the neck",
        citation: .cleland2006),
      .init(
        .minimalImportant, 2, population: "nerve root pain from the neck", citation: .cleland2006),
      .init(
        .minimalImportant, 2, population: "shoulder pain (1.9 to 2.0)",
        citation: .source("Rysstad 2020")),
    ],
    occasions: [.everyVisits(4)],
    licence: .init(.ships, "format only, in own wording; copyright of the original authors"),
    citations: [.cleland2006])
}

extension Citation {
  /// What change matters in back pain.
  public static let ostelo2008: Citation = .source("Ostelo 2008, Spine 33:90")
  /// Scores of people with nerve root pain from the neck.
  public static let cleland2006: Citation = .source("Cleland 2006")
}
