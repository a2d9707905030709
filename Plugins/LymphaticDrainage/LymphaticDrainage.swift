import ClinicalContent
import TechniqueKit

/// Very light, rhythmic stretch of the skin along the lymph routes.
public enum LymphaticDrainage: Technique {
  public static let manifest = Manifest(
    id: "lymphatic_drainage", name: "Lymphatic drainage", version: ContentVersion(0, 1, 0),
    stability: .draft,
    summary: "Very light, rhythmic stretch of the skin along the lymph routes, centre first.")

  public static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(
      intake: [
        cause.question, cancerActive.question, garment.question, bowel.question,
      ],
      safetyRules: safetyRules, templates: [template], findings: [girth, pitting],
      evidence: evidence, aftercare: aftercare, examples: examples)
  }

  static let cause = ChoiceQuestion(
    "lymphatic_drainage_cause", "What is the swelling from?",
    options: [
      Option("after_cancer", "after cancer treatment"), Option("after_surgery", "after surgery"),
      Option("injury", "injury"), Option("born_with", "since birth or youth"),
      Option("not_known", "not known"), .none,
    ], why: "The cause decides whether a clinician must agree first.", required: true,
    validity: .days(180))

  static let cancerActive = YesNoQuestion(
    "lymphatic_drainage_cancer", "A cancer not yet treated?",
    why: "Rule F2: that drainage area waits for the oncology team.", safety: true,
    validity: .days(28))

  static let bowel = YesNoQuestion(
    "lymphatic_drainage_abdomen", "Bowel trouble, menstruation or belly surgery?",
    help: "Bowel obstruction, diverticula, menstruation now, recent belly surgery. Type y or n.",
    why: "The abdomen is left out then.", safety: true, validity: .thisVisit)

  static let garment = NumberQuestion(
    "lymphatic_drainage_garment_hours", "Hours a day in a compression garment",
    range: NumberRange(0...24, unit: "h"), help: "Whole hours; 0 for none. Examples: 0, 12",
    why: "Wear time explains much of a change in girth.", askWhen: !cause.includes("none"),
    validity: .days(14))

  static let template = SessionTemplate(
    "lymphatic_drainage_session", "lymph drainage",
    phases: [
      .init(
        "Girths and skin", minutes: [30: 5, 45: 7, 60: 9],
        instructions: "Check skin for infection. Measure at the same points as last time.",
        record: "girth line for each limb"),
      .init(
        "Neck, breathing", minutes: [30: 4, 45: 6, 60: 8], position: .supine,
        pressure: .contact, instructions: "Terminus at the neck, then belly breathing."),
      .init(
        "Trunk", minutes: [30: 6, 45: 10, 60: 13], position: .supine, pressure: .contact,
        instructions: "Healthy quadrant first, then across the divides."),
      .init(
        "Limb", minutes: [30: 10, 45: 15, 60: 20], position: .supine, pressure: .contact,
        instructions: "Limb raised. Near to far, then back; about 5 strokes a region."),
      .init(
        "Skin care, compression", minutes: [30: 5, 45: 7, 60: 10],
        instructions: "Skin care, garment or bandage on, note.", record: "Garment, tolerance"),
    ])

  static let girth = FindingKind(
    "lymphatic_drainage_girth", code: "girth", "Limb girths",
    fields: [
      .init("site", "limb, with side", .site, required: true),
      .init(
        "girths", "at fixed steps from the wrist or ankle, cm",
        .series(unit: "cm", range: 5...150), required: true),
    ], sentence: "Girths, {site}: {girths}.")

  static let pitting = FindingKind(
    "lymphatic_drainage_pitting", code: "pitting", "Pitting",
    fields: [
      .init("site", "region, with side", .site, required: true),
      .init("depth", "depth of the pit", .number(unit: "mm", range: 0...30)),
    ], sentence: "Pitting, {site}[, {depth}].")

  static let aftercare = Aftercare(
    expect: ["More urine", "Tiredness", "Light-headedness on rising"],
    advice: ["Keep the compression on", "Care for the skin"],
    seekHelp: ["Fever or redness", "Sudden pain", "Breathlessness"])
}
