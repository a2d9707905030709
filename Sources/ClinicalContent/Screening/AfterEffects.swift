import TechniqueKit

/// What may follow a session and is asked about at the next visit, in the same words for every
/// technique, so that it can be counted over all of them.
public enum AfterEffects {
  public static let soreness = Option("soreness", "soreness for over 3 days")
  public static let bruise = Option("bruise", "a bruise")
  public static let dizzy = Option("dizzy", "dizziness or a faint")
  public static let headache = Option("headache", "headache")
  public static let numbness = Option("numbness", "new numbness, tingling or weakness")
  public static let worsePain = Option("worse_pain", "pain worse than before")
  public static let swelling = Option("swelling", "more swelling, heat or redness")
  public static let breathless = Option("breathless", "breathlessness")
  public static let skin = Option("skin", "skin sore or torn")
  public static let upset = Option("upset", "upset, or a bad night")
  public static let other = Option("other", "something else")

  /// The id that the question of a technique has.
  public static func questionID(after technique: ID<Manifest>) -> ID<Question> {
    ID("\(technique)_after")
  }

  /// The question of a technique, with "none of these" last. It is asked when the last visit was
  /// one with that technique; "no change" at a return visit answers it with none.
  public static func question(
    after technique: ID<Manifest>, called name: String, _ effects: [Option]
  ) -> ChoiceQuestion {
    ChoiceQuestion(
      questionID(after: technique), "After the last \(name), any of these?",
      options: effects + [other, .none], several: true,
      help: "Type none, or the numbers with commas. Examples: none; 2; 2,4.",
      why: "Unwanted effects are kept, counted, and change what is done next.", safety: true,
      askWhen: .treated(technique), validity: .thisVisit)
  }

  /// Which technique a question asks about, in the words above; `nil` for any other question.
  public static func technique(askedAboutBy question: ID<Question>) -> ID<Manifest>? {
    let ending = "_after"
    guard question.rawValue.hasSuffix(ending) else { return nil }
    return ID(String(question.rawValue.dropLast(ending.count)))
  }
}
