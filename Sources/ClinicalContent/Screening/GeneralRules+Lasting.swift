import TechniqueKit

extension GeneralRules {
  private typealias History = GeneralHistory

  public static let clearances: [SafetyRule] = [
    clearance(
      "clot_treated", "A3", "Blood clot under treatment",
      History.heartVessels.includes("clot_treated"), [Sources.taught]),
    clearance(
      "bleeding", "A6", "Bleeding disorder or low platelets",
      History.bodyHistory.includes("bleeding"), [Sources.bleedingCase, Sources.taught]),
    clearance(
      "aneurysm", "A9", "Aneurysm of chest or belly",
      History.heartVessels.includes("aneurysm"), [Sources.drainageLists]),
    clearance(
      "high_pressure", "A10", "Blood pressure 180/110 or more",
      History.heartVessels.includes("high_pressure"), [Sources.taught]),
    clearance(
      "failure_unstable", "B1", "Heart failure, not stable",
      History.heartVessels.includes("failure_unstable"), [Sources.hirsch, Sources.newYork]),
    clearance(
      "kidney", "B3", "Kidney failure or dialysis", History.bodyHistory.includes("kidney"),
      [Sources.drainageLists, Sources.newYork]),
    clearance(
      "liver", "B4", "Liver disease with bleeding or swollen belly",
      History.bodyHistory.includes("liver"), [Sources.bleedingCase]),
    clearance(
      "surgery", "D3", "Operation less than 6 weeks ago",
      History.surgery.isYes && History.surgeryWeeks < 6,
      [Sources.oncology, .designChoice]),
    clearance(
      "unstable_neck", "D6", "Neck joints may be unstable",
      History.bonesNerves.includes("unstable_neck"), [Sources.taught]),
    clearance(
      "cord", "D10", "Narrowed canal in the neck", History.bonesNerves.includes("cord"),
      [Sources.cheong]),
    clearance(
      "statin", "D9", "Statin with new muscle pain", History.medicines.includes("statin_pain"),
      [Sources.taught]),
    clearance(
      "head", "E6", "Head pressure, bleed, stroke or spinal leak",
      History.bonesNerves.includes(anyOf: "head_pressure", "head_bleed", "spinal_leak"),
      [Sources.cranialLists]),
    clearance(
      "chiari", "E7", "Chiari malformation", History.bonesNerves.includes("chiari"),
      [Sources.taught]),
    clearance(
      "seizures", "E8", "Seizures or brain tumour",
      History.bodyHistory.includes(anyOf: "epilepsy", "brain_tumour"),
      [Sources.cranialLists, Sources.drainageLists]),
    clearance(
      "weaker_leg", "E10", "One foot or leg getting weaker",
      History.legsBladder.includes("foot_drop"), [Sources.finucane]),
    clearance(
      "concussion", "E11", "Head injury not yet over",
      History.recentInjury.includes("head_injury"), [Sources.taught]),
  ]

  public static let areasToAvoid: [SafetyRule] = [
    avoid(
      "skin", "C3", "Skin not to be touched",
      History.skinToday.includes(anyOf: "open_or_rash", "burn"), History.skinAreas.id),
    avoid(
      "hot_joint", "C5", "Hot, swollen joint", History.skinToday.includes("hot_joint"),
      History.skinAreas.id),
    avoid(
      "sprain", "D7", "Sprain or strain of the last 3 days",
      History.recentInjury.includes("sprain"), History.injuryAreas.id, [Sources.taught]),
    avoid(
      "stitches", "D4", "Wound not closed", History.stitches.isYes, History.surgeryAreas.id,
      [Sources.scars]),
    avoid(
      "implant", "D5", "Implant or bone growth in muscle",
      History.bonesNerves.includes(anyOf: "implant", "ossification"),
      History.sensitiveAreas.id),
  ]

  public static let adaptations: [SafetyRule] = [
    adapt(
      "blood_thinner", "A5", "Takes a blood thinner",
      History.medicines.includes("blood_thinner"), cap: .light, [Sources.taught]),
    adapt(
      "varicose", "A7", "Varicose veins: leave them out",
      History.heartVessels.includes("varicose"), cap: nil, [Sources.newYork]),
    adapt(
      "arterial", "A8", "Severe artery disease of the legs",
      History.heartVessels.includes("arterial"), cap: .light, [Sources.drainageLists]),
    adapt(
      "low_pressure", "A11", "Low blood pressure: rise slowly",
      History.heartVessels.includes("low_pressure"), cap: nil, [Sources.drainageLists]),
    adapt(
      "failure_stable", "B2", "Heart failure, stable",
      History.heartVessels.includes("failure_stable"), cap: .light, [Sources.drainageLists]),
    adapt(
      "diabetes", "B6", "Diabetes with numbness or sores",
      History.bodyHistory.includes("diabetes_numb"), cap: .light, [Sources.newYork]),
    adapt(
      "steroids", "B7", "Steroid tablets or adrenal insufficiency",
      History.medicines.includes("steroids") || History.bodyHistory.includes("adrenal"),
      cap: .medium, [Sources.newYork]),
    adapt(
      "irradiated", "C4", "Skin after radiotherapy", History.radiotherapy.isYes, cap: .light,
      [Sources.oncology]),
    adapt(
      "osteoporosis", "D2", "Fragile bones", History.bonesNerves.includes("osteoporosis"),
      cap: .medium, [Sources.newYork, Sources.taught]),
    adapt(
      "exertion", "D9", "Extreme exertion in the last 3 days",
      History.recentInjury.includes("exertion"), cap: .light, [Sources.tanriover]),
    adapt(
      "numb", "E12", "An area without feeling", History.bonesNerves.includes("numb_area"),
      cap: .light, [Sources.newYork]),
  ]

  /// Every general rule, worst first.
  public static let all = emergencies + stops + clearances + areasToAvoid + adaptations

  private static func clearance(
    _ id: String, _ code: String, _ title: String, _ when: Condition, _ citations: [Citation]
  ) -> SafetyRule {
    rule(
      id, code, title, when, .clearance, "Record a clinician's clearance before you start.",
      "I need your clinician's word before we start.", citations)
  }

  private static func avoid(
    _ id: String, _ code: String, _ title: String, _ when: Condition, _ areas: ID<Question>,
    _ citations: [Citation] = [Sources.newYork]
  ) -> SafetyRule {
    rule(
      id, code, title, when, .avoid, regions: .answered(areas), "Leave this area out.",
      "I will leave this area alone today.", citations)
  }

  private static func adapt(
    _ id: String, _ code: String, _ title: String, _ when: Condition, cap: PressureGrade?,
    _ citations: [Citation]
  ) -> SafetyRule {
    rule(
      id, code, title, when, .adapt, change: ForcedChange(pressureCap: cap),
      "Work lightly and watch the response.", "I will work more lightly today.", citations)
  }
}
