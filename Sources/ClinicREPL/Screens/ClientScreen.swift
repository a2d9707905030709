import ClinicCore
import TechniqueKit

extension Shell {
  /// Opens a chart and shows the minute before the session: warnings, the last visit, and on a
  /// return visit the few questions that must be asked again.
  func open(_ client: ClientListing) throws {
    let listing = try practice.client(client.chart)
    self.client = listing
    sayOthers()
    guard practice.permits(.charts, of: client.chart) else {
      return showIdentity(listing)
    }
    let chart = try practice.chart(client.chart)
    let verdict = try practice.verdict(chart)
    let visit = try practice.currentVisit(of: chart.id)
    let others = try practice.draftsOfOthers(on: chart.id)
    let goals = try practice.goals(of: chart)
    let notices = try practice.planningNotices(for: chart)
    let due = chart.lastIntake == nil ? [] : try practice.dueMeasures(in: chart)
    let told = verdict.concerns.filter { !$0.isUnknown && $0.severity >= .adapt }
    showHeader(
      chart,
      more: [
        "concerns": .array(told.map { json($0) }),
        "start": .string(startState(verdict.concerns.filter(\.blocks))),
        "last": chart.lastVisit.map { json(last: $0.record) },
        "open": visit.map { json(open: $0) },
        "intake_done": .bool(chart.lastIntake != nil), "consent_due": json(consentDue: chart),
        "due": .array(due.map { json($0) }),
        "others": .array(
          others.map {
            .fields([
              "person": .string(name($0.person)), "kind": .string($0.kind.rawValue),
              "since": .string($0.openedAt.iso(in: zone)),
            ])
          }),
      ], json(planningOf: chart, goals, notices))
    sayLines(of: told)
    sayConsentDue(chart)
    sayPlanning(chart, goals, notices)
    sayDue(due)
    if let visit { sayOpen(visit) }
    for draft in others {
      say(
        "OTHERS   \(name(draft.person)) has \(draft.kind == .visit ? "a note" : "an intake") open "
          + "since \(draft.openedAt.local(in: zone).clock). Yours is kept apart from it.")
    }
    toldSafety(try practice.safety(of: chart, verdict: verdict), of: chart)
    // Who was treated today is opened to read or to book, as a rule.
    let wasTreated =
      chart.lastVisit?.record.startedAt.isSameDay(as: practice.now, in: zone) ?? false
    guard mode.isInteractive, !mode.isJSON, visit == nil, !wasTreated else { return }
    let intake = try practice.intake(chart)
    if chart.lastIntake == nil {
      if let begun = try practice.takenOver(intake) { sayTakenOver("intake", begun) }
      return say(intake.draft == nil ? "Intake not done. Type intake." : "Type intake to go on.")
    }
    guard intake.flow.next != nil else { return }
    say()
    guard try askIntake(intake) else { return }
    let fresh = try practice.chart(chart.id)
    guard let choices = practice.lastTemplates(fresh) else { return say("Next: start") }
    let after = practice.concerns(try practice.verdict(fresh), choices)
    // What was said when the chart was opened is not said again.
    sayLines(of: after.filter { concern in !concern.isUnknown && !told.contains(concern) })
    if after.contains(where: \.blocks) { return say("Start is blocked. Type check.") }
    guard practice.missingConsent(of: fresh, treating: []).isEmpty else {
      return say("Start needs consent. Type consent.")
    }
    if try confirm("Start \"\(choices.words)\" now?") {
      try begin(choices, fresh, at: nil, isWarned: true)
    }
  }

  /// What a person sees who may know who the client is, and no more.
  private func showIdentity(_ client: ClientListing) {
    let identity = client.identity
    var parts = [identity.name, client.code]
    parts.append(identity.born.map { "born \(DateWords.full($0))" } ?? "birth not known")
    if let phone = identity.phone { parts.append(phone) }
    say(parts.joined(separator: glyphs.separator))
    item(json(client).with(["phone": identity.phone.map { .string($0) }]))
  }

  private func showHeader(
    _ chart: Chart, more: KeyValuePairs<String, JSON?>, _ planning: KeyValuePairs<String, JSON?>
  ) {
    let identity = chart.identity
    let today = practice.today
    var parts = [identity.name]
    parts.append(identity.born.map { "born \(DateWords.full($0))" } ?? "birth not known")
    parts.append(chart.visits.isEmpty ? "first visit" : "visit \(chart.visits.count + 1)")
    if let last = chart.lastVisit?.record.startedAt.local(in: zone).date {
      parts.append(
        "last seen \(DateWords.short(last, today: today)), "
          + DateWords.distance(last, today: today))
    }
    if let next = practice.nextAppointment(chart) { parts.append("next \(words(for: next))") }
    say(parts.joined(separator: glyphs.separator))
    rule()
    item(
      .fields([
        "client": .string(client?.code ?? ""), "name": .string(identity.name),
        "born": identity.born.map { .string($0.description) },
        "visits": .int(chart.visits.count),
        "last_seen": chart.lastVisit.map { .string($0.record.startedAt.iso(in: zone)) },
        "next": practice.nextAppointment(chart).map { .string($0.startsAt.iso(in: zone)) },
      ]).with(more).with(planning))
    guard let last = chart.lastVisit else { return }
    var summary = ["\(last.record.templates.title), \(last.record.minutes) min"]
    if let change = painChange(last.record) { summary.insert("pain \(change)", at: 0) }
    say("LAST     " + summary.joined(separator: ". "))
  }

  private func sayOpen(_ visit: VisitDraft) {
    let since = visit.clock.startedAt.local(in: zone)
    if visit.isRunning {
      say(
        "RUNNING  \(visit.start.templates.title) since \(since.clock), "
          + MinutesOfPlan(
            done: visit.clock.elapsedMinutes(at: practice.now), of: visit.start.length
          ).words + "."
      )
    } else {
      say("UNSIGNED Note of \(DateWords.full(since.date)). Type note to finish it, then sign.")
    }
    if let begun = practice.takenOver(visit) { sayTakenOver("visit", begun) }
    let isShared = visit.people.union([practice.author]).count > 1
    for line in visit.note {
      let by = isShared ? line.by.map { " (\($0.name))" } ?? "" : ""
      say(
        "  \(line.section.letter)  \(line.at.local(in: zone).clock)  \(line.text)\(by)", indent: 12)
    }
  }

  /// Unfinished work of somebody who left is the owners'; its author stays who they were.
  private func sayTakenOver(_ what: String, _ begun: Author) {
    say(
      "         Begun by \(begun), who has no access any more. The \(what) is yours to finish; what "
        + "\(begun.name) recorded stays under that name.", indent: 9)
  }

  /// `6 -> 3`, when pain was scored before and after.
  func painChange(_ record: VisitRecord) -> String? {
    switch (value(of: "pain", .before, in: record), value(of: "pain", .after, in: record)) {
    case (let before?, let after?): return "\(before.plain) \(glyphs.arrow) \(after.plain)"
    case (let before?, nil): return "\(before.plain) before"
    case (nil, let after?): return "\(after.plain) after"
    default: return nil
    }
  }
}
