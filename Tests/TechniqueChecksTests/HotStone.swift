import TechniqueKit

/// A small technique that conforms, to be broken in one place at a time.
enum HotStone: Technique {
  static let manifest = Manifest(
    id: "hot_stone", name: "Hot stone massage", version: .init(0, 1, 0), stability: .draft,
    summary: "Warm stones laid on and drawn along muscle.")
  static let options = [
    ModuleOption(
      "hottest_celsius", "hottest stone in degrees", .wholeNumber(range: 38...50, defaultValue: 45))
  ]

  static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: [heat.question, places.question], safetyRules: [rule()], templates: [template()],
      findings: [stone()], metrics: [warmth()], evidence: [trial()],
      examples: [
        Example(
          "Does not feel heat",
          answers: ["hot_stone_heat": .choices(["numb"]), "hot_stone_places": .regions([])],
          raises: ["hot_stone_burn"]),
        Example("Shorthand", findings: ["stone neck 3m": "Neck: stone for 3 min."]),
      ])
  }

  static let heat = ChoiceQuestion(
    "hot_stone_heat", "Heat, any of these?", options: [Option("numb", "does not feel it"), .none],
    several: true, why: "Burns go unnoticed.", safety: true)
  static let places = RegionQuestion(
    "hot_stone_places", "Where?", why: "It is left out.", askWhen: heat.includes("numb"))

  static func rule(
    id: ID<SafetyRule> = "hot_stone_burn", when: Condition = heat.includes("numb"),
    _ severity: Severity = .avoid, whenUnknown: Severity? = nil,
    regions: RegionScope = .answered("hot_stone_places"), advice: String = "No stones there.",
    citations: [Citation] = [.designChoice]
  ) -> SafetyRule {
    SafetyRule(
      id, code: "X1", "Does not feel heat", when: when, severity, whenUnknown: whenUnknown,
      regions: regions, advice: advice, client: "No stones there.", citations: citations)
  }

  static func template(minutes: [Int: Int] = [30: 30]) -> SessionTemplate {
    SessionTemplate(
      "hot_stone_session", "stones",
      phases: [.init("Stones", minutes: minutes, instructions: "Lay the stones.")])
  }

  static func stone(
    code: String = "stone", sentence: String = "{site}: stone[ for {time}]."
  ) -> FindingKind {
    FindingKind(
      "hot_stone_stone", code: code, "Stone",
      fields: [
        .init("site", "where", .site, required: true),
        .init("time", "how long", .number(unit: "min", range: 1...10)),
      ], sentence: sentence)
  }

  static func warmth(
    change: Double = 2, population: String = "people", citations: [Citation] = [.designChoice]
  ) -> OutcomeMetric {
    OutcomeMetric(
      "hot_stone_warmth", name: "warmth", construct: "warmth felt", prompt: "0 cold to 10 hot",
      range: 0...10, .higherIsBetter, version: "1",
      thresholds: [
        .init(.minimalImportant, change, population: population, citation: .designChoice)
      ],
      licence: .init(.ships, "own words"), citations: citations)
  }

  static func trial(_ summary: String = "No trial was found.") -> Evidence {
    Evidence("stiff neck", .none, .notStudied, summary, citations: [])
  }
}

let smallAnatomy = Anatomy([Region("neck", "neck", paired: true), Region("sacrum", "sacrum")])
