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
    }
    for (at, what) in chart.notTreated {
      shell.say(
        "Not treated \(DateWords.full(at.local.date)): \(what.reasons.joined(separator: "; "))")
    }
    for (at, what) in chart.acknowledgements {
      shell.say("Emergency \(DateWords.full(at.local.date)): \(what.action)")
    }
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
          .fields(["section": .string($0.section.letter), "text": .string($0.text)])
        }),
      "measures": .array(
        record.measurements.map { measurement in
          json(measurement, practice.catalogue.metrics.first { $0.id == measurement.metric })
        }),
      "signed_by": visit.signature.map { .string($0.signer.description) } ?? .null,
      "addenda": .strings(visit.addenda.map(\.text)),
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
        ]))
    }
  }
}
