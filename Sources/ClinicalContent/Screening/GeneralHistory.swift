import TechniqueKit

/// The questions that every client is asked, whatever the technique.
///
/// Modules write their own rules over them: `GeneralHistory.medicines.includes("blood_thinner")`.
public enum GeneralHistory {
  public static let healthChanged = YesNoQuestion(
    "health_changed", "Any change in health, medicines or injuries?",
    help: "Think of fever, new swelling, numbness, medicines, injury, pregnancy. Type y or n.",
    why: "No change lets the screening answers of last time stand; a change asks them again.",
    safety: true, validity: .thisVisit)

  public static let mainReason = TextQuestion(
    "main_reason", "Main reason for the visit",
    help: "The client's own words. Examples: tight neck; swollen arm since surgery",
    why: "The plan and the report begin with it.", required: true, validity: .days(180))

  public static let areas = RegionQuestion(
    "areas", "Where? List areas",
    why: "It shows where to work, and is compared with areas to avoid.",
    required: true, validity: .days(28))

  public static let painNow = NumberQuestion(
    "pain_now", "Pain now, 0 none to 10 worst", scale: Scale(0...10, "none", "worst"),
    help: "A whole number from 0 to 10. Examples: 4, 7/10",
    why: "The same score is asked before and after every visit, so that progress can be shown.",
    required: true, validity: .thisVisit)

  public static let fever = YesNoQuestion(
    "fever", "Fever or feeling ill today?",
    help: "A temperature, chills, or an infection that makes the client feel ill. Type y or n.",
    why: "Rule C1: massage waits until a fever has passed.", safety: true, validity: .thisVisit)

  public static let emergencySigns = signs(
    "emergency_signs", "Any of these now or in the last 2 days?",
    why: "Rules A4, D9, E2, E4, E9: each can need an ambulance or same-day care.",
    [
      Option("chest_pain", "chest pain"),
      Option("breathless", "sudden breathlessness, coughing blood or collapse"),
      Option("stroke_signs", "drooping face, weak arm or slurred speech"),
      Option("worst_headache", "sudden headache, the worst ever"),
      Option("stiff_neck_fever", "fever with stiff neck, light hurts"),
      Option("dark_urine", "dark urine with sore or weak muscles"),
    ])

  public static let legsBladder = signs(
    "legs_bladder", "Any of these, new?",
    why: "Rules E1 and E10: nerves of the lower back may be pressed on.",
    [
      Option("bladder_bowel", "trouble with bladder or bowel control"),
      Option("saddle_numbness", "numbness between the legs"),
      Option("both_legs_weak", "weakness in both legs, or getting worse fast"),
      Option("foot_drop", "one foot or leg getting weaker"),
    ])

  public static let neckSigns = signs(
    "neck_signs", "Head, neck or hands: any of these, new?",
    why: "Rules E3 and D10: a neck artery or the spinal cord may be affected.",
    [
      Option("dizzy_fainting", "dizziness, fainting or drop attacks"),
      Option("double_vision", "double vision or a drooping eyelid"),
      Option("speech_swallowing", "trouble speaking or swallowing"),
      Option("face_numbness", "numb face, nausea with flickering eyes"),
      Option("unsteady", "unsteady walking"),
      Option("new_neck_pain", "neck or head pain unlike any before"),
      Option("clumsy_hands", "clumsy hands or shocks down the spine"),
    ])

  public static let headOver50 = ChoiceQuestion(
    "head_over_50", "Aged 50 or more: any of these, new?",
    options: [
      Option("new_headache", "a new headache"), Option("scalp_tender", "tender scalp"),
      Option("jaw_pain", "jaw or tongue pain on chewing"),
      Option("vision_loss", "loss of sight or double vision"), .none,
    ], several: true, why: "Rule E5: an inflamed artery of the head can cost the sight.",
    safety: true, askWhen: .age(.atLeast, 50), validity: .thisVisit)

  public static let limbSwelling = YesNoQuestion(
    "limb_swelling", "New swelling, pain or warmth in one limb?",
    help: "New, and on one side only: a calf, a thigh, an arm. Type y or n.",
    why: "Rule A1: it can be a blood clot, which massage could move.", safety: true,
    validity: .thisVisit)

  public static let clotRisk = ChoiceQuestion(
    "clot_risk", "Any of these in the last 12 weeks?",
    options: [
      Option("surgery_or_bed", "operation, plaster or days in bed"),
      Option("cancer_treatment", "cancer treatment (last 6 months)"),
      Option("earlier_clot", "a blood clot, ever"),
      Option("pregnant_or_birth", "pregnancy or birth"), Option("oestrogen", "oestrogen"),
      Option("long_travel", "long travel"), .none,
    ], several: true, why: "Rule A1: each makes a clot more likely.", safety: true,
    askWhen: limbSwelling.isYes, validity: .thisVisit)

  public static let skinToday = signs(
    "skin_today", "Skin and joints today: any of these?",
    why: "Rules C2, C3 and C5: these areas are left alone; some need a doctor first.",
    [
      Option("spreading_redness", "red, hot, spreading area"),
      Option("open_or_rash", "open wound, rash or infection"),
      Option("burn", "burn or sunburn"), Option("hot_joint", "hot, swollen joint"),
    ])

  public static let skinAreas = RegionQuestion(
    "skin_areas", "Which areas are affected?", why: "These areas leave the session.",
    required: true,
    askWhen: skinToday.includes(anyOf: "spreading_redness", "open_or_rash", "burn", "hot_joint"),
    validity: .thisVisit)

  /// A list of warning signs, asked at every visit; one typed `none` covers it.
  private static func signs(
    _ id: ID<Question>, _ prompt: String, why: String, _ options: [Option]
  ) -> ChoiceQuestion {
    ChoiceQuestion(
      id, prompt, options: options + [.none], several: true,
      help: "Type the numbers with commas, or none. Examples: none; 2; 1,3", why: why,
      safety: true, validity: .thisVisit)
  }
}
