import TechniqueKit

/// Injuries, operations, illnesses and medicines: they change slowly and are asked again when the
/// answer has run out.
extension GeneralHistory {
  public static let recentInjury = lasting(
    "recent_injury", "Injury: any of these?", days: nil,
    why: "Rules D1, D7, D9 and E11: fresh injuries are left alone or seen by a doctor first.",
    [
      Option("fracture", "broken bone, or one that may be"),
      Option("sprain", "sprain or strain in the last 3 days"),
      Option("head_injury", "head injury not yet over"),
      Option("exertion", "extreme exertion in the last 3 days"),
    ])

  public static let injuryAreas = RegionQuestion(
    "injury_areas", "Which areas are injured?", why: "These areas leave the session.",
    required: true, askWhen: recentInjury.includes(anyOf: "fracture", "sprain"),
    validity: .thisVisit)

  public static let surgery = YesNoQuestion(
    "recent_surgery", "An operation in the last 12 weeks?",
    why: "Rules D3 and D4: wounds and clots need time and the surgeon's word.", safety: true,
    validity: .days(28))

  public static let surgeryWeeks = NumberQuestion(
    "surgery_weeks", "How many weeks ago?", range: NumberRange(0...12, unit: "wk"),
    help: "Whole weeks. Examples: 3, 10", why: "Rule D3: under 6 weeks the surgeon decides.",
    required: true, askWhen: surgery.isYes, validity: .days(7))

  public static let surgeryAreas = RegionQuestion(
    "surgery_areas", "Which areas were operated on?", why: "These areas leave the session.",
    required: true, askWhen: surgery.isYes, validity: .days(28))

  public static let stitches = YesNoQuestion(
    "stitches", "Stitches or staples still in, or wound open?",
    why: "Rule D4: work on a scar begins after the stitches are out.", safety: true,
    askWhen: surgery.isYes, validity: .thisVisit)

  public static let heartVessels = lasting(
    "heart_vessels", "Heart and vessels: any of these?", days: 90,
    why: "Rules A3, A7 to A11, B1 and B2.",
    [
      Option("clot_treated", "blood clot under treatment"),
      Option("clot_untreated", "blood clot not yet treated"),
      Option("failure_unstable", "heart failure, breathless lying flat"),
      Option("failure_stable", "heart failure, stable"),
      Option("high_pressure", "blood pressure 180/110 or more"),
      Option("low_pressure", "low blood pressure, faint on rising"),
      Option("aneurysm", "aneurysm of chest or belly"),
      Option("arterial", "severe artery disease of the legs"),
      Option("varicose", "varicose veins"), Option("phlebitis", "inflamed vein"),
      Option("rhythm", "irregular heart beat"),
    ])

  public static let bodyHistory = lasting(
    "body_history", "Illness: any of these?", days: 90, why: "Rules A6, B3 to B8 and E8.",
    [
      Option("bleeding", "bleeding disorder or low platelets"),
      Option("kidney", "kidney failure or dialysis"),
      Option("liver", "liver disease with swollen belly or bleeding"),
      Option("thyroid", "overactive thyroid"),
      Option("diabetes_numb", "diabetes with numbness or sores"),
      Option("adrenal", "adrenal insufficiency"), Option("asthma", "asthma"),
      Option("epilepsy", "seizures not under control"), Option("brain_tumour", "brain tumour"),
    ])

  public static let bonesNerves = lasting(
    "bones_nerves", "Bones, head, nerves: any of these?", days: 90,
    why: "Rules D2, D5, D6, D8, D10, E6, E7 and E12.",
    [
      Option("osteoporosis", "osteoporosis or a fragile fracture"),
      Option("implant", "joint replacement, screw, plate or rod"),
      Option("unstable_neck", "rheumatoid neck, Down or Ehlers-Danlos"),
      Option("cord", "narrowed canal in the neck with cord signs"),
      Option("ossification", "bone growing in muscle"),
      Option("chiari", "Chiari malformation"),
      Option("head_pressure", "raised head pressure or a shunt"),
      Option("head_bleed", "stroke or bleed in the head, last 6 months"),
      Option("spinal_leak", "spinal tap, epidural or leak, recent"),
      Option("numb_area", "an area without feeling"),
    ])

  public static let sensitiveAreas = RegionQuestion(
    "sensitive_areas", "Which areas hold the implant, bone growth or numbness?",
    why: "These areas are left alone or worked lightly.", required: true,
    askWhen: bonesNerves.includes(anyOf: "implant", "ossification", "numb_area"),
    validity: .days(90))

  public static let medicines = lasting(
    "medicines", "Medicines: any of these?", days: 90, why: "Rules A5, B7 and D9.",
    [
      Option("blood_thinner", "blood thinner"),
      Option("steroids", "steroid tablets for over 3 months"),
      Option("statin_pain", "statin with new muscle pain"),
    ])

  public static let radiotherapy = YesNoQuestion(
    "radiotherapy", "Radiotherapy to the skin in recent months?",
    why: "Rule C4: treated skin is fragile for weeks.", safety: true, validity: .days(90))

  public static let allergies = TextQuestion(
    "allergies", "Allergies to oils, latex, fragrance or tape",
    help: "Name them, or Enter for none known. Examples: nut oil; latex",
    why: "Rule C6: the lubricant is chosen by it.", validity: .days(180))

  /// In the order of asking.
  public static let questions: [Question] = [
    healthChanged.question, mainReason.question, areas.question, painNow.question,
    fever.question, emergencySigns.question, legsBladder.question, neckSigns.question,
    headOver50.question, limbSwelling.question, clotRisk.question, skinToday.question,
    skinAreas.question, recentInjury.question, injuryAreas.question, surgery.question,
    surgeryWeeks.question, surgeryAreas.question, stitches.question, heartVessels.question,
    bodyHistory.question, bonesNerves.question, sensitiveAreas.question, medicines.question,
    radiotherapy.question, allergies.question,
  ]

  private static func lasting(
    _ id: ID<Question>, _ prompt: String, days: Int?, why: String, _ options: [Option]
  ) -> ChoiceQuestion {
    ChoiceQuestion(
      id, prompt, options: options + [.none], several: true,
      help: "Type the numbers with commas, or none. Examples: none; 2; 1,3", why: why,
      safety: true, validity: days.map { .days($0) } ?? .thisVisit)
  }
}
