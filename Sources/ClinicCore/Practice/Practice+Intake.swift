import ClinicalContent
import TechniqueKit

/// An intake that is being asked.
public struct OpenIntake {
  public let chart: Chart
  /// The moment that its answers and its verdict are for.
  public let at: Instant
  /// `nil` until the first answer is given.
  public internal(set) var draft: Draft?
  public var flow: IntakeFlow
}

extension Practice {
  /// The intake of a client: a paused one with its answers, or a fresh one.
  ///
  /// - Parameter moment: what it is for; now, where it is left out. Of an earlier day only what had
  ///   happened by then counts, and what is told today to a question that nobody had answered by then:
  ///   whoever enters a visit late answers it with that.
  public func intake(_ chart: Chart, at moment: Instant? = nil) throws -> OpenIntake {
    let moment = moment ?? now
    let isPast = moment.local(in: zone).date.dayNumber < today.dayNumber
    var toldLater = isPast ? chart.answers : [:]
    let chart =
      isPast
      ? chart.happened(by: Instant(moment.local(in: zone).date.adding(days: 1), in: zone)) : chart
    let draft = try ownDrafts(of: chart.id).last { $0.kind == .intake }
    var given = try draft.map(answers) ?? [:]
    if isPast {
      toldLater.merge(given.filter { $0.value.at > moment }) { $1 }
      given = given.filter { $0.value.at <= moment }
    }
    toldLater = toldLater.filter { $0.value.at.isSameDay(as: now, in: zone) }
    return OpenIntake(
      chart: chart, at: moment, draft: draft,
      flow: IntakeFlow(
        chart: chart, catalogue: catalogue, now: moment, open: try openSessions(of: chart.id),
        given: given, toldLater: toldLater))
  }

  /// What was answered in an intake, under the present ids; rows that are not finished stand under a
  /// field. What was answered to an earlier version of a question is asked again.
  private func answers(in draft: Draft) throws -> [ID<Question>: RecordedAnswer] {
    var answers: [ID<Question>: RecordedAnswer] = [:]
    for case .answered(let question, let answer) in try events(of: draft).map(\.step) {
      let present = renames.questions[question] ?? question
      if let asked = catalogue.question(present), !asked.accepts(answer.answer) { continue }
      answers[present] = answer
    }
    return answers
  }

  /// The intakes of a client that are not complete, of whomever, with what was answered in them.
  public func pausedIntakes(
    of chart: ID<Chart>
  ) throws -> [(draft: Draft, answers: [ID<Question>: RecordedAnswer])] {
    try require(.charts, of: chart)
    return try store.openDrafts(of: chart).filter { $0.kind == .intake }
      .map { ($0, try answers(in: $0)) }
  }

  /// Puts answers on disk, as one transaction, before the next question is asked.
  @discardableResult
  public func answer(
    _ answers: [(question: ID<Question>, answer: RecordedAnswer)], in intake: inout OpenIntake
  ) throws -> [RecordNumber] {
    try require(.charts)
    var changes: [Change] = []
    let draft: Draft
    if let open = intake.draft {
      draft = open
    } else {
      draft = try openDraft(.intake, intake.chart.id, at: now)
      changes.append(.draftOpened(draft))
    }
    changes += answers.map { pair in
      .drafted(
        DraftEvent(
          at: now, .answered(question: pair.question, answer: pair.answer), by: author),
        in: draft)
    }
    let written = try commit(changes)
    intake.draft = draft
    for pair in answers { intake.flow.give(pair.answer, to: pair.question) }
    return written
  }

  /// Appends the answers to the chart as one entry and closes the draft.
  public func complete(_ intake: OpenIntake) throws -> [RecordNumber] {
    try append(
      [.intake(intake.flow.record)], to: intake.chart.id,
      and: intake.draft.map { [.draftClosed($0)] } ?? [])
  }

  /// The safety verdict over all facts that were told so far: a paused intake and the findings of a
  /// session that runs are among them.
  ///
  /// - Parameter moment: when it is asked for; now, where it is left out. A visit that is entered late is
  ///   judged with what was true at its time.
  public func verdict(_ chart: Chart, at moment: Instant? = nil) throws -> Verdict {
    verdict(try intake(chart, at: moment))
  }

  /// The safety verdict over what has been answered so far.
  public func verdict(_ intake: OpenIntake) -> Verdict {
    SafetyGate(catalogue: catalogue, flow: intake.flow, chart: intake.chart)
      .verdict(on: intake.at.local(in: zone).date)
  }

  /// Whether it is the question that a return visit begins with, which names all that may have
  /// changed.
  public func isShortList(_ question: Question) -> Bool {
    question.id == GeneralHistory.healthChanged.id
  }

  /// Records that a clinician cleared a blocking rule.
  ///
  /// - Throws: `ClinicError.emergencyStands`, `ClinicError.clearanceIncomplete`.
  public func clear(
    _ concern: Verdict.Concern, _ clearance: Clearance, in chart: ID<Chart>
  ) throws -> [RecordNumber] {
    if concern.severity == .emergency {
      throw ClinicError.emergencyStands(concern.rule.code)
    }
    guard clearance.expires.dayNumber >= today.dayNumber else {
      throw ClinicError.clearanceExpired(clearance.expires)
    }
    let words = [
      ("who cleared it", clearance.clearedBy), ("a credential", clearance.credential),
      ("a scope", clearance.scope),
    ]
    if let empty = words.first(where: { $0.1.trimmed.isEmpty }) {
      throw ClinicError.clearanceIncomplete(empty.0)
    }
    return try append([.clearance(clearance)], to: chart)
  }

  public func acknowledge(
    _ rules: [ID<SafetyRule>], action: String, in chart: ID<Chart>
  ) throws -> [RecordNumber] {
    guard !action.trimmed.isEmpty else { throw ClinicError.emptyText }
    // Whoever opened the chart in the emergency may say what was done.
    try require(.charts, of: chart)
    return try commit([
      .appended(try entry(.acknowledgement(.init(rules: rules, action: action)), chart))
    ])
  }

  public func recordNotTreated(
    _ concerns: [Verdict.Concern], in chart: ID<Chart>
  ) throws -> [RecordNumber] {
    let reasons = concerns.map { "\($0.rule.code) \($0.rule.title)" }
    return try append([.notTreated(.init(reasons: reasons))], to: chart)
  }
}
