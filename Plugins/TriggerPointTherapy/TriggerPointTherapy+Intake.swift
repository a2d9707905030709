import ClinicalContent
import TechniqueKit

extension TriggerPointTherapy {
  static let familiar = YesNoQuestion(
    "trigger_point_familiar", "Does pressing a spot bring on the usual pain?",
    why: "A point is called active when it brings on the symptom that the client knows.",
    validity: .days(28))

  static let travels = TextQuestion(
    "trigger_point_travels", "Where does the pain travel to?",
    help: "The client's words: behind the eye, or down the arm.",
    why: "Referred sensation helps to find the muscle.", validity: .days(28))

  static let bruising = YesNoQuestion(
    "trigger_point_bruising", "Do you bruise easily?",
    why: "Firm pressure on a small spot can bruise (rule A6).", safety: true, validity: .days(90))

  static let after = AfterEffects.question(
    after: "trigger_point", called: "trigger point session",
    [
      AfterEffects.soreness, AfterEffects.bruise, AfterEffects.headache, AfterEffects.numbness,
      AfterEffects.worsePain, AfterEffects.dizzy,
    ])

  static let questions = [familiar.question, travels.question, bruising.question, after.question]
}
