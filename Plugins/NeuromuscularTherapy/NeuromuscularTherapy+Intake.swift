import ClinicalContent
import TechniqueKit

extension NeuromuscularTherapy {
  static let habits = TextQuestion(
    "neuromuscular_habits", "Posture, work or sport that loads it?",
    help: "The client's words: at the screen all day, or carries a child on the left hip.",
    why: "Posture and habits that keep the trouble going are part of the treatment.",
    validity: .days(90))

  static let eases = TextQuestion(
    "neuromuscular_eases", "What position or movement eases it?",
    help: "The client's words: arm on the head, or lying on the side.",
    why: "It helps to find the muscle or the nerve, and sets the position on the table.",
    validity: .days(28))

  static let provokes = TextQuestion(
    "neuromuscular_provokes", "What position or movement brings it on?",
    help: "The client's words: looking up, or sitting for an hour.",
    why: "The same movement is checked before and after.", validity: .days(28))

  /// It can come and go within days, so this is asked at every visit.
  static let numbPath = YesNoQuestion(
    "neuromuscular_numb_path", "Tingling or numbness along an arm or leg?",
    help: "Type y also when it only comes in some positions, otherwise n.",
    why: "A nerve may be pressed; compression on its path is left out (rule E12).", safety: true,
    validity: .thisVisit)

  static let numbPathAreas = RegionQuestion(
    "neuromuscular_numb_path_areas", "Along which path? List areas",
    help: "Name the areas from top to bottom: l forearm, l hand.",
    why: "No compression there (rule E12).", safety: true, askWhen: numbPath.isYes,
    validity: .thisVisit)

  static let after = AfterEffects.question(
    after: "neuromuscular", called: "neuromuscular session",
    [
      AfterEffects.soreness, AfterEffects.bruise, AfterEffects.headache, AfterEffects.numbness,
      AfterEffects.worsePain, AfterEffects.dizzy,
    ])

  static let questions = [
    habits.question, eases.question, provokes.question, numbPath.question,
    numbPathAreas.question, after.question,
  ]
}
