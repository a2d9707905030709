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

  /// The age from which nobody else has to agree, in years; some jurisdictions have a later one.
  static let ageOfMajority = 18

  /// Asked of whoever is not of age, and where the date of birth is not known.
  public static let guardianConsent = YesNoQuestion(
    "guardian_consent", "Not of age: has a parent or guardian agreed?",
    help: "Type y when agreed, and for an adult whose date of birth is not known.",
    why: "A child is treated only with a guardian's agreement (rule H9).", safety: true,
    askWhen: .age(.below, ageOfMajority), validity: .days(365))

  /// What the client does not want touched holds for every technique. It may stay open, as scripts of
  /// clinics that did not ask it before do not answer it; then the verdict says so.
  public static let leftOut = YesNoQuestion(
    "left_out", "Any area you want left out, whatever the technique?",
    why: "It leaves the list of sites for every technique (rule H10).", validity: .days(90)
  ).formerly("craniosacral_no_touch")

  public static let leftOutAreas = RegionQuestion(
    "left_out_areas", "Where not? List areas", help: "Name areas with commas: face, belly.",
    why: "These areas are left out (rule H10).", required: true, askWhen: leftOut.isYes,
    validity: .days(90)
  ).formerly("craniosacral_no_touch_areas")

  static let consentQuestions: [Question] = [
    leftOut.question, leftOutAreas.question, consent.question, guardianConsent.question,
  ]
}
