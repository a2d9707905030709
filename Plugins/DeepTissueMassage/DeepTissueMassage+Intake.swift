import ClinicalContent
import TechniqueKit

extension DeepTissueMassage {
  static let earlier = ChoiceQuestion(
    "deep_tissue_earlier", "Deep massage before: how did it go?",
    options: [
      Option("never", "never had one"), Option("well", "well"), Option("sore", "sore for days"),
      Option("bruised", "bruised"), Option("worse", "felt worse after it"),
    ], help: "Type the number or the first letters: 1, or bruised.",
    why: "Who bruised or felt worse is treated with less pressure (rule A6).", safety: true,
    validity: .days(90))

  static let after = AfterEffects.question(
    after: "deep_tissue", called: "deep tissue session",
    [
      AfterEffects.soreness, AfterEffects.bruise, AfterEffects.swelling, AfterEffects.numbness,
      AfterEffects.worsePain, AfterEffects.dizzy,
    ])

  /// Soreness comes a day or two later, so the next visit asks for it.
  static let soreness = NumberQuestion(
    "deep_tissue_soreness", "Soreness after the last session, 0 none to 10 worst",
    scale: Scale(0...10, "none", "worst"),
    help: "The worst of the first 2 days, a whole number from 0 to 10. Examples: 0, 4.",
    why: "It shows whether the pressure was too much.", askWhen: .treated("deep_tissue"),
    validity: .thisVisit)

  static let sorenessHours = NumberQuestion(
    "deep_tissue_soreness_hours", "How many hours did the soreness last?",
    range: NumberRange(1...336, usual: 1...96, unit: "h"), help: "Whole hours: 24, or 48.",
    why: "Soreness is expected to pass within 2 or 3 days.",
    askWhen: .treated("deep_tissue") && soreness >= 1, validity: .thisVisit)

  static let questions = [
    earlier.question, after.question, soreness.question, sorenessHours.question,
  ]
}
