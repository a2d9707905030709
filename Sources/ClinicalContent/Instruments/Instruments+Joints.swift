import TechniqueKit

// Knee and hip. The three forms of the WOMAC have three ranges and are kept apart.
extension Instruments {
  static let joints: [OutcomeMetric] =
    [
      womac("womac", "WOMAC, words, 0 to 96", 96), womac("womac_nrs", "WOMAC, 0 to 10 each", 240),
      womac("womac_vas", "WOMAC, lines of 100 mm", 2400),
    ] + kneeParts + [kneeShort]

  private static func womac(
    _ id: ID<OutcomeMetric>, _ version: String, _ highest: Double
  ) -> OutcomeMetric {
    let item = highest / 24
    return OutcomeMetric(
      id, name: id.rawValue,
      construct: "pain, stiffness, function of knee or hip, 0 to \(Int(highest))",
      prompt: "0 none to \(Int(highest)) worst", range: 0...highest, whole: false, .lowerIsBetter,
      entry: .items(numbers(24, 0...item), .init(.sum, missingAtMost: 0)),
      recall: "the last 48 hours", version: version,
      thresholds: [
        .init(
          .minimalImportant, nil, orShareOfBaseline: 0.22,
          population: "knee or hip arthritis (12 to 22 %)", condition: "knee osteoarthritis",
          citation: .unconfirmed("12 to 22 % of the first value"))
      ], occasions: [.everyVisits(4)], licence: .paper("a licence of its author is needed"),
      citations: [
        .source("Perlman 2012, PLoS One 7:e30248"),
        .source("Perlman 2018, J Gen Intern Med, PMC6420526"),
      ])
  }

  /// Each part by itself; half of its numbers are enough.
  private static let kneeParts: [OutcomeMetric] = [
    ("koos_pain", "pain of the knee", 9), ("koos_symptoms", "symptoms of the knee", 7),
    ("koos_adl", "daily life with the knee", 17), ("koos_sport", "sport with the knee", 5),
    ("koos_qol", "quality of life with the knee", 4),
  ].map { (id, construct, count) in
    OutcomeMetric(
      ID(id), name: id, construct: construct, prompt: "0 worst to 100 best", range: 0...100,
      whole: false, .higherIsBetter,
      entry: .items(
        numbers(count, 0...4), .init(.mean, times: -25, plus: 100, missingAtMost: count / 2)),
      recall: "the last week", version: "KOOS, \(count) numbers",
      thresholds: [
        .init(
          .minimalImportant, 10, population: "knee (8 to 10)",
          citation: .unconfirmed("Roos & Lohmander 2003, Health Qual Life Outcomes"))
      ], occasions: [.everyVisits(8)],
      licence: .paper("its wording may not be changed; its terms were not read"),
      citations: [.unconfirmed("Roos & Lohmander 2003, Health Qual Life Outcomes")])
  }

  /// The published form runs from no difficulty up; some programs turn it round.
  private static let kneeShort = OutcomeMetric(
    "koos_ps", name: "koos_ps", construct: "physical function of the knee",
    prompt: "0 no difficulty to 100 worst, from the table of the form", range: 0...100,
    whole: false, .lowerIsBetter, recall: "the last week",
    version: "KOOS-PS as published, 0 no difficulty", occasions: [.everyVisits(8)],
    licence: .paper("its table of scores is not part of the program"),
    citations: [.unconfirmed("KOOS-PS as published")])
}
