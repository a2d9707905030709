import TechniqueKit

// Section E: what the check before work on neck or head shows, at any moment of a visit.
extension GeneralRules {
  private static let check = GeneralFindings.neckCheck
  private static let highPressure: [FindingStatement] = [
    GeneralFindings.bloodPressure.systolic >= 180, GeneralFindings.bloodPressure.diastolic >= 110,
  ]
  private static let nerveSigns: [FindingStatement] = [
    GeneralFindings.signs.is("present"), GeneralFindings.nerves.is("asymmetric"),
    GeneralFindings.held.is("provoking"),
  ]

  /// The worse of two measurements counts. At the next visit the signs still wait for a clinician,
  /// while the pressure is measured again.
  static let checkRules: [SafetyRule] = [
    SafetyRule(
      "general_check_pressure", code: "A10", "Blood pressure measured at 180/110 or more",
      when: .any(highPressure.map { check.found($0) }), .stop,
      advice: "Stop all work and refer today. With any sign beside it, call the emergency number.",
      client: "Your blood pressure is too high for massage today. Please see a doctor today.",
      citations: [.rushton2023, .neckCheckTaught]),
    SafetyRule(
      "general_check_signs", code: "E3", "The neck check shows a warning sign",
      when: check.found(GeneralFindings.signs.is("present")), .emergency,
      advice: "Stop all work and do not move the neck: call the emergency number now.",
      client: "What I see has to be checked in a hospital now. I am calling for help.",
      citations: [.rushton2023, .neckCheckTaught]),
    SafetyRule(
      "general_check_nerves", code: "E3", "The cranial nerves are not the same on both sides",
      when: check.found(GeneralFindings.nerves.is("asymmetric")), .stop,
      advice: "Stop all work and refer today; any other sign makes it an emergency.",
      client: "Something here should be looked at by a doctor today, so I stop.",
      citations: [.rushton2023, .neckCheckTaught]),
    SafetyRule(
      "general_check_position", code: "E3", "A position of the neck brings on signs",
      when: check.found(GeneralFindings.held.is("provoking")), .stop,
      advice: "Stop, bring the head back to the middle and refer; any sign that stays is urgent.",
      client: "This position brings on something a doctor should look at, so I stop.",
      citations: [.rushton2023, .neckCheckTaught]),
    SafetyRule(
      "general_check_signs_before", code: "E3", "The last neck check showed a warning sign",
      when: .any(nerveSigns.map { check.found($0, at: .last) }), .clearance,
      advice: "Wait for a clinician's word on what the last check showed.",
      client: "Last time I found something that a doctor should look at before we go on.",
      citations: [.rushton2023, .neckCheckTaught]),
    SafetyRule(
      "general_check_pressure_before", code: "A10", "Blood pressure was 180/110 or more last time",
      when: .any(highPressure.map { check.found($0, at: .last) }), .note,
      advice: "Ask what the doctor said, and measure again before any work.",
      client: "Your blood pressure was high last time, so I measure it first.",
      citations: [.neckCheckTaught]),
  ]
}
