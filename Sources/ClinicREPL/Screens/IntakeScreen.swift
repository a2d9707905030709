import ClinicCore
import LineEditor
import TechniqueKit

extension Shell {
  /// Asks the questions that are open, one by one. Each answer is on disk before the next prompt.
  ///
  /// - Returns: whether the intake was completed; otherwise it is paused.
  func askIntake(_ intake: OpenIntake) throws -> Bool {
    practice.begin("intake")
    var intake = intake
    var place = intake.flow.toAsk.firstIndex { $0.id == intake.flow.next?.id } ?? 0
    var refusals = 0
    var told: Set<ID<SafetyRule>> = []
    while true {
      let list = intake.flow.toAsk
      guard place < list.count else {
        guard let open = intake.flow.next else { break }
        place = list.firstIndex { $0.id == open.id } ?? 0
        continue
      }
      let question = shown(list[place])
      let standing = intake.flow.standing(for: question)
      var reply = try reply(to: question, place, list.count, standing)
      if case .rows = reply { reply = try askRows(of: question, in: &intake) }
      if case .answer(let answer) = reply, answer.answer == .rows([]),
        try !confirmNothing(instead: question, intake)
      {
        reply = .again(nil)
      }
      switch reply {
      case .answer(let answer):
        try practice.answer([(question.id, answer)], in: &intake)
        if question.isSafety { try sayEmergencies(intake, &told) }
        place += 1
        refusals = 0
      case .standing:
        if intake.flow.given[question.id] == nil, let standing {
          let carried = RecordedAnswer(
            standing.answer, at: practice.now, carriedFrom: standing.carriedFrom ?? standing.at,
            remark: standing.remark)
          try practice.answer([(question.id, carried)], in: &intake)
        }
        place += 1
        refusals = 0
      case .rows: place += 1
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
    tellAnswers(of: intake)
    say("Intake complete, \(intake.flow.countGiven.of("answer")) saved.")
    return true
  }

  /// An emergency is told when it is answered, not only when the intake is over.
  private func sayEmergencies(_ intake: OpenIntake, _ told: inout Set<ID<SafetyRule>>) throws {
    let verdict = practice.verdict(intake)
    for concern in verdict.concerns
    where concern.severity == .emergency && !concern.isUnknown
      && told.insert(concern.rule.id).inserted
    {
      sayLine(of: concern)
      say("         \(shown(concern.rule).advice)", indent: 9)
      say("         To stop here type a full stop, then acknowledge what was done.")
    }
  }

  enum IntakeReply {
    case answer(RecordedAnswer)
    /// There is something to name in a group.
    case rows
    case standing
    case back
    case again(String?)
    case stop
  }

  private func reply(
    to question: Question, _ place: Int, _ count: Int, _ standing: RecordedAnswer?
  ) throws -> IntakeReply {
    let number = "\(place + 1)/\(count)".padded(to: 5, atEnd: false)
    let bracket = standing.map { " [\(words(forStanding: $0, question))]" } ?? ""
    return try reply(
      to: question, prompt: "\(number) \(question.prompt)\(bracket)", standing: standing)
  }

  /// Asks one question once.
  func reply(
    to question: Question, prompt: String, standing: RecordedAnswer? = nil
  ) throws -> IntakeReply {
    if case .choice(let options, _) = question.kind, !mode.isJSON {
      let labels = options.enumerated().map { "\($0 + 1) \($1.label)" }
      for line in labels.joined(lineWidth: 72) { say("      \(line)") }
    }
    // The short list of every visit is read with the question, whatever is answered.
    if practice.isShortList(question), !mode.isJSON {
      for line in question.help.wrapped(to: 72) { say("      \(line)") }
    }
    let asksRows = !question.fields.isEmpty
    let ending = asksRows ? " y/n: " : prompt.hasSuffix("?") ? " " : ": "
    guard
      case .line(let line) = try ask(
        prompt + ending, asking(question), missing: question.id.rawValue)
    else { return .stop }
    let typed = String(line.drop(while: \.isWhitespace))
    switch typed.lowercased() {
    case "":
      if standing != nil { return .standing }
      guard question.absences.contains(.skipped) else {
        return .again("This one needs an answer.")
      }
      if question.isRequired { return .again("This one needs an answer; - skips it.") }
      return .answer(RecordedAnswer(.absent(.skipped), at: practice.now))
    case "<", "..", "back", "b": return .back
    case ".", "stop": return .stop
    case "?", "help":
      for line in question.help.wrapped(to: 72) { say("      \(line)") }
      return .again(nil)
    case "??", "why":
      for line in "Why: \(question.why)".wrapped(to: 72) { say("      \(line)") }
      return .again(nil)
    case "y" where asksRows, "yes" where asksRows: return .rows
    case "n" where asksRows, "no" where asksRows:
      return .answer(RecordedAnswer(.rows([]), at: practice.now))
    default:
      if asksRows, AnswerReading.absence(typed) == nil {
        return .again("That needs y or n. Example: n")
      }
      return try read(typed, question)
    }
  }

  /// Up brings the earlier answers of the same question, Tab completes its choices or areas.
  private func asking(_ question: Question) -> Asking {
    var asking = Asking(place: "question.\(question.id.rawValue)")
    switch question.kind {
    case .choice(let options, _):
      asking.complete = { head in
        let last = head.lastIndex(of: ",").map { head[head.index(after: $0)...] } ?? head[...]
        return Completion(head, last.drop { $0 == " " }, among: options.map(\.label))
      }
    case .regions: asking.complete = { [self] in areas($0) }
    case .yesNo: asking.complete = { Completion($0, $0, among: ["yes", "no"]) }
    default: break
    }
    return asking
  }

  /// `6`, or `6 from 12 Nov` when it stands since an earlier day.
  private func words(forStanding standing: RecordedAnswer, _ question: Question) -> String {
    let at = (standing.carriedFrom ?? standing.at).local(in: zone).date
    let since = at == practice.today ? "" : " from \(DateWords.short(at, today: practice.today))"
    return words(for: standing.answer, question) + since
  }

  private func read(_ typed: String, _ question: Question) throws -> IntakeReply {
    let read: TypedAnswer
    do throws(Refusal) {
      read = try AnswerReading(
        question, anatomy: practice.catalogue.anatomy, today: practice.today
      ).read(typed)
    } catch {
      return .again(error.description)
    }
    if case .date(let date) = read.answer { say("      \(DateWords.full(date))") }
    if let doubt = read.doubt {
      guard let keeps = try decide("      \(doubt) Keep it?", standard: false) else { return .stop }
      if !keeps { return .again(nil) }
    }
    return .answer(RecordedAnswer(read.answer, at: practice.now, remark: read.remark))
  }

  func words(for answer: Answer, _ question: Question?) -> String {
    practice.catalogue.anatomy.words(for: answer, to: question)
  }

  /// An answer with the remark that was added to it.
  func words(for recorded: RecordedAnswer, _ question: Question?) -> String {
    words(for: recorded.answer, question) + (recorded.remark.map { " (\($0))" } ?? "")
  }

  /// An answer for programs; `null` means that it was skipped.
  func json(_ answer: Answer) -> JSON {
    switch answer {
    case .yesNo(let value): .bool(value)
    case .number(let value): .number(value)
    case .bloodPressure(let pressure):
      .fields(["systolic": .int(pressure.systolic), "diastolic": .int(pressure.diastolic)])
    case .text(let text): .string(text)
    case .date(let date): .string(date.description)
    case .regions(let sites): .strings(sites.map(practice.catalogue.anatomy.name(of:)))
    case .choices(let picked): .strings(picked.map(\.rawValue))
    case .rows(let rows):
      .array(
        rows.map { row in
          .object(
            row.sorted { $0.key < $1.key }
              .map { JSON.Member(name: $0.key.rawValue, value: json($0.value)) })
        })
    case .absent: .null
    }
  }
}
