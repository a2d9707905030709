import TechniqueKit

extension ModuleCheck {
  /// Prompts fit their line, help and reason are given, choices can be told apart, and a follow-up
  /// comes after what it hangs on.
  var questions: [CheckFinding] {
    let cyclic = cycles
    return content.intake.enumerated().flatMap { place, question in
      let asked = Set(base.content.intake.map(\.id) + content.intake.prefix(place).map(\.id))
      var found = problems(in: question)
      if let cycle = cyclic[question.id] {
        found.append(Problem(.cycles, "it hangs on itself: \(cycle)."))
      } else {
        found += order(of: question, after: asked)
      }
      found += problems(in: question.askWhen)
      return found.map { finding($0, "question", question.id.rawValue) }
        + question.fields.flatMap { field in
          (problems(in: field) + asField(field))
            .map { finding($0, "question", field.id.rawValue) }
        }
    }
  }

  private func problems(in question: Question) -> [Problem] {
    var found = prompt(question.prompt, "the prompt")
    found += sentence(question.help, "the help")
    found += sentence(question.why, "the reason")
    found += choices(of: question) + ranges(of: question)
    if question.absences.contains(.notAsked) {
      found.append(Problem(.choices, "\"not asked\" is no way of answering."))
    }
    if case .days(let days) = question.validity, days < 1 {
      found.append(Problem(.ranges, "an answer holds for a day at least."))
    }
    return found + claims(in: [question.prompt, question.help, question.why])
  }

  private func asField(_ field: Question) -> [Problem] {
    var found: [Problem] = []
    if field.askWhen != .always {
      found.append(Problem(.references, "a field of a group is asked always."))
    }
    if case .group = field.kind {
      found.append(Problem(.references, "a group cannot hold a group."))
    }
    if field.takesRemark || !field.aliases.isEmpty || field.isSafety || field.validity != .always {
      found.append(
        Problem(
          .references, "remarks, aliases, safety and validity are said of the group, not a field."))
    }
    return found
  }

  private func choices(of question: Question) -> [Problem] {
    guard case .choice(let options, let several) = question.kind else { return [] }
    var found: [Problem] = []
    if options.count < 2 {
      found.append(Problem(.choices, "a choice needs two options or more."))
    }
    if Set(options.map(\.id)).count < options.count {
      found.append(Problem(.choices, "an option's id occurs twice."))
    }
    if Set(options.map(\.label)).count < options.count {
      found.append(Problem(.choices, "two options have the same label."))
    }
    let words = Set(["-", "skip", "declined", "unknown", "back", "stop", "why", "help"])
    for option in options where option.id != "none" {
      if !option.id.rawValue.isSnakeCase {
        found.append(
          Problem(
            .ids, "the option \(option.id) has an id of other letters than a to z, 0 to 9, _."))
      }
      let typed = [option.id.rawValue, option.label.lowercased()]
      if typed.contains(where: { words.contains($0) || Int($0) != nil }) {
        found.append(Problem(.choices, "the option \(option.id) is typed for something else."))
      }
      if options.contains(where: { $0.id != option.id && $0.label == option.id.rawValue }) {
        found.append(Problem(.choices, "\(option.id) is another option's label."))
      }
    }
    for option in options { found += label(option.label, "the label of \(option.id)") }
    if several, question.isSafety, !options.contains(where: \.isExclusive) {
      found.append(Problem(.choices, "a list of warning signs needs a \"none of these\"."))
    }
    return found + claims(in: options.map(\.label))
  }

  private func ranges(of question: Question) -> [Problem] {
    switch question.kind {
    case .wholeNumber(let range)
    where [range.possible.lowerBound, range.possible.upperBound].contains {
      $0 != $0.rounded() || abs($0) > 1e9
    }:
      [Problem(.ranges, "the ends of a range of whole numbers are whole, and at most a billion.")]
    case .wholeNumber(let range), .decimal(let range):
      range.possible.contains(range.usual.lowerBound)
        && range.possible.contains(range.usual.upperBound)
        ? [] : [Problem(.ranges, "the usual range goes beyond the possible one.")]
    case .bloodPressure(let range):
      BloodPressure.Part.allCases.allSatisfy { part in
        let (possible, usual) = (range[part].possible, range[part].usual)
        return possible.contains(usual.lowerBound) && possible.contains(usual.upperBound)
      } ? [] : [Problem(.ranges, "the usual range goes beyond the possible one.")]
    case .scale(let scale):
      (scale.lowest < scale.highest ? [] : [Problem(.ranges, "the scale has no length.")])
        + (scale.lowestMeans.isEmpty || scale.highestMeans.isEmpty
          ? [Problem(.ranges, "the ends of the scale have no name.")] : [])
    case .group where question.takesRemark:
      [Problem(.choices, "a group takes no remark; give it a field for words.")]
    case .group(let fields, let atMost):
      fields.isEmpty || atMost < 1
        ? [Problem(.ranges, "a group needs a field and room for a row.")] : []
    case .yesNo, .choice, .text, .date, .regions: []
    }
  }

  /// A follow-up comes after what it hangs on.
  private func order(of question: Question, after asked: Set<ID<Question>>) -> [Problem] {
    let defined = knownQuestions
    return question.askWhen.questions.filter { defined[$0] != nil && !asked.contains($0) }
      .map { Problem(.references, "it hangs on \($0), which is asked later.") }
  }

  /// For each question that hangs on itself the way round, in arrows.
  private var cycles: [ID<Question>: String] {
    let hangsOn = Dictionary(
      content.intake.map { ($0.id, $0.askWhen.questions) }, uniquingKeysWith: { first, _ in first })
    func way(_ path: [ID<Question>]) -> [ID<Question>]? {
      for next in path.last.flatMap({ hangsOn[$0] }) ?? [] {
        if next == path.first { return path + [next] }
        if !path.contains(next), let found = way(path + [next]) { return found }
      }
      return nil
    }
    return hangsOn.keys.reduce(into: [:]) { found, id in
      found[id] = way([id])?.map(\.rawValue).joined(separator: " -> ")
    }
  }
}
