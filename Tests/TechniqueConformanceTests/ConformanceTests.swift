import ClinicalContent
import CraniosacralTherapy
import LymphaticDrainage
import MyofascialRelease
import TechniqueChecks
import TechniqueKit
import Testing
import TriggerPointTherapy

@Suite struct ConformanceTests {
  static let techniques: [any Technique.Type] = [
    MyofascialRelease.self, TriggerPointTherapy.self, LymphaticDrainage.self,
    CraniosacralTherapy.self,
  ]

  @Test(arguments: 0..<techniques.count)
  func `a technique conforms`(place: Int) {
    let found = findings(
      in: Self.techniques[place], base: GeneralContent.content, anatomy: GeneralContent.anatomy)
    #expect(found.map(\.description) == [])
  }

  @Test func `a broken module is told each of its mistakes`() {
    let found = findings(
      in: Broken.self, base: GeneralContent.content, anatomy: GeneralContent.anatomy)
    #expect(
      found.map(\.description) == [
        "broken/question/Pain: an id has lower-case letters, digits and _ only.",
        "broken/question/Pain: the id must begin with broken_.",
        "broken/question/Pain: the prompt is empty.",
        "broken/rule/broken_rule: fever cannot be compared like that.",
        "broken/rule/broken_rule: it blocks, so a missing answer must not make it milder.",
        "broken/template/broken_template: the phases of 30 min add up to 29.",
        "broken/rule/broken_rule: it names no source.",
      ])
  }

  enum Broken: Technique {
    static let manifest = Manifest(
      id: "broken", name: "Broken", version: .init(0, 1, 0), stability: .draft, summary: "Wrong.")

    static func content(_ options: OptionValues) -> ModuleContent {
      ModuleContent(
        intake: [YesNoQuestion("Pain", "", why: "none").question],
        safetyRules: [
          SafetyRule(
            "broken_rule", code: "X", "Wrong", when: .number("fever", .atLeast, 3), .stop,
            whenUnknown: .note, advice: "none", client: "none", citations: [])
        ],
        templates: [
          SessionTemplate(
            "broken_template", "broken",
            phases: [.init("All", minutes: [30: 29], instructions: "none")])
        ])
    }
  }
}
