import ClinicCore
import TechniqueKit

/// What is to be measured, told and asked for at its moment.
extension Shell {
  /// At most so many are asked for at one moment: hands are wet and time is short.
  private static let questionsAtOnce = 2

  /// `DUE      pain before the session, psfs (baseline)`, once the intake has told what the client
  /// comes with.
  func sayDue(_ due: [DueMeasure]) {
    guard !due.isEmpty else { return }
    let words = DueMeasure.words(due, today: practice.today)
    say(painted("DUE", .caution) + "      Measure: \(words).", indent: 9)
  }

  /// The measures due, in the list of scores.
  func listDue(_ due: [DueMeasure]) {
    guard !due.isEmpty else { return }
    say("Due now:")
    for one in due {
      let why = one.why(today: practice.today)
      let name = one.metric.name
      say(glyphs.isPlain ? "\(name): \(why)." : "  \(name.padded(to: 20)) \(why)")
    }
  }

  func json(_ due: DueMeasure) -> JSON {
    var fields: KeyValuePairs<String, JSON?> = [:]
    let reason: String
    switch due.reason {
    case .beforeSession: reason = "before_session"
    case .afterSession: reason = "after_session"
    case .baseline: reason = "baseline"
    case .discharge: reason = "discharge"
    case .visits(let count, let day):
      reason = "visits"
      fields = ["visits": .int(count), "since": .string(day.description)]
    }
    return .fields(["measure": .string(due.metric.name), "reason": .string(reason)]).with(fields)
  }

  // MARK: After start

  /// Asks for what is due, one number each, at the prompt itself: a number answers, Enter passes, and
  /// any other line is a command as ever.
  func askDue(_ chart: Chart) throws {
    guard mode.isInteractive, !mode.isJSON else { return }
    let due = try practice.dueMeasures(in: chart)
    let asked = due.filter(\.isOneNumber).prefix(Self.questionsAtOnce)
    dueQuestions = asked.map(\.metric)
    sayLonger(due.filter { !asked.contains($0) })
    sayDueQuestion()
  }

  private func sayDueQuestion() {
    guard let metric = dueQuestions.first else { return }
    say(
      "       \(metric.name): \(metric.construct), \(metric.prompt). A number, or Enter to pass.",
      indent: 7)
  }

  /// The line as a command: an answer to what was asked becomes its score.
  func answering(_ line: String) -> String {
    guard let metric = dueQuestions.first else { return line }
    if line.allSatisfy(\.isWhitespace) {
      dueQuestions.removeFirst()
      sayDueQuestion()
      return ""
    }
    guard let typed = try? TypedScore(line, metric), typed.fields.isEmpty, typed.bare.count == 1,
      metric.amount(typed.bare[0], outOf: metric.range.upperBound) != nil
    else {
      dueQuestions = []
      return line
    }
    return "score \(metric.name) \(line)"
  }

  /// Goes on to the next question once the one before is answered.
  func goOnAsking(after code: ExitCode, _ line: String, asked: [OutcomeMetric]) {
    guard let metric = asked.first, dueQuestions == asked, code == .done,
      line.hasPrefix("score \(metric.name) ")
    else { return }
    dueQuestions.removeFirst()
    sayDueQuestion()
  }

  // MARK: After end

  /// Asks for what is due after the session, then names what else is due.
  ///
  /// - Returns: `false` when somebody stops here.
  func askAfterSession(_ visit: VisitDraft) throws -> Bool {
    let chart = try practice.chart(visit.draft.chart)
    let due = try practice.dueMeasures(in: chart)
    let after = due.filter { $0.reason == .afterSession && $0.isOneNumber }
      .prefix(Self.questionsAtOnce)
    for one in after {
      guard try askAfter(one.metric, visit, chart) else { return false }
    }
    sayLonger(due.filter { !after.contains($0) })
    return true
  }

  private func askAfter(
    _ metric: OutcomeMetric, _ visit: VisitDraft, _ chart: Chart
  ) throws -> Bool {
    let before = visit.value(of: metric.id, .before)
    let was = before.map { ", was \($0.plain) before" } ?? ""
    let name = metric.name.capitalizedFirst
    while true {
      let asking = Asking(place: "question.\(metric.name)_after")
      let prompt = "\(name) after, \(metric.prompt)\(was): "
      guard case .line(let typed) = try ask(prompt, asking, missing: "\(metric.name) after") else {
        return false
      }
      switch typed.lowercased() {
      case "", "-", "skip": return true
      case ".", "stop", "<", "..": return false
      case "?", "help":
        let what = metric.isWhole ? "A whole number" : "A number"
        say("       \(what), as before the session. - skips it, . stops.")
      case "??", "why": say("       Why: the difference shows what the session did.")
      default:
        do {
          try record(metric, typed, .after, chart)
          return true
        } catch { say("       \(Failure(error).message)", indent: 7) }
      }
    }
  }

  /// What is longer than one number, or more than is asked at once.
  private func sayLonger(_ due: [DueMeasure]) {
    guard let first = due.first else { return }
    let names = due.prefix(4).map(\.metric.name).joined(separator: ", ")
    let more = due.count > 4 ? " and \(due.count - 4) more" : ""
    let diary = Diary(making: first.metric)
    let command = diary.map { "diary \($0.rawValue)" } ?? "score \(first.metric.name)"
    say("       Due too: \(names)\(more). Type \(command)", indent: 7)
  }
}

extension DueMeasure {
  /// Whether one number is all of it, and it may be asked for here.
  fileprivate var isOneNumber: Bool {
    metric.entry == .score && metric.licence.status == .ships
  }
}
