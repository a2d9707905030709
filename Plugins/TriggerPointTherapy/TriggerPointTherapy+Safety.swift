import ClinicalContent
import TechniqueKit

extension TriggerPointTherapy {
  static let safetyRules = [
    SafetyRule(
      "trigger_point_blood_thinner", code: "A5", "Blood thinner and firm pressure",
      when: GeneralHistory.medicines.includes("blood_thinner"), .clearance,
      change: ForcedChange(pressureCap: .light),
      advice: "Ask the prescriber before any compression.",
      client: "Firm pressure and your medicine may bruise you; I need your doctor's word.",
      citations: [.unconfirmed("commonly taught; vigorous work is advised against")]),
    SafetyRule(
      "trigger_point_bruises", code: "A6", "Bruises easily", when: bruising.isYes, .adapt,
      change: ForcedChange(pressureCap: .medium), advice: "Press less and shorter.",
      client: "I will press less firmly today.", citations: [Sources.taught]),
    SafetyRule(
      "trigger_point_neck_cord", code: "D10", "Narrowed canal in the neck",
      when: GeneralHistory.bonesNerves.includes("cord"), .stop, regions: .fixed(["neck"]),
      advice: "No compression until a clinician has resolved this.",
      client: "Pressure on the neck has to wait for your doctor.", citations: [Sources.cheong]),
    SafetyRule(
      "trigger_point_aneurysm", code: "A9", "Aneurysm: trunk left out",
      when: GeneralHistory.heartVessels.includes("aneurysm"), .avoid,
      regions: .fixed(["abdomen", "chest", "back"]), advice: "Leave the trunk out.",
      client: "I will leave belly, chest and back alone.", citations: [Sources.drainageLists]),
  ]

  static let examples = [
    Example(
      "Blood thinner",
      answers: [
        "medicines": .choices(["blood_thinner"]), "trigger_point_bruising": .yesNo(false),
        "bones_nerves": .choices(["none"]), "heart_vessels": .choices(["none"]),
      ], raises: ["trigger_point_blood_thinner"]),
    Example(
      "Bruises, narrowed canal, aneurysm",
      answers: [
        "medicines": .choices(["none"]), "trigger_point_bruising": .yesNo(true),
        "bones_nerves": .choices(["cord"]), "heart_vessels": .choices(["aneurysm"]),
      ],
      raises: ["trigger_point_bruises", "trigger_point_neck_cord", "trigger_point_aneurysm"]),
    Example(
      "Shorthand",
      findings: [
        "trp r upper trapezius 7>3 90s ref temple":
          "Trigger point, right upper trapezius, pain 7 to 3, held 90 s, refers to temple."
      ]),
  ]
}
