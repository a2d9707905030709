import TechniqueKit

/// Outcome measures that every technique shares.
public enum Instruments {
  /// Numeric pain rating scale. MDC95 computed from SEM 1.02 (Childs 2005): 1.96 x sqrt 2 x SEM.
  public static let pain = OutcomeMetric(
    "nprs", name: "pain", construct: "pain intensity now", prompt: "0 none to 10 worst",
    range: 0...10, .lowerIsBetter, version: "NPRS, now, 0 to 10",
    thresholds: [
      .init(
        .minimalDetectable, 2.83, population: "low back pain",
        citation: .source("Childs 2005, SEM 1.02; computed")),
      .init(
        .minimalImportant, 2, orShareOfBaseline: 0.3, population: "chronic low back pain",
        citation: .source("Ostelo 2008, Spine 33:90")),
    ],
    occasions: [.beforeSession, .afterSession],
    licence: .init(.ships, "No licence required."), citations: [.source("ICHOM measure set")])

  /// Patient-specific functional scale, first version: higher is better. Version 2.0 turns the
  /// scale round and is not compared with it.
  public static let function = OutcomeMetric(
    "psfs", name: "psfs", construct: "activities that the client named",
    prompt: "0 unable to 10 as before", range: 0...10, .higherIsBetter,
    entry: .namedActivities(atLeast: 3, atMost: 5),
    version: "PSFS, first version, 0 unable to 10 as before",
    thresholds: [
      .init(
        .minimalDetectable, 2.1, population: "cervical radiculopathy",
        citation: .source("Cleland 2006")),
      .init(
        .minimalImportant, 2, population: "cervical radiculopathy",
        citation: .source("Cleland 2006")),
    ],
    occasions: [.everyVisits(4)],
    licence: .init(.ships, "The format ships, in our own words; the form is its authors'."),
    citations: [.unconfirmed("Stratford 1995, Physiother Can 47:258")])
}
