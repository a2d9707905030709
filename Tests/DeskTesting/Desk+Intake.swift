extension Desk {
  /// Every answer of a first intake in one line, nothing to report, with what differs.
  ///
  /// - Parameter isReturn: the few answers of a client who was here before, instead.
  public static func intake(
    _ changes: [String: String] = [:], return isReturn: Bool = false
  ) -> String {
    var fields = isReturn ? again : first
    fields.merge(changes) { $1 }
    return "intake "
      + fields.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
      .joined(separator: " ")
  }

  /// Of a client who was here before: what a technique of its own asks at every visit is among it.
  private static let again = [
    "health_changed": "no", "pain_now": "5", "neuromuscular_numb_path": "no",
    "lymphatic_drainage_abdomen": "none", "craniosacral_head_today": "no",
  ]

  private static let first = [
    "main_reason": "tight neck", "condition": "neck_pain", "state": "none", "devices": "none",
    "consent": "yes", "areas": "neck, r shoulder", "pain_now": "6", "fever": "no",
    "emergency_signs": "none", "nerve_signs": "none", "limb_swelling": "no", "skin": "none",
    "injuries": "none", "surgery": "no", "medicines": "none", "bleeding": "none",
    "allergies": "none", "vessels": "none", "organs": "none", "bones": "none", "cancer": "none",
    "head": "none", "headache": "none", "pregnant": "no", "recent_birth": "no",
    "myofascial_release_fragile_skin": "no", "trigger_point_bruising": "no",
    "lymphatic_drainage_cause": "none",
    "lymphatic_drainage_abdomen": "none", "left_out": "no",
    "craniosacral_head_today": "no", "deep_tissue_earlier": "never",
    "neuromuscular_numb_path": "no", "neuromuscular_habits": "-", "neuromuscular_eases": "-",
    "neuromuscular_provokes": "-",
    "myofascial_release_movement": "-", "trigger_point_familiar": "-",
    "trigger_point_travels": "-",
  ]
}
