import ClinicCore
import TechniqueKit

extension JSON {
  /// The object with further members behind its own.
  func with(_ more: KeyValuePairs<String, JSON?>) -> JSON {
    guard case .object(let own) = self, case .object(let added) = JSON.fields(more) else {
      return self
    }
    return .object(own + added)
  }
}

/// What programs are told of things that several verbs show.
extension Shell {
  /// A rule that holds today, or may hold because an answer is missing.
  func json(_ concern: Verdict.Concern) -> JSON {
    .fields([
      "rule": .string(concern.rule.code), "id": .string(concern.rule.id.rawValue),
      "state": .string(concern.isUnknown ? "unanswered" : "raised"),
      "severity": .string(concern.severity.rawValue), "title": .string(concern.rule.title),
      "unanswered": .strings(concern.missing.map(\.id.rawValue)),
      "unknown_details": concern.missingDetails.isEmpty
        ? nil : .strings(concern.missingDetails.map(\.rawValue)),
      "findings": concern.findings.isEmpty ? nil : .strings(concern.findings.map(\.sentence)),
      "clearance": concern.clearance.map { .string($0.words) },
      "sites": .strings(concern.sites.map(practice.catalogue.anatomy.name(of:))),
      "cleared": .bool(concern.clearance != nil), "blocks": .bool(concern.blocks),
      "technique": bearsOn(concern),
      "pressure_cap": concern.rule.change.pressureCap.map { .int($0.rawValue) },
      "advice": .string(concern.rule.advice), "reasons": json(concern.reasons),
    ])
  }

  /// The id of the one technique that a rule bears on; absent when it bears on all.
  func bearsOn(_ concern: Verdict.Concern) -> JSON? {
    technique(concern) == nil ? nil : .string(concern.module.rawValue)
  }

  /// The answers that raise a rule.
  func json(_ reasons: [Verdict.Concern.Reason]) -> JSON {
    .array(
      reasons.map { reason in
        .fields([
          "question": .string(reason.question.id.rawValue),
          "prompt": .string(reason.question.prompt), "answer": json(reason.answer.answer),
          "words": .string(words(for: reason.answer.answer, reason.question)),
          "remark": reason.answer.remark.map { .string($0) },
          "at": .string(reason.answer.at.iso(in: zone)),
        ])
      })
  }

  /// What is left of a technique.
  func json(_ standing: Standing) -> JSON {
    .fields([
      "technique": .string(standing.technique.id.rawValue),
      "severity": standing.severity.map { .string($0.rawValue) } ?? .null,
      "unanswered": .int(standing.unanswered),
      "avoided": .strings(standing.avoided.map(practice.catalogue.anatomy.name(of:))),
      "pressure_cap": standing.pressureCap.map { .int($0.rawValue) } ?? .null,
      "longest_minutes": standing.longestMinutes.map { .int($0) } ?? .null,
      "rules": .strings(
        standing.decisive.map(\.rule.code).reduce(into: []) {
          if !$0.contains($1) { $0.append($1) }
        }),
    ])
  }

  /// Whether a session may start, what stands in the way, and what is to be answered first.
  func json(startUnder verdict: Verdict) -> JSON {
    let blocking = verdict.concerns.filter(\.blocks)
    let certain = blocking.filter { !$0.isUnknown }
    let counts = Severity.allCases.reversed().compactMap { severity -> JSON.Member? in
      let count = certain.count { $0.severity == severity }
      return count == 0 ? nil : JSON.Member(name: severity.rawValue, value: .int(count))
    }
    let state = startState(blocking)
    return .fields([
      "start": .string(state), "blocked_by": .object(counts),
      "blocked_for": state == "some"
        ? .strings(Set(certain.map(\.module.rawValue)).sorted()) : nil,
      "to_answer": .array(
        verdict.missing(among: verdict.concerns, order: practice.catalogue.questions).map {
          .fields(["question": .string($0.id.rawValue), "prompt": .string($0.prompt)])
        }),
    ])
  }

  func startState(_ blocking: [Verdict.Concern]) -> String {
    if blocking.isEmpty { return "open" }
    if blocking.allSatisfy(\.isUnknown) { return "unanswered" }
    return blocksOnlySome(blocking) ? "some" : "blocked"
  }

  /// Whether other techniques than those that the rules name may be started.
  func blocksOnlySome(_ blocking: [Verdict.Concern]) -> Bool {
    !blocking.contains { $0.isUnknown || technique($0) == nil }
      && Set(blocking.map(\.module)).count < practice.catalogue.techniques.count
  }

  func json(_ line: NoteLine) -> JSON {
    .fields([
      "section": .string(line.section.letter), "text": .string(line.text),
      "at": .string(line.at.iso(in: zone)),
      "carried_from": line.carriedFrom.map { .string($0.iso(in: zone)) },
      "by": line.by.map { .string($0.description) },
    ])
  }

  /// A sentence that the note says by itself.
  func json(_ line: ComposedLine) -> JSON {
    .fields(["section": .string(line.section.letter), "composed": .string(line.text)])
  }

  /// A finding as a sentence and as what was typed, by the names of its fields.
  func json(_ found: RecordedFinding) -> JSON {
    let values = found.finding.values.sorted { $0.key < $1.key }.map {
      JSON.Member(name: $0, value: json($1))
    }
    return .fields([
      "finding": .string(found.finding.code), "sentence": .string(found.sentence),
      "at": .string(found.at.iso(in: zone)), "values": .object(values),
      "by": found.by.map { .string($0.description) },
    ])
  }

  func json(_ value: Finding.Value) -> JSON {
    switch value {
    case .site(let site): .string(practice.catalogue.anatomy.name(of: site))
    case .number(let number): .number(number)
    case .change(let before, let after):
      .fields(["before": .number(before), "after": .number(after)])
    case .before(let before): .fields(["before": .number(before)])
    case .bloodPressure(let pressure):
      .fields(["systolic": .int(pressure.systolic), "diastolic": .int(pressure.diastolic)])
    case .count(let count): .int(count)
    case .word(let text), .text(let text): .string(text)
    case .series(let numbers): .array(numbers.map { .number($0) })
    }
  }

  /// The lines of each section of a note, findings among them.
  func json(linesOf visit: VisitDraft) -> JSON {
    .object(
      NoteLine.Section.allCases.map {
        JSON.Member(name: $0.letter, value: .int(visit.countLines($0)))
      })
  }

  /// The visit before this one, as the opened chart tells of it.
  func json(last record: VisitRecord) -> JSON {
    .fields([
      "started": .string(record.startedAt.iso(in: zone)),
      "template": .string(record.templates.title),
      "minutes": .int(record.minutes),
      "pain_before": value(of: "pain", .before, in: record).map { .number($0) },
      "pain_after": value(of: "pain", .after, in: record).map { .number($0) },
    ])
  }

  /// The last score of that name within a visit.
  func value(
    of name: String, _ occasion: Measurement.Occasion, in record: VisitRecord
  ) -> Double? {
    let metric = practice.catalogue.metric(named: name)?.id
    return record.measurements.last { $0.metric == metric && $0.occasion == occasion }?.value
  }

  /// A visit that is not signed yet.
  func json(open visit: VisitDraft) -> JSON {
    .fields([
      "state": .string(visit.isRunning ? "running" : "note_not_signed"),
      "template": .string(visit.start.templates.title),
      "started": .string(visit.clock.startedAt.iso(in: zone)),
      "minutes": .int(visit.clock.elapsedMinutes(at: visit.clock.endedAt ?? practice.now)),
      "of": .int(visit.start.length), "note": .array(visit.note.map { json($0) }),
      "begun_by": visit.begunBy.map { .string($0.description) },
      "taken_over": .bool(practice.takenOver(visit) != nil),
    ])
  }
}
