import TechniqueKit

// Headache, migraine and fibromyalgia.
extension Instruments {
  static let headAndPain: [OutcomeMetric] = [headacheImpact, migraineDisability, fibromyalgia]

  static let headacheImpact = OutcomeMetric(
    "hit6", name: "hit6", construct: "what headache does to daily life",
    prompt: "36 none to 78 worst", range: 36...78, .lowerIsBetter,
    entry: .items(
      numbers(6, 6...13, values: [6, 8, 10, 11, 13]), .init(.sum, missingAtMost: 0)),
    recall: "the last 4 weeks", version: "HIT-6, 6 numbers",
    thresholds: [
      .init(
        .minimalImportant, 6, population: "headache, within a person (2.5 to 6)",
        condition: "headache",
        citation: .source("Smelt 2014")),
      .init(
        .minimalImportant, 6, population: "chronic migraine", condition: "migraine",
        citation: .source("Houts 2020")),
    ], occasions: [.everyVisits(4)],
    licence: .paper("copyright QualityMetric; a licence is needed"),
    citations: [.source("Smelt 2014"), .source("Houts 2020")])

  /// Five counts of days; the two further questions of the form are not scored.
  static let migraineDisability = OutcomeMetric(
    "midas", name: "midas", construct: "days lost to migraine",
    prompt: "sum of the five counts of days", unit: "days", range: 0...460, .lowerIsBetter,
    entry: .items(numbers(5, 0...92), .init(.sum, missingAtMost: 0)), recall: "the last 3 months",
    version: "MIDAS, sum of 5 counts",
    bands: [
      .init(0, "grade I"), .init(6, "grade II"), .init(11, "grade III"), .init(21, "grade IV"),
    ],
    thresholds: [
      .init(
        .minimalImportant, 5, population: "migraine", condition: "migraine",
        citation: .unconfirmed("Carvalho 2021, Headache"))
    ], licence: .paper("its status is not clear"), citations: [.source("MIDAS instruction pages")])

  /// A third of the function numbers, the two overall numbers, half of the symptom numbers. Missing
  /// numbers are made good within their part; at most four, which is a choice of this project.
  static let fibromyalgia = OutcomeMetric(
    "fiqr", name: "fiqr", construct: "what fibromyalgia does to daily life",
    prompt: "0 none to 100 worst", range: 0...100, whole: false, .lowerIsBetter,
    entry: .items(
      numbers(9, 0...10, weight: 1.0 / 3, part: "function")
        + numbers(2, 0...10, part: "overall", from: 10)
        + numbers(10, 0...10, weight: 0.5, part: "symptoms", from: 12),
      .init(.sum, missingAtMost: 4)),
    recall: "the last 7 days", version: "FIQR, 21 numbers",
    thresholds: [
      .init(
        .minimalImportant, nil, orShareOfBaseline: 0.141,
        population: "fibromyalgia, by the older form", condition: "fibromyalgia",
        citation: .bennett2009),
      .init(
        .minimalImportant, nil, orShareOfBaseline: 0.455, population: "fibromyalgia",
        condition: "fibromyalgia",
        citation: .unconfirmed("Surendran 2014")),
    ], occasions: [.everyVisits(4)],
    licence: .paper("the form is CC BY 2.0; its text waits for a check of that licence"),
    citations: [.bennett2009, .missingLimit])
}
