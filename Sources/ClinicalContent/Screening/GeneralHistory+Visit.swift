import TechniqueKit

// What brings the client, and how today is.
extension GeneralHistory {
  /// Asked first, and only at a return visit; feeds no rule by itself.
  public static let healthChanged = YesNoQuestion(
    "health_changed", "Any change in health, medicines, injuries, or after-effects?",
    help: "Type y for any of these since then: fever or illness, swelling, breathlessness or chest "
      + "pain, new headache or neck pain, dizziness, weakness or numbness, bladder or bowel "
      + "trouble, a new medicine, injection, operation, injury, pregnancy, low mood, or trouble "
      + "after the last session.",
    why: "A no lets the earlier answers stand; a yes asks the health questions again.",
    safety: true, validity: .thisVisit)

  /// Why the client comes, in their own words.
  public static let mainReason = TextQuestion(
    "main_reason", "Main reason for the visit", help: "Tight neck, or headaches after work.",
    why: "It heads the note and says what the scores should measure.", required: true,
    validity: .days(28))

  /// What the client, or the doctor who sent them, calls it. Feeds no rule.
  public static let condition = ChoiceQuestion(
    "condition", "What is it about, as far as known?",
    options: [
      Option("low_back_pain", "low back pain"), Option("sciatica", "sciatica"),
      Option("neck_pain", "neck pain"), Option("tension_headache", "tension headache"),
      Option("migraine", "migraine"), Option("fibromyalgia", "fibromyalgia"),
      Option("arthritis", "arthritis"), Option("knee_osteoarthritis", "knee osteoarthritis"),
      Option("carpal_tunnel", "carpal tunnel syndrome"),
      Option("plantar_fasciitis", "plantar fasciitis"), Option("lymphoedema", "lymphoedema"),
      Option("injury_recovery", "injury"), Option("after_surgery", "after surgery"),
      Option("scar", "scar"), Option("stress", "stress or anxiety"), Option("sleep", "poor sleep"),
      Option("chronic_pain", "other long-lasting pain"), Option("other", "something else"),
    ], several: true,
    help: "What the client or the referring doctor calls it. Numbers with commas: 1; 3,16.",
    why: "It picks the measures to take and the evidence to show.", required: true,
    validity: .days(90))

  /// Where it hurts or is to be treated; rules ask whether it touches a region.
  public static let areas = RegionQuestion(
    "areas", "Where? List areas",
    why: "It sets the areas to work on and raises the cautions that belong to them.",
    required: true, validity: .days(28))

  /// Pain before the session, 0 none to 10 worst.
  public static let painNow = NumberQuestion(
    "pain_now", "Pain now, 0 none to 10 worst", scale: Scale(0...10, "none", "worst"),
    help: "A whole number from 0 to 10. Examples: 4, 7/10.",
    why: "The same score is asked before and after every visit, so that progress can be shown.",
    required: true, validity: .thisVisit)

  /// Feverish or ill on the day.
  public static let fever = YesNoQuestion(
    "fever", "Fever or feeling ill today?",
    why: "Massage waits until a fever has passed (rule C1).", safety: true, validity: .thisVisit)

  static let visitQuestions: [Question] = [
    healthChanged.question, mainReason.question, condition.question, areas.question,
    painNow.question, fever.question,
  ]
}
