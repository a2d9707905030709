import ClinicalContent
import TechniqueKit

/// An intake that is being asked.
public struct OpenIntake {
  public let chart: Chart
  /// `nil` until the first answer is given.
  public internal(set) var draft: Draft?
  public var flow: IntakeFlow
}

extension Practice {
  /// The intake of a client: a paused one with its answers, or a fresh one.
  public func intake(_ chart: Chart) throws -> OpenIntake {
    let drafts = try ownDrafts(of: chart.id)
    let draft = drafts.last { $0.kind == .intake }
    var given: [ID<Question>: RecordedAnswer] = [:]
    if let draft {
      for event in try events(of: draft) {
        if case .answered(let question, let answer) = event.step {
          let present = renames.questions[question] ?? question
          // Rows that are not finished stand under a field. What was answered to an earlier version of the question is asked again.
          if let asked = catalogue.question(present), !asked.accepts(answer.answer) { continue }
          given[present] = answer
        }
      }
    }
    return OpenIntake(
      chart: chart, draft: draft,
      flow: IntakeFlow(
        chart: chart, catalogue: catalogue, now: now, open: try visits(of: drafts), given: given))
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
        DraftEvent(at: now, .answered(question: pair.question, answer: pair.answer)),
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

  /// The safety verdict over what is known now, a paused intake included.
  public func verdict(_ chart: Chart) throws -> Verdict { verdict(try intake(chart)) }

  /// The safety verdict over what has been answered so far.
  public func verdict(_ intake: OpenIntake) -> Verdict {
    SafetyGate.verdict(
      catalogue: catalogue, facts: intake.flow.facts, known: intake.flow.known,
      clearances: intake.chart.clearances, today: today)
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
