import TechniqueKit

extension ModuleCheck {
  /// What is wrong with a condition: questions, options or regions that do not exist, and
  /// comparisons that do not fit the kind of the question.
  func problems(in condition: Condition) -> [String] {
    switch condition {
    case .always, .sex: return []
    case .age(_, let years):
      return (0...130).contains(years) ? [] : ["no one is \(years) years old."]
    case .all(let parts), .any(let parts):
      return parts.isEmpty ? ["a list of conditions is empty."] : parts.flatMap(problems)
    case .count(let atLeast, let parts):
      let found = parts.flatMap(problems)
      return (1...max(1, parts.count)).contains(atLeast)
        ? found : found + ["\(atLeast) of \(parts.count) conditions can never be counted."]
    case .not(let part): return problems(in: part)
    case .isYes(let id), .isNo(let id), .number(let id, _, _), .risen(let id, _),
      .includes(let id, _), .touches(let id, _):
      guard let question = knownQuestions[id] else { return ["there is no question \(id)."] }
      return misfit(of: condition, question).map { [$0] } ?? []
    }
  }

  private func misfit(of condition: Condition, _ question: Question) -> String? {
    switch (condition, question.kind) {
    case (.isYes, .yesNo), (.isNo, .yesNo): nil
    case (.risen, .wholeNumber), (.risen, .decimal), (.risen, .scale): nil
    case (.number(_, _, let value), .wholeNumber(let range)),
      (.number(_, _, let value), .decimal(let range)):
      range.possible.contains(value) ? nil : "\(question.id) is never \(value)."
    case (.number(_, _, let value), .scale(let scale)):
      (Double(scale.lowest)...Double(scale.highest)).contains(value)
        ? nil : "\(question.id) is never \(value)."
    case (.includes(_, let option), .choice(let options, _)):
      options.contains { $0.id == option } ? nil : "\(question.id) has no option \(option)."
    case (.touches(_, let region), .regions):
      anatomy[region] == nil ? "there is no region \(region)." : nil
    default: "\(question.id) cannot be compared like that."
    }
  }

  /// Whether an answer is of the question's kind and within it.
  func fits(_ answer: Answer, _ question: Question) -> Bool {
    switch (answer, question.kind) {
    case (.absent, _), (.yesNo, .yesNo), (.text, .text), (.date, .date): true
    case (.number(let value), .wholeNumber(let range)), (.number(let value), .decimal(let range)):
      range.possible.contains(value)
    case (.number(let value), .scale(let scale)):
      (Double(scale.lowest)...Double(scale.highest)).contains(value)
    case (.choices(let picked), .choice(let options, let several)):
      !picked.isEmpty && (several || picked.count == 1)
        && picked.allSatisfy { id in options.contains { $0.id == id } }
    case (.regions(let sites), .regions): sites.allSatisfy { anatomy[$0.region] != nil }
    default: false
    }
  }
}
