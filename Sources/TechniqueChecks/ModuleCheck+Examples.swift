import TechniqueKit

extension ModuleCheck {
  /// Each example raises exactly the rules it lists, each shorthand line becomes its sentence, and
  /// items make their score.
  var examples: [CheckFinding] {
    content.examples.flatMap { example in
      (answers(of: example) + raised(by: example) + sentences(of: example)
        + scores(of: example))
        .map { finding(Problem(.examples, $0), "example", example.title) }
    }
  }

  /// No rule, no finding and no score of items goes without an example.
  var coverage: [CheckFinding] {
    let raised = Set(content.examples.flatMap(\.raises))
    let shown = Set(content.examples.flatMap(\.findings.keys).compactMap { kind(of: $0)?.id })
    let scored = Set(content.examples.flatMap(\.scores.keys))
    return content.safetyRules.filter { !raised.contains($0.id) }
      .map { finding(Problem(.coverage, "no example raises it."), "rule", $0.id.rawValue) }
      + content.findings.filter { !shown.contains($0.id) }
      .map { finding(Problem(.coverage, "no example shows it."), "finding", $0.id.rawValue) }
      + content.metrics.filter { !$0.items.isEmpty && !scored.contains($0.id) }
      .map { finding(Problem(.coverage, "no example scores it."), "metric", $0.id.rawValue) }
  }

  private func answers(of example: Example) -> [String] {
    let known = knownQuestions
    let all =
      example.answers.sorted { $0.key < $1.key } + example.earlier.sorted { $0.key < $1.key }
    return all.compactMap { id, answer in
      guard let question = known[id] else { return "there is no question \(id)." }
      return fits(answer, question) ? nil : "its answer to \(id) does not fit."
    }
  }

  private func raised(by example: Example) -> [String] {
    let facts = Facts(
      answers: example.answers, earlier: example.earlier, age: example.age, sex: example.sex,
      lastTechniques: example.lastTechniques,
      findings: example.findings.keys.sorted().compactMap(read),
      lastFindings: example.lastFindings.compactMap(read), anatomy: anatomy,
      questions: base.content.intake + content.intake)
    let raised = Set(
      content.safetyRules.filter { $0.when.truth(for: facts) == .yes }.map(\.id))
    let listed = Set(example.raises)
    return raised.subtracting(listed).sorted().map { "it raises \($0), which is not listed." }
      + listed.subtracting(raised).sorted().map { "it does not raise \($0), which is listed." }
  }

  /// The finding that a line is; `nil` where it is refused.
  private func read(_ line: String) -> Finding? {
    try? kind(of: line)?.read(line, anatomy: anatomy)
  }

  private func sentences(of example: Example) -> [String] {
    example.lastFindings.filter { read($0) == nil }.map { "\"\($0)\" is no finding." }
      + example.findings.sorted { $0.key < $1.key }.compactMap { line, expected in
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

  private func scores(of example: Example) -> [String] {
    example.scores.sorted { $0.key < $1.key }.compactMap { id, scored in
      guard let metric = content.metrics.first(where: { $0.id == id }), !metric.items.isEmpty else {
        return "there is no metric of items \(id)."
      }
      let score = score(metric, scored.items)
      // A published figure is rounded.
      let isClose =
        if let score, let given = scored.score {
          abs(score - given) <= 0.0005 * max(10, abs(given))
        } else { score == scored.score }
      return isClose
        ? nil : "\(id) scores \(score.map { "\($0)" } ?? "nothing")."
    }
  }

  func score(_ metric: OutcomeMetric, _ items: [String: Double]) -> Double? {
    switch metric.entry {
    case .items(let all, let scoring): scoring.score(all, items)
    case .computed: computed(metric.id, items)
    case .score, .namedActivities: nil
    }
  }

  private func kind(of line: String) -> FindingKind? {
    let code = line.prefix { $0 != " " }
    return (content.findings + base.content.findings).first { $0.code == code }
  }
}
