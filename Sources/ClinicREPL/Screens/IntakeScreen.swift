import ClinicCore
import TechniqueKit

extension Shell {
  /// Asks the questions that are open, one by one. Each answer is on disk before the next prompt.
  ///
  /// - Returns: whether the intake was completed; otherwise it is paused.
  func askIntake(_ intake: OpenIntake) throws -> Bool {
    var intake = intake
    var place = intake.flow.toAsk.firstIndex { $0.id == intake.flow.next?.id } ?? 0
    var refusals = 0
    while true {
      let list = intake.flow.toAsk
      guard place < list.count else {
        guard let open = intake.flow.next else { break }
        place = list.firstIndex { $0.id == open.id } ?? 0
        continue
      }
      let question = list[place]
      let standing = intake.flow.standing(for: question)
      switch try reply(to: question, place, list.count, standing) {
      case .answer(let answer):
        try practice.answer([(question.id, answer)], in: &intake)
        place += 1
        refusals = 0
      case .standing:
        if intake.flow.given[question.id] == nil, let standing {
          let carried = RecordedAnswer(
            standing.answer, at: practice.now, carriedFrom: standing.carriedFrom ?? standing.at)
          try practice.answer([(question.id, carried)], in: &intake)
        }
        place += 1
        refusals = 0
      case .back:
        if place == 0 { say("      This is the first question.") }
        place = max(0, place - 1)
      case .again(let reason):
        refusals += reason == nil ? 0 : 1
        if let reason { say("      \(reason)") }
        if refusals >= 3 { say("      - to skip, . to stop") }
      case .stop:
        say("Intake paused at \(place + 1) of \(list.count). Type intake to go on.")
        return false
      }
    }
    wrote(try practice.complete(intake))
    say("Intake complete, \(intake.flow.given.count) answers saved.")
    return true
  }

  private enum Reply {
    case answer(RecordedAnswer)
    case standing
    case back
    case again(String?)
    case stop
  }

  private func reply(
    to question: Question, _ place: Int, _ count: Int, _ standing: RecordedAnswer?
  ) throws -> Reply {
    if case .choice(let options, _) = question.kind, !mode.isJSON {
      let labels = options.enumerated().map { "\($0 + 1) \($1.label)" }
      for line in labels.joined(lineWidth: 72) { say("      \(line)") }
    }
    let number = "\(place + 1)/\(count)".padded(to: 5, atEnd: false)
    let bracket = standing.map { " [\(words(for: $0.answer, question))]" } ?? ""
    let event = try ask(
      "\(number) \(question.prompt)\(bracket)\(question.prompt.hasSuffix("?") ? " " : ": ")",
      missing: question.id.rawValue)
    guard case .line(let line) = event else { return .stop }
    let typed = String(line.drop(while: \.isWhitespace))
    switch typed.lowercased() {
    case "":
      if standing != nil { return .standing }
      if question.isRequired { return .again("This one needs an answer; - skips it.") }
      return .answer(RecordedAnswer(.absent(.skipped), at: practice.now))
    case "-", "skip": return .answer(RecordedAnswer(.absent(.skipped), at: practice.now))
    case "declined": return .answer(RecordedAnswer(.absent(.declined), at: practice.now))
    case "unknown": return .answer(RecordedAnswer(.absent(.unknown), at: practice.now))
    case "<", "..", "back": return .back
    case ".", "stop": return .stop
    case "?", "help":
      say("      \(question.help)")
      return .again(nil)
    case "??", "why":
      for line in "Why: \(question.why)".wrapped(to: 72) { say("      \(line)") }
      return .again(nil)
    default:
      let text = typed.hasPrefix("\\") ? String(typed.dropFirst()) : typed
      do throws(Refusal) {
        let reading = AnswerReading(question, anatomy: practice.catalogue.anatomy)
        return .answer(RecordedAnswer(try reading.read(text), at: practice.now))
      } catch {
        return .again(error.description)
      }
    }
  }

  /// An answer as it is shown: `yes`, `neck, right shoulder`, `not answered`.
  func words(for answer: Answer, _ question: Question?) -> String {
    switch answer {
    case .yesNo(let value): return value ? "yes" : "no"
    case .number(let value): return value.plain
    case .text(let text): return text
    case .date(let date): return DateWords.full(date)
    case .regions(let sites):
      return sites.map(practice.catalogue.anatomy.name(of:)).joined(separator: ", ")
    case .choices(let picked):
      guard case .choice(let options, _) = question?.kind else {
        return picked.map(\.rawValue).joined(separator: ", ")
      }
      return picked.map { id in options.first { $0.id == id }?.label ?? id.rawValue }
        .joined(separator: ", ")
    case .absent(let absence):
      return switch absence {
      case .notAsked: "not asked"
      case .skipped: "not answered"
      case .declined: "declined"
      case .unknown: "not known"
      }
    }
  }

  /// An answer for programs; `null` means that it was skipped.
  func json(_ answer: Answer) -> JSON {
    switch answer {
    case .yesNo(let value): .bool(value)
    case .number(let value): .number(value)
    case .text(let text): .string(text)
    case .date(let date): .string(date.description)
    case .regions(let sites): .strings(sites.map(practice.catalogue.anatomy.name(of:)))
    case .choices(let picked): .strings(picked.map(\.rawValue))
    case .absent: .null
    }
  }
}
