import ClinicalContent
import TechniqueKit

extension TriggerPointTherapy {
  /// Where firm pressure on small spots needs more than the general screening asks for.
  static let safetyRules: [SafetyRule] =
    PointPressure.rules(of: "trigger_point", after: after) + [bruises]

  private static let bruises =
    SafetyRule(
      "trigger_point_bruises", code: "A6", "Bruises come easily", when: bruising.isYes, .adapt,
      change: ForcedChange(pressureCap: .medium), advice: "Press less, and for less time.",
      client: "I will press less firmly today.", citations: [.taught])
}
