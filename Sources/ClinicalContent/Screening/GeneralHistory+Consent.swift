import TechniqueKit

// Whether the client can agree, and has agreed.
extension GeneralHistory {
  /// What the therapist sees and hears on the day. Nobody is questioned about their mood: only what
  /// the client says or shows is noted, and no score is made of it.
  public static let state = list(
    "state", "As the client seems today, any of these?",
    why: "A clear head is needed to agree and to say stop (rules B1, H1, H7, H11).",
    validity: .thisVisit,
    [
      Option("drowsy", "drowsy, confused or hard to follow"),
      Option("drunk", "drunk, or dazed by drugs"),
      Option("alcohol", "alcohol today, but clear-headed"),
      Option("psychosis", "hears or sees what is not there"),
      Option("self_harm", "says they may harm themselves"),
      Option("low_mood", "mood very low, without hope"),
      Option("fluid", "breathless lying flat, or both legs swollen"),
    ])

  static let stateQuestions: [Question] = [state.question]

  /// A year is what the rule of Washington State gives a written consent.
  public static let consent = YesNoQuestion(
    "consent", "Has the client agreed to this treatment?",
    help: "Type y once aim, areas, risks, other ways and the right to stop are agreed on.",
    why: "Without agreement there is no session; it is renewed every year (rule H7).",
    safety: true, validity: .days(365))

  /// Asked below 18, and where the date of birth is not known.
  public static let guardianConsent = YesNoQuestion(
    "guardian_consent", "Under 18: has a parent or guardian agreed?",
    help: "Type y when agreed, and for an adult whose date of birth is not known.",
    why: "A child is treated only with a guardian's agreement (rule H9).", safety: true,
    askWhen: .age(.below, 18), validity: .days(365))

  static let consentQuestions: [Question] = [consent.question, guardianConsent.question]
}
