import ClinicCore
import TechniqueKit

extension Shell {
  func show(_ standing: PlanStanding) {
    say("PLAN     \(words(for: standing))", indent: 9)
    if let home = standing.plan.homeCare { say("         At home: \(home)", indent: 9) }
    item(json(standing))
  }

  /// `Weekly x 4, trigger points 60, visit 3 of 4. Re-evaluation after 4 visits.`
  func words(for standing: PlanStanding) -> String {
    "\(words(for: standing.plan)), \(place(of: standing)). \(reevaluation(standing.plan))"
  }

  private func words(for plan: TreatmentPlan) -> String {
    plan.words + (plan.template.map { ", \($0.title) \($0.length)" } ?? "")
  }

  /// `visit 3 of 4`
  func place(of standing: PlanStanding) -> String {
    let all = standing.plan.visits
    guard let coming = standing.coming else { return "\(standing.used) of \(all.of("visit")) used" }
    guard standing.plan.startsOn.dayNumber > practice.today.dayNumber else {
      return "visit \(coming) of \(all)"
    }
    return "from \(DateWords.short(standing.plan.startsOn, today: practice.today))"
  }

  private func reevaluation(_ plan: TreatmentPlan) -> String {
    switch plan.reevaluation {
    case .after(let visits): "Re-evaluation after \(visits.of("visit"))."
    case .on(let date): "Re-evaluation on \(DateWords.short(date, today: practice.today))."
    }
  }

  func json(_ plan: TreatmentPlan) -> JSON {
    var after: Int?
    var on: CalendarDate?
    switch plan.reevaluation {
    case .after(let visits): after = visits
    case .on(let date): on = date
    }
    return .fields([
      "plan": .string(plan.words), "times": .int(plan.rhythm.times),
      "days": .int(plan.rhythm.days), "visits": .int(plan.visits),
      "from": .string(plan.startsOn.description),
      "template": plan.template.map { .string($0.title) },
      "technique": plan.template.map { .string($0.technique.rawValue) },
      "minutes": plan.template.map { .int($0.length) },
      "home": plan.homeCare.map { .string($0) },
      "re_evaluate_after": after.map { .int($0) },
      "re_evaluate_on": on.map { .string($0.description) },
    ])
  }

  func json(_ standing: PlanStanding) -> JSON {
    json(standing.plan).with([
      "used": .int(standing.used), "left": .int(standing.left),
      "re_evaluation_due": .bool(standing.isReevaluationDue(on: practice.today)),
    ])
  }

  // MARK: A proposal

  /// A proposed plan, each reason with its certainty and source; or why none is proposed.
  func show(_ proposal: PlanProposal) {
    if proposal.conditions.isEmpty {
      say("No plan is proposed: the intake names no condition with evidence.")
    } else if let plan = proposal.plan {
      say("PROPOSED \(words(for: plan)). \(reevaluation(plan))", indent: 9)
      say("For \(proposal.conditions.joined(separator: ", ")), as the intake says.")
      rule()
      for row in proposal.support + proposal.general { show(row) }
      showCourse(of: proposal)
    } else {
      say("No plan is proposed for \(proposal.conditions.joined(separator: ", ")):")
      rule()
      for row in proposal.general { show(row) }
    }
    if !proposal.alternatives.isEmpty {
      let names = proposal.alternatives.map(\.name).joined(separator: ", ")
      say("Something speaks for these too: \(names).")
    }
    for left in proposal.leftOut where !proposal.conditions.isEmpty { show(left) }
    if proposal.unanswered > 0 {
      say("The safety questions come before each session: \(proposal.unanswered) are open.")
    }
    if proposal.plan != nil { sayCaution(proposal) }
    item(json(proposal))
  }

  private func showCourse(of proposal: PlanProposal) {
    guard let course = proposal.course else {
      return say("Rhythm and number of visits are a choice of this project, not a clinical fact.")
    }
    say("\(course.certainty.words.padded(to: 10)) course tried   \(course.visits.of("visit"))")
    for line in course.summary.wrapped(to: 68) { say("    \(line)", indent: 4) }
    for citation in course.citations {
      for line in "Source: \(citation)".wrapped(to: 68) { say("    \(line)", indent: 4) }
    }
    if course.perWeek == nil {
      say("    How often is not said; weekly is a choice of this project.")
    }
  }

  private func show(_ left: PlanProposal.LeftOut) {
    let line = "Not proposed: \(left.technique.name): \(words(for: left.reason))."
    for (place, part) in line.wrapped(to: 72).enumerated() {
      say(place == 0 ? part : "    \(part)", indent: 4)
    }
  }

  private func words(for reason: PlanProposal.Reason) -> String {
    switch reason {
    case .blocked(let codes): "blocked today by \(codes.joined(separator: ", "))"
    case .nothingFound: "nothing found"
    case .evidence(let row):
      "\(row.evidence.direction.words), certainty \(row.evidence.certainty.words)"
        + (row.evidence.citations.first.map { " (\($0))" } ?? "")
    }
  }

  private func sayCaution(_ proposal: PlanProposal) {
    let certainty = proposal.certainty.map { "Certainty is \($0.words): " } ?? ""
    let line = "\(certainty)what trials found on average may not hold for this client. You decide."
    for part in line.wrapped(to: 72) { say(part) }
  }

  private func json(_ proposal: PlanProposal) -> JSON {
    .fields([
      "proposed": proposal.plan.map { json($0) } ?? .null,
      "conditions": .strings(proposal.conditions),
      "certainty": proposal.certainty.map { .string($0.rawValue) },
      "course": proposal.course.map { course in
        .fields([
          "per_week": course.perWeek.map { .int($0) }, "visits": .int(course.visits),
          "minutes": course.minutes.map { .int($0) },
          "certainty": .string(course.certainty.rawValue), "summary": .string(course.summary),
          "sources": .strings(course.citations.map(\.description)),
        ])
      },
      "alternatives": .strings(proposal.alternatives.map(\.id.rawValue)),
      "left_out": .array(proposal.leftOut.map(json)), "unanswered": .int(proposal.unanswered),
    ])
  }

  private func json(_ left: PlanProposal.LeftOut) -> JSON {
    let technique = JSON.fields(["technique": .string(left.technique.id.rawValue)])
    return switch left.reason {
    case .blocked(let codes):
      technique.with(["why": .string("blocked"), "rules": .strings(codes)])
    case .nothingFound: technique.with(["why": .string("nothing_found")])
    case .evidence(let row):
      technique.with([
        "why": .string("evidence"), "direction": .string(row.evidence.direction.rawValue),
        "certainty": .string(row.evidence.certainty.rawValue),
        "summary": .string(row.evidence.summary),
        "sources": .strings(row.evidence.citations.map(\.description)),
      ])
    }
  }
}
