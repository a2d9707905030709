import ClinicalContent
import TechniqueKit

/// Very light touch at head, spine and sacrum.
public enum CraniosacralTherapy: Technique {
  public static let manifest = Manifest(
    id: "craniosacral", name: "Craniosacral therapy", version: ContentVersion(0, 1, 0),
    stability: .draft,
    summary: "Very light touch, held for minutes, at head, spine and sacrum.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: [tap.question, touch.question], safetyRules: safetyRules, templates: [template],
      findings: [station], evidence: evidence, aftercare: aftercare, examples: examples)
  }

  static let tap = YesNoQuestion(
    "craniosacral_head_injury", "Skull, head or spine: broken or operated lately?",
    why: "Rule E6: recent fractures and operations are not to be touched.", safety: true,
    validity: .days(28))

  static let touch = TextQuestion(
    "craniosacral_no_touch", "Where would you rather not be touched?",
    help: "The client's words, or Enter for nowhere. Examples: face; belly",
    why: "These places are left out.", validity: .days(180))

  static let safetyRules = [
    rule(
      "pressure", "E6", "Head pressure, bleed, stroke or spinal leak",
      GeneralHistory.bonesNerves.includes(anyOf: "head_pressure", "head_bleed", "spinal_leak"),
      .stop, [Sources.cranialLists]),
    rule(
      "fracture", "E6", "Recent fracture or operation of head or spine", tap.isYes, .stop,
      [Sources.cranialLists]),
    rule(
      "chiari", "E7", "Chiari malformation", GeneralHistory.bonesNerves.includes("chiari"),
      .stop, [.unconfirmed("weak sources; the stricter reading is taken")]),
    rule(
      "cord", "D10", "Narrowed canal in the neck",
      GeneralHistory.bonesNerves.includes("cord"), .stop, [Sources.cheong]),
    rule(
      "blood_thinner", "A5", "Takes a blood thinner",
      GeneralHistory.medicines.includes("blood_thinner"), .clearance, [Sources.taught]),
  ]

  private static func rule(
    _ id: String, _ code: String, _ title: String, _ when: Condition, _ severity: Severity,
    _ citations: [Citation]
  ) -> SafetyRule {
    SafetyRule(
      ID("craniosacral_rule_\(id)"), code: code, title, when: when, severity,
      advice: "No craniosacral work until a clinician agrees in writing.",
      client: "I need your clinician's word before I work at your head.", citations: citations)
  }

  static let template = SessionTemplate(
    "craniosacral_session", "craniosacral",
    phases: [
      .init(
        "Arrive", minutes: [15: 2, 30: 4, 45: 5, 60: 7], position: .supine,
        pressure: .contact, instructions: "Confirm consent and places to leave out."),
      .init(
        "Stations", minutes: [15: 10, 30: 20, 45: 31, 60: 42], position: .supine,
        pressure: .contact,
        instructions: "Sacrum, diaphragm, thoracic inlet, occiput, vault; 3 to 6 min each.",
        record: "station line for each"),
      .init(
        "Rest", minutes: [15: 2, 30: 3, 45: 5, 60: 6], position: .supine,
        instructions: "Quiet rest, no touch."),
      .init(
        "Close", minutes: [15: 1, 30: 3, 45: 4, 60: 5],
        instructions: "Rise slowly. Score again, note.", record: "Pain after"),
    ])

  /// A palpated rhythm is not recorded as a number: examiners do not agree on it.
  static let station = FindingKind(
    "craniosacral_station", code: "station", "Station",
    fields: [
      .init("site", "where the hands lay", .site, required: true),
      .init("minutes", "how long", .number(unit: "min", range: 0.5...20)),
      .init("felt", "what the client felt, in their words", .text),
    ], sentence: "Station, {site}[, {minutes}][, client felt {felt}].")

  static let evidence = [
    Evidence(
      "chronic pain", .veryLow, .mixed,
      "One review of 15 trials found small effects over sham; a later one found no benefit "
        + "for any condition.",
      citations: [
        .source("Haller 2020", doi: "10.1186/s12891-019-3017-y"),
        .source("Ceballos-Laita 2024", doi: "10.3390/healthcare12060679"),
      ]),
    Evidence(
      "palpated cranial rhythm", .veryLow, .against,
      "Examiners who palpate the rhythm do not agree with one another.",
      citations: [
        .source("Wirth-Pattullo & Hayes 1995"), .source("Moran & Gibbons 2001"),
        .source("Hanten 1998"),
      ]),
  ]

  static let aftercare = Aftercare(
    expect: ["Tiredness", "Sometimes a headache or an emotional response"], advice: ["Rest"],
    seekHelp: ["Severe headache, vomiting or drowsiness"])

  static let examples = [
    Example("Nothing to report", answers: clear, raises: []),
    Example(
      "Shunt and blood thinner",
      answers: clear.merging([
        "bones_nerves": .choices(["head_pressure"]), "medicines": .choices(["blood_thinner"]),
      ]) { $1 }, raises: ["craniosacral_rule_pressure", "craniosacral_rule_blood_thinner"]),
    Example(
      "Chiari, narrowed canal, recent fracture",
      answers: clear.merging([
        "bones_nerves": .choices(["chiari", "cord"]), "craniosacral_head_injury": .yesNo(true),
      ]) { $1 },
      raises: [
        "craniosacral_rule_fracture", "craniosacral_rule_chiari", "craniosacral_rule_cord",
      ]),
    Example(
      "Shorthand",
      findings: ["station occiput 5m felt calm": "Station, occiput, 5 min, client felt calm."]),
  ]

  private static let clear: [ID<Question>: Answer] = [
    "bones_nerves": .choices(["none"]), "medicines": .choices(["none"]),
    "craniosacral_head_injury": .yesNo(false),
  ]
}
