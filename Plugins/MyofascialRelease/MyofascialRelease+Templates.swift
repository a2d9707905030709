import TechniqueKit

extension MyofascialRelease {
  /// The minutes are a choice of this project; the length of a hold is taught as 90 to 300 s.
  static let templates = [
    SessionTemplate(
      "myofascial_release_session", "myofascial",
      phases: [
        .init(
          "Check in, palpate, range", minutes: [15: 2, 30: 4, 45: 6, 60: 8],
          instructions: "Ask what changed and confirm consent. Check the movement, feel the "
            + "tissue. No lubricant.",
          record: "Pain and range before"),
        .init(
          "Warm-up hold", minutes: [15: 2, 30: 5, 45: 7, 60: 9], position: .supine,
          pressure: .light, instructions: "One general cross-hand hold over the area."),
        .init(
          "Holds", minutes: [15: 8, 30: 15, 45: 24, 60: 32], pressure: .medium,
          instructions: "Sink to the first barrier and wait, 90 to 300 s a hold. Holds that fit: "
            + "2-3 in 15 min, 4-5 in 30, 6-8 in 45, 8-10 in 60.",
          record: "A mfr line for each site"),
        .init(
          "Rest, check again, move", minutes: [15: 2, 30: 3, 45: 4, 60: 5],
          instructions: "Rest, then the same movement as before.", record: "Range after"),
        .init(
          "Close", minutes: [15: 1, 30: 3, 45: 4, 60: 6],
          instructions: "Score again, aftercare, note.", record: "Pain after"),
      ],
      citations: [
        .source("Ajimsha 2015", doi: "10.1016/j.jbmt.2014.06.001"),
        .source("teaching pages: holdingspacemfr.com, lautrevoie-mfr, massagemag, themfreffect"),
        .designChoice,
      ])
  ]
}
