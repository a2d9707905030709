import ClinicalContent
import TechniqueKit

extension CraniosacralTherapy {
  static let noTouch = YesNoQuestion(
    "craniosacral_no_touch", "Anywhere better not touched?",
    why: "The touch is long and close; such places are left out (rule H10).", required: true,
    validity: .days(90))

  static let noTouchAreas = RegionQuestion(
    "craniosacral_no_touch_areas", "Where not? List areas",
    help: "Name areas with commas: face, belly.", why: "These areas are left out (rule H10).",
    required: true, askWhen: noTouch.isYes, validity: .days(90))

  /// A spinal tap or epidural can leak for a while, so this is asked at every visit.
  static let headToday = YesNoQuestion(
    "craniosacral_head_today", "A knock, spinal tap or epidural since last time?",
    help: "Type y for any blow to the head, spinal tap, epidural or head surgery.",
    why: "A change of pressure in the head could start a bleed or a leak (rule E6).",
    safety: true, validity: .thisVisit)

  static let after = AfterEffects.question(
    after: "craniosacral", called: "craniosacral session",
    [
      AfterEffects.headache, AfterEffects.dizzy, AfterEffects.numbness, AfterEffects.worsePain,
      AfterEffects.upset,
    ])

  static let questions = [
    noTouch.question, noTouchAreas.question, headToday.question, after.question,
  ]
}
