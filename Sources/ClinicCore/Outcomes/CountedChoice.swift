import ClinicalContent
import TechniqueKit

/// One choice of an answer that is counted over all charts: what the client comes with, and what
/// followed the last session. The store can be asked for it without opening a chart.
public struct CountedChoice: Hashable, Sendable {
  public let question: ID<Question>
  /// `nil` for the answer itself, whatever was chosen.
  public let option: ID<Option>?

  public init(_ question: ID<Question>, _ option: ID<Option>?) {
    self.question = question
    self.option = option
  }

  /// That somebody comes with the condition.
  public static func condition(_ condition: HealthCondition) -> CountedChoice {
    CountedChoice(GeneralHistory.condition.id, ID(condition.id.rawValue))
  }
}

/// A question whose answers are counted. Under whichever of its ids it was asked, it is one question:
/// of several answers about one session the last one counts.
public struct CountedQuestion: Hashable, Sendable {
  /// The present one.
  public let id: ID<Question>
  /// Former ones.
  public let aliases: [ID<Question>]
  public let options: [ID<Option>]

  public init(_ id: ID<Question>, aliases: [ID<Question>] = [], options: [ID<Option>]) {
    self.id = id
    self.aliases = aliases
    self.options = options
  }

  /// All that can be counted of it: that it was answered, and each option.
  public var choices: [CountedChoice] {
    ([id] + aliases).flatMap { id in
      [CountedChoice(id, nil)] + options.map { CountedChoice(id, $0) }
    }
  }
}

extension IntakeRecord {
  /// What of it is counted. An answer that was withheld takes the condition back, as it does in the
  /// chart; that nobody said whether anything followed a session is no answer.
  public var countedChoices: [CountedChoice] {
    answers.flatMap { question, recorded -> [CountedChoice] in
      let isCondition = question == GeneralHistory.condition.id
      // What was carried over from an earlier visit tells of that visit, where it is counted already.
      let isTold =
        AfterEffects.technique(askedAboutBy: question) != nil && recorded.carriedFrom == nil
      guard isCondition || isTold else { return [] }
      let itself = CountedChoice(question, nil)
      guard case .choices(let options) = recorded.answer else { return isCondition ? [itself] : [] }
      return [itself] + Set(options).map { CountedChoice(question, $0) }
    }
  }
}
