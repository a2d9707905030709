import ClinicalContent
import TechniqueKit

extension CraniosacralTherapy {
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
    headToday.question, after.question,
  ]
}
