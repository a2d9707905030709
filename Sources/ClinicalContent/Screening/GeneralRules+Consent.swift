import TechniqueKit

// Section H, second part: consent, state of mind, pain that is out of the ordinary.
extension GeneralRules {
  static let noGuardian: ID<SafetyRule> = "general_no_guardian"

  static let consentRules: [SafetyRule] = [
    SafetyRule(
      "general_no_consent", code: "H7", "No agreement to the treatment",
      when: GeneralHistory.consent.isNo, .stop,
      advice: "No session. The same holds when a doctor has to be asked and the client refuses.",
      client: "I only begin when you have agreed, and you may say stop at any time.",
      citations: [.newYorkPractice, .washingtonRecords]),
    SafetyRule(
      noGuardian, code: "H9", "Not of age, without a guardian's agreement",
      when: .age(.below, GeneralHistory.ageOfMajority) && GeneralHistory.guardianConsent.isNo,
      .stop,
      advice: "No session until a parent or guardian has agreed.",
      client: "Because you are not of age yet, a parent or guardian has to agree first.",
      citations: [.washingtonRecords, .taught]),
  ]

  static let stateRules: [SafetyRule] = [
    SafetyRule(
      "general_left_out", code: "H10", "Areas that the client wants left out",
      when: GeneralHistory.leftOut.isYes, .avoid, whenUnknown: .note,
      regions: .answered(GeneralHistory.leftOutAreas.id), advice: "Leave these areas out.",
      client: "I will leave these places out; say stop at any time.", citations: [.taught]
    ).formerly("craniosacral_no_touch_rule"),
    SafetyRule(
      "general_not_alert", code: "H7", "Not alert, intoxicated, or out of touch",
      when: GeneralHistory.state.includes(anyOf: "drowsy", "drunk", "psychosis"), .stop,
      advice: "No session: the client cannot agree or warn. See to care, and to a way home.",
      client: "Today is not a good day for a session. Let us find you help and another day.",
      citations: [.newYorkPractice]),
    SafetyRule(
      "general_severe_pain", code: "H8", "New severe pain, or pain that does not let up at night",
      when: GeneralHistory.nerveSigns.includes(anyOf: "severe_pain", "night_pain"), .clearance,
      advice: "Refer first: pain like this needs a cause.",
      client: "Pain as strong as this should be seen by a doctor first.",
      citations: [.redFlagLists]),
    SafetyRule(
      "general_trauma", code: "H10", "Anxiety, PTSD or past trauma",
      when: GeneralHistory.head.includes("trauma"), .adapt,
      advice: "Agree on draping, on places not to touch and on a word to stop; ask as you go.",
      client: "You decide where I touch, and one word from you stops me.", citations: [.taught]),
    SafetyRule(
      "general_self_harm", code: "H11", "Says they may harm themselves",
      when: GeneralHistory.state.includes("self_harm"), .emergency,
      advice: "Do not leave the client alone. Call the crisis line or the emergency number.",
      client: "I am glad that you told me. Let us call someone together now.",
      citations: [.taught]),
    SafetyRule(
      "general_low_mood", code: "H11", "Very low mood",
      when: GeneralHistory.state.includes("low_mood"), .clearance,
      advice: "A doctor's or counsellor's word first. Give the number of the crisis line.",
      client: "I would like you to talk with someone who can help; here is a number.",
      citations: [.taught]),
  ]
}
