import TechniqueKit

extension TriggerPointTherapy {
  static let metrics = [
    OutcomeMetric(
      "trigger_point_threshold", name: "ppt", construct: "pressure pain threshold at one point",
      prompt: "mean of 3 readings in kPa", unit: "kPa", range: 0...1500,
      whole: false, .higherIsBetter, version: "algometer, 1 cm2 tip, mean of 3 readings",
      thresholds: [
        .init(
          .minimalDetectable, 47.2, population: "trapezius",
          citation: .unconfirmed("47.2 kPa, trapezius")),
        .init(
          .minimalDetectable, 97.9, population: "tibialis anterior",
          citation: .unconfirmed("97.9 kPa, tibialis anterior")),
      ],
      licence: .init(.ships, "a physical measure"),
      citations: [.source("Walton 2011, JOSPT", doi: "10.2519/jospt.2011.3666")])
  ]
}
