import ClinicCore
import ClinicReports
import TechniqueKit

extension Verb {
  static let last = Verb(
    name: "last", group: .after, usage: "last [dap]",
    does: "the last signed visit, word for word; dap shows its note as data, assessment, plan",
    example: "last", moreExamples: ["last dap"], seeAlso: ["chart", "progress"],
    takes: .line
  ) { shell, rest in
    let view = try shell.noteView(rest)
    let chart = try shell.openChart()
    guard let visit = chart.lastVisit else { return shell.say("No visit is signed yet.") }
    shell.show(visit, number: chart.visits.count, as: view)
  }

  static let chart = Verb(
    name: "chart", group: .after, usage: "chart [as of DATE]",
    does: "the whole record, or what it said at the end of a day", example: "chart",
    moreExamples: ["chart as of 2026-03-31"], seeAlso: ["last", "intake", "withdraw"],
    takes: .line
  ) { shell, rest in
    let chart = try shell.chart(asTyped: rest)
    try shell.showAnswers(chart)
    try shell.showPausedIntake(chart)
    for (place, visit) in chart.visits.enumerated() { shell.show(visit, number: place + 1) }
    for withdrawn in chart.withdrawn { shell.show(withdrawn) }
    for clearance in chart.clearances {
      shell.say(
        "Clearance for \(clearance.rule) by \(clearance.clearedBy), \(clearance.credential), "
          + "until \(DateWords.full(clearance.expires)): \(clearance.scope)")
      shell.item(shell.json(clearance))
    }
    for record in chart.consents { shell.show(record) }
    for (at, what) in chart.notTreated {
      shell.say(
        "Not treated \(DateWords.full(at.local(in: shell.zone).date)): \(what.reasons.joined(separator: "; "))"
      )
      shell.item(
        .fields(["not_treated": .strings(what.reasons), "at": .string(at.iso(in: shell.zone))]))
    }
    for (at, what) in chart.acknowledgements {
      shell.say("Emergency \(DateWords.full(at.local(in: shell.zone).date)): \(what.action)")
      shell.item(
        .fields([
          "rules": .strings(what.rules.map(\.rawValue)), "action": .string(what.action),
          "at": .string(at.iso(in: shell.zone)),
        ]))
    }
    for booked in chart.appointments {
      let state = booked.state == .booked ? "" : " \(shell.words(forStateOf: booked))."
      shell.say(
        "Appointment \(shell.words(for: booked.appointment)), \(booked.appointment.minutes) min."
          + state)
      shell.item(shell.json(booked))
    }
    for kept in chart.receipts {
      shell.sayLine(of: kept)
      shell.item(shell.json(kept, state: kept.void == nil ? "copy" : "void"))
    }
    shell.showDiaries(chart)
    try shell.showPlanning(chart)
  }
}

extension Shell {
  /// The open chart, as it was at the end of a day where one is named.
  fileprivate func chart(asTyped rest: String) throws -> Chart {
    let chart = try openChart()
    if rest.isEmpty { return chart }
    let words = rest.lowercased().split(separator: " ").map(String.init)
    guard words.count > 2, words[0] == "as", words[1] == "of" else {
      throw Failure.usage("chart stands alone or with a day.", hint: "Example: chart as of 31 mar")
    }
    let typed = words.dropFirst(2).joined(separator: " ")
    guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
      throw Failure.rejected(
        "\"\(typed)\" is not a day I can read.", hint: "Example: chart as of 2026-03-31")
    }
    guard day.dayNumber <= practice.today.dayNumber else { throw ClinicError.toCome }
    let then = chart.asOf(day)
    guard !then.entries.isEmpty else {
      throw Failure.notFound("this chart was begun after \(DateWords.full(day)).")
    }
    say("As it stood at the end of \(DateWords.withWeekday(day))")
    return then
  }

  fileprivate func show(_ visit: Chart.Visit, number: Int, as view: NoteText.View = .soap) {
    let report = VisitReport(
      visit, number: number, separator: glyphs.separator, as: view, in: zone)
    for line in report.lines { say(line, indent: 12) }
    item(json(visit, number))
  }

  fileprivate func show(
    _ withdrawn: (visit: Chart.Visit, reason: String, at: Instant, by: Author)
  ) {
    let record = withdrawn.visit.record
    say(
      "WITHDRAWN \(DateWords.full(withdrawn.at.local(in: zone).date)) by \(withdrawn.by): "
        + "visit of \(DateWords.full(record.startedAt.local(in: zone).date)). \(withdrawn.reason)")
    let signer = withdrawn.visit.signature?.signer
    for line in NoteText(record, signedBy: signer, in: zone).lines() {
      say("  " + line, indent: 14)
    }
    item(
      json(withdrawn.visit, nil).with([
        "withdrawn": .string(withdrawn.at.iso(in: zone)), "reason": .string(withdrawn.reason),
        "withdrawn_by": .string(withdrawn.by.description),
      ]))
  }

  /// - Parameter number: counted from 1 among the visits that count; `nil` for one that does not.
  private func json(_ visit: Chart.Visit, _ number: Int?) -> JSON {
    let record = visit.record
    let past = try? practice.catalogue(of: visit.definition)
    return .fields([
      "visit": number.map { .int($0) }, "started": .string(record.startedAt.iso(in: zone)),
      "ended": .string(record.endedAt.iso(in: zone)), "minutes": .int(record.minutes),
      "technique": record.templates.first.map { .string($0.technique.rawValue) },
      "template": .string(record.templates.title),
      "findings": .strings(record.findings.map(\.sentence)),
      "composed": .array(record.composed.map { json($0) }),
      "note": .array(record.note.map { json($0) }),
      "templates": .array(record.templates.map { json($0) }),
      "segments": .array(record.segments.map { json($0) }),
      "minutes_by_technique": .object(
        record.minutesByTechnique.map {
          JSON.Member(name: $0.technique.rawValue, value: .int($0.minutes))
        }),
      "measures": .array(
        record.measurements.map { measurement in
          // Its technique may be gone, or measure otherwise by now.
          json(
            measurement,
            (past?.metrics ?? []).first { $0.id == measurement.metric }
              ?? practice.catalogue.metrics.first { $0.id == measurement.metric })
        }),
      "signed_by": visit.signature.map { .string($0.signer.description) } ?? .null,
      "treated_by": .strings(visit.treatedBy.map(\.description)),
      "taken_over": .bool(visit.isTakenOver),
      "addenda": .strings(visit.addenda.map(\.text)),
      "signed_at": visit.signedAt.map { .string($0.iso(in: zone)) },
      "technique_name": .string(record.techniqueNames.joined(separator: ", ")),
      "planned": .int(record.planned), "verdict": .array(record.verdict.map { json($0) }),
      "found": .array(record.findings.map { json($0) }),
      "overrides": record.overrides.map { .array($0.map { json($0) }) },
      "added": .array(
        visit.addenda.map {
          .fields(["at": .string($0.at.iso(in: zone)), "by": .string($0.author.description)])
        }),
    ])
  }

  private func json(_ segment: VisitRecord.Segment) -> JSON {
    .fields([
      "title": .string(segment.title), "technique": .string(segment.technique.rawValue),
      "started": .string(segment.startedAt.iso(in: zone)),
      "ended": .string(segment.endedAt.iso(in: zone)),
      "areas": .strings(segment.sites.map(practice.catalogue.anatomy.name(of:))),
      "held_seconds": .int(Int(segment.held / 1000)),
      "by": segment.by.map { .string($0.description) },
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

  /// What was answered in intakes that are not complete: they may hold what an emergency was told by.
  fileprivate func showPausedIntake(_ chart: Chart) throws {
    for paused in try practice.pausedIntakes(of: chart.id) {
      let day = DateWords.short(paused.draft.openedAt.local(in: zone).date, today: practice.today)
      say("ANSWERS of an intake that was not finished, \(day)")
      for question in practice.catalogue.questions {
        guard let recorded = paused.answers[question.id] else { continue }
        sayAnswer(
          to: question.prompt, words(for: recorded, question), recorded.at.local(in: zone).clock)
        item(
          .fields([
            "question": .string(question.id.rawValue), "answer": json(recorded.answer),
            "prompt": .string(question.prompt), "words": .string(words(for: recorded, question)),
            "at": .string(recorded.at.iso(in: zone)), "paused": .bool(true),
          ]))
      }
    }
  }

  private func sayAnswer(to prompt: String, _ words: String, _ when: String) {
    say("  \(prompt)\(prompt.hasSuffix("?") ? "" : ":") \(words) (\(when))")
  }

  /// Every answer with the words it was asked in, even when its technique is no longer enabled.
  fileprivate func showAnswers(_ chart: Chart) throws {
    let intakes = chart.entries.filter { $0.content.kind == .intake }
    guard chart.lastIntake != nil else { return say("Intake not done.") }
    var questions: [ID<Question>: Question] = [:]
    var order: [ID<Question>: Int] = [:]
    for entry in intakes {
      for question in try practice.catalogue(of: entry.definition).questions {
        questions[question.id] = question
        order[question.id] = order[question.id] ?? order.count
      }
    }
    say("ANSWERS")
    let answers = chart.answers.sorted {
      (order[$0.key] ?? order.count, $0.key) < (order[$1.key] ?? order.count, $1.key)
    }
    for (id, recorded) in answers {
      let prompt = questions[id]?.prompt ?? id.rawValue
      let day = DateWords.short(
        (recorded.carriedFrom ?? recorded.at).local(in: zone).date, today: practice.today)
      let carried = recorded.carriedFrom == nil ? "" : "carried forward from "
      sayAnswer(to: prompt, words(for: recorded, questions[id]), carried + day)
      item(
        .fields([
          "question": .string(id.rawValue), "answer": json(recorded.answer),
          "remark": recorded.remark.map { .string($0) },
          "at": .string(recorded.at.iso(in: zone)),
          "carried_from": recorded.carriedFrom.map { .string($0.iso(in: zone)) },
          "prompt": questions[id].map { .string($0.prompt) },
          "words": .string(words(for: recorded.answer, questions[id])),
          "absence": recorded.answer.absence.map { .string($0.rawValue) },
        ]))
    }
  }
}
