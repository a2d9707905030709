import ClinicalContent
import OrderedCollections
import TechniqueKit

extension Practice {
  /// What the note of a visit says by itself today. Findings are not among it: they stand in the
  /// record with a sentence of their own.
  ///
  /// - Parameter signer: who signs it now; `nil` while it is only read.
  public func composed(
    _ visit: VisitDraft, in chart: Chart, signedBy signer: Author? = nil
  ) throws -> [ComposedLine] {
    let apart = takenApart(visit, chart)
    return try subjective(visit, chart).map { ComposedLine(.subjective, $0) }
      + (takenOver(visit, signedBy: signer) + objective(visit, apart, chart)).map {
        ComposedLine(.objective, $0)
      }
      + assessment(visit, apart, chart).map { ComposedLine(.assessment, $0) }
      + next(chart).map { ComposedLine(.plan, $0) }
  }

  // MARK: S

  private func subjective(_ visit: VisitDraft, _ chart: Chart) throws -> [String] {
    let known = try answers(to: visit, chart)
    func words(_ question: Question) -> String? {
      guard let answer = known[question.id]?.answer, answer.absence == nil else { return nil }
      return catalogue.anatomy.words(for: answer, to: question)
    }
    var reason = words(GeneralHistory.mainReason.question).map { "Comes for: \($0)." } ?? ""
    if let areas = words(GeneralHistory.areas.question), !areas.isEmpty {
      reason += (reason.isEmpty ? "" : " ") + "Areas: \(areas)."
    }
    return [reason.isEmpty ? nil : reason, change(known, visit)].compactMap(\.self)
      + lines(for: visit.measurements.filter { $0.occasion == .before }, visit)
  }

  /// The answers that are of a visit: those that were valid when it began, and what was told in it. An
  /// answer given for a later session of the day is not of this one.
  private func answers(
    to visit: VisitDraft, _ chart: Chart
  ) throws -> [ID<Question>: RecordedAnswer] {
    let began = visit.clock.startedAt
    let later =
      try openSessions(of: chart.id).map(\.clock.startedAt)
      + chart.visits.map(\.record.startedAt)
    let isLast = !later.contains { $0 > began }
    let end = visit.clock.endedAt ?? now
    return try intake(isLast ? chart : chart.happened(by: end), at: began).flow.known
  }

  /// What was answered on the day of the visit to whether anything has changed.
  private func change(_ known: [ID<Question>: RecordedAnswer], _ visit: VisitDraft) -> String? {
    guard let asked = known[GeneralHistory.healthChanged.id],
      case .yesNo(let changed) = asked.answer,
      asked.at.isSameDay(as: visit.clock.startedAt, in: zone)
    else { return nil }
    return changed
      ? "Health has changed since the last visit." : "No change in health since the last visit."
  }

  /// `Pain before 6, 0 none to 10 worst.`
  private func lines(for measurements: [Measurement], _ visit: VisitDraft) -> [String] {
    measurements.compactMap { measurement in
      guard let metric = catalogue.metrics.first(where: { $0.id == measurement.metric }) else {
        return nil
      }
      let when =
        switch measurement.occasion {
        case .before, .after: measurement.occasion.rawValue
        case .apart:
          measurement.lastDay.map { "until \(DateWords.full($0))" }
            ?? "at \(measurement.at.local(in: zone).clock)"
        }
      let score =
        measurement.value.map { "\($0.plain) (\(metric.prompt))" }
        ?? "too little was answered for a score"
      return "\(metric.name(of: measurement.side).capitalizedFirst) \(when): \(score)."
        + recorded(by: measurement.by, visit)
    }
  }

  // MARK: O

  private func objective(
    _ visit: VisitDraft, _ apart: [Measurement], _ chart: Chart
  ) -> [String] {
    let (segments, _) = visit.segments(endedAt: now)
    let changes = OrderedSet(
      visit.start.phases.prefix(visit.clock.phase + 1).flatMap(\.overruled))
    let stretches = [VisitRecord.Segment].stretches(of: segments)
    // What took no time at all was a step that was passed over.
    let worked = stretches.filter { $0.contains { $0.treated > 0 } }
    return (worked.isEmpty ? stretches : worked).map {
      words(for: $0, visit.start) + recorded(by: $0.first?.by, visit)
    }
      + (changes.isEmpty ? [] : ["By rule: \(changes.joined(separator: ", "))."])
      + againstRules(visit) + visit.overrides.map(words(for:)) + warned(visit, chart)
      + lines(for: apart, visit)
      + lines(for: visit.measurements.filter { $0.occasion == .after }, visit)
  }

  /// `Trigger point therapy, 10:16 to 10:46, 28 min: right upper trapezius. On hold 2 min.`
  private func words(for stretch: [VisitRecord.Segment], _ start: SessionStart) -> String {
    guard let first = stretch.first, let last = stretch.last else { return "" }
    let name =
      start.templates.first { $0.technique == first.technique }?.techniqueName
      ?? first.technique.rawValue
    let minutes = stretch.map(\.treated).reduce(0, +) / 60_000
    let held = stretch.map(\.held).reduce(0, +) / 60_000
    let sites = first.sites.map(catalogue.anatomy.name(of:)).joined(separator: ", ")
    return
      "\(name), \(first.startedAt.local(in: zone).clock) to \(last.endedAt.local(in: zone).clock), \(minutes) min"
      + (sites.isEmpty ? "." : ": \(sites).") + (held > 0 ? " On hold \(held) min." : "")
  }

  /// The parts that were treated although a rule leaves them out, with the reason.
  private func againstRules(_ visit: VisitDraft) -> [String] {
    visit.treated.compactMap { treated in
      let rules = treated.against.map { "\(catalogue.anatomy.name(of: $0.site)) (\($0.rule))" }
      if let reason = treated.reason {
        guard !rules.isEmpty else { return nil }
        return "Treated against the rule: \(rules.joined(separator: ", ")). Reason: \(reason)"
      }
      guard !treated.except.isEmpty else { return nil }
      let names = treated.sites.map(catalogue.anatomy.name(of:)).joined(separator: ", ")
      let except = treated.except.map(catalogue.anatomy.name(of:)).joined(separator: ", ")
      return "\(names.capitalizedFirst): \(rules.isEmpty ? except : rules.joined(separator: ", ")) "
        + "left out."
    }
  }

  /// What came to hold during the session: when, by which rule, on what fact, and what was done.
  ///
  /// `10:31 STOP Blood pressure too high (N4): neck check 215/125. On hold 10:32. Ended 10:40.`
  private func warned(_ visit: VisitDraft, _ chart: Chart) -> [String] {
    visit.warnings.map { warned in
      let line = warned.warning.line
      let holds = visit.clock.holds.first { $0.from >= warned.at }
      let done = [
        holds.map { "On hold \($0.from.local(in: zone).clock)." },
        warned.settledAt.map { "No longer so at \($0.local(in: zone).clock)." },
        visit.clock.endedAt.map { "Session ended \($0.local(in: zone).clock)." },
      ].compactMap(\.self)
      let acknowledged = chart.acknowledgements.filter {
        $0.at >= warned.at && $0.what.rules.contains(warned.warning.rule)
      }.map { "\($0.at.local(in: zone).clock) \($0.what.action)." }
      return
        ([
          "\(warned.at.local(in: zone).clock) \(line.severity.rawValue.uppercased()) \(line.text) "
            + "(\(line.code)): \(warned.warning.fact)."
        ] + done + acknowledged).joined(separator: " ")
    }
  }

  /// `The session ran past midnight, 29 Nov 2026 22:00 to 30 Nov 2026 00:20. Kept all the same: came late
  /// (J. Lee, LMT, 30 Nov 2026 09:10).`
  private func words(for answer: Override) -> String {
    let asked = answer.doubts.map(\.words).joined(separator: "; ").capitalizedFirst
    let at = answer.at.local(in: zone)
    return "\(asked). Kept all the same: \(answer.reason) (\(answer.by), "
      + "\(DateWords.full(at.date)) \(at.clock))."
  }

  // MARK: A

  /// Whether the note says by itself how it went: a score before and after, or beside an earlier one.
  func saysHowItWent(_ visit: VisitDraft, in chart: Chart) -> Bool {
    !changes(visit, takenApart(visit, chart), chart).isEmpty
  }

  private func assessment(
    _ visit: VisitDraft, _ apart: [Measurement], _ chart: Chart
  ) -> [String] {
    changes(visit, apart, chart) + course(visit, chart)
  }

  /// What became of the scores, within the visit and since the first ones.
  private func changes(
    _ visit: VisitDraft, _ apart: [Measurement], _ chart: Chart
  ) -> [String] {
    let before = visit.measurements.filter { $0.occasion == .before }
    return (before + apart).flatMap { measured -> [String] in
      guard let metric = catalogue.metrics.first(where: { $0.id == measured.metric }) else {
        return []
      }
      let name = metric.name(of: measured.side).capitalizedFirst
      let after =
        measured.occasion == .before
        ? visit.value(of: metric.id, .after, side: measured.side) : nil
      let during = after.flatMap { after in
        measured.value.map { "\(name) \($0.plain) before, \(after.plain) after." }
      }
      return [during, since(measured, metric, chart)].compactMap(\.self)
    }
  }

  /// What became of a score since the first one that was taken at the same occasion.
  private func since(
    _ measured: Measurement, _ metric: OutcomeMetric, _ chart: Chart
  ) -> String? {
    let first = chart.measurements(of: metric.id).filter {
      $0.occasion == measured.occasion && $0.side == measured.side && $0.value != nil
    }.min { $0.at < $1.at }
    guard let first, first.at < measured.at,
      let change = ChangeVerdict(metric, from: first, to: measured, in: chart.conditions)
    else { return nil }
    let name = metric.name(of: measured.side).capitalizedFirst
    let when = measured.occasion == .before ? " before sessions" : ""
    let day = DateWords.full(first.at.local(in: zone).date)
    return "\(name)\(when), since \(day): \(change.from.plain) to \(change.to.plain). "
      + change.sentence()
  }

  /// Scores of the day beside the session: typed before it began, made of a diary, or taken in it.
  private func takenApart(_ visit: VisitDraft, _ chart: Chart) -> [Measurement] {
    let day = visit.clock.startedAt
    let typed = chart.entries.standing.compactMap { entry -> Measurement? in
      guard case .measurement(let taken) = entry.content,
        entry.happenedAt.isSameDay(as: day, in: zone)
      else { return nil }
      return taken
    }
    let all = (typed + visit.measurements).filter { $0.occasion == .apart }.sortedByTime(\.at)
    // Who types a score again corrects it.
    return OrderedDictionary(all.map { ([$0.metric.rawValue, $0.basis], $0) }) { _, last in last }
      .values.elements
  }

  /// What was found last time and is gone, and what is new.
  private func course(_ visit: VisitDraft, _ chart: Chart) -> [String] {
    guard let last = chart.lastVisit(before: visit.clock.startedAt)?.record,
      !last.findings.isEmpty || !visit.findings.isEmpty
    else { return [] }
    let comparison = FindingComparison(
      before: last.findings, now: visit.findings, renames: renames)
    func sites(_ isWanted: (FindingComparison.Row) -> Bool) -> String? {
      let names = comparison.rows.filter(isWanted).compactMap { row in
        row.latest.finding.site.map {
          "\(title(of: row.latest.finding)) \(catalogue.anatomy.name(of: $0))"
        }
      }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let parts = [
      sites { if case .notRecorded = $0 { true } else { false } }.map {
        "not recorded again: \($0)"
      },
      sites { if case .new = $0 { true } else { false } }.map { "new: \($0)" },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return [] }
    let day = DateWords.full(last.startedAt.local(in: zone).date)
    return ["Findings since \(day), \(parts.joined(separator: "; "))."]
  }

  /// `trigger point`; the code word where its technique is not enabled any more.
  private func title(of finding: Finding) -> String {
    let id = renames.findings[finding.kind] ?? finding.kind
    return catalogue.findings.first { $0.id == id }?.title.lowercased() ?? finding.code
  }

  // MARK: P

  /// Whether the note says by itself what comes next: a visit of the plan, or an appointment.
  func saysWhatComesNext(_ chart: Chart) -> Bool {
    chart.plan?.coming != nil || nextAppointment(chart) != nil
  }

  private func next(_ chart: Chart) throws -> [String] {
    let plan = chart.plan.map { standing in
      let place = standing.coming.map { "visit \($0) of \(standing.plan.visits)" } ?? "all used"
      return "Plan: \(standing.plan.words), \(place)."
    }
    let goals = try goals(of: chart).filter { $0.state == .open }.map(\.set.goal.words)
    let next = nextAppointment(chart).map { next in
      let day = DateWords.withWeekday(next.startsAt.local(in: zone).date)
      return "Next appointment \(day) \(next.startsAt.local(in: zone).clock), \(next.minutes) min."
    }
    let aims = goals.isEmpty ? nil : "Goals: \(goals.joined(separator: "; "))."
    return [plan, aims, next].compactMap(\.self)
  }
}

extension [VisitRecord.Segment] {
  /// Segments that follow one another with the same technique on the same parts of the body.
  fileprivate static func stretches(of segments: Self) -> [Self] {
    segments.reduce(into: []) { stretches, segment in
      if let last = stretches.last?.last, last.technique == segment.technique,
        last.sites == segment.sites
      {
        stretches[stretches.count - 1].append(segment)
      } else {
        stretches.append([segment])
      }
    }
  }
}
