import ClinicCore
import TechniqueKit
import Testing

/// Timed minutes as units, by both rules.
@Suite struct UnitCountTests {
  static func count(_ rule: UnitRule, _ minutes: Int...) -> UnitCount {
    UnitCount(minutes.enumerated().map { ("S\($0 + 1)", $1) }, by: rule)
  }

  /// The table of the Medicare Claims Processing Manual, chapter 5, section 20.2: each row.
  static let table: [(minutes: ClosedRange<Int>, units: Int)] = [
    (0...7, 0), (8...22, 1), (23...37, 2), (38...52, 3), (53...67, 4), (68...82, 5), (83...97, 6),
    (98...112, 7), (113...127, 8),
  ]

  @Test(arguments: table)
  func `each row of the table holds from its first minute to its last, by both rules`(
    minutes: ClosedRange<Int>, units: Int
  ) {
    #expect(UnitRule.minutes(of: units) == minutes)
    for minute in minutes {
      #expect(UnitRule.units(of: minute) == units, "\(minute) min")
      for rule in UnitRule.allCases {
        #expect(Self.count(rule, minute).units == [units], "\(minute) min, \(rule)")
      }
    }
  }

  @Test func `the table has no gap`() {
    let all = Self.table.flatMap { Array($0.minutes) }
    #expect(all == Array(0...127))
    #expect(UnitRule.units(of: -5) == 0 && UnitRule.units(of: 128) == 9)
  }

  /// Two services, with their units by each rule.
  static let cases: [(minutes: (Int, Int), cms: [Int], ama: [Int])] = [
    ((33, 7), [2, 1], [2, 0]), ((8, 8), [1, 0], [1, 1]), ((24, 23), [2, 1], [2, 2]),
    ((20, 20), [2, 1], [1, 1]),
  ]

  @Test(arguments: cases)
  func `each known case comes out by both rules`(
    minutes: (Int, Int), cms: [Int], ama: [Int]
  ) {
    #expect(Self.count(.cms, minutes.0, minutes.1).units == cms)
    #expect(Self.count(.ama, minutes.0, minutes.1).units == ama)
  }

  @Test func `the total-time rule tells the total, the full quarters and who takes the rest`() {
    #expect(
      Self.count(.cms, 24, 23).sentences == [
        "47 timed minutes are 3 units by the total-time rule (38 to 52).",
        "S1 has 1 full quarter hour in its 24 min: 1 unit.",
        "S2 has 1 full quarter hour in its 23 min: 1 unit.",
        "S1 has the most minutes left over, 9: 1 more unit.",
      ])
    #expect(
      Self.count(.cms, 33, 7).sentences == [
        "40 timed minutes are 3 units by the total-time rule (38 to 52).",
        "S1 has 2 full quarter hours in its 33 min: 2 units.",
        "S2 has the most minutes left over, 7: 1 more unit.",
      ])
    #expect(
      Self.count(.cms, 47).sentences == [
        "47 timed minutes are 3 units by the total-time rule (38 to 52)."
      ])
    #expect(
      Self.count(.cms, 3, 1).sentences == [
        "4 timed minutes are no unit by the total-time rule (0 to 7)."
      ])
    #expect(Self.count(.cms).sentences.count == 1 && Self.count(.cms).total == 0)
  }

  @Test func `the midpoint rule tells each service alone`() {
    #expect(
      Self.count(.ama, 24, 1).sentences == [
        "24 minutes of S1 are 2 units by the midpoint rule (23 to 37).",
        "1 minute of S2 is no unit by the midpoint rule (0 to 7).",
        "Each is counted alone; together 2 units.",
      ])
  }

  @Test(arguments: 1...200)
  func `random services keep the bounds, and their order changes no total`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let services = (0..<Int.random(in: 1...6, using: &generator)).map {
      (code: "S\($0)", minutes: Int.random(in: 0...70, using: &generator))
    }
    let minutes = services.map(\.minutes).reduce(0, +)
    let (cms, ama) = (UnitCount(services, by: .cms), UnitCount(services, by: .ama))
    #expect(cms.total == UnitRule.units(of: minutes))
    // Seven minutes of each service may be rounded up, and no more.
    #expect(ama.total <= (minutes + 7 * services.count) / 15)
    for (place, service) in services.enumerated() {
      #expect(cms.units[place] >= service.minutes / 15, "a full quarter hour is a unit")
      #expect(cms.units[place] <= service.minutes / 15 + 1)
      #expect(cms.units[place] == 0 || service.minutes > 0)
      #expect(ama.units[place] == UnitRule.units(of: service.minutes))
    }
    for (place, service) in services.enumerated() {
      for (other, less) in services.enumerated() where cms.units[place] > service.minutes / 15 {
        let wasPassedOver = cms.units[other] == less.minutes / 15
        #expect(!wasPassedOver || less.minutes % 15 <= service.minutes % 15, "the rest went wrong")
      }
    }
    let shuffled = services.shuffled(using: &generator)
    #expect(UnitCount(shuffled, by: .cms).total == cms.total)
    #expect(UnitCount(shuffled, by: .ama).total == ama.total)
  }
}
