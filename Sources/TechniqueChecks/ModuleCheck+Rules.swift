import TechniqueKit

extension ModuleCheck {
  /// Rules read questions that exist, compare what can be compared, and never grow milder when
  /// an answer is missing.
  var rules: [CheckFinding] {
    let questions = Dictionary(
      (base.intake + content.intake).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let asked = content.intake.flatMap { question in
      problems(in: question.askWhen, questions).map {
        finding("question", question.id.rawValue, $0)
      }
    }
    return asked
      + content.safetyRules.flatMap { rule in
        var found = problems(in: rule.when, questions)
        if rule.severity.blocks, rule.severityWhenUnknown < rule.severity {
          found.append("it blocks, so a missing answer must not make it milder.")
        }
        if case .fixed(let regions) = rule.regions {
          found += regions.filter { anatomy[$0] == nil }.map { "there is no region \($0)." }
        }
        return found.map { finding("rule", rule.id.rawValue, $0) }
      }
  }

  private func problems(
    in condition: Condition, _ questions: [ID<Question>: Question]
  ) -> [String] {
    switch condition {
    case .always, .age, .sex: return []
    case .all(let parts), .any(let parts), .count(_, let parts):
      return parts.flatMap { problems(in: $0, questions) }
    case .not(let part): return problems(in: part, questions)
    case .isYes(let id), .isNo(let id), .number(let id, _, _), .risen(let id, _),
      .includes(let id, _), .touches(let id, _):
      guard let question = questions[id] else { return ["there is no question \(id)."] }
      return fits(condition, question.kind) ? [] : ["\(id) cannot be compared like that."]
    }
  }

  private func fits(_ condition: Condition, _ kind: Question.Kind) -> Bool {
    switch (condition, kind) {
    case (.isYes, .yesNo), (.isNo, .yesNo), (.touches, .regions): true
    case (.number, .wholeNumber), (.number, .decimal), (.number, .scale): true
    case (.risen, .wholeNumber), (.risen, .decimal), (.risen, .scale): true
    case (.includes(_, let option), .choice(let options, _)): options.contains { $0.id == option }
    default: false
    }
  }

  /// Each example raises exactly the rules it lists, and each shorthand line becomes its sentence.
  var examples: [CheckFinding] {
    content.examples.flatMap { example in raised(example) + sentences(example) }
  }

  private func raised(_ example: Example) -> [CheckFinding] {
    guard !example.answers.isEmpty else { return [] }
    let facts = Facts(
      answers: example.answers, age: example.age, anatomy: anatomy,
      questions: base.intake + content.intake)
    let raised = content.safetyRules.filter { $0.when.truth(for: facts) == .yes }.map(\.id)
    guard Set(raised) != Set(example.raises) else { return [] }
    return [
      finding(
        "example", example.title,
        "it raises \(raised.map(\.rawValue).sorted().joined(separator: ", ")); "
          + "listed are \(example.raises.map(\.rawValue).sorted().joined(separator: ", ")).")
    ]
  }

  private func sentences(_ example: Example) -> [CheckFinding] {
    example.findings.sorted { $0.key < $1.key }.compactMap { line, expected in
      guard
        let kind = content.findings.first(where: { line.hasPrefix($0.code + " ") })
      else { return finding("example", example.title, "no finding begins like \"\(line)\".") }
      do throws(ShorthandError) {
        let read = try kind.read(line, anatomy: anatomy)
        let sentence = kind.sentence(for: read, anatomy: anatomy)
        return sentence == expected
          ? nil : finding("example", example.title, "\"\(line)\" becomes \"\(sentence)\".")
      } catch {
        return finding("example", example.title, "\"\(line)\" is refused: \(error)")
      }
    }
  }
}
