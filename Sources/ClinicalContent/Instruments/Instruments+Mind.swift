import TechniqueKit

// Mood, worry, stress and sleep. A high score is shown to the therapist, who refers; it names no
// illness. The question on self-harm of the longer mood form is not part of the program.
extension Instruments {
  static let mind: [OutcomeMetric] =
    [
      moodAndWorry, worry, stress10, stress4, insomnia, sleepIndex,
    ] + promis

  private static let often = "0 never, 1 some days, 2 over half the days, 3 nearly daily"

  private static func items(
    _ part: String, _ texts: [(String, String)]
  ) -> [OutcomeMetric.Item] {
    texts.map { .init($0.0, $0.1, range: 0...3, part: part) }
  }

  /// PHQ-4 in own words: two numbers on worry and two on mood. A part of 3 or more calls for a
  /// closer look by whoever is trained for it.
  static let moodAndWorry = OutcomeMetric(
    "phq4", name: "phq4", construct: "low mood and worry", prompt: "0 none to 12 worst",
    range: 0...12, .lowerIsBetter,
    entry: .items(
      items("worry", [("nervous", "Tense or uneasy"), ("worrying", "Worry that would not stop")])
        + items(
          "mood",
          [
            ("low", "In low spirits or without hope"),
            ("pleasure", "Hardly cared for or enjoyed things"),
          ]),
      .init(.sum, missingAtMost: 0)),
    recall: "the last 2 weeks; " + often,
    version: "PHQ-4, reworded; 3 or more in a part: suggest an assessment",
    bands: [.init(0, "minimal"), .init(3, "mild"), .init(6, "moderate"), .init(9, "severe")],
    occasions: [.everyVisits(4)],
    licence: .init(.ships, "no permission required, as its publisher says (unconfirmed)"),
    citations: [.source("Kroenke 2009, Psychosomatics 50:613"), .source("NINDS CDE report F2495")])

  static let worry = OutcomeMetric(
    "gad7", name: "gad7", construct: "worry and unrest", prompt: "0 none to 21 worst",
    range: 0...21, .lowerIsBetter,
    entry: .items(
      items(
        "",
        [
          ("nervous", "Tense or uneasy"), ("worrying", "Worry that would not stop"),
          ("many", "Too many worries at once"), ("relaxing", "Could hardly relax"),
          ("restless", "Had to keep moving about"), ("irritable", "Short-tempered"),
          ("dread", "Afraid that something bad will come"),
        ]), .init(.sum, missingAtMost: 0)),
    recall: "the last 2 weeks; " + often,
    version: "GAD-7, reworded; thresholds are those of the original",
    bands: [.init(0, "minimal"), .init(5, "mild"), .init(10, "moderate"), .init(15, "severe")],
    thresholds: [
      .init(.minimalImportant, 4, population: "not stated", citation: .source("Toussaint 2020")),
      .init(
        .minimalImportant, 1.5, orShareOfBaseline: 0.268, population: "not stated",
        citation: .source("Kounali 2020")),
    ], occasions: [.everyVisits(4)], licence: .init(.ships, "no permission required"),
    citations: [
      .source("Toussaint 2020"), .source("Kounali 2020"), .unconfirmed("bands of 5, 10 and 15"),
    ])

  static let stress10 = OutcomeMetric(
    "pss10", name: "pss10", construct: "stress as felt", prompt: "0 none to 40 worst",
    range: 0...40, .lowerIsBetter,
    entry: .items(numbers(10, 0...4, reversed: [4, 5, 7, 8]), .init(.sum, missingAtMost: 0)),
    recall: "the last month", version: "PSS-10",
    bands: [.init(0, "low"), .init(14, "moderate"), .init(27, "high")],
    occasions: [.everyVisits(4)], licence: .paper("claims about its permission conflict"),
    citations: [.source("CMU, Cohen lab page; wisc.edu scale page")])

  static let stress4 = OutcomeMetric(
    "pss4", name: "pss4", construct: "stress as felt, short", prompt: "0 none to 16 worst",
    range: 0...16, .lowerIsBetter,
    entry: .items(numbers(4, 0...4, reversed: [2, 3]), .init(.sum, missingAtMost: 0)),
    recall: "the last month", version: "PSS-4", occasions: [.everyVisits(4)],
    licence: .paper("claims about its permission conflict"),
    citations: [.source("CMU, Cohen lab page; wisc.edu scale page")])

  static let insomnia = OutcomeMetric(
    "isi", name: "isi", construct: "trouble with sleep", prompt: "0 none to 28 worst",
    range: 0...28, .lowerIsBetter,
    entry: .items(numbers(7, 0...4), .init(.sum, missingAtMost: 0)), recall: "the last 2 weeks",
    version: "ISI, 7 numbers",
    bands: [
      .init(0, "little"), .init(8, "slight"), .init(15, "moderate"), .init(22, "severe"),
    ],
    thresholds: [
      .init(
        .minimalImportant, 8.4, population: "insomnia, moderately better", condition: "sleep",
        citation: .source("Morin 2011, Sleep 34:601")),
      .init(
        .minimalImportant, 6, population: "insomnia", condition: "sleep",
        citation: .unconfirmed("Yang 2009")),
    ], occasions: [.everyVisits(4)], licence: .paper("copyright Morin, licensed by Mapi"),
    citations: [.source("Morin 2011, Sleep 34:601")])

  /// Seven components, which the form computes from its nineteen questions.
  static let sleepIndex = OutcomeMetric(
    "psqi", name: "psqi", construct: "quality of sleep over a month",
    prompt: "0 best to 21 worst", range: 0...21, .lowerIsBetter,
    entry: .items(numbers(7, 0...3), .init(.sum, missingAtMost: 0)), recall: "the last month",
    version: "PSQI, 7 components", bands: [.init(0, "good sleep"), .init(6, "poor sleep")],
    thresholds: [
      .init(
        .minimalImportant, 3, population: "poor sleep", condition: "sleep",
        citation: .unconfirmed("3 points"))
    ], occasions: [.everyVisits(4)], licence: .paper("copyright of the University of Pittsburgh"),
    citations: [.source("Buysse 1989")])

  /// T-scores of the official tables: 50 is the mean of the United States, 10 one deviation.
  static let promis: [OutcomeMetric] = [
    tScore(
      "promis_interference", "what pain keeps from", .lowerIsBetter,
      [
        .init(
          .minimalDetectable, hundredths(MeasurementError(standardError: 2.5).detectable95),
          population: "low back pain (SEM 2.3 to 2.5)", condition: "low back pain",
          citation: .source("Amtmann 2016")),
        .init(
          .minimalImportant, 5.5, population: "low back pain (3.5 to 5.5)",
          condition: "low back pain",
          citation: .source("Amtmann 2016")),
      ],
      standardErrors: [
        .init(
          2.5, population: "low back pain (2.3 to 2.5)", condition: "low back pain",
          citation: .source("Amtmann 2016"))
      ]),
    tScore("promis_function", "physical function", .higherIsBetter, [lowBack(3.6)]),
    tScore("promis_anxiety", "anxiety", .lowerIsBetter, [lowBack(5.88)]),
    tScore(
      "promis_depression", "low mood", .lowerIsBetter,
      [
        .init(
          .minimalImportant, 4, population: "low mood (3 to 4)",
          citation: .source("Kroenke, PROMIS"))
      ]),
    tScore("promis_sleep", "disturbed sleep", .lowerIsBetter, [lowBack(3.9)]),
  ]

  private static func lowBack(_ change: Double) -> OutcomeMetric.Threshold {
    .init(
      .minimalImportant, change, population: "chronic low back pain", condition: "low back pain",
      citation: .source("PROMIS-29 in chronic low back pain; the paper was not named"))
  }

  private static func tScore(
    _ id: ID<OutcomeMetric>, _ construct: String, _ direction: OutcomeMetric.Direction,
    _ thresholds: [OutcomeMetric.Threshold],
    standardErrors: [OutcomeMetric.StandardError] = []
  ) -> OutcomeMetric {
    OutcomeMetric(
      id, name: id.rawValue, construct: construct + ", T-score",
      prompt: "T-score from the official table", range: 10...90, whole: false, direction,
      recall: id == "promis_function" ? "now" : "the last 7 days", version: "PROMIS T-score",
      bands: direction == .lowerIsBetter
        ? [.init(10, "to 55"), .init(55.01, "above 55, impaired")]
        : [.init(10, "under 45, impaired"), .init(45, "45 and more")],
      thresholds: thresholds, standardErrors: standardErrors, occasions: [.everyVisits(4)],
      licence: .paper("software needs written permission (healthmeasures.net)"),
      citations: [.source("healthmeasures.net")])
  }
}
