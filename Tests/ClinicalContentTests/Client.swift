import ClinicalContent
import TechniqueKit

/// Clients to judge the general rules by.
enum Client {
  /// Says no to everything, has no pain and agrees to the treatment.
  static let healthy: [ID<Question>: Answer] = {
    var answers: [ID<Question>: Answer] = [:]
    for question in GeneralHistory.questions where question.askWhen == .always {
      answers[question.id] = negative(question)
    }
    answers["consent"] = .yesNo(true)
    answers["pregnant"] = .yesNo(false)
    answers["recent_birth"] = .yesNo(false)
    answers["arteritis_signs"] = .choices(["none"])
    return answers
  }()

  static func facts(_ answers: [ID<Question>: Answer], age: Int? = 40, sex: Sex? = .female) -> Facts
  {
    Facts(
      answers: answers, age: age, sex: sex, anatomy: GeneralContent.anatomy,
      questions: GeneralHistory.questions)
  }

  /// The healthy client with some answers of a table row: `limb_swelling`, `!consent`,
  /// `clot_risk:travel`, `surgery_weeks=3`, `skin_areas@calf`.
  static func answers(_ changes: [String]) -> [ID<Question>: Answer] {
    var answers = healthy
    for change in changes {
      if change.hasPrefix("!") {
        answers[ID(String(change.dropFirst()))] = .yesNo(false)
      } else if let colon = change.firstIndex(of: ":") {
        let id = ID<Question>(String(change[..<colon]))
        let options = change[change.index(after: colon)...].split(separator: ",")
        answers[id] = .choices(options.map { ID<Option>(String($0)) })
      } else if let equals = change.firstIndex(of: "=") {
        let number = Double(change[change.index(after: equals)...]) ?? -1
        answers[ID(String(change[..<equals]))] = .number(number)
      } else if let at = change.firstIndex(of: "@") {
        let region = ID<Region>(String(change[change.index(after: at)...]))
        answers[ID(String(change[..<at]))] = .regions([Site(region)])
      } else {
        answers[ID(change)] = .yesNo(true)
      }
    }
    return answers
  }

  private static func negative(_ question: Question) -> Answer {
    switch question.kind {
    case .yesNo: .yesNo(false)
    case .choice(let options, _):
      .choices(options.contains { $0.id == "none" } ? ["none"] : ["other"])
    case .wholeNumber, .decimal, .scale: .number(0)
    case .bloodPressure: .bloodPressure(BloodPressure(120, 76))
    case .text: .text("tired shoulders")
    case .group: .rows([])
    case .regions: .regions([Site("shoulder")])
    case .date: .absent(.notAsked)
    }
  }
}

func raised(_ facts: Facts, _ truth: Truth = .yes) -> Set<String> {
  Set(
    GeneralRules.all.filter { $0.when.truth(for: facts) == truth }.map(\.id.rawValue))
}
