import TechniqueKit

// Ratings of rest and mind, and what clients write down at home.
extension Instruments {
  static let ratings: [OutcomeMetric] = [
    rating(
      "stress", "stress", "0 none to 10 worst", .lowerIsBetter,
      version: "rating of stress, 0 to 10", citations: [.designChoice]),
    rating(
      "sleep_quality", "quality of sleep", "0 worst to 10 best", .higherIsBetter,
      recall: "last night", version: "rating of sleep, 0 to 10", citations: [.designChoice]),
    rating(
      "clarity", "clarity of mind", "0 foggy to 10 clear", .higherIsBetter,
      version: "rating of clarity of mind, 0 to 10", citations: [.designChoice]),
  ]

  static let diaries: [OutcomeMetric] = [
    headacheDays, headachePain, headacheMedicine, sleepHours, sleepEfficiency,
  ]

  /// Days with headache, brought to four weeks. Fewer than 23 days on record, which is 80 % of 28
  /// and a choice of this project, give no figure.
  public static let headacheDays = OutcomeMetric(
    "headache_days", name: "headache_days", construct: "days with headache in four weeks",
    prompt: "days, by the diary", unit: "days", range: 0...28, whole: false, .lowerIsBetter,
    entry: .items(
      [
        .init("days", "Days with headache", range: 0...28),
        .init("recorded", "Days on record in the diary, 23 or more", range: 1...28),
      ], .init(.share, times: 28, missing: .none(atLeast: 23))),
    recall: "the last 4 weeks", version: "headache diary, days of 28",
    thresholds: [
      .init(
        .minimalImportant, nil, orShareOfBaseline: 0.5, population: "headache",
        condition: "headache",
        citation: .source("PMC7044826"))
    ], occasions: [.everyVisits(4)], licence: .diary, citations: [.source("PMC7044826")])

  public static let headachePain = rating(
    "headache_pain", "strength of the headaches", "mean of the days, 0 none to 10 worst",
    whole: false,
    .lowerIsBetter, recall: "the last 4 weeks", version: "headache diary, mean strength",
    citations: [.designChoice])

  public static let headacheMedicine = OutcomeMetric(
    "headache_medicine", name: "headache_medicine",
    construct: "days with medicine against headache", prompt: "days of 28", unit: "days",
    range: 0...28, .lowerIsBetter, recall: "the last 4 weeks",
    version: "headache diary, days of 28", licence: .diary, citations: [.designChoice])

  public static let sleepHours = OutcomeMetric(
    "sleep_hours", name: "sleep_hours", construct: "hours of sleep a night",
    prompt: "mean of the nights", unit: "h", range: 0...24, whole: false, .higherIsBetter,
    recall: "the last 7 to 14 days", version: "sleep diary, mean hours", licence: .diary,
    citations: [.designChoice])

  public static let sleepEfficiency = OutcomeMetric(
    "sleep_efficiency", name: "sleep_efficiency", construct: "share of the time in bed asleep",
    prompt: "percent of the time in bed", unit: "%", range: 0...100, whole: false,
    .higherIsBetter,
    entry: .items(
      [
        .init("asleep", "Hours asleep, mean of the nights", range: 0...24),
        .init("in_bed", "Hours in bed, mean of the nights", range: 0...24),
      ], .init(.share, times: 100, missing: .none(atLeast: 0))),
    recall: "the last 7 to 14 days", version: "sleep diary, asleep of in bed", licence: .diary,
    citations: [.designChoice])
}
