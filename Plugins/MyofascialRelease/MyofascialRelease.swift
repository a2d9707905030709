import ClinicalContent
import TechniqueKit

/// Low load held for a long time, until the tissue barrier gives.
public enum MyofascialRelease: Technique {
  public static let manifest = Manifest(
    id: "myofascial_release", name: "Myofascial release", version: ContentVersion(0, 1, 0),
    stability: .draft, summary: "A low load, held for a long time, on muscle and its fascia.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: [stiffness.question, fragileSkin.question], safetyRules: safetyRules,
      templates: [template], findings: [finding], evidence: evidence, aftercare: aftercare,
      examples: examples)
  }

  static let stiffness = TextQuestion(
    "myofascial_release_stiffness", "Which movement feels held back?",
    help: "The client's words, or Enter for none. Examples: turning right; bending forward",
    why: "The same movement is checked before and after.", validity: .days(28))

  static let fragileSkin = YesNoQuestion(
    "myofascial_release_fragile_skin", "Is your skin thin, or does it tear easily?",
    why: "Rule C4: long holds without lubricant pull on the skin.", safety: true,
    validity: .days(90))

  static let safetyRules = [
    SafetyRule(
      "myofascial_release_fragile_skin_rule", code: "C4", "Skin tears easily",
      when: fragileSkin.isYes, .adapt, change: ForcedChange(pressureCap: .light),
      advice: "Short, light holds; no dragging of the skin.",
      client: "I will be gentle with your skin.", citations: [Sources.taught]),
    SafetyRule(
      "myofascial_release_cord", code: "D10", "Narrowed canal in the neck",
      when: GeneralHistory.bonesNerves.includes("cord"), .stop, regions: .fixed(["neck"]),
      advice: "No work until a clinician has resolved this.",
      client: "Work on the neck has to wait for your doctor.", citations: [Sources.cheong]),
  ]

  static let template = SessionTemplate(
    "myofascial_release_session", "myofascial",
    phases: [
      .init(
        "Palpate, check range", minutes: [15: 2, 30: 4, 45: 6, 60: 8],
        instructions: "Confirm consent. Feel for restriction, check the movement.",
        record: "Range before"),
      .init(
        "Warm-up hold", minutes: [15: 2, 30: 5, 45: 7, 60: 9], position: .supine,
        pressure: .light, instructions: "General cross-hand hold, no lubricant."),
      .init(
        "Holds", minutes: [15: 8, 30: 15, 45: 24, 60: 32], pressure: .medium,
        instructions: "Sink to the first barrier and wait; 90 to 300 s a hold.",
        record: "mfr line for each hold"),
      .init(
        "Rest, re-check", minutes: [15: 2, 30: 3, 45: 4, 60: 5],
        instructions: "Rest, then the same movement again.", record: "Range after"),
      .init(
        "Close", minutes: [15: 1, 30: 3, 45: 4, 60: 6],
        instructions: "Score again, aftercare, note.", record: "Pain after"),
    ])

  static let finding = FindingKind(
    "myofascial_release_finding", code: "mfr", "Myofascial hold",
    fields: [
      .init("site", "region, with side", .site, required: true),
      .init(
        "direction", "direction of the restriction",
        .word(["vertical", "horizontal", "diagonal", "rotation"])),
      .init("hold", "seconds a hold", .number(unit: "s", range: 30...900)),
      .init("repeats", "how many holds", .count(range: 1...20)),
      .init("rom", "range before and after, degrees", .change(unit: "deg", range: 0...180)),
    ],
    sentence:
      "Myofascial hold, {site}[, {direction}][, held {hold}][, {repeats} times][, range {rom}]."
  )

  static let evidence = [
    Evidence(
      "low back pain", .low, .favours,
      "Small, short-term gains in pain and function; quality of life and balance unchanged.",
      citations: [.source("Wu 2021")]),
    Evidence(
      "fibromyalgia", .low, .favours, "Pain fell in pooled small trials.",
      citations: [.source("Ughreja 2021")]),
  ]

  static let aftercare = Aftercare(
    expect: ["Soreness for up to 3 days", "Tiredness, sometimes an emotional response"],
    advice: ["Gentle movement", "Get up slowly"],
    seekHelp: ["New numbness or weakness", "Pain that grows after the third day"])

  static let examples = [
    Example(
      "Fragile skin",
      answers: [
        "myofascial_release_fragile_skin": .yesNo(true), "bones_nerves": .choices(["none"]),
      ], raises: ["myofascial_release_fragile_skin_rule"]),
    Example(
      "Narrowed canal",
      answers: [
        "myofascial_release_fragile_skin": .yesNo(false), "bones_nerves": .choices(["cord"]),
      ], raises: ["myofascial_release_cord"]),
    Example(
      "Shorthand",
      findings: [
        "mfr thoracolumbar vertical 180s x3":
          "Myofascial hold, thoracolumbar fascia, vertical, held 180 s, 3 times."
      ]),
  ]
}
