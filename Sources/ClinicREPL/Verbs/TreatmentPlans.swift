import ClinicCore
import TechniqueKit

extension Verb {
  static let treatmentPlan = Verb(
    name: "plan", group: .before,
    usage: "plan  |  plan RHYTHM x VISITS [template=\"...\"] [re_evaluate=DATE or VISITS] "
      + "[home=\"...\"] [from=DATE]  |  plan close [reason=\"...\"]",
    does: "the present plan, or a proposal with its evidence; you decide",
    example: "plan weekly x 4",
    moreExamples: [
      "plan twice a week x 8 template=\"trigger points 60\" re_evaluate=4",
      "plan close reason=\"moved away\"",
    ], seeAlso: ["goal", "referral", "evidence"],
    takes: .words(
      "template=NAME", "re_evaluate=DATE", "home=WORDS", "from=DATE"
    ).or("close", .fields("reason=WORDS"))
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    switch words.bare.first?.lowercased() {
    case nil where words.fields.isEmpty: try shell.showPlan(chart)
    case "close": try shell.closePlan(words, chart)
    default: try shell.adopt(try shell.plan(words, chart), chart)
    }
  }
}

extension Shell {
  fileprivate func showPlan(_ chart: Chart) throws {
    if let plan = chart.plan {
      show(plan)
      for notice in plan.notices(on: practice.today) { show(notice) }
      guard plan.isReevaluationDue(on: practice.today) || plan.left == 0 else { return }
    } else {
      say("No plan yet.")
    }
    let proposal = try practice.proposedPlan(for: chart, shown: shown)
    show(proposal)
    guard let plan = proposal.plan else { return }
    guard mode.isInteractive, !mode.isJSON else {
      return say("To take it type: \(line(for: plan))", indent: 2)
    }
    let help = "y saves it as it stands, n saves nothing. Another one: plan weekly x 4"
    guard try decide("Take this plan?", standard: nil, help: help) == true else {
      return say("Nothing was saved. You decide.")
    }
    try adopt(plan, chart)
  }

  fileprivate func adopt(_ plan: TreatmentPlan, _ chart: Chart) throws {
    wrote(try practice.adopt(plan, in: chart))
    guard let standing = try practice.chart(chart.id).plan else { return }
    say("       Plan saved: \(words(for: standing))", indent: 7)
    item(json(standing))
  }

  fileprivate func closePlan(_ words: Words, _ chart: Chart) throws {
    wrote(try practice.closePlan(reason: words["reason"], in: chart))
    guard let plan = chart.plan else { return }
    say("       Plan closed: \(self.words(for: plan))", indent: 7)
    item(
      json(plan).with([
        "closed": .bool(true), "reason": words["reason"].map { .string($0) },
      ]))
  }

  /// The plan that is typed: `weekly x 4`.
  fileprivate func plan(_ words: Words, _ chart: Chart) throws -> TreatmentPlan {
    let example = "Example: plan weekly x 4 template=\"trigger points 60\""
    guard let typed = words.phrase.lowercased().wholeMatch(of: /(.+?)\s*x\s*(\d{1,9})/),
      let rhythm = Rhythm(typed: String(typed.1)), let visits = Int(typed.2)
    else {
      throw Failure.usage("\"\(words.phrase)\" is not a plan I can read.", hint: example)
    }
    return TreatmentPlan(
      rhythm: rhythm, visits: visits,
      template: try words["template"].map {
        VisitRecord.TemplateUse(try practice.template($0, for: chart))
      },
      homeCare: words["home"],
      startsOn: try words["from"].map(nearestDay) ?? practice.today,
      reevaluation: try words["re_evaluate"].map(reevaluation) ?? .after(visits: visits))
  }

  private func reevaluation(_ typed: String) throws -> TreatmentPlan.Reevaluation {
    if let visits = Int(typed) { return .after(visits: visits) }
    guard let date = CalendarDate(coming: typed, practice.today) else {
      throw PlanningError.notADate(typed)
    }
    return .on(date: date)
  }

  private func nearestDay(_ typed: String) throws -> CalendarDate {
    guard let date = CalendarDate(nearest: typed, practice.today) else {
      throw PlanningError.notADate(typed)
    }
    return date
  }

  /// The command that says the same.
  fileprivate func line(for plan: TreatmentPlan) -> String {
    var line = "plan \(plan.rhythm.words) x \(plan.visits)"
    if let template = plan.template {
      line += " template=\"\(template.title) \(template.length)\""
    }
    switch plan.reevaluation {
    case .after(let visits): if visits != plan.visits { line += " re_evaluate=\(visits)" }
    case .on(let date): line += " re_evaluate=\(date)"
    }
    return line
  }
}
