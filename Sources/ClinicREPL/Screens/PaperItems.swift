import ClinicCore
import TechniqueKit

/// What programs are told of letters and client's reports.
extension Shell {
  func json(_ letter: Letter, path: String?) -> JSON {
    json(letter.course, "letter", by: letter.author, on: letter.writtenOn, path: path).with([
      "to": letter.referral.map { .string($0.provider.words) },
      "referral": letter.order.map { .string($0.code) },
      "conditions": .strings(letter.referral?.codes.map(\.text) ?? []),
      "recommendation": .string(letter.recommendation.words),
      "consent": .string(letter.sharing.words),
    ])
  }

  func json(_ report: ClientReport, path: String?) -> JSON {
    json(report.course, "report", by: report.author, on: report.writtenOn, path: path).with([
      "expect": .strings(report.aftercare.expect), "advice": .strings(report.aftercare.advice),
      "seek_help": .strings(report.aftercare.seekHelp),
      "home": report.homeCare.map { .string($0) },
    ])
  }

  private func json(
    _ course: TreatmentCourse, _ paper: String, by author: Author, on day: CalendarDate,
    path: String?
  ) -> JSON {
    .fields([
      "paper": .string(paper), "clinic": practice.profile.name.map { .string($0) },
      "author": .string(author.description), "written_on": .string(day.description),
      "client": .string(course.client.name),
      "born": course.client.born.map { .string($0.description) },
      "from": .string(course.period.from.description),
      "until": .string(course.period.until.description), "visits": .int(course.visits),
      "minutes": .int(course.minutes), "missed": .int(course.missed),
      "treated_by": .strings(course.treatedBy.map(\.description)),
      "taken_over": .array(
        course.takenOver.map {
          .fields([
            "on": .string($0.on.description),
            "treated_by": .strings($0.treatedBy.map(\.description)),
            "signed_by": .string($0.signedBy.description),
          ])
        }),
      "cancelled": .int(course.cancelled), "scores": .array(course.scores.map { json($0) }),
      "findings": course.findings.map { findings in
        .fields([
          "first": .string(findings.first.description),
          "last": .string(findings.last.description),
          "rows": .array(findings.rows.map(json)),
        ])
      },
      "techniques": .array(
        course.techniques.map {
          .fields([
            "technique": .string($0.id.rawValue), "name": .string($0.name),
            "minutes": .int($0.minutes),
          ])
        }),
      "areas": .strings(course.areas),
      "response": course.response.map { .strings($0.lines) },
      "after_effects": .array(
        course.afterEffects.map {
          .fields([
            "on": .string($0.on.description), "technique": .string($0.technique),
            "words": .string($0.words), "reported": .bool($0.isReported),
          ])
        }),
      "not_treated": .array(
        course.notTreated.map {
          .fields(["on": .string($0.on.description), "reasons": .strings($0.reasons)])
        }),
      "goals": .array(course.goals.map { json($0) }), "plan": course.plan.map { json($0) },
      "next": course.next.map { .string($0.startsAt.iso(in: zone)) },
      "path": path.map { .string($0) },
    ])
  }

  private func json(_ score: ScoreCourse) -> JSON {
    var change: JSON?
    if case .change(let verdict) = score.comparison {
      change = json(verdict, since: score.first.on)
    }
    return .fields([
      "measure": .string(score.metric.name),
      "side": score.series.side.map { .string($0.rawValue) },
      "course": .string(score.comparison.word),
      "first": .number(score.first.value), "first_on": .string(score.first.on.description),
      "last": .number(score.last.value), "last_on": .string(score.last.on.description),
      "change": change, "sessions": score.within.map { .int($0.sessions) },
      "before": score.within.map { .number($0.before) },
      "after": score.within.map { .number($0.after) },
    ])
  }

  private func json(_ row: FindingComparison.Row) -> JSON {
    let (course, before): (String, String?) =
      switch row {
      case .notRecorded: ("not_recorded", nil)
      case .new: ("new", nil)
      case .same: ("same", nil)
      case .changed(let before, _): ("changed", before.sentence)
      }
    return .fields([
      "course": .string(course), "finding": .string(row.latest.sentence),
      "before": before.map { .string($0) },
    ])
  }
}
