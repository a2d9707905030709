import ClinicCore
import TechniqueKit

extension Letter {
  /// The letter as a paper. It tells what was recorded, worse as plainly as better, and of no cause.
  ///
  /// - Parameter anatomy: names the areas of the referral.
  public func document(naming anatomy: Anatomy) -> Document {
    Document(
      title: "Progress report", letterhead: letterhead,
      parts: [.terms(terms(anatomy))] + scores + findings + treatment + afterEffects + goals + plan
        + [.paragraph(sharing.words), .signature(author.description)],
      footer: [
        "This letter tells what was recorded; it does not say what brought a change about.",
        VisitReport.caution,
      ], author: author.description, writtenOn: writtenOn)
  }

  private func terms(_ anatomy: Anatomy) -> [Document.Term] {
    let client = course.client
    let codes = referral?.codes.map(\.text).joined(separator: ", ") ?? ""
    let areas = referral?.areas.map(anatomy.name(of:)).joined(separator: ", ") ?? ""
    return [
      .init("To", referral?.provider.words ?? "the referring provider"),
      .init("From", author.description), .init("Date", DateWords.full(writtenOn)),
    ] + course.treated(besides: author) + [
      .init(
        "Client",
        client.name + (client.born.map { ", born \(DateWords.full($0))" } ?? ", birth not known")),
      .init("Period", course.period.words), .init("Visits", course.attendance),
    ] + (codes.isEmpty ? [] : [.init("Conditions", codes)])
      + (areas.isEmpty ? [] : [.init("Referred for", areas)])
  }

  private var scores: [Document.Part] {
    guard !course.scores.isEmpty else {
      return [.heading("Scores"), .paragraph("None was recorded in this period.")]
    }
    let rows = course.scores.map { score in
      [
        score.series.name, told(score.first),
        score.comparison == .single ? "" : told(score.last), score.comparison.word,
      ]
    }
    return [
      .heading("Scores"), .table(.init(["Measure", "First", "Last", "Course"], rows)),
      .list(course.scores.map(sentence)),
    ]
  }

  private func told(_ score: Goal.Score) -> String {
    "\(score.value.plain) on \(DateWords.full(score.on))"
  }

  private func sentence(_ score: ScoreCourse) -> String {
    let within = score.within.map { within in
      " On average \(within.before.plain) before and \(within.after.plain) after a session ("
        + "\(within.sessions.of("session")))."
    }
    return "\(score.series.name), \(score.metric.construct), \(score.metric.prompt): "
      + score.sentence + (within ?? "")
  }

  private var findings: [Document.Part] {
    guard let findings = course.findings else {
      return [.heading("Findings"), .paragraph("None was recorded in this period.")]
    }
    let first = DateWords.full(findings.first)
    let last = DateWords.full(findings.last)
    guard findings.first != findings.last else {
      return [.heading("Findings of \(last)"), .list(findings.rows.map(\.latest.sentence))]
    }
    return [
      .heading("Findings of \(last), held against \(first)"),
      .list(findings.rows.map(\.comparedSentence)),
    ]
  }

  private var treatment: [Document.Part] {
    var parts: [Document.Part] = [.heading("Treatment")]
    if course.techniques.isEmpty { parts.append(.paragraph("None in this period.")) }
    if !course.techniques.isEmpty {
      parts.append(
        .table(
          .init(["Technique", "Minutes"], course.techniques.map { [$0.name, "\($0.minutes)"] })))
    }
    if !course.areas.isEmpty {
      parts.append(.paragraph("Areas: \(course.areas.joined(separator: ", "))."))
    }
    if !course.takenOver.isEmpty { parts.append(.list(course.takenOverSentences)) }
    if !course.notTreated.isEmpty {
      parts.append(
        .list(
          course.notTreated.map {
            "Not treated on \(DateWords.full($0.on)): \($0.reasons.joined(separator: "; "))"
          }))
    }
    if let response = course.response {
      parts.append(
        .paragraph(
          "Response, as noted on \(DateWords.full(response.on)): "
            + response.lines.joined(separator: "; ")))
    }
    return parts
  }

  private var afterEffects: [Document.Part] {
    let reported = course.afterEffects.filter(\.isReported)
    let asked = course.afterEffects.count
    let summary =
      asked == 0
      ? "The chart has no answer to whether anything followed a session."
      : reported.isEmpty
        ? "Asked \(asked.of("time")) whether anything followed a session: none was named."
        : "Asked \(asked.of("time")) whether anything followed a session; named \(reported.count.of("time")):"
    let rows = reported.map {
      "\(DateWords.full($0.on)), after \($0.technique.lowercased()): \($0.words)"
    }
    return [.heading("After-effects"), .paragraph(summary)] + (rows.isEmpty ? [] : [.list(rows)])
  }

  private var goals: [Document.Part] {
    course.goals.isEmpty
      ? [] : [.heading("Goals"), .list(course.goals.map { $0.words(on: writtenOn) })]
  }

  private var plan: [Document.Part] {
    var terms: [Document.Term] = []
    if let plan = course.plan {
      terms.append(
        .init("Plan", "\(plan.plan.words), \(plan.used) of \(plan.plan.visits.of("visit")) held"))
    }
    if let next = course.next { terms.append(.init("Next visit", next.words(in: course.zone))) }
    terms.append(.init("Recommendation", recommendation.words))
    return [.heading("Plan and recommendation"), .terms(terms)]
  }
}

extension FindingComparison.Row {
  fileprivate var comparedSentence: String {
    switch self {
    case .notRecorded(let found): "Not recorded again: \(found.sentence)"
    case .new(let found): "New: \(found.sentence)"
    case .same(let found): "As before: \(found.sentence)"
    case .changed(let before, let now): "Changed: \(now.sentence) Before: \(before.sentence)"
    }
  }
}
