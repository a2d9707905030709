import TechniqueKit

/// The general safety rules.
///
/// Each states the mildest consequence that is right for every technique, except where the sign is
/// an emergency for all; a technique that needs more states a rule of its own over the same
/// answers, and the worst wins. Two rules may share the catalogue number that is their code.
///
/// Where a source gives two severities ("modify or clearance"), or sources conflict, the more
/// cautious one stands here.
///
/// No list of contraindications is well founded: 21 sources named between 3 and 86 of them, mostly
/// without a reference (Batavia 2004, J Bodyw Mov Ther 8:48). So every rule shows its source.
public enum GeneralRules {
  public static let all: [SafetyRule] = sections.flatMap { $0 }

  /// By catalogue section: vessels, organs, infection, bones, nerves, cancer, pregnancy, medicines,
  /// consent.
  private static let sections: [[SafetyRule]] = [
    vesselRules, bloodRules, organRules, infectionRules, injuryRules, boneRules, nerveEmergencies,
    headacheRules, checkRules, headRules, cancerRules, pregnancyRules, medicineRules, deviceRules,
    consentRules, stateRules,
  ]
}
