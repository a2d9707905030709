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
/// a client in good health costs about 25 short answers once, and two at a return visit.
///
/// How long an answer holds is a choice of this project, except the year of a consent: what is seen
/// or felt on the day for one visit, pregnancy and treatments 28 days, other history 90 days.
public enum GeneralHistory {
  /// In the order of asking.
  public static let questions: [Question] = sections.flatMap { $0 }

  private static let sections: [[Question]] = [
    visitQuestions, stateQuestions, emergencyQuestions, todayQuestions, recentQuestions,
    medicineQuestions, deviceQuestions, conditionQuestions, headQuestions, pregnancyQuestions,
    consentQuestions,
  ]

  /// How long a general history stands before it is asked again.
  ///
  /// Ninety days is a choice of this project; a change is asked for at every visit.
  static let historyStands: Validity = .days(90)

  /// A list of which several may be true, with "none of these" last.
  ///
  /// - Parameter hint: the end of the help, where an option needs its numbers.
  static func list(
    _ id: ID<Question>, _ prompt: String, hint: String = "Examples: none; 2; 2,4.", why: String,
    askWhen: Condition = .always, validity: Validity = historyStands, _ options: [Option]
  ) -> ChoiceQuestion {
    ChoiceQuestion(
      id, prompt, options: options + [.none], several: true,
      help: "Type none, or the numbers with commas. " + hint, why: why, safety: true,
      askWhen: askWhen, validity: validity)
  }
}
