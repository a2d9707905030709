import TechniqueKit

// Low back and neck.
extension Instruments {
  static let back: [OutcomeMetric] = [rolandMorris, oswestry, neckDisability]

  /// Roland-Morris questionnaire: 24 statements, each true today or not. What is not ticked counts
  /// as zero. It says little for first scores under 4 and over 20.
  ///
  /// The sizes that matter depend on the first score, in bands that overlap as published; where
  /// several hold, the largest is used.
  static let rolandMorris = OutcomeMetric(
    "rmdq", name: "rmdq", construct: "what back pain keeps the client from",
    prompt: "statements that are true today, of 24", range: 0...24, .lowerIsBetter,
    entry: .items(rolandMorrisItems, .init(.sum, missing: .asZero)),
    recall: "today, because of the back",
    version: "RMDQ, reworded; thresholds are those of the original",
    thresholds: [
      .init(
        .minimalDetectable, 5, population: "low back pain (MDC90, 4 to 5)",
        condition: "low back pain",
        citation: .unconfirmed("4 to 5 points")),
      .init(
        .minimalImportant, 5, orShareOfBaseline: 0.3, population: "low back pain",
        condition: "low back pain",
        citation: .ostelo2008),
    ]
      + [(0.0...8.0, 2.0), (5...12, 4), (9...16, 5), (13...20, 8), (17...24, 8)].map {
        .init(
          .minimalImportant, $1, baseline: $0, population: "low back pain, by the first score",
          condition: "low back pain",
          citation: .source("Stratford, by first score"))
      },
    occasions: [.everyVisits(4)],
    licence: .init(.ships, "the authors ask for no permission (Roland & Fairbank 2000)"),
    citations: [.source("Roland & Fairbank 2000"), .ostelo2008])

  private static let rolandMorrisItems: [OutcomeMetric.Item] = [
    ("home", "Stays in most of the day"),
    ("position", "Often shifts to another position for relief"),
    ("slow_walk", "Walks slower than usual"),
    ("chores", "Does none of the usual housework"),
    ("handrail", "Needs the handrail on stairs"),
    ("lying", "Lies down to rest more than usual"),
    ("rising", "Holds on to something to get out of a chair"),
    ("others", "Has others do things"),
    ("slow_dressing", "Takes longer than usual to dress"),
    ("standing", "Stands only for short times"),
    ("bending", "Avoids bending and kneeling"),
    ("chair", "Getting up from a chair is hard"),
    ("always", "The back hurts nearly all the time"),
    ("turning", "Turning over in bed is hard"),
    ("appetite", "Eats with less appetite"),
    ("socks", "Putting on socks is hard"),
    ("short_walks", "Can walk short ways only"),
    ("sleep", "Sleeps worse than usual"),
    ("help", "Needs help with dressing"),
    ("sitting", "Spends most of the day sitting"),
    ("heavy", "Does no heavy housework"),
    ("mood", "Shorter with people than usual"),
    ("stairs", "Slower on stairs than usual"),
    ("bed", "Spends most of the day in bed"),
  ].map { .init($0.0, $0.1 + ", y or n", range: 0...1) }

  /// At most two sections may be missing, which is a choice of this project; the form sets no limit.
  static let oswestry = OutcomeMetric(
    "odi", name: "odi", construct: "disability from low back pain",
    prompt: "percent, 0 none to 100 worst", unit: "%", range: 0...100, whole: false,
    .lowerIsBetter,
    entry: .items(numbers(10, 0...5), .init(.mean, times: 20, missingAtMost: 2)), recall: "today",
    version: "ODI, percent",
    thresholds: [
      .init(
        .minimalDetectable, 10, population: "low back pain (MDC90)", condition: "low back pain",
        citation: .unconfirmed("10 points")),
      .init(
        .minimalImportant, 10, orShareOfBaseline: 0.3, population: "low back pain",
        condition: "low back pain",
        citation: .ostelo2008),
      .init(
        .minimalImportant, 12.8, population: "after surgery of the low back",
        citation: .source("Copay, ODI after surgery")),
    ], occasions: [.everyVisits(4)],
    licence: .paper("copyright Fairbank; use in software has to be licensed (ePROVIDE)"),
    citations: [.ostelo2008, .missingLimit])

  /// Kept as the raw sum of 50, never as percent. Where the population is not known, a change of 10
  /// is asked for.
  static let neckDisability = OutcomeMetric(
    "ndi", name: "ndi", construct: "disability from neck pain",
    prompt: "raw sum, 0 none to 50 worst", range: 0...50, whole: false, .lowerIsBetter,
    entry: .items(numbers(10, 0...5), .init(.sum, missingAtMost: 2)), recall: "now",
    version: "NDI, raw sum of 50, not percent",
    thresholds: [
      .init(
        .minimalDetectable, 10.2, population: "neck pain, with or without nerve root pain",
        condition: "neck pain",
        citation: .source("Cleland 2006; Young 2009")),
      .init(
        .minimalImportant, 5, population: "neck pain", condition: "neck pain",
        citation: .source("Vernon page")),
      .init(
        .minimalImportant, 7, population: "nerve root pain from the neck", citation: .cleland2006),
      .init(
        .minimalImportant, 7.5, population: "neck pain without a nerve root",
        condition: "neck pain",
        citation: .source("Young 2009")),
      .init(
        .minimalImportant, 10, population: "not known: the cautious value",
        citation: .designChoice),
    ], occasions: [.everyVisits(2)],
    licence: .paper("copyright Vernon; its licence was not seen, so its text is left out"),
    citations: [.cleland2006, .source("Young 2009")])
}
