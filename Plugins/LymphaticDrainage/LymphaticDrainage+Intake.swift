import ClinicalContent
import TechniqueKit

extension LymphaticDrainage {
  static let cause = ChoiceQuestion(
    "lymphatic_drainage_cause", "What is the swelling from?",
    options: [
      Option("after_cancer", "after cancer treatment"), Option("after_surgery", "after surgery"),
      Option("injury", "injury"), Option("from_birth", "since birth or youth"),
      Option("not_known", "not known"), .none,
    ], help: "Type the number or the first letters: 1, or after cancer.",
    why: "It goes into the report and decides which side is measured.", required: true,
    validity: .days(90))

  static let untreatedCancer = YesNoQuestion(
    "lymphatic_drainage_untreated_cancer", "Is that cancer still untreated?",
    why: "Its drainage area waits for the oncology team (rule F2).", safety: true,
    askWhen: GeneralHistory.cancer.includes(anyOf: "now", "bone"), validity: .days(28))

  static let abdomen = ChoiceQuestion(
    "lymphatic_drainage_abdomen", "Belly today, any of these?",
    options: [
      Option("menstruation", "menstruation"), Option("bowel", "bowel blockage or diverticula"),
      Option("surgery", "recent surgery of the belly"), .none,
    ], several: true, help: "Type none, or the numbers with commas. Examples: none; 2; 1,3.",
    why: "The abdomen is left out then (rule G4).", safety: true, validity: .thisVisit)

  static let garmentHours = NumberQuestion(
    "lymphatic_drainage_garment_hours", "Hours a day in the compression garment",
    range: NumberRange(0...24, unit: "h"), help: "Whole hours: 0 for none, or 12.",
    why: "Wear time explains much of a change in girth.", askWhen: !cause.includes("none"),
    validity: .days(14))

  static let after = AfterEffects.question(
    after: "lymphatic_drainage", called: "lymph drainage session",
    [
      AfterEffects.swelling, AfterEffects.breathless, AfterEffects.dizzy, AfterEffects.skin,
      AfterEffects.worsePain,
    ])

  static let questions = [
    cause.question, untreatedCancer.question,
    abdomen.question, garmentHours.question, after.question,
  ]
}
