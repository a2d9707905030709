import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

@Suite struct DueMeasureTests {
  static let today = OutcomeTests.day(0)
  static let pack = ["nprs", "psfs", "crom", "ppt", "groc"]

  static func due(
    _ moment: DueMeasure.Moment, _ scores: [Measurement] = [], ofVisit: [Measurement] = [],
    visits: [Int] = [], endingPlan: Int? = nil
  ) throws -> [String] {
    DueMeasure.due(
      try pack.map(OutcomeTests.metric),
      .init(
        moment, measurements: scores + ofVisit, ofVisit: ofVisit,
        visits: visits.map(OutcomeTests.day),
        endingPlan: endingPlan.map(OutcomeTests.day), in: .utc)
    ).map { DueMeasure.words([$0], today: today) }
  }

  static func score(
    _ id: String, _ day: Int, _ occasion: Measurement.Occasion = .apart, side: Side? = nil
  ) throws -> Measurement {
    Measurement(
      metric: ID(id), version: try OutcomeTests.metric(id).version, occasion: occasion,
      at: OutcomeTests.noon(day), value: 5, side: side)
  }

  @Test func `what was never taken is due as a baseline, pain around the session first`() throws {
    #expect(
      try Self.due(.beforehand) == [
        "pain before the session", "psfs (baseline)", "crom (baseline)", "ppt (baseline)",
      ])
    #expect(try Self.due(.over).first == "pain after the session")
  }

  @Test func `pain is due once before a session and once after it`() throws {
    let before = try Self.score("nprs", 0, .before)
    let after = try Self.score("nprs", 0, .after)
    #expect(try !Self.due(.running, ofVisit: [before]).contains { $0.hasPrefix("pain") })
    #expect(try Self.due(.over, ofVisit: [before]).contains("pain after the session"))
    #expect(try !Self.due(.over, ofVisit: [before, after]).contains { $0.hasPrefix("pain") })
  }

  @Test func `a measure comes again after its visits, whichever side was taken`() throws {
    let scores = [try Self.score("psfs", -28), try Self.score("ppt", -7, side: .left)]
    let due = try Self.due(.beforehand, scores, visits: [-28, -21, -14, -7])
    #expect(due.contains { $0.hasPrefix("psfs (4 visits since ") })
    #expect(due.contains { $0.hasPrefix("ppt (1 visit since ") })
    #expect(
      try !Self.due(.beforehand, scores, visits: [-28, -21]).contains { $0.hasPrefix("psfs") })
  }

  @Test func `change as the client sees it is asked for as a plan ends, not before`() throws {
    #expect(try !Self.due(.beforehand, visits: [-7]).contains { $0.hasPrefix("groc") })
    #expect(try Self.due(.running, endingPlan: -30).contains("groc (last visit of the plan)"))
    let told = [try Self.score("groc", -2)]
    #expect(try !Self.due(.running, told, endingPlan: -30).contains { $0.hasPrefix("groc") })
  }

  @Test func `another signed visit never makes a measure less due`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let scores = try Self.pack.compactMap { id in
        Bool.random(using: &generator)
          ? try Self.score(id, -Int.random(in: 0...60, using: &generator)) : nil
      }
      let visits = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        -Int.random(in: 0...60, using: &generator)
      }
      func names(_ visits: [Int]) throws -> Set<String> {
        Set(
          try Self.due(.beforehand, scores, visits: visits).map { String($0.prefix { $0 != " " }) })
      }
      let more = visits + [-Int.random(in: 0...60, using: &generator)]
      #expect(try names(visits).isSubset(of: try names(more)), "\(scores) \(more)")
    }
  }
}

/// Which values may be held against each other.
@Suite struct ComparableMeasurementTests {
  static let girths = OutcomeMetric(
    "girths", name: "girths", construct: "c", prompt: "p", range: 0...300, whole: false,
    sides: true,
    .lowerIsBetter,
    entry: .computed([
      .init("affected", "Girths", range: 10...120, atMost: 30),
      .init("every", "Distance", range: 1...12, constant: true),
    ]), version: "2", licence: .init(.ships, "own"), citations: [])

  static func taken(
    _ count: Int, every step: Double? = 4, side: Side? = nil, version: String = "2"
  ) -> Measurement {
    let row = (0..<count).map { Measurement.Item(name: "affected_\($0 + 1)", value: 20) }
    let constant = step.map { [Measurement.Item(name: "every", value: $0)] } ?? []
    return Measurement(
      metric: "girths", version: version, occasion: .apart, at: .init(milliseconds: 0), value: 20,
      items: row + constant, side: side, manner: .init(girths, row + constant))
  }

  @Test func `girths compare at the same distances, of the same number, side and version`() {
    func compares(_ one: Measurement, _ other: Measurement) -> Bool {
      let result = one.isComparable(with: other, of: Self.girths)
      #expect(result == other.isComparable(with: one, of: Self.girths))
      return result
    }
    #expect(compares(Self.taken(11), Self.taken(11)))
    #expect(!compares(Self.taken(11), Self.taken(10)))
    #expect(!compares(Self.taken(11), Self.taken(11, every: 5)))
    #expect(!compares(Self.taken(11), Self.taken(11, every: nil)))
    #expect(!compares(Self.taken(11), Self.taken(11, side: .left)))
    #expect(!compares(Self.taken(11), Self.taken(11, version: "1")))
    #expect(!compares(Self.taken(11, version: "1"), Self.taken(11, version: "1")))
  }

  @Test
  func `a mean of readings does not depend on their order, and gaps are the mean of the rest`()
    throws
  {
    let metric = try OutcomeTests.metric("ppt")
    guard case .items(let items, let scoring) = metric.entry else {
      Issue.record("ppt has readings")
      return
    }
    func score(_ numbers: [Double]) -> Double? {
      scoring.score(
        items, Dictionary(uniqueKeysWithValues: zip(items.map(\.name), numbers)))
    }
    for _ in 0..<50 {
      let numbers = (0..<3).map { _ in Double(Int.random(in: 0...1500)) }
      let first = try #require(score(numbers))
      #expect(abs(try #require(score(numbers.shuffled())) - first) < 1e-9, "\(numbers)")
    }
    #expect(score([300]) == nil && score([300, 310]) == 305)
  }

  @Test func `a pressure reads the same in each unit`() throws {
    let units = PressureUnit.inKilopascal
    #expect(units["kgf/cm2"] == 98.0665 && units["n/cm2"] == 10)
    // 1 kgf/cm2 is 9.80665 N/cm2 and 735.6 mmHg.
    #expect(abs(try #require(units["kgf/cm2"]) / #require(units["n/cm2"]) - 9.80665) < 1e-9)
    #expect(abs(try #require(units["kgf/cm2"]) / #require(units["mmhg"]) - 735.6) < 0.05)
  }
}
