import TechniqueKit

extension ModuleCheck {
  static let randomSets = 1000

  /// Lets 1,000 synthetic clients answer at random, the same ones every time: nothing may trap, no
  /// score may leave its range, and no finding's sentence may have a gap.
  var randomAnswers: [CheckFinding] {
    var generator = SeededGenerator(seed: 1)
    let questions = base.content.intake + content.intake
    var found: [CheckFinding] = []
    for set in 1...Self.randomSets {
      var facts = Facts(answers: [:], anatomy: anatomy, questions: [])
      for question in questions {
        facts.answers[question.id] = answer(to: question, &generator)
        if Int.random(in: 0..<4, using: &generator) == 0 {
          facts.earlier[question.id] = answer(to: question, &generator)
        }
      }
      let client = Facts(
        answers: facts.answers, earlier: facts.earlier,
        age: Int.random(in: 0...110, using: &generator),
        sex: Sex.allCases.randomElement(using: &generator),
        lastTechniques: Bool.random(using: &generator) ? [manifest.id] : [],
        anatomy: anatomy, questions: questions)
      for rule in content.safetyRules where rule.when.truth(for: client) == .unknown {
        if rule.when.openQuestions(for: client).isEmpty {
          found.append(
            finding(
              Problem(.randomAnswers, "with answers \(set) it is unknown, and nothing is open."),
              "rule", rule.id.rawValue))
        }
      }
      for rule in content.safetyRules where rule.when != .always {
        if rule.when.truth(for: client) == .yes, rule.matches(for: client).isEmpty {
          found.append(
            finding(
              Problem(.randomAnswers, "with answers \(set) it holds, and nothing made it hold."),
              "rule", rule.id.rawValue))
        }
      }
      found += content.metrics.compactMap { outOfRange($0, set, &generator) }
    }
    return found.firstOfEachItem
  }

  private func outOfRange(
    _ metric: OutcomeMetric, _ set: Int, _ generator: inout SeededGenerator
  ) -> CheckFinding? {
    guard !metric.items.isEmpty else { return nil }
    var items: [String: Double] = [:]
    for item in metric.items where Int.random(in: 0..<8, using: &generator) != 0 {
      for name in item.names(Int.random(in: 1...item.atMost, using: &generator)) {
        let value = Double.random(in: item.range, using: &generator)
        items[name] =
          item.values.randomElement(using: &generator) ?? (metric.isWhole ? value.rounded() : value)
      }
    }
    guard let score = score(metric, items), !metric.range.contains(score) else { return nil }
    return finding(
      Problem(.randomAnswers, "with answers \(set) it scores \(score)."), "metric",
      metric.id.rawValue)
  }

  private func answer(to question: Question, _ generator: inout SeededGenerator) -> Answer {
    if Int.random(in: 0..<5, using: &generator) == 0 {
      return .absent(Absence.allCases.randomElement(using: &generator) ?? .notAsked)
    }
    switch question.kind {
    case .yesNo: return .yesNo(Bool.random(using: &generator))
    case .wholeNumber(let range):
      return .number(Double.random(in: range.possible, using: &generator).rounded())
    case .scale(let scale):
      return .number(Double.random(in: scale.range, using: &generator).rounded())
    case .decimal(let range): return .number(Double.random(in: range.possible, using: &generator))
    case .bloodPressure(let range):
      return .bloodPressure(
        BloodPressure(
          Int(Double.random(in: range.systolic.possible, using: &generator)),
          Int(Double.random(in: range.diastolic.possible, using: &generator))))
    case .text: return .text("words")
    case .date:
      return .date(CalendarDate(dayNumber: Int.random(in: 0...30_000, using: &generator)))
    case .choice(let options, let several):
      let count = several ? Int.random(in: 1...max(1, options.count), using: &generator) : 1
      return .choices(options.shuffled(using: &generator).prefix(count).map(\.id))
    case .regions:
      let count = Int.random(in: 0...3, using: &generator)
      return .regions(
        anatomy.regions.shuffled(using: &generator).prefix(count).map { Site($0.id) })
    case .group(let fields, let atMost):
      return .rows(
        (0..<Int.random(in: 0...min(3, max(0, atMost)), using: &generator)).map { _ in
          var row: [ID<Question>: Answer] = [:]
          for field in fields { row[field.id] = answer(to: field, &generator) }
          return row
        })
    }
  }
}

extension [CheckFinding] {
  fileprivate var firstOfEachItem: [CheckFinding] {
    var seen: Set<String> = []
    return filter { seen.insert($0.path).inserted }
  }
}
