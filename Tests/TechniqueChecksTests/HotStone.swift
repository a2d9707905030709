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
      intake: [heat.question, places.question, implants.question, warmthNow.question],
      safetyRules: [burn, pump, chilled], templates: [template], findings: [stone],
      metrics: [warmth, comfort], evidence: [trial], examples: examples)
  }

  static let heat = ChoiceQuestion(
    "hot_stone_heat", "Heat, any of these?", options: [Option("numb", "does not feel it"), .none],
    several: true, why: "Burns go unnoticed.", safety: true)
  static let places = RegionQuestion(
    "hot_stone_places", "Where?", why: "It is left out.", askWhen: heat.includes("numb"))
  static let implantKind = ChoiceQuestion(
    "hot_stone_implant_kind", "What is it?",
    options: [Option("metal", "metal"), Option("pump", "a pump or patch")], why: "A pump heats up.")
  static let implantSide = RegionQuestion(
    "hot_stone_implant_place", "Where is it?", why: "It is left out.")
  static let implants = GroupQuestion(
    "hot_stone_implants", "Anything in the body that heats up?",
    fields: [implantKind.question, implantSide.question], atMost: 4, why: "Metal holds heat.")
  static let warmthNow = NumberQuestion(
    "hot_stone_warmth_now", "Warmth of the hands in degrees",
    range: NumberRange(10...42, usual: 25...36, unit: "Cel"), decimal: true,
    help: "A number, 31.5.", why: "Cold hands bear less heat.")

  static let burn = SafetyRule(
    "hot_stone_burn", code: "X1", "Does not feel heat", when: heat.includes("numb"), .avoid,
    regions: .answered("hot_stone_places"), advice: "No stones there.", client: "No stones there.",
    citations: [.designChoice])
  static let pump = SafetyRule(
    "hot_stone_pump", code: "X2", "A pump or patch",
    when: implants.some(implantKind.includes("pump")), .clearance,
    advice: "Ask the prescriber.", client: "Your pump must stay cool.",
    citations: [.designChoice])
  static let chilled = SafetyRule(
    "hot_stone_chilled", code: "X3", "Cold hands", when: warmthNow < 20, .adapt,
    advice: "Begin cooler.", client: "We begin cooler.", citations: [.designChoice])

  static let template = SessionTemplate(
    "hot_stone_session", "stones",
    phases: [
      .init("Settle", minutes: [30: 5, 60: 10], instructions: "Let the client settle."),
      .init("Stones", minutes: [30: 25, 60: 50], instructions: "Lay the stones."),
    ])

  static let stone = FindingKind(
    "hot_stone_stone", code: "stone", "Stone",
    fields: [
      .init("site", "where", .site, required: true),
      .init("time", "how long", .number(unit: "min", range: 1...10)),
      .init("feel", "how it felt", .word(["warm", "hot"])),
    ], sentence: "{site}: stone[ for {time}][, felt {feel}].")

  static let warmth = OutcomeMetric(
    "hot_stone_warmth", name: "warmth", construct: "warmth felt", prompt: "0 cold to 10 hot",
    range: 0...10, .higherIsBetter, version: "1",
    thresholds: [.init(.minimalImportant, 2, population: "people", citation: .designChoice)],
    licence: .init(.ships, "own words"), citations: [.designChoice])

  static let comfort = OutcomeMetric(
    "hot_stone_comfort", name: "comfort", construct: "comfort", prompt: "0 to 8", range: 0...8,
    whole: false, .higherIsBetter,
    entry: .items(
      [
        .init("rest", "Rest, 0 bad to 4 good", range: 0...4),
        .init("ache", "Ache, 0 none to 4 worst", range: 0...4, reversed: true),
      ], .init(.sum, missingAtMost: 1)),
    version: "1", licence: .init(.ships, "own words"), citations: [.designChoice])

  static let trial = Evidence(
    "stiff neck", .none, .notStudied, "No trial was found.", citations: [])

  static let examples = [
    Example(
      "Does not feel heat",
      answers: ["hot_stone_heat": .choices(["numb"]), "hot_stone_places": .regions([])],
      raises: ["hot_stone_burn"]),
    Example(
      "Pump, cold hands",
      answers: [
        "hot_stone_implants": .rows([["hot_stone_implant_kind": .choices(["pump"])]]),
        "hot_stone_warmth_now": .number(15),
      ], raises: ["hot_stone_pump", "hot_stone_chilled"]),
    Example(
      "Shorthand", findings: ["stone neck 3m": "Neck: stone for 3 min."],
      scores: [
        "hot_stone_comfort": .init(["rest": 3, "ache": 1], score: 6)
      ]),
  ]
}

let smallBase = ContentBase(
  content: ModuleContent(),
  anatomy: Anatomy([Region("neck", "neck", paired: true), Region("sacrum", "sacrum")]))
