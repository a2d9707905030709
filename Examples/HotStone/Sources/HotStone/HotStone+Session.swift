import TechniqueKit

extension HotStone {
  /// The minutes are a choice of this module, not a clinical fact.
  ///
  /// - Parameter hottest: stone that touches skin, in degrees Celsius, 40 to 50.
  static func session(hottest: Int) -> SessionTemplate {
    SessionTemplate(
      "hot_stone_session", "hot stone",
      phases: [
        .init(
          "Check in", minutes: [60: 8, 90: 10],
          instructions: "Ask what changed, confirm consent, measure the stones: at most \(hottest) "
            + "degrees.", record: "Pain before"),
        .init(
          "Laid stones", minutes: [60: 12, 90: 18], position: .prone, pressure: .contact,
          instructions: "Lay stones along the spine on cloth, and ask about the heat each minute."),
        .init(
          "Drawn stones", minutes: [60: 30, 90: 50], position: .prone, pressure: .medium,
          instructions: "Keep each stone moving on oiled skin.",
          record: "A stone line for each area"),
        .init(
          "Close", minutes: [60: 10, 90: 12],
          instructions: "Let the client get up slowly. Score again, aftercare, note.",
          record: "Pain after; comfort"),
      ])
  }

  static func findings(hottest: Int) -> [FindingKind] {
    [
      FindingKind(
        "hot_stone_stone", code: "stone", "Stone",
        fields: [
          .init("site", "where", .site, required: true),
          .init("heat", "stone in degrees", .number(unit: "Cel", range: 30...Double(hottest))),
          .init("time", "how long", .number(unit: "min", range: 1...20)),
          .init("skin", "skin afterwards", .word(["pink", "red", "unchanged"])),
          .init("felt", "what the client felt, in their words", .text),
        ],
        sentence: "Hot stone, {site}[, {heat}][, {time}][, skin {skin}][, client felt {felt}].")
    ]
  }

  /// How the heat was borne: the sum of two items, at most one of them missing.
  static let comfort = OutcomeMetric(
    "hot_stone_comfort", name: "comfort", construct: "comfort with the heat",
    prompt: "0 not at all to 8 fully", range: 0...8, whole: false, .higherIsBetter,
    entry: .items(
      [
        .init("warmth", "Pleasant warmth, 0 not at all to 4 fully", range: 0...4),
        .init("burning", "Burning, 0 none to 4 a lot", range: 0...4, reversed: true),
      ], .init(.sum, missingAtMost: 1)),
    version: "own wording, two items", licence: .init(.ships, "own wording"),
    citations: [.designChoice])

  static let examples = [
    Example(
      "Numb calf, and a medicine patch on the arm",
      answers: [
        "hot_stone_numb_skin": .yesNo(true),
        "hot_stone_numb_areas": .regions([Site("calf", .left)]),
        "hot_stone_devices": .rows([
          [
            "hot_stone_device_kind": .choices(["patch"]),
            "hot_stone_device_place": .regions([Site("upper_arm", .right)]),
          ]
        ]),
      ], raises: ["hot_stone_numb", "hot_stone_patch"]),
    Example(
      "Plate in the hip, pregnant",
      answers: [
        "pregnant": .yesNo(true),
        "hot_stone_devices": .rows([
          [
            "hot_stone_device_kind": .choices(["metal"]),
            "hot_stone_device_place": .regions([Site("hip", .left)]),
          ]
        ]),
      ], raises: ["hot_stone_metal", "hot_stone_pregnant"]),
    Example(
      "Shorthand and comfort",
      findings: [
        "stone r low back 45cel 6m pink felt loose":
          "Hot stone, right low back, 45 Cel, 6 min, skin pink, client felt loose."
      ], scores: ["hot_stone_comfort": .init(["warmth": 4, "burning": 1], score: 7)]),
  ]
}
