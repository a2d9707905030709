import TechniqueKit

// Signs that need medical help today. Answers hold for one visit.
extension GeneralHistory {
  /// Heart, brain, neck artery, meninges, muscle breakdown, fracture.
  public static let emergencySigns = list(
    "emergency_signs", "Any of these now or in the last 2 days?",
    why: "Each of these needs medical help before massage (rules A4, D1, D9, E2, E3, E4, E9).",
    validity: .thisVisit,
    [
      Option("chest_pain", "chest pain, sudden breathlessness, collapse"),
      Option("blood_coughed", "coughing blood"),
      Option("stroke", "drooping face, weak arm or trouble speaking"),
      Option("dizzy", "new dizziness, double vision, drop attacks"),
      Option("swallowing", "new trouble swallowing, unsteady, numb face"),
      Option("eyelid", "new drooping eyelid or jerking eyes"),
      Option("new_neck_pain", "neck or head pain unlike any before"),
      Option("nausea", "new neck or head pain with nausea"),
      Option("worst_headache", "sudden headache, worst ever"),
      Option("stiff_neck", "fever with stiff neck, or light hurts"),
      Option("dark_urine", "dark urine"),
      Option("broken_bone", "a bone that may be broken"),
    ])

  /// Cauda equina, pressed nerve roots, spinal cord, and what points to serious disease behind a
  /// pain. "New" keeps out a pain of years that a doctor knows.
  public static let nerveSigns = list(
    "nerve_signs", "Nerve or pain warning signs, any of these?",
    why: "Nerves can be lost within hours, and disease may lie behind (D10, E1, E10, F1, H8).",
    validity: .thisVisit,
    [
      Option("bladder", "cannot pass or hold urine, or bowel loss"),
      Option("saddle", "numb between the legs, no sexual feeling"),
      Option("both_legs", "both legs weak, or walking has changed"),
      Option("fast_weakness", "weakness or numbness growing fast"),
      Option("slow_weakness", "foot drop, slow loss of strength or feeling"),
      Option("clumsy_hands", "clumsy hands, or shocks down the spine"),
      Option("severe_pain", "new pain of 8 or more out of 10"),
      Option("night_pain", "pain at night that nothing eases"),
      Option("month_pain", "new pain, no better after a month"),
      Option("weight_loss", "weight loss without a reason"),
    ])

  /// A newly swollen, sore or hot arm or leg.
  public static let limbSwelling = YesNoQuestion(
    "limb_swelling", "New swelling, pain or heat in one arm or leg?",
    help: "Type y when it is new and on one side only, otherwise n.",
    why: "It may be a clot in a vein, which massage could move (rule A1).", safety: true,
    validity: .thisVisit)

  /// What makes a clot more likely, and what it looks like; nothing here lets a session go on.
  public static let clotRisk = list(
    "clot_risk", "Together with that, any of these?",
    why: "Any of them calls for medical care the same day (rule A1).",
    askWhen: limbSwelling.isYes, validity: .thisVisit,
    [
      Option("surgery", "surgery in the last 12 weeks"),
      Option("still", "in bed over 3 days, a cast, a paralysed limb"),
      Option("cancer", "cancer, or treated for it in 6 months"),
      Option("earlier_clot", "an earlier clot"),
      Option("pregnancy", "pregnant, or gave birth lately"),
      Option("hormones", "oestrogen: pill, patch or therapy"),
      Option("travel", "a long journey"),
      Option("larger", "whole limb swollen, or calf 3 cm bigger"),
      Option("tender", "tender along a vein, or new veins to see"),
      Option("dent", "a finger leaves a dent, on that side only"),
    ])

  static let emergencyQuestions: [Question] = [
    emergencySigns.question, nerveSigns.question, limbSwelling.question, clotRisk.question,
  ]
}
