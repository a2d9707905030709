import ClinicCore
import TechniqueKit

extension Verb {
  static let intake = Verb(
    name: "intake", short: "i", group: .before,
    usage: "intake [language=LANGUAGE] [FIELD=ANSWER...]",
    does: "ask or resume the intake; on a return visit only what is stale",
    example: "intake fever=no areas=\"neck, r shoulder\"", seeAlso: ["check", "chart"],
    takes: .named("language=LANGUAGE")
  ) { shell, rest in
    var words = try Words(rest)
    let asked = try words.take("language").map(shell.catalogue)
    if !words.bare.isEmpty {
      throw Failure.usage(
        "answers are fields here; you typed \"\(words.phrase)\".", hint: "Example: intake fever=no")
    }
    let chart = try shell.openChart()
    let intake = try shell.practice.intake(chart)
    if shell.mode.isInteractive, words.fields.isEmpty {
      // The client is asked in one language, while everything else stays in another.
      let shown = shell.shown
      defer { shell.shown = shown }
      if let asked { shell.shown = asked }
      try shell.interview(intake)
    } else {
      try shell.fill(intake, words)
    }
  }
}

extension Shell {
  fileprivate func interview(_ intake: OpenIntake) throws {
    let count = intake.flow.toAsk.count
    let place = intake.flow.countGiven
    guard intake.flow.next != nil else {
      return say("Nothing needs asking: all answers still hold. Type chart to see them.")
    }
    say(
      "Intake, \(count.of("question")), "
        + (place > 0
          ? "\(place) answered." : "about \(max(1, count / 6).of("minute")).")
        + " Stop any time; answers are kept.")
    sayControls("Enter accept [ ]   - skip   < back   ? help   ?? why   . stop here")
    rule()
    if try askIntake(intake) { say("Next: check, then start") }
  }

  /// A line of controls; a screen reader hears each once in a run.
  func sayControls(_ line: String) {
    let isNew = saidControls.insert(line).inserted
    if !glyphs.isPlain || isNew { say(line) }
  }

  /// Takes the answers from named fields; all of them or none.
  fileprivate func fill(_ open: OpenIntake, _ words: Words) throws {
    var intake = open
    var answers: [(question: ID<Question>, answer: RecordedAnswer)] = []
    let known = practice.catalogue.questions
    for (name, values) in words.valuesByName {
      guard
        let question = known.first(where: { question in
          ([question.id] + question.aliases).contains { $0.rawValue == name }
        })
      else {
        let names = known.map(\.id.rawValue) + Verb.intake.takes.fields.map(\.name)
        let near = Suggestion.closest(to: name, among: names)
        throw Failure.usage(
          "there is no question \"\(name)\". Nothing was changed.",
          hint: near.map { "Did you mean \($0)?" } ?? "Type help intake for the names.")
      }
      answers.append((question.id, try read(values, question)))
    }
    for pair in answers { intake.flow.give(pair.answer, to: pair.question) }
    let missing = intake.flow.toAsk.filter {
      $0.isRequired && intake.flow.given[$0.id] == nil
    }
    guard missing.isEmpty else {
      throw Failure.missing(
        "the intake still needs: \(missing.map(\.id.rawValue).joined(separator: ", ")). "
          + "Nothing was changed.",
        hint: "A question is skipped with NAME=-")
    }
    wrote(try practice.complete(intake))
    tellAnswers(of: intake)
    say("Intake complete, \(intake.flow.countGiven.of("answer")) saved.")
  }

  func tellAnswers(of intake: OpenIntake) {
    for (id, answer) in intake.flow.record.answers.sorted(by: { $0.key < $1.key }) {
      item(
        .fields([
          "question": .string(id.rawValue), "answer": json(answer.answer),
          "absence": answer.answer.absence.map { .string($0.rawValue) },
        ]))
    }
  }

  private func read(_ typed: [String], _ question: Question) throws -> RecordedAnswer {
    do throws(Refusal) {
      let reading = AnswerReading(
        question, anatomy: practice.catalogue.anatomy, today: practice.today)
      let read = try reading.read(rows: typed)
      if let doubt = read.doubt { warn("\(question.id): \(doubt) It was kept.") }
      return RecordedAnswer(read.answer, at: practice.now, remark: read.remark)
    } catch {
      throw Failure.rejected("\(question.id): \(error.description)")
    }
  }
}
