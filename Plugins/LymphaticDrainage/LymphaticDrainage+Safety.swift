import ClinicalContent
import TechniqueKit

extension LymphaticDrainage {
  static let safetyRules = [
    rule(
      "failure", "B1", "Heart failure, not stable",
      GeneralHistory.heartVessels.includes("failure_unstable"), .stop,
      citations: [Sources.hirsch, Sources.drainageLists]),
    rule(
      "failure_stable", "B2", "Heart failure, stable",
      GeneralHistory.heartVessels.includes("failure_stable"), .clearance),
    rule(
      "kidney", "B3", "Kidney failure or dialysis",
      GeneralHistory.bodyHistory.includes("kidney"), .stop),
    rule(
      "asthma", "B8", "Asthma: short first session",
      GeneralHistory.bodyHistory.includes("asthma"), .clearance,
      change: ForcedChange(longestMinutes: 30)),
    rule(
      "cancer", "F2", "Cancer not yet treated", cancerActive.isYes, .stop,
      citations: [Sources.oncology, Sources.drainageLists]),
    rule(
      "neck", "B5", "Neck left out: thyroid or heart rhythm",
      GeneralHistory.bodyHistory.includes("thyroid")
        || GeneralHistory.heartVessels.includes("rhythm"),
      .avoid, regions: .fixed(["neck"])),
    rule(
      "age", "B5", "Over 60: take care at the neck", .age(.above, 60), .note,
      regions: .fixed(["neck"])),
    rule(
      "abdomen", "MLD1", "Abdomen left out", bowel.isYes, .avoid, regions: .fixed(["abdomen"])),
    rule(
      "aneurysm", "A9", "Aneurysm: abdomen left out",
      GeneralHistory.heartVessels.includes("aneurysm"), .avoid, regions: .fixed(["abdomen"])),
    rule(
      "arterial", "A8", "Severe artery disease: no bandage",
      GeneralHistory.heartVessels.includes("arterial"), .adapt),
  ]

  private static func rule(
    _ id: String, _ code: String, _ title: String, _ when: Condition, _ severity: Severity,
    regions: RegionScope = .none, change: ForcedChange = .none,
    citations: [Citation] = [Sources.drainageLists]
  ) -> SafetyRule {
    let advice =
      switch severity {
      case .stop, .emergency: "No drainage until a clinician has resolved this."
      case .clearance: "Record a clinician's clearance before drainage."
      case .avoid: "Leave this area out."
      case .adapt, .note: "Work with care and watch the response."
      }
    return SafetyRule(
      ID("lymphatic_drainage_rule_\(id)"), code: code, title, when: when, severity,
      regions: regions, change: change, advice: advice,
      client: "Drainage moves fluid, so this matters for you today.", citations: citations)
  }

  static let evidence = [
    Evidence(
      "breast-cancer lymphoedema", .low, .mixed,
      "Compression does most of the work; reviews disagree on whether drainage adds to it.",
      citations: [
        .source("Ezzo 2015, Cochrane CD003475.pub2"), .source("Huang 2013"),
        .source("Thompson 2020, J Cancer Surviv", doi: "10.1007/s11764-020-00928-1"),
      ]),
    Evidence(
      "after knee replacement", .low, .noDifference,
      "No effect on swelling or movement was found.",
      citations: [
        .source("Pichonnaz 2016"), .source("Lu 2024"), .source("Migliorini 2023"),
      ]),
  ]

  static let examples = [
    Example(
      "Nothing to report", answers: clear, age: 40, raises: []),
    Example(
      "Heart failure and untreated cancer",
      answers: clear.merging([
        "heart_vessels": .choices(["failure_unstable"]),
        "lymphatic_drainage_cancer": .yesNo(true),
      ]) { $1 }, age: 40,
      raises: ["lymphatic_drainage_rule_failure", "lymphatic_drainage_rule_cancer"]),
    Example(
      "Areas left out",
      answers: clear.merging([
        "heart_vessels": .choices(["aneurysm", "arterial", "failure_stable"]),
        "body_history": .choices(["thyroid", "asthma", "kidney"]),
        "lymphatic_drainage_abdomen": .yesNo(true),
      ]) { $1 }, age: 70,
      raises: [
        "lymphatic_drainage_rule_failure_stable", "lymphatic_drainage_rule_kidney",
        "lymphatic_drainage_rule_asthma", "lymphatic_drainage_rule_neck",
        "lymphatic_drainage_rule_age", "lymphatic_drainage_rule_abdomen",
        "lymphatic_drainage_rule_aneurysm", "lymphatic_drainage_rule_arterial",
      ]),
    Example(
      "Shorthand",
      findings: [
        "girth l arm 17.1 18.9 21.2": "Girths, left whole arm: 17.1, 18.9, 21.2 cm."
      ]),
  ]

  private static let clear: [ID<Question>: Answer] = [
    "heart_vessels": .choices(["none"]), "body_history": .choices(["none"]),
    "lymphatic_drainage_cancer": .yesNo(false), "lymphatic_drainage_abdomen": .yesNo(false),
  ]
}
