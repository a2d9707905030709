import ClinicalContent
import TechniqueKit
import Testing

@testable import ClinicCore

/// How columns are counted into groups, and what is said of a group.
@Suite struct ClinicResultsTests {
  static let neck = CountedChoice("condition", "neck_pain")
  static let day: Int64 = 86_400_000

  static func catalogue(_ metrics: [OutcomeMetric] = [Instruments.painNow]) throws -> Catalogue {
    func module(_ id: ID<Manifest>, _ content: ModuleContent) -> Catalogue.Module {
      .init(
        manifest: Manifest(
          id: id, name: "\(id)", version: .init(0, 1, 0), stability: .draft, summary: "x"),
        content: content)
    }
    return try Catalogue(
      general: module("general", ModuleContent(metrics: metrics)),
      techniques: [module("stone", ModuleContent()), module("reed", ModuleContent())],
      anatomy: GeneralContent.anatomy)
  }

  static func course(
    _ chart: Int, _ first: Double, _ last: Double, days: Int64 = 14, from start: Int64 = 0,
    series: Int = 0
  ) -> OutcomeColumns.ScoreCourse {
    .init(
      chart: chart, series: series, first: first, firstAt: Instant(milliseconds: start * day),
      last: last, lastAt: Instant(milliseconds: (start + days) * day))
  }

  /// Clients 1 to `count`, treated twice with stone, with neck pain.
  static func columns(
    _ count: Int, _ courses: [OutcomeColumns.ScoreCourse] = []
  ) -> OutcomeColumns {
    var columns = OutcomeColumns()
    columns.techniques = ["stone"]
    columns.treatments = (1...count).map { .init(chart: $0, technique: 0, visits: 2) }
    columns.conditions = [.init(neck, charts: Array(1...count))]
    let pain = Instruments.painNow
    columns.series = [
      .init(pain.id, version: pain.version), .init(pain.id, version: "other"),
      .init(pain.id, version: pain.version, basis: "left"),
      .init(pain.id, version: pain.version, basis: "right"),
    ]
    columns.courses = courses
    return columns
  }

  static func groups(
    _ columns: OutcomeColumns, _ catalogue: Catalogue? = nil
  ) throws -> (shown: [ClinicResults.Group], notShown: Int) {
    let catalogue = try catalogue ?? Self.catalogue()
    return ResultCount(columns, catalogue, condition: nil, in: .utc).groups(shown: catalogue)
  }

  static func change(
    _ pairs: [(Double, Double)], _ metric: OutcomeMetric = Instruments.painNow
  ) throws -> MeasuredChange.Change {
    let measured = MeasuredChange(
      metric, clients: pairs.count, pairs: pairs.map { (first: $0, last: $1) },
      hasOtherVersions: false)
    return try #require(measured.change)
  }

  @Test(arguments: 1...9)
  func `a group of fewer than five clients is counted as not shown, and nothing else`(count: Int)
    throws
  {
    let found = try Self.groups(Self.columns(count))
    #expect(found.shown.map(\.clients) == (count < 5 ? [] : [count]))
    #expect(found.notShown == (count < 5 ? 1 : 0))
    #expect(found.shown.first?.visits ?? 2 * count == 2 * count)
  }

  @Test func `who named no condition is a group too, and who named two is in both`() throws {
    var columns = Self.columns(12)
    columns.conditions = [
      .init(Self.neck, charts: Array(6...12)),
      .init(CountedChoice("condition", "scar"), charts: Array(6...12)),
    ]
    let found = try Self.groups(columns)
    #expect(found.shown.map(\.conditionName) == ["neck pain", "scar", "no condition named"])
    #expect(found.shown.map(\.clients) == [7, 7, 5])
  }

  @Test func `who was not measured again is named, and same-day scores are no course`() throws {
    let courses =
      (1...6).map { Self.course($0, 6, 4) } + [Self.course(7, 6, 1, days: 0)]
      + [Self.course(8, 9, 9, days: 0)]
    let measure = try #require(
      try Self.groups(Self.columns(8, courses)).shown.first?.measures.first)
    let change = try #require(measure.change)
    #expect((measure.clients, change.compared, change.notMeasuredAgain) == (8, 6, 2))
    #expect(change.median == -2)
    #expect(measure.sentences[0] == "pain: 8 clients with a first score, 6 measured again, 2 not.")
  }

  @Test func `a change of fewer than five clients is not shown, nor how many they are`() throws {
    let courses = (1...9).map { Self.course($0, 6, 4, days: $0 < 5 ? 14 : 0) }
    let measure = try #require(
      try Self.groups(Self.columns(9, courses)).shown.first?.measures.first)
    #expect(measure.change == nil)
    #expect(
      measure.sentences == [
        "pain: 9 clients with a first score; fewer than 5 of them were measured again, so no change "
          + "is shown."
      ])
    let few = try Self.groups(Self.columns(9, Array(courses.prefix(4)))).shown.first
    #expect(few?.measures == [] && few?.measuresNotShown == 1)
  }

  @Test func `scores of another version are left out, and it is said`() throws {
    let courses =
      (1...6).map { Self.course($0, 6, 4) } + [Self.course(7, 9, 0, series: 1)]
    let measure = try #require(
      try Self.groups(Self.columns(7, courses)).shown.first?.measures.first)
    #expect(measure.clients == 6 && measure.hasOtherVersions)
    #expect(measure.sentences.last == "Scores of another version of it are left out.")
  }

  @Test func `a client with both sides counts once, by a choice that no score has a part in`()
    throws
  {
    let (left, right) = (2, 3)
    func change(_ courses: [OutcomeColumns.ScoreCourse]) throws -> MeasuredChange {
      let others = (1...5).map { Self.course($0, 6, 5, series: left) }
      return try #require(
        try Self.groups(Self.columns(6, others + courses)).shown.first?.measures.first)
    }
    // The side that was measured again, though the other comes first; then the longer time; then
    // left, whichever stands first.
    for courses in [
      [Self.course(6, 9, 9, days: 0, series: left), Self.course(6, 4, 8, series: right)],
      [
        Self.course(6, 9, 0, days: 20, series: left), Self.course(6, 4, 8, days: 30, series: right),
      ],
      [Self.course(6, 9, 0, series: right), Self.course(6, 4, 8, series: left)],
    ] {
      let measure = try change(courses)
      #expect(measure.clients == 6 && measure.change?.compared == 6)
      #expect(measure.change?.worse == 1 && measure.change?.better == 5)
    }
    let once = try change([
      Self.course(6, 9, 9, days: 0, series: left), Self.course(6, 4, 4, days: 0, series: right),
    ])
    #expect(once.clients == 6 && once.change?.notMeasuredAgain == 1)
  }

  @Test func `a metric that was renamed in the period has one course`() throws {
    var columns = Self.columns(
      5,
      (1...5).flatMap {
        [
          Self.course($0, 9, 7, days: 0, series: 0),
          Self.course($0, 5, 5, days: 0, from: 9, series: 4),
        ]
      })
    let old = ID<OutcomeMetric>("old_pain")
    columns.series.append(.init(old, version: Instruments.painNow.version))
    let catalogue = try Self.catalogue([Instruments.painNow.formerly(old)])
    let measure = try #require(try Self.groups(columns, catalogue).shown.first?.measures.first)
    #expect(measure.clients == 5 && measure.change?.median == -4)
  }

  @Test func `what matters and what is worse than noise are shares with their interval`() throws {
    let pairs: [(Double, Double)] = Array(repeating: (7, 4), count: 8) + [(5, 5), (4, 8)]
    let change = try Self.change(pairs)
    #expect((change.better, change.unchanged, change.worse) == (8, 1, 1))
    let important = try #require(change.important)
    #expect((important.count, important.total) == (8, 10))
    #expect(abs(important.interval.lowerBound - 0.490) < 0.001)
    #expect(abs(important.interval.upperBound - 0.943) < 0.001)
    let worse = try #require(change.worseBeyondNoise)
    #expect((worse.count, worse.total) == (1, 10))
  }

  @Test func `worse is said as plainly as better`() throws {
    func told(_ last: Double) -> [String] {
      MeasuredChange(
        Instruments.painNow, clients: 6, pairs: Array(repeating: (first: 5, last: last), count: 6),
        hasOtherVersions: false
      ).sentences
    }
    #expect(told(2)[1].hasPrefix("Change in the middle: 3 less, which is better;"))
    #expect(told(8)[1].hasPrefix("Change in the middle: 3 more, which is worse;"))
    #expect(told(2)[2] == "Better: 6. No change: 0. Worse: 0.")
    #expect(told(8)[2] == "Better: 0. No change: 0. Worse: 6.")
    #expect(told(8)[4].hasPrefix("Worse by more than measuring noise: 6 of 6, 100 %"))
  }

  @Test func `nothing is judged without a threshold, and each one names population and source`()
    throws
  {
    let bare = try #require(Instruments.general.first { $0.thresholds.isEmpty && !$0.isWhole })
    let low = bare.range.lowerBound
    let change = try Self.change(Array(repeating: (low, bare.range.upperBound), count: 6), bare)
    #expect(change.important == nil && change.worseBeyondNoise == nil)
    for metric in Instruments.general {
      let (first, last) = (metric.range.upperBound, metric.range.lowerBound)
      let change = try Self.change(Array(repeating: (first, last), count: 5), metric)
      for share in [change.important, change.worseBeyondNoise].compactMap(\.self) {
        #expect(!share.thresholds.isEmpty, "\(metric.id)")
        #expect(share.thresholds.allSatisfy { !$0.population.isEmpty }, "\(metric.id)")
        #expect(share.thresholds.allSatisfy { !$0.citation.text.isEmpty }, "\(metric.id)")
      }
    }
  }

  @Test(arguments: 1...30)
  func `a measure turned round says the same, and the order of clients does not matter`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let pain = Instruments.painNow
    // Thresholds in points only: a share of the first value is not the same from the other end.
    let points = pain.thresholds.compactMap { threshold in
      threshold.change.map {
        OutcomeMetric.Threshold(
          threshold.kind, $0, population: threshold.population, citation: threshold.citation)
      }
    }
    func metric(_ direction: OutcomeMetric.Direction) -> OutcomeMetric {
      OutcomeMetric(
        "m", name: "m", construct: "m", prompt: "m", range: 0...10, direction, version: "1",
        thresholds: points, licence: pain.licence, citations: [])
    }
    let pairs = (0..<Int.random(in: 5...40, using: &generator)).map { _ in
      (
        Double(Int.random(in: 0...10, using: &generator)),
        Double(Int.random(in: 0...10, using: &generator))
      )
    }
    let change = try Self.change(pairs, metric(.lowerIsBetter))
    let turned = try Self.change(pairs.map { (10 - $0, 10 - $1) }, metric(.higherIsBetter))
    #expect((change.better, change.worse) == (turned.better, turned.worse))
    #expect(change.median == -turned.median)
    #expect(change.important == turned.important)
    #expect(change.worseBeyondNoise == turned.worseBeyondNoise)
    #expect(try Self.change(pairs.shuffled(using: &generator), metric(.lowerIsBetter)) == change)
    #expect(change.better + change.unchanged + change.worse == pairs.count)
  }

  @Test func `an event of any number is told, few of them without the number`() {
    let stone = Manifest(
      id: "stone", name: "Stone", version: .init(0, 1, 0), stability: .draft, summary: "x")
    func told(_ asked: Int, _ followed: Int, _ bruises: Int) -> String {
      AfterEffectCount(
        technique: stone, isOffered: true, asked: ShownCount(asked), followed: ShownCount(followed),
        effects: bruises == 0
          ? [] : [.init(option: AfterEffects.bruise, count: ShownCount(bruises))]
      ).sentence
    }
    #expect(told(0, 0, 0) == "Stone: nobody was asked in this period.")
    #expect(told(9, 0, 0) == "Stone: asked 9 times; nothing was named.")
    #expect(
      told(9, 1, 1)
        == "Stone: asked 9 times; something followed fewer than 5 times: a bruise fewer than 5.")
    #expect(told(9, 6, 5) == "Stone: asked 9 times; something followed 6 times: a bruise 5.")
  }

  @Test func `a question knows the options and ids of its earlier versions`() throws {
    func question(_ technique: ID<Manifest>, _ effects: [Option], isOffered: Bool) throws
      -> AfterEffectQuestion
    {
      let asked = AfterEffects.question(after: technique, called: "stone", effects).question
      return try #require(
        AfterEffectQuestion(
          of: .init(
            manifest: Manifest(
              id: technique, name: "Stone", version: .init(0, 1, 0), stability: .draft,
              summary: "x"),
            content: ModuleContent(
              intake: [technique == "stone" ? asked.formerly("rock_after") : asked])),
          isOffered: isOffered))
    }
    var present = try question("stone", [AfterEffects.headache], isOffered: true)
    let past = try question("rock", [AfterEffects.bruise, AfterEffects.headache], isOffered: false)
    #expect(present.isSame(as: past) && past.isSame(as: present))
    present.add(past)
    let counted = present.counted
    #expect(counted.id == "stone_after" && counted.aliases == ["rock_after"])
    #expect(counted.options == ["headache", "other", "none", "bruise"])
    let counts = [CountedChoice("stone_after", nil): 6, CountedChoice("stone_after", "bruise"): 5]
    let catalogue = try Self.catalogue()
    #expect(
      present.count(in: counts, shown: catalogue)?.sentence
        == "stone: asked 6 times; something followed 6 times: a bruise 5.")
    #expect(past.count(in: counts, shown: catalogue) == nil, "nobody was asked under its own id")
  }

  @Test func `only a question on what followed a session is taken for one`() {
    #expect(AfterEffects.technique(askedAboutBy: "deep_tissue_after") == "deep_tissue")
    #expect(AfterEffects.technique(askedAboutBy: "deep_tissue_soreness") == nil)
    let at = Instant(milliseconds: 0)
    let record = IntakeRecord(answers: [
      "condition": RecordedAnswer(.absent(.declined), at: at),
      "stone_after": RecordedAnswer(.absent(.skipped), at: at),
      "reed_after": RecordedAnswer(.choices(["bruise"]), at: at),
      "fever": RecordedAnswer(.yesNo(true), at: at),
    ])
    #expect(
      Set(record.countedChoices) == [
        CountedChoice("condition", nil), CountedChoice("reed_after", nil),
        CountedChoice("reed_after", "bruise"),
      ])
  }
}
