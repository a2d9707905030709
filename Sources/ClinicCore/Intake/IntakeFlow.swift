import ClinicalContent
import TechniqueKit

/// Which questions a client is asked now, and what the answers so far amount to.
///
/// A value: it is made anew from the chart, the draft and the time, so that resuming after a crash
/// is the same as going on.
public struct IntakeFlow {
  public let questions: [Question]
  /// Answers given in this intake.
  public private(set) var given: [ID<Question>: RecordedAnswer]
  private let chart: Chart
  private let catalogue: Catalogue
  private let now: Instant
  private let visit: VisitContext
  private let toldLater: [ID<Question>: RecordedAnswer]

  /// - Parameters:
  ///   - now: the moment that the answers are for.
  ///   - open: sessions of the client that are not signed yet.
  ///   - given: what was answered in this intake so far.
  ///   - toldLater: what was told after that moment, for questions that nobody had answered by then.
  public init(
    chart: Chart, catalogue: Catalogue, now: Instant, open: [VisitDraft] = [],
    given: [ID<Question>: RecordedAnswer] = [:], toldLater: [ID<Question>: RecordedAnswer] = [:]
  ) {
    self.chart = chart
    self.catalogue = catalogue
    self.now = now
    visit = VisitContext(chart, open: open, at: now)
    self.given = given
    self.toldLater = toldLater
    questions = catalogue.questions
  }

  public mutating func give(_ answer: RecordedAnswer, to question: ID<Question>) {
    given[question] = answer
  }

  /// How many questions were answered in this intake; rows that are not finished are none.
  public var countGiven: Int { questions.count { given[$0.id] != nil } }

  /// The questions of this intake in order; grows and shrinks with the answers.
  public var toAsk: [Question] {
    let facts = self.facts
    return questions.filter { question in
      if facts.inapplicable.contains(question.id) { return false }
      // A follow-up is counted once the question it hangs on was put.
      if question.askWhen.openQuestions(for: facts).contains(where: { given[$0] == nil }) {
        return false
      }
      if question.id == GeneralHistory.healthChanged.id { return isReturn }
      if given[question.id] != nil { return true }
      guard let standing = current[question.id] else { return !isLeftOut(question) }
      // A row with a gap is asked for again.
      return question.leavesOpen(standing.answer)
    }
  }

  /// The first question without an answer; `nil` when the intake is complete.
  public var next: Question? { toAsk.first { given[$0.id] == nil } }

  /// What stands in brackets: the answer of this intake, or the last one of the chart, except that
  /// a safety question never has a default.
  public func standing(for question: Question) -> RecordedAnswer? {
    if let answer = given[question.id] { return answer }
    guard !question.isSafety, let last = chart.answers[question.id], last.answer.absence == nil,
      question.accepts(last.answer)
    else { return nil }
    return last
  }

  /// What is known now: answers of this intake over those of the chart that still hold, what was
  /// found, and who the client is.
  public var facts: Facts {
    Facts(
      answers: known.mapValues(\.answer), earlier: earlier.mapValues(\.answer),
      age: chart.identity.born.map { $0.wholeYears(to: now.local(in: chart.zone).date) },
      sex: chart.identity.sex, lastTechniques: lastTechniques,
      findings: visit.findings.map { chart.renamed($0.finding) },
      lastFindings: visit.lastFindings.map(chart.renamed),
      anatomy: catalogue.anatomy, questions: questions)
  }

  /// What was found, with its time, for the reasons of a verdict.
  var findings: [RecordedFinding] { visit.findings }

  /// What was done at the last visit, under the present names of the techniques. What follows a
  /// session is not known on the same day.
  private var lastTechniques: Set<ID<Manifest>> {
    guard let last = chart.lastVisit?.record, !last.startedAt.isSameDay(as: now, in: chart.zone)
    else { return [] }
    let done = last.templates.flatMap { use in
      [use.technique] + (catalogue.template(use.id)?.alsoUses ?? [])
    }
    return Set(
      catalogue.techniques.map(\.manifest)
        .filter { manifest in done.contains { manifest.isCalled($0.rawValue) } }.map(\.id))
  }

  /// The answers before the present ones, for rules about a change: those of an earlier day.
  private var earlier: [ID<Question>: RecordedAnswer] {
    var earlier = chart.earlierAnswers
    for id in given.keys {
      if let last = chart.answers[id], last.answer.absence == nil,
        !last.at.isSameDay(as: now, in: chart.zone)
      {
        earlier[id] = last
      }
    }
    return earlier
  }

  /// What the client answered and still holds: in this intake, or in an earlier one.
  var answered: [ID<Question>: RecordedAnswer] {
    let later = toldLater.filter { id, told in
      catalogue.question(id).map { $0.accepts(told.answer) && told.answer.absence == nil } ?? false
    }
    return later.merging(current) { $1 }.merging(given) { $1 }
  }

  /// The answers that `facts` rests on, with their dates. A score of pain that is newer than the answer
  /// about pain takes its place.
  public var known: [ID<Question>: RecordedAnswer] {
    var known = answered
    let pain = GeneralHistory.painNow.id
    if let score = visit.pain, let value = score.value,
      known[pain].map({ $0.at < score.at }) ?? true
    {
      known[pain] = RecordedAnswer(.number(value), at: score.at)
    }
    return known
  }

  /// What is stored when the intake is complete.
  public var record: IntakeRecord {
    let inapplicable = facts.inapplicable
    let asked = Set(questions.map(\.id)).subtracting(inapplicable)
    var answers = given.filter { asked.contains($0.key) }
    for (id, answer) in affirmed where answers[id] == nil { answers[id] = answer }
    return IntakeRecord(answers: answers)
  }

  /// Whether the question that opens a return visit names what this one asks: those of the general
  /// history, and what followed the last session.
  private func isNamedByShortList(_ question: Question) -> Bool {
    catalogue.general.content.intake.contains { $0.id == question.id }
      || AfterEffects.technique(askedAboutBy: question.id) != nil
  }

  /// Whether a question that may stay open was skipped so lately that it is not asked again.
  private func isLeftOut(_ question: Question) -> Bool {
    guard !question.isRequired, let last = chart.answers[question.id], last.answer.absence != nil
    else { return false }
    return question.validity.holds(from: last.at, to: now, visitSince: visit.begins, in: chart.zone)
  }

  /// Whether the client was asked before, at an earlier visit.
  private var isReturn: Bool { chart.lastIntake.map { $0 < visit.begins } ?? false }

  /// Answers of the chart that still hold, together with those that "no change" lets stand. A
  /// change in health lets no earlier answer about safety stand.
  private var current: [ID<Question>: RecordedAnswer] {
    let hasChanged = isReturn && given[GeneralHistory.healthChanged.id]?.answer == .yesNo(true)
    let standing = hasChanged ? questions.filter { !$0.isSafety } : questions
    return chart.answers(validAt: now, standing, visitSince: visit.begins)
      .merging(affirmed) { $1 }
  }

  /// "No change in health" lets the answers about this visit stand as they were, as far as the short
  /// list names what they are about. A question of a technique's own, or of the clinic's, is asked again.
  private var affirmed: [ID<Question>: RecordedAnswer] {
    guard isReturn, given[GeneralHistory.healthChanged.id]?.answer == .yesNo(false) else {
      return [:]
    }
    var answers: [ID<Question>: RecordedAnswer] = [:]
    for question in questions
    where question.isSafety && question.validity == .thisVisit && isNamedByShortList(question) {
      // "No change" says that nothing followed the last session, whatever followed an earlier one.
      if question.askWhen.readsLastVisit {
        let facts = Facts(
          answers: [:], lastTechniques: lastTechniques, anatomy: catalogue.anatomy, questions: [])
        guard question.askWhen.truth(for: facts) == .yes else { continue }
        answers[question.id] = question.noneOfThese.map { RecordedAnswer($0, at: now) }
        continue
      }
      guard let last = chart.answers[question.id], last.answer.absence == nil,
        question.accepts(last.answer), question.id != GeneralHistory.healthChanged.id
      else { continue }
      answers[question.id] = RecordedAnswer(
        last.answer, at: now, carriedFrom: last.carriedFrom ?? last.at, remark: last.remark)
    }
    return answers
  }
}

extension Chart {
  /// The answers that still hold at a moment; those that have run out, absences, and answers to what
  /// the question was in an earlier version are left out.
  ///
  /// - Parameter begins: from when on an answer that is good for one visit belongs to the visit at hand.
  public func answers(
    validAt now: Instant, _ questions: [Question], visitSince begins: Instant
  ) -> [ID<Question>: RecordedAnswer] {
    var valid: [ID<Question>: RecordedAnswer] = [:]
    for question in questions {
      guard let recorded = answers[question.id], recorded.answer.absence == nil,
        question.accepts(recorded.answer),
        question.validity.holds(from: recorded.at, to: now, visitSince: begins, in: zone)
      else { continue }
      valid[question.id] = recorded
    }
    return valid
  }
}

extension Question {
  /// The answer that picks nothing from a list; `nil` where there is no such option.
  fileprivate var noneOfThese: Answer? {
    guard case .choice(let options, _) = kind else { return nil }
    return options.first(where: \.isExclusive).map { .choices([$0.id]) }
  }
}

extension Validity {
  /// Whether an answer given at one moment still holds at another; days count from midnight.
  ///
  /// - Parameter begins: when the visit at hand began to be asked about.
  func holds(
    from given: Instant, to now: Instant, visitSince begins: Instant, in zone: ClinicZone
  ) -> Bool {
    switch self {
    case .always: true
    case .thisVisit: given >= begins
    case .days(let days):
      now.local(in: zone).date.dayNumber - given.local(in: zone).date.dayNumber < days
    }
  }
}
