import TechniqueKit

/// Rules of techniques that press firmly on small spots: one column of the catalogue for all of them.
///
/// Each technique states them under ids of its own, so that a verdict names the technique.
public enum PointPressure {
  /// - Parameters:
  ///   - technique: whose rules they are; begins their ids.
  ///   - after: its question on what followed the last session.
  public static func rules(of technique: ID<Manifest>, after: ChoiceQuestion) -> [SafetyRule] {
    [blood(technique), neckAndNerves(technique), afterEffects(technique, after)].flatMap { $0 }
  }

  /// The fields of one point that are the same in each of them: where and of what kind it is, what
  /// was measured there, and where its sensation goes. Experts asked for at least a taut band, a
  /// hypersensitive spot and referred sensation, which may be another than pain; a local twitch is
  /// not essential (Fernandez-de-las-Penas & Dommerholt 2018, doi 10.1093/pm/pnx207).
  public static let point: [FindingKind.Field] = [
    .init("site", "muscle, with side", .site, required: true),
    .init("state", "active: the symptom is familiar", .word(["active", "latent"])),
    .init("band", "a taut band is felt", .word(["band"])),
    .init("tender", "a spot that is very sensitive", .word(["tender"])),
    .init("twitch", "the muscle twitches locally", .word(["twitch"])),
  ]
  public static let measured: [FindingKind.Field] = [
    .init("pain", "pain on pressure before and after, 0 to 10", .change(unit: "", range: 0...10)),
    .init(
      "ppt", "pressure pain threshold before and after in kPa",
      .change(unit: "kPa", range: 0...1500)),
  ]
  /// Typed with its name, since a number alone is pain.
  public static let grade: [FindingKind.Field] = [
    .init(
      "pressure", "pressure, 1 contact to 5 deepest", .number(unit: "", range: 1...5), named: true)
  ]
  public static let sensation: [FindingKind.Field] = [
    .init("spot", "where the point lies", .text),
    .init("ref", "where the sensation is referred to", .text),
  ]

  private static func blood(_ technique: ID<Manifest>) -> [SafetyRule] {
    [
      SafetyRule(
        ID("\(technique)_clot_treated"), code: "A3", "Treated blood clot",
        when: GeneralHistory.vessels.includes("clot_treated"), .clearance,
        advice: "Compression waits for the prescriber's word.",
        client: "Because of the clot I need your doctor's word first.", citations: [.taught]),
      SafetyRule(
        ID("\(technique)_blood_thinner"), code: "A5", "Blood thinner and firm pressure",
        when: GeneralHistory.medicines.includes("blood_thinner"), .clearance,
        advice: "Ask the prescriber before any compression; then light pressure only.",
        client: "Pressing firmly could bruise you badly, so I need your doctor's word.",
        citations: [.thinnerAdvice]),
      SafetyRule(
        ID("\(technique)_low_platelets"), code: "A6", "Bleeding disorder or low platelets",
        when: GeneralHistory.bleeding.includes(
          anyOf: "disorder", "platelets_low", "platelets_very_low"), .stop,
        advice: "No compression. Gentle touch may be agreed on with the treating doctor.",
        client: "You may bleed more easily, so I cannot press on points.",
        citations: [.oncologyConvention, .cirrhosisCase]),
      SafetyRule(
        ID("\(technique)_fresh_strain"), code: "D7", "Strain or sprain under 3 days old",
        when: GeneralHistory.injuries.includes("strain"), .avoid,
        regions: .answered(GeneralHistory.injuryAreas.id),
        advice: "No compression on the injury: it may still bleed inside.",
        client: "I will leave the fresh injury alone.", citations: [.taught]),
    ]
  }

  private static func neckAndNerves(_ technique: ID<Manifest>) -> [SafetyRule] {
    let neck = GeneralHistory.areas.includes("neck")
    let headOrNeck = neck || GeneralHistory.areas.includes("head")
    return [
      SafetyRule(
        ID("\(technique)_neck_cord"), code: "D10", "Neck points with OPLL",
        when: GeneralHistory.bones.includes("opll") && neck, .stop, regions: .fixed(["neck"]),
        advice: "Never on the neck. Take the neck off the list to treat other areas.",
        client: "I will not work on your neck.", citations: [.cheong2012]),
      SafetyRule(
        ID("\(technique)_head_pressure"), code: "E6",
        "Neck and head left out: pressure, bleed or leak",
        when: GeneralHistory.head.includes(anyOf: "pressure", "bleed", "leak", "skull"), .avoid,
        regions: .fixed(["neck", "head"]),
        advice: "No compression on neck and head, also after the doctor has agreed.",
        client: "I will leave your neck and head out.", citations: [.craniosacralLists]),
      SafetyRule(
        ID("\(technique)_chiari"), code: "E7", "Neck or head points with Chiari malformation",
        when: GeneralHistory.head.includes("chiari") && headOrNeck, .clearance,
        regions: .fixed(["neck", "head"]),
        advice: "Neck and head wait for a doctor's word; no pressure, stretch or traction.",
        client: "Before I work on your neck I need your doctor's word.",
        citations: [.chiariPages, .werner2024]),
      SafetyRule(
        ID("\(technique)_weakness"), code: "E10", "Back and legs left out: foot drop or weakness",
        when: GeneralHistory.nerveSigns.includes("slow_weakness"), .avoid,
        regions: .fixed(["back", "pelvis", "buttock", "leg"]),
        advice: "No compression along the spine and the nerves of the leg.",
        client: "I will leave your back and legs out.", citations: [.redFlagLists]),
    ]
  }

  /// What followed the last session. AE stands for after-effect, which is no row of the catalogue.
  private static func afterEffects(
    _ technique: ID<Manifest>, _ after: ChoiceQuestion
  ) -> [SafetyRule] {
    [
      SafetyRule(
        ID("\(technique)_after_nerve"), code: "AE", "Numbness or weakness after the last session",
        when: after.includes("numbness"), .clearance,
        advice: "A nerve may have been pressed: a doctor should test it first.",
        client: "Before we go on a doctor should look at this.", citations: [.taught]),
      SafetyRule(
        ID("\(technique)_after_bruise"), code: "AE",
        "Bruise or long soreness after the last session",
        when: after.includes(anyOf: "bruise", "soreness"), .adapt,
        change: ForcedChange(pressureCap: .medium),
        advice: "Press less and for less time, and ask again about blood thinners.",
        client: "Last time was too much, so I press less today.", citations: [.taught]),
      SafetyRule(
        ID("\(technique)_after_worse"), code: "AE", "Pain or headache after the last session",
        when: after.includes(anyOf: "worse_pain", "headache", "dizzy", "other"), .note,
        advice: "Ask where and for how long; treat fewer points, or choose another technique.",
        client: "Tell me at once when it is too much.", citations: [.taught]),
    ]
  }
}
