import TechniqueKit

// Surgery, medicines and blood.
extension GeneralHistory {
  /// Twelve weeks is the longer of the two intervals in the Wells items, and so asks more people.
  public static let surgery = YesNoQuestion(
    "surgery", "Surgery in the last 12 weeks?",
    why: "Fresh wounds need the surgeon's word, and clots are likelier (rules A1, D3).",
    safety: true, validity: .days(28))

  /// Whole weeks since the operation, 0 to 12.
  public static let surgeryWeeks = NumberQuestion(
    "surgery_weeks", "Weeks since the surgery", range: NumberRange(0...12, unit: "wk"),
    help: "Whole weeks: 0 for this week, or 5.",
    why: "Under 6 weeks the surgeon is asked first (rule D3).", safety: true,
    askWhen: surgery.isYes, validity: .days(7))

  /// Where the operation was.
  public static let surgeryAreas = RegionQuestion(
    "surgery_areas", "Where was the surgery? List areas",
    why: "Work stays off the wound until it has healed (rule D3).", safety: true,
    askWhen: surgery.isYes, validity: .days(28))

  static let recentQuestions: [Question] = [
    surgery.question, surgeryWeeks.question, surgeryAreas.question,
  ]

  /// Medicines that change how much pressure is right.
  public static let medicines = list(
    "medicines", "Medicines, any of these?",
    why: "They change how much pressure the body bears (A5, B7, D2, E4, H1, H3, H4).",
    [
      Option("blood_thinner", "blood thinner, or two antiplatelet drugs"),
      Option("steroids", "steroids for over 3 months"),
      Option("statin_pain", "statin, with new muscle pain"),
      Option("painkillers", "strong painkiller, gabapentin or sedative"),
      Option("immune", "medicine or illness that weakens immunity"),
      Option("quinolone", "quinolone antibiotic, with tendon pain"),
    ])

  /// Where a tendon hurts that the antibiotic may have weakened.
  public static let tendonAreas = RegionQuestion(
    "tendon_areas", "Where is the tendon pain? List areas",
    help: "Name areas with commas: r heel, both shoulders.",
    why: "A tendon can tear with this medicine (rule H3).", safety: true,
    askWhen: medicines.includes("quinolone"), validity: historyStands)

  /// Bleeding disorders and low platelets, per microlitre.
  public static let bleeding = list(
    "bleeding", "Bleeding trouble, any of these?",
    why: "Pressure can cause bleeding under the skin and deeper (rule A6).",
    [
      Option("disorder", "bleeding disorder"),
      Option("platelets_low", "platelets under 50 000"),
      Option("platelets_very_low", "platelets under 20 000"),
    ])

  /// What must not touch the skin.
  public static let allergies = list(
    "allergies", "Allergies, any of these?",
    why: "They decide on the oil, the gloves and the tape (rule C6).", validity: .always,
    [
      Option("nut_oil", "nut oil"),
      Option("latex", "latex"),
      Option("lanolin", "lanolin"),
      Option("fragrance", "fragrance or essential oil"),
      Option("adhesive", "adhesive tape"),
    ])

  static let medicineQuestions: [Question] = [
    medicines.question, tendonAreas.question, bleeding.question, allergies.question,
  ]
}
