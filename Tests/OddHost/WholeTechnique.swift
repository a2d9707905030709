import TechniqueKit

/// A technique that uses what the bundled ones do not yet: a group, a usual range, a remark, few
/// absences, a score of items and one that is computed.
enum WholeTechnique: Technique {
  static let manifest = Manifest(
    id: "whole", name: "Whole", version: .init(0, 1, 0), stability: .draft,
    summary: "Everything a module can say.")

  static let options = [
    ModuleOption("minutes", "length of a session", .wholeNumber(range: 10...60, defaultValue: 30))
  ]

  static let kind = ChoiceQuestion(
    "whole_kind", "What is it?", options: [Option("plate", "a plate"), Option("pump", "a pump")],
    why: "Pumps stay cool.", required: true)
  static let place = RegionQuestion("whole_place", "Where is it?", why: "It is left out.")
  static let things = GroupQuestion(
    "whole_things", "Anything in the body?", fields: [kind.question, place.question], atMost: 3,
    why: "Some of it is left out.", safety: true)
  static let hands = NumberQuestion(
    "whole_hands", "Warmth of the hands", range: NumberRange(10...42, usual: 25...36, unit: "Cel"),
    decimal: true, help: "A number, 31.5.", why: "Cold hands bear less heat.", required: true)
  static let asked = YesNoQuestion(
    "whole_asked", "Was it explained?", why: "It has to be.", required: true
  ).takingRemark().allowing(.declined)

  static func content(_ options: OptionValues) -> ModuleContent {
    let minutes = options.number("minutes") ?? 30
    return ModuleContent(
      intake: [things.question, hands.question, asked.question],
      safetyRules: [
        SafetyRule(
          "whole_pump", code: "W1", "A pump", when: things.some(kind.includes("pump")), .avoid,
          regions: .answered(things.id), advice: "Leave it out.", client: "I leave it out.",
          citations: [.designChoice])
      ],
      templates: [
        SessionTemplate(
          "whole_session", "whole",
          phases: [.init("Work", minutes: [minutes: minutes], instructions: "Work.")])
      ],
      metrics: [
        OutcomeMetric(
          "whole_sleep", name: "sleep", construct: "sleep", prompt: "0 bad to 8 good", range: 0...8,
          whole: false, .higherIsBetter, entry: .items(items, .init(.sum, missingAtMost: 1)),
          version: "1", licence: .init(.ships, "own words"), citations: [.designChoice]),
        OutcomeMetric(
          "whole_volume", name: "volume", construct: "product of two", prompt: "0 to 16",
          range: 0...16, whole: false, .higherIsBetter, entry: .computed(items), version: "1",
          licence: .init(.ships, "own words"), citations: [.designChoice]),
      ],
      examples: [
        Example(
          "Pump", answers: ["whole_things": .rows([["whole_kind": .choices(["pump"])]])],
          raises: ["whole_pump"],
          scores: [
            "whole_sleep": .init(["falling": 3, "waking": 1], score: 6),
            "whole_volume": .init(["falling": 3, "waking": 2], score: 6),
          ])
      ])
  }

  private static let items: [OutcomeMetric.Item] = [
    .init("falling", "Falling asleep, 0 bad to 4 good", range: 0...4),
    .init("waking", "Waking, 0 never to 4 often", range: 0...4, reversed: true),
  ]

  static func score(_ metric: ID<OutcomeMetric>, items: [String: Double]) -> Double? {
    guard metric == "whole_volume", let one = items["falling"], let two = items["waking"] else {
      return nil
    }
    return one * two
  }
}
