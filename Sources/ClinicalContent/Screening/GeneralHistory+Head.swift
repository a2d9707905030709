import TechniqueKit

// Brain, nerves, headaches and pregnancy.
extension GeneralHistory {
  /// Head, brain, nerves and mind.
  public static let head = list(
    "head", "Head, nerves, mind: any of these?",
    why: "Some need a doctor's word, others another touch (rules E6 to E8, E12, H6, H10).",
    [
      Option("pressure", "raised head pressure, hydrocephalus, shunt"),
      Option("bleed", "brain bleed, stroke or aneurysm"),
      Option("leak", "recent spinal tap, epidural or fluid leak"),
      Option("skull", "recent skull fracture, head or spine surgery"),
      Option("chiari", "Chiari malformation"),
      Option("epilepsy", "epilepsy not under control"),
      Option("tumour", "brain tumour"),
      Option("numb", "a numb area"),
      Option("trauma", "anxiety, PTSD or past trauma"),
    ])

  /// Where feeling is lost.
  public static let numbAreas = RegionQuestion(
    "numb_areas", "Where is it numb? List areas",
    why: "Pain gives no warning there, so pressure stays light (rule E12).", safety: true,
    askWhen: head.includes("numb"), validity: historyStands)

  /// Headaches that a doctor should see first. The last four signs are taught as part of the same
  /// list; no source for them was seen.
  public static let headache = list(
    "headache", "Headaches, any of these?",
    why: "These headaches are seen by a doctor first (rule E4).", validity: .days(28),
    [
      Option("new", "new or changed headache"),
      Option("effort", "starts with coughing or effort"),
      Option("eye", "with a painful eye"),
      Option("painkillers", "painkillers for it on most days"),
      Option("deficit", "with new weakness, numbness or lost sight"),
      Option("position", "changes with lying down or standing up"),
      Option("worse", "steadily worse for days or weeks"),
      Option("after_blow", "began after a blow to the head"),
      Option("optic", "swollen optic nerve seen by an eye doctor"),
    ])

  /// Giant-cell arteritis, asked from the age of 50.
  public static let arteritisSigns = list(
    "arteritis_signs", "In recent weeks, any of these?",
    why: "An inflamed artery can cost eyesight within days (rule E5).",
    askWhen: .age(.atLeast, 50), validity: .days(28),
    [
      Option("scalp", "scalp sore to the touch"),
      Option("chewing", "jaw or tongue tires in chewing"),
      Option("sight", "lost sight, or double vision"),
      Option("stiff", "stiff shoulders and hips in the morning"),
      Option("limbs", "arms or legs tire and ache in use"),
      Option("weight", "weight loss or fever without a reason"),
    ])

  static let headQuestions: [Question] = [
    head.question, numbAreas.question, headache.question, arteritisSigns.question,
  ]

  /// Not asked of men. That it holds for 28 days is a choice of this project.
  public static let pregnant = YesNoQuestion(
    "pregnant", "Pregnant?", why: "It changes positions, areas and pressure (rules G1 to G3).",
    safety: true, askWhen: !.sex(.male), validity: .days(28))

  /// Completed weeks, 1 to 44.
  public static let pregnancyWeeks = NumberQuestion(
    "pregnancy_weeks", "Weeks of pregnancy", range: NumberRange(1...44, usual: 4...42, unit: "wk"),
    help: "Whole weeks: 9, or 24.", why: "Care differs before and after 13 weeks (rules G1, G2).",
    safety: true, askWhen: pregnant.isYes, validity: .days(7))

  /// Complications of this pregnancy.
  public static let pregnancyProblems = list(
    "pregnancy_problems", "In this pregnancy, any of these?",
    why: "Each needs the midwife's or obstetrician's clearance (rule G3).",
    askWhen: pregnant.isYes, validity: .days(7),
    [
      Option("preeclampsia", "pre-eclampsia, or high blood pressure"),
      Option("previa", "placenta previa"),
      Option("bleeding", "bleeding"),
      Option("preterm", "early labour"),
      Option("clot", "a clot, now or earlier"),
    ])

  /// Gave birth within six weeks.
  public static let recentBirth = YesNoQuestion(
    "recent_birth", "Gave birth in the last 6 weeks?",
    why: "Clots are likelier in these weeks (rule G5).", safety: true, askWhen: pregnant.isNo,
    validity: .days(28))

  static let pregnancyQuestions: [Question] = [
    pregnant.question, pregnancyWeeks.question, pregnancyProblems.question, recentBirth.question,
  ]
}
