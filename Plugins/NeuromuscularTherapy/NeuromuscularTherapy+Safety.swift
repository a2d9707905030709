import ClinicalContent
import TechniqueKit

extension NeuromuscularTherapy {
  /// Where firm pressure on muscle and along nerves needs more than the general screening asks for.
  static let safetyRules: [SafetyRule] =
    PointPressure.rules(of: "neuromuscular", after: after) + [nervePath]

  private static let nervePath =
    SafetyRule(
      "neuromuscular_nerve_path", code: "E12", "Tingling or numbness along an arm or leg",
      when: numbPath.isYes, .avoid, regions: .answered(numbPathAreas.id),
      advice: "No compression on the path. Check strength, reflexes and feeling; refer when they "
        + "differ.",
      client: "A nerve may be pressed, so I stay off its path.",
      citations: [.newYorkPractice, .taught])
}
