extension ModuleContent {
  /// The key of the first thing in the content that schema 1 could not say; `nil` where it says all
  /// of it.
  package var firstOfSchema2: String? {
    for question in intake {
      if let word = question.askWhen.wordOfSchema2 { return word }
      if ([question] + question.fields).contains(where: \.kind.isBloodPressure) {
        return "blood_pressure"
      }
    }
    for rule in safetyRules {
      if let word = rule.when.wordOfSchema2 { return word }
    }
    for kind in findings {
      if kind.treats { return "treats" }
      if kind.fields.contains(where: \.isNamed) { return "named" }
      if kind.fields.contains(where: \.isBloodPressure) { return "blood_pressure" }
    }
    if examples.contains(where: { !$0.lastFindings.isEmpty }) { return "last_findings" }
    let answers = examples.flatMap { Array($0.answers.values) + Array($0.earlier.values) }
    return answers.contains(where: \.isBloodPressure) ? "blood_pressure" : nil
  }
}

extension Condition {
  fileprivate var wordOfSchema2: String? {
    switch self {
    case .found: "found"
    case .bloodPressure: "blood_pressure"
    case .all(let parts), .any(let parts), .count(_, let parts):
      parts.compactMap(\.wordOfSchema2).first
    case .not(let part), .someRow(_, let part): part.wordOfSchema2
    case .always, .isYes, .isNo, .number, .risen, .includes, .touches, .age, .sex, .treated: nil
    }
  }
}

extension Question.Kind {
  fileprivate var isBloodPressure: Bool { if case .bloodPressure = self { true } else { false } }
}

extension Answer {
  fileprivate var isBloodPressure: Bool { if case .bloodPressure = self { true } else { false } }
}
