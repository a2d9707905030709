import ClinicalContent
import TechniqueKit

extension MyofascialRelease {
  static let movement = TextQuestion(
    "myofascial_release_movement", "Which movement feels held back?",
    help: "The client's words: turning right, or bending forward.",
    why: "The same movement is checked before and after the holds.", validity: .days(28))

  static let fragileSkin = YesNoQuestion(
    "myofascial_release_fragile_skin", "Is the skin thin, or does it tear easily?",
    why: "Holds without lubricant drag on the skin (rule B7).", safety: true, validity: .days(90))

  static let after = AfterEffects.question(
    after: "myofascial_release", called: "myofascial session",
    [
      AfterEffects.soreness, AfterEffects.bruise, AfterEffects.skin, AfterEffects.numbness,
      AfterEffects.worsePain, AfterEffects.upset, AfterEffects.dizzy,
    ])

  static let questions = [movement.question, fragileSkin.question, after.question]
}
