import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// A rule that reads what was found is answered by the visits of the chart.
@Suite struct FindingsAsFactsTests {
  static let heat = NumberField("heat", "heat of the stone", unit: "C", range: 20...60)
  static let kind = FindingKind(
    "stone_heat", code: "heat", "Heat", fields: [heat.field], sentence: "Heat{: heat}."
  ).formerly("rock_heat")
  static let rules = [
    rule("hot", "S1", kind.found(heat >= 50)), rule("hot_last", "S2", kind.isFound(at: .last)),
  ]

  static func rule(_ id: ID<SafetyRule>, _ code: String, _ when: Condition) -> SafetyRule {
    SafetyRule(
      id, code: code, "Hot", when: when, .stop, advice: "Let it cool.", client: "Too hot.",
      citations: [.designChoice])
  }

  let files = TestPractice()

  func practice() throws -> Practice {
    let stone = Manifest(
      id: "stone", name: "Stone", version: .init(0, 1, 0), stability: .draft, summary: "Stones.")
    return Practice(
      store: try files.store(),
      catalogue: try Catalogue(
        general: .init(manifest: GeneralContent.manifest, content: ModuleContent()),
        techniques: [
          .init(
            manifest: stone,
            content: ModuleContent(
              safetyRules: Self.rules, templates: [FoldTests.template], findings: [Self.kind]))
        ], anatomy: GeneralContent.anatomy), surroundings: files.clock, author: files.author)
  }

  @Test func `what was found blocks in its visit and for the day, and is the last one tomorrow`()
    throws
  {
    let practice = try practice()
    let chart = try practice.register(Identity(name: "Synthetic Ann")).chart
    func blocking() throws -> [String] {
      try practice.verdict(try practice.chart(chart)).concerns.filter(\.blocks).map(\.rule.code)
    }
    func found(_ degrees: Double, as kind: ID<FindingKind>) throws {
      let visit = try #require(try practice.currentVisit(of: chart))
      try practice.step(
        .found(
          finding: RecordedFinding(
            at: practice.now,
            finding: Finding(kind: kind, code: "heat", values: ["heat": .number(degrees)]),
            sentence: "Heat.")), in: visit)
    }
    let opened = try practice.chart(chart)
    _ = try practice.start([practice.template("stone 30", for: opened)], in: opened)
    #expect(try blocking() == [])
    try found(49, as: "stone_heat")
    #expect(try blocking() == [])
    // Under the name that the kind had before.
    try found(50, as: "rock_heat")
    #expect(try blocking() == ["S1"])
    let visit = try #require(try practice.currentVisit(of: chart))
    _ = try practice.dropFinding(2, in: visit)
    #expect(try blocking() == [], "it was taken back")
    try found(55, as: "stone_heat")
    let ended = try practice.step(.ended, in: try #require(try practice.currentVisit(of: chart)))
    #expect(try blocking() == ["S1"])
    _ = try practice.sign(ended.visit)
    #expect(try blocking() == ["S1"], "a signature makes nothing milder")
    files.clock.time = files.clock.time.adding(minutes: 24 * 60)
    #expect(try blocking() == ["S2"])
  }
}
