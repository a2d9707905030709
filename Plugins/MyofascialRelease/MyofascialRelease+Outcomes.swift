import TechniqueKit

extension MyofascialRelease {
  static let metrics = [
    OutcomeMetric(
      "myofascial_release_range", name: "range", construct: "range of the movement held back",
      prompt: "degrees of the same movement in the same position", unit: "deg",
      range: 0...180, .higherIsBetter, version: "goniometer or inclinometer, active movement",
      thresholds: [
        .init(
          .minimalDetectable, 9.6, population: "neck movement, CROM device (5.4 to 9.6)",
          citation: .source("Fletcher & Bandy 2008"))
      ],
      occasions: [.everyVisits(1)],
      licence: .init(.ships, "a physical measure"),
      citations: [.source("Fletcher & Bandy 2008"), .source("Anwar 2022")])
  ]
}
