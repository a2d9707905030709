import TechniqueKit

/// The general health history: what is asked of every client, whichever techniques follow.
///
/// Its questions are public, so that a technique can state rules of its own over them:
///
/// ```swift
/// SafetyRule("trigger_point_blood_thinner", code: "A5", "Takes a blood thinner",
///   when: GeneralHistory.medicines.includes("blood_thinner"), .clearance, ...)
/// ```
///
/// Emergencies and long histories are asked as lists in which a single "none" answers everything:
/// a client in good health costs about twenty short answers once, and two at a return visit.
public enum GeneralHistory {
  /// In the order of asking.
  public static let questions: [Question] =
    visitQuestions + emergencyQuestions + todayQuestions + recentQuestions + medicineQuestions
    + conditionQuestions + headQuestions + pregnancyQuestions

  /// How long a general history stands before it is asked again.
  ///
  /// Ninety days is a choice of this project; a change is asked for at every visit.
  static let historyStands: Validity = .days(90)

  /// A list of which several may be true, with "none of these" last.
  static func list(
    _ id: ID<Question>, _ prompt: String, why: String, askWhen: Condition = .always,
    validity: Validity = historyStands, _ options: [Option]
  ) -> ChoiceQuestion {
    ChoiceQuestion(
      id, prompt, options: options + [.none], several: true,
      help: "Type none, or the numbers with commas. Examples: none; 2; 2,4.", why: why,
      safety: true,
      askWhen: askWhen, validity: validity)
  }
}
