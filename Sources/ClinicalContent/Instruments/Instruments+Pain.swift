import TechniqueKit

// Pain, function in the client's own words, and the change that the client sees.
extension Instruments {
  static let pain: [OutcomeMetric] = [painNow, legPain, walkingPain, averagePain, firstStep]
  static let function: [OutcomeMetric] = [ownActivities, globalChange]

  /// Numeric pain rating scale.
  ///
  /// Its smallest detectable change is often printed as 2, which is 1.96 times the standard error
  /// of 1.02 without the square root of 2 that two measurements call for.
  public static let painNow = OutcomeMetric(
    "nprs", name: "pain", construct: "pain intensity now", prompt: "0 none to 10 worst",
    range: 0...10, .lowerIsBetter, recall: "now", version: "NPRS, 0 to 10, now",
    thresholds: [
      .init(
        .minimalDetectable, hundredths(MeasurementError(standardError: 1.02).detectable95),
        population: "low back pain", condition: "low back pain",
        citation: .source("computed from SEM 1.02, Childs 2005")),
      .init(
        .minimalImportant, 2, orShareOfBaseline: 0.3, population: "chronic low back pain",
        condition: "low back pain",
        citation: .ostelo2008),
      .init(
        .minimalImportant, 2.2, population: "low back pain over one week",
        condition: "low back pain", citation: .childs2005),
      .init(
        .minimalImportant, 1.5, population: "low back pain over four weeks",
        condition: "low back pain", citation: .childs2005),
      .init(
        .minimalImportant, 2, orShareOfBaseline: 0.33, population: "clients who say much better",
        citation: .source("Salaffi 2004")),
    ],
    standardErrors: [
      .init(1.02, population: "low back pain", condition: "low back pain", citation: .childs2005)
    ],
    occasions: [.beforeSession, .afterSession],
    licence: .init(.ships, "none required, according to ICHOM"),
    citations: [.childs2005, .ostelo2008])

  static let legPain = rating(
    "leg_pain", "pain in the leg now", "0 none to 10 worst", sides: true, .lowerIsBetter,
    version: "NPRS, 0 to 10, leg, now", citations: [.ostelo2008])

  static let walkingPain = rating(
    "walking_pain", "pain on walking", "0 none to 10 worst, while walking", .lowerIsBetter,
    version: "NPRS, 0 to 10, on walking", citations: [.childs2005])

  static let averagePain = OutcomeMetric(
    "vas", name: "vas", construct: "pain on a line of 100 mm",
    prompt: "mm from the end that says no pain", unit: "mm", range: 0...100, sides: true,
    .lowerIsBetter, recall: "now", version: "VAS, paper line of exactly 100 mm",
    thresholds: [
      .init(
        .minimalImportant, 15, population: "low back pain", condition: "low back pain",
        citation: .ostelo2008),
      .init(
        .minimalImportant, 8, population: "plantar heel pain, average",
        condition: "plantar fasciitis", citation: .landorf2010),
    ], licence: .rating, citations: [.ostelo2008, .landorf2010])

  static let firstStep = OutcomeMetric(
    "first_step", name: "first_step", construct: "pain at the first steps of the day",
    prompt: "mm from the end that says no pain", unit: "mm", range: 0...100, sides: true,
    .lowerIsBetter, recall: "this morning",
    version: "VAS, paper line of exactly 100 mm, first steps",
    thresholds: [
      .init(
        .minimalImportant, 19, population: "plantar heel pain", condition: "plantar fasciitis",
        citation: .landorf2010)
    ], licence: .rating, citations: [.landorf2010])

  /// Patient-specific functional scale: 3 to 5 activities in the client's own words.
  ///
  /// A later version of the scale runs the other way; the version is stored with each score.
  public static let ownActivities = OutcomeMetric(
    "psfs", name: "psfs", construct: "ability to do activities that the client chose",
    prompt: "0 unable to 10 as before", range: 0...10,
    whole: false, .higherIsBetter, entry: .namedActivities(atLeast: 3, atMost: 5),
    recall: "now", version: "PSFS, 0 unable to 10 as before",
    thresholds: [
      .init(
        .minimalDetectable, 2.1, population: "nerve root pain from the neck",
        citation: .cleland2006),
      .init(
        .minimalDetectable, 2, population: "mean of several activities (MDC90)",
        citation: .unconfirmed("Stratford 1995, Physiother Can 47:258")),
      .init(
        .minimalImportant, 2, population: "nerve root pain from the neck", citation: .cleland2006),
      .init(
        .minimalImportant, 2, population: "shoulder pain (1.9 to 2.0)",
        citation: .source("Rysstad 2020")),
    ],
    occasions: [.everyVisits(4)],
    licence: .init(.ships, "format only, in own wording; copyright of the original authors"),
    citations: [.cleland2006])

  /// Global rating of change. It leans on how the client feels now and is never the only sign of
  /// change: it repeats with an agreement of .84 in low back pain (Kamper 2009), and in its longer
  /// form with one of .62 in shoulder pain (Bobos 2020).
  static let globalChange = OutcomeMetric(
    "groc", name: "groc", construct: "change as the client sees it",
    prompt: "-5 very much worse, 0 no change, 5 recovered", range: -5...5, .higherIsBetter,
    recall: "since the first visit", version: "global change, 11 points, -5 to 5",
    thresholds: [
      .init(
        .minimalImportant, 2.5, population: "users of the 11-point scale",
        citation: .source("Kamper 2009"))
    ], occasions: [.atDischarge], licence: .rating,
    citations: [.source("Kamper 2009"), .source("Bobos 2020")])

  /// A rating from 0 to 10 without a known size of error.
  static func rating(
    _ id: ID<OutcomeMetric>, _ construct: String, _ prompt: String,
    whole isWhole: Bool = true, sides: Bool = false, _ direction: OutcomeMetric.Direction,
    recall: String = "now", version: String, citations: [Citation]
  ) -> OutcomeMetric {
    OutcomeMetric(
      id, name: id.rawValue, construct: construct, prompt: prompt, range: 0...10, whole: isWhole,
      sides: sides, direction, recall: recall, version: version, licence: .rating,
      citations: citations)
  }
}
