import TechniqueKit

extension LymphaticDrainage {
  static let metrics = [
    /// Excess of the affected limb over the other one. It is neither the reduction of that excess
    /// nor the change of the whole limb, and is never mixed with them.
    OutcomeMetric(
      "lymphatic_drainage_excess", name: "excess",
      construct: "excess volume of the affected limb over the other one",
      prompt: "percent of the other limb", unit: "%", range: -50...300,
      whole: false, .lowerIsBetter,
      version: "truncated cones from girths at equal steps, percent of the other limb",
      thresholds: [
        .init(
          .minimalDetectable, 18, population: "limb volume from girths (SEM 6.6 %)",
          citation: .source("Hidding 2016")),
        .init(
          .minimalDetectable, 2.3, population: "arm volume, same examiner (SEM 0.82 %)",
          citation: .source("Tidhar 2015")),
        .init(
          .minimalDetectable, 1.8, population: "leg volume, same examiner (SEM 0.64 %)",
          citation: .source("Tidhar 2015")),
      ],
      occasions: [.everyVisits(4)], licence: .init(.ships, "a physical measure"),
      citations: [.source("Gohil 2018"), .source("Hidding 2016"), .source("Tidhar 2015")])
  ]
}
