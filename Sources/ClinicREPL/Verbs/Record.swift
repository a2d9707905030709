import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let last = Verb(
    name: "last", group: .after, usage: "last", does: "the last signed visit, word for word",
    example: "last", seeAlso: ["chart", "progress"]
  ) { shell, _ in
    let chart = try shell.openChart()
    guard let visit = chart.lastVisit else { return shell.say("No visit is signed yet.") }
    shell.show(visit, number: chart.visits.count)
  }

  static let chart = Verb(
    name: "chart", group: .after, usage: "chart", does: "the whole record", example: "chart",
    seeAlso: ["last", "intake"]
  ) { shell, _ in
    let chart = try shell.openChart()
    try shell.showAnswers(chart)
    for (place, visit) in chart.visits.enumerated() { shell.show(visit, number: place + 1) }
    for clearance in chart.clearances {
      shell.say(
        "Clearance for \(clearance.rule) by \(clearance.clearedBy), \(clearance.credential), "
          + "until \(DateWords.full(clearance.expires)): \(clearance.scope)")
      shell.item(shell.json(clearance))
    }
    for (at, what) in chart.notTreated {
      shell.say(
        "Not treated \(DateWords.full(at.local.date)): \(what.reasons.joined(separator: "; "))")
      shell.item(.fields(["not_treated": .strings(what.reasons), "at": .string(at.iso)]))
    }
    for (at, what) in chart.acknowledgements {
      shell.say("Emergency \(DateWords.full(at.local.date)): \(what.action)")
      shell.item(
        .fields([
          "rules": .strings(what.rules.map(\.rawValue)), "action": .string(what.action),
          "at": .string(at.iso),
        ]))
    }
    for booked in chart.appointments {
      let state = booked.state == .booked ? "" : " \(shell.words(forStateOf: booked))."
      shell.say(
        "Appointment \(shell.words(for: booked.appointment)), \(booked.appointment.minutes) min."
          + state)
      shell.item(shell.json(booked))
    }
    try shell.showPlanning(chart)
  }
}

extension Shell {
  fileprivate func show(_ visit: Chart.Visit, number: Int) {
    let report = VisitReport(
      visit, number: number, separator: glyphs.separator, arrow: glyphs.arrow)
    for line in report.lines { say(line) }
    item(json(visit, number))
  }

  private func json(_ visit: Chart.Visit, _ number: Int) -> JSON {
    let record = visit.record
    return .fields([
      "visit": .int(number), "started": .string(record.startedAt.iso),
      "ended": .string(record.endedAt.iso), "minutes": .int(record.minutes),
      "technique": .string(record.template.technique.rawValue),
      "template": .string(record.template.title),
      "findings": .strings(record.findings.map(\.sentence)),
      "note": .array(
        record.note.map {
          json($0)
        }),
      "measures": .array(
        record.measurements.map { measurement in
          json(measurement, practice.catalogue.metrics.first { $0.id == measurement.metric })
        }),
      "signed_by": visit.signature.map { .string($0.signer.description) } ?? .null,
      "addenda": .strings(visit.addenda.map(\.text)),
      "signed_at": visit.signedAt.map { .string($0.iso) },
      "technique_name": .string(record.template.techniqueName),
      "planned": .int(record.template.length), "verdict": .array(record.verdict.map { json($0) }),
      "found": .array(record.findings.map { json($0) }),
      "added": .array(
        visit.addenda.map {
          .fields(["at": .string($0.at.iso), "by": .string($0.author.description)])
        }),
    ])
  }

  fileprivate func json(_ clearance: Clearance) -> JSON {
    .fields([
      "rule": practice.catalogue.rule(clearance.rule).map { .string($0.code) },
      "id": .string(clearance.rule.rawValue), "by": .string(clearance.clearedBy),
      "credential": .string(clearance.credential), "scope": .string(clearance.scope),
      "on": .string(clearance.clearedOn.description),
      "until": .string(clearance.expires.description),
    ])
  }

  /// Every answer with the words it was asked in, even when its technique is no longer enabled.
  fileprivate func showAnswers(_ chart: Chart) throws {
    let intakes = chart.entries.filter { $0.content.kind == .intake }
    guard chart.lastIntake != nil else { return say("Intake not done.") }
    var questions: [ID<Question>: Question] = [:]
    for entry in intakes {
      for question in try practice.catalogue(of: entry.definition).questions {
        questions[question.id] = question
      }
    }
    say("ANSWERS")
    for (id, recorded) in chart.answers.sorted(by: { $0.key < $1.key }) {
      let day = DateWords.short(
        (recorded.carriedFrom ?? recorded.at).local.date, today: practice.today)
      let carried = recorded.carriedFrom == nil ? "" : "carried forward from "
      say(
        "  \(questions[id]?.prompt ?? id.rawValue) "
          + "\(words(for: recorded, questions[id])) (\(carried)\(day))")
      item(
        .fields([
          "question": .string(id.rawValue), "answer": json(recorded.answer),
          "remark": recorded.remark.map { .string($0) },
          "at": .string(recorded.at.iso),
          "carried_from": recorded.carriedFrom.map { .string($0.iso) },
          "prompt": questions[id].map { .string($0.prompt) },
          "words": .string(words(for: recorded.answer, questions[id])),
          "absence": recorded.answer.absence.map { .string($0.rawValue) },
        ]))
    }
  }
}
