import TechniqueKit

extension ModuleCheck {
  /// Each example raises exactly the rules it lists, each shorthand line becomes its sentence, and
  /// no rule, and no finding, goes without an example.
  var examples: [CheckFinding] {
    content.examples.flatMap { example in
      (answers(of: example) + raised(by: example) + sentences(of: example))
        .map { finding("example", example.title, $0) }
    } + (isBase ? [] : withoutExample)
  }

  private func answers(of example: Example) -> [String] {
    let known = knownQuestions
    return example.answers.sorted { $0.key < $1.key }.compactMap { id, answer in
      guard let question = known[id] else { return "there is no question \(id)." }
      return fits(answer, question) ? nil : "its answer to \(id) does not fit."
    }
  }

  private func raised(by example: Example) -> [String] {
    let facts = Facts(
      answers: example.answers, age: example.age, anatomy: anatomy,
      questions: base.intake + content.intake)
    let raised = Set(
      content.safetyRules.filter { $0.when.truth(for: facts) == .yes }.map(\.id))
    let listed = Set(example.raises)
    return raised.subtracting(listed).sorted().map { "it raises \($0), which is not listed." }
      + listed.subtracting(raised).sorted().map { "it does not raise \($0), which is listed." }
  }

  private func sentences(of example: Example) -> [String] {
    example.findings.sorted { $0.key < $1.key }.compactMap { line, expected in
      guard let kind = kind(of: line) else { return "no finding begins like \"\(line)\"." }
      do throws(ShorthandError) {
        let sentence = kind.sentence(
          for: try kind.read(line, anatomy: anatomy), anatomy: anatomy)
        return sentence == expected ? nil : "\"\(line)\" becomes \"\(sentence)\""
      } catch {
        return "\"\(line)\" is refused: \(error.sentence)"
      }
    }
  }

  private var withoutExample: [CheckFinding] {
    let raised = Set(content.examples.flatMap(\.raises))
    let shown = Set(content.examples.flatMap(\.findings.keys).compactMap { kind(of: $0)?.id })
    return content.safetyRules.filter { !raised.contains($0.id) }
      .map { finding("rule", $0.id.rawValue, "no example raises it.") }
      + content.findings.filter { !shown.contains($0.id) }
      .map { finding("finding", $0.id.rawValue, "no example shows it.") }
  }

  private func kind(of line: String) -> FindingKind? {
    let code = line.prefix { $0 != " " }
    return content.findings.first { $0.code == code }
  }
}
