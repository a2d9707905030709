import TechniqueKit

extension ModuleCheck {
  /// Prompts fit their line, help and reason are given, and choices can be told apart.
  var questions: [CheckFinding] {
    content.intake.enumerated().flatMap { place, question in
      let asked = Set(base.intake.map(\.id) + content.intake.prefix(place).map(\.id))
      var found = wording(of: question)
      found += choices(of: question)
      found += ranges(of: question)
      found += order(of: question, after: asked)
      found += problems(in: question.askWhen)
      return found.map { finding("question", question.id.rawValue, $0) }
    }
  }

  private func wording(of question: Question) -> [String] {
    var found: [String] = []
    if question.prompt.isEmpty { found.append("the prompt is empty.") }
    if question.prompt.count > 60 {
      found.append("the prompt has \(question.prompt.count) letters; 60 fit.")
    }
    if question.help.isEmpty { found.append("it does not say what to answer.") }
    if question.why.isEmpty { found.append("it does not say why it is asked.") }
    return found + claims(in: [question.prompt, question.help, question.why])
  }

  private func choices(of question: Question) -> [String] {
    guard case .choice(let options, let several) = question.kind else { return [] }
    var found: [String] = []
    if options.count < 2 { found.append("a choice needs two options or more.") }
    if Set(options.map(\.id)).count < options.count { found.append("an option's id occurs twice.") }
    if Set(options.map(\.label)).count < options.count {
      found.append("two options have the same label.")
    }
    for option in options where option.label.isEmpty || option.label.count > 60 {
      found.append("the label of \(option.id) is empty or longer than 60 letters.")
    }
    if several, question.isSafety, !options.contains(where: \.isExclusive) {
      found.append("a list of warning signs needs a \"none of these\".")
    }
    return found + claims(in: options.map(\.label))
  }

  private func ranges(of question: Question) -> [String] {
    switch question.kind {
    case .wholeNumber(let range), .decimal(let range):
      range.possible.contains(range.usual.lowerBound)
        && range.possible.contains(range.usual.upperBound)
        ? [] : ["the usual range goes beyond the possible one."]
    case .scale(let scale):
      scale.lowestMeans.isEmpty || scale.highestMeans.isEmpty
        ? ["the ends of the scale have no name."] : []
    default: []
    }
  }

  /// A follow-up comes after what it hangs on.
  private func order(of question: Question, after asked: Set<ID<Question>>) -> [String] {
    let defined = knownQuestions
    return question.askWhen.questions.filter { defined[$0] != nil && !asked.contains($0) }
      .map { "it hangs on \($0), which is asked later." }
  }

  /// Words that no text may contain, because nothing supports them or only a clinician may say so.
  func claims(in texts: [String]) -> [String] {
    let banned = ["toxin", "lactic acid", "detox", "diagnos", "cleared by the program"]
    return texts.flatMap { text -> [String] in
      let lowered = text.lowercased()
      let words = lowered.split { !$0.isLetter }
      return
        (banned.filter(lowered.contains)
        + ["safe", "safely"].filter { word in words.contains { $0 == word } })
        .map { "\"\($0)\" must not be printed." }
    }
  }
}
