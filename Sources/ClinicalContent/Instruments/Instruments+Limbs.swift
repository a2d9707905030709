import TechniqueKit

// Arm, hand, leg and foot.
extension Instruments {
  static let limbs: [OutcomeMetric] = [
    quickDash, lowerExtremity, ankleDaily, ankleSport, footFunction, carpalSymptoms, carpalFunction,
  ]

  static let quickDash = OutcomeMetric(
    "quickdash", name: "quickdash", construct: "disability of arm, shoulder and hand",
    prompt: "0 none to 100 worst", range: 0...100, whole: false, .lowerIsBetter,
    entry: .items(numbers(11, 1...5), .init(.mean, times: 25, plus: -25, missingAtMost: 1)),
    recall: "the last week", version: "QuickDASH, 11 numbers",
    thresholds: [
      .init(
        .minimalDetectable, 12.85, population: "arm and shoulder (MDC90)",
        citation: .source("Franchignoni 2014, JOSPT")),
      .init(
        .minimalImportant, 15.91, population: "arm and shoulder",
        citation: .source("Franchignoni 2014, JOSPT")),
      .init(.minimalImportant, 14, population: "hand", citation: .source("ISSH page")),
    ], occasions: [.everyVisits(4)],
    licence: .paper("IWH: software needs a paid licence before any use (dash.iwh.on.ca)"),
    citations: [.source("Franchignoni 2014, JOSPT")])

  /// Its missing-item rule was not seen, so every number is needed.
  static let lowerExtremity = OutcomeMetric(
    "lefs", name: "lefs", construct: "function of the leg", prompt: "0 worst to 80 best",
    range: 0...80, .higherIsBetter,
    entry: .items(numbers(20, 0...4), .init(.sum, missingAtMost: 0)), recall: "today",
    version: "LEFS, 20 numbers",
    thresholds: [
      .init(
        .minimalDetectable, 9, population: "leg trouble (MDC90)",
        citation: .source("Binkley 1999, Phys Ther 79:371")),
      .init(
        .minimalImportant, 9, population: "leg trouble",
        citation: .source("Binkley 1999, Phys Ther 79:371")),
    ], occasions: [.everyVisits(2)],
    licence: .paper("copyright of the authors; permission was not seen"),
    citations: [.source("Binkley 1999, Phys Ther 79:371")])

  static let ankleDaily = ankle(
    "faam_adl", "daily activities with foot and ankle", count: 21, missing: 2, detectable: 5.7,
    important: 8, error: 2.1)
  static let ankleSport = ankle(
    "faam_sport", "sport with foot and ankle", count: 8, missing: 1, detectable: 12.3,
    important: 9, error: 4.5)

  private static func ankle(
    _ id: ID<OutcomeMetric>, _ construct: String, count: Int, missing: Int, detectable: Double,
    important: Double, error: Double
  ) -> OutcomeMetric {
    OutcomeMetric(
      id, name: id.rawValue, construct: construct, prompt: "percent, 0 worst to 100 best",
      unit: "%", range: 0...100, whole: false, .higherIsBetter,
      entry: .items(numbers(count, 0...4), .init(.mean, times: 25, missingAtMost: missing)),
      recall: "the last week", version: "FAAM, \(count) numbers",
      thresholds: [
        .init(
          .minimalDetectable, detectable, population: "foot and ankle (MDC95)",
          citation: .source("Martin 2005, Foot Ankle Int")),
        .init(
          .minimalImportant, important, population: "foot and ankle",
          citation: .source("Martin 2005, Foot Ankle Int")),
      ],
      standardErrors: [
        .init(
          error, population: "foot and ankle", citation: .source("Martin 2005, Foot Ankle Int"))
      ], occasions: [.everyVisits(4)],
      licence: .paper("free of cost (sralab.org), but its text is copyright of the article"),
      citations: [.source("Martin 2005, Foot Ankle Int")])
  }

  /// How its parts are scored was not confirmed; they are typed as the form gives them.
  static let footFunction = OutcomeMetric(
    "ffi", name: "ffi", construct: "foot pain, disability and limits",
    prompt: "mean of the parts, 0 none to 100 worst", range: 0...100, whole: false,
    .lowerIsBetter,
    entry: .items(
      [
        .init("pain", "Part on pain", range: 0...100),
        .init("disability", "Part on disability", range: 0...100),
        .init("limits", "Part on limits", range: 0...100),
      ], .init(.mean, missingAtMost: 0)), recall: "the last week", version: "FFI, mean of 3 parts",
    thresholds: [
      .init(
        .minimalImportant, 7, population: "foot pain",
        citation: .unconfirmed("Landorf & Radford 2008, The Foot 18:12"))
    ], occasions: [.everyVisits(4)], licence: .paper("its licence was not seen"),
    citations: [.unconfirmed("Landorf & Radford 2008, The Foot 18:12")])

  /// Means from 1 to 5; some papers print sums, which are not comparable. How many may be missing
  /// is a choice of this project.
  static let carpalSymptoms = carpal(
    "bctq_symptoms", "symptoms of carpal tunnel syndrome", count: 11, missing: 2,
    thresholds: [
      .init(
        .minimalImportant, 1.04, population: "after a steroid injection",
        citation: .source("\u{d6}zy\u{fc}reko\u{11f}lu 2006")),
      .init(
        .minimalImportant, 1.45, population: "satisfied after surgery, without diabetes",
        citation: .unconfirmed("Ozer 2013")),
      .init(
        .minimalImportant, 1.55, population: "satisfied after surgery, with diabetes",
        citation: .unconfirmed("Ozer 2013")),
    ])
  static let carpalFunction = carpal(
    "bctq_function", "function with carpal tunnel syndrome", count: 8, missing: 1,
    thresholds: [
      .init(
        .minimalImportant, 1.6, population: "satisfied after surgery, without diabetes",
        citation: .unconfirmed("Ozer 2013")),
      .init(
        .minimalImportant, 2.05, population: "satisfied after surgery, with diabetes",
        citation: .unconfirmed("Ozer 2013")),
    ])

  private static func carpal(
    _ id: ID<OutcomeMetric>, _ construct: String, count: Int, missing: Int,
    thresholds: [OutcomeMetric.Threshold]
  ) -> OutcomeMetric {
    OutcomeMetric(
      id, name: id.rawValue, construct: construct, prompt: "mean, 1 none to 5 worst",
      range: 1...5, whole: false, .lowerIsBetter,
      entry: .items(numbers(count, 1...5), .init(.mean, missingAtMost: missing)),
      recall: "a typical day in the last 2 weeks", version: "BCTQ, mean of \(count) numbers",
      thresholds: [
        .init(
          .minimalDetectable, hundredths(MeasurementError(standardError: 0.2).detectable95),
          population: "carpal tunnel syndrome (SEM 0.20)", condition: "carpal tunnel syndrome",
          citation: .source("reliability abstract of the BCTQ"))
      ] + thresholds,
      standardErrors: [
        .init(
          0.2, population: "carpal tunnel syndrome", condition: "carpal tunnel syndrome",
          citation: .source("reliability abstract of the BCTQ"))
      ], occasions: [.everyVisits(4)],
      licence: .paper("its text is copyright of the journal"),
      citations: [
        .unconfirmed("Levine 1993, doi 10.2106/00004623-199311000-00002"), .missingLimit,
      ])
  }
}
