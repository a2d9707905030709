import ClinicCore
import TechniqueKit

/// Plan, goals and referral in the minute before the session.
extension Shell {
  /// The lines of the opened chart on what is planned, and what is due.
  func sayPlanning(
    _ chart: Chart, _ goals: [GoalStanding], _ notices: [PlanningNotice]
  ) {
    let today = practice.today
    let aims = goals.filter { $0.state == .open }.map { goal in
      goal.set.goal.words
        + (goal.set.goal.due.map { " by \(DateWords.due($0, today: today))" } ?? "")
    }
    let aim = aims.isEmpty ? "" : "Goal: \(aims.joined(separator: "; "))."
    if let plan = chart.plan {
      say(
        "PLAN     \(plan.plan.words), \(place(of: plan)).\(aim.isEmpty ? "" : " \(aim)")", indent: 9
      )
    } else if !aim.isEmpty {
      say("GOAL     \(aims.joined(separator: "; ")).", indent: 9)
    }
    let open = chart.openReferrals
    for referral in open {
      let name = open.count > 1 ? "\(referral.name): " : ""
      say("REFERRAL \(name)\(words(for: referral))", indent: 9)
    }
    for notice in notices { say(line(for: notice), indent: 9) }
  }

  /// The same for programs.
  func json(
    planningOf chart: Chart, _ goals: [GoalStanding], _ notices: [PlanningNotice]
  ) -> KeyValuePairs<String, JSON?> {
    [
      "plan": chart.plan.map { json($0) }, "referral": chart.openReferrals.last.map { json($0) },
      "referrals": .array(chart.openReferrals.map { json($0) }),
      "goals": .array(goals.map { json($0) }), "notices": .array(notices.map { json($0) }),
    ]
  }

  /// The goals under the scores, with where each stands.
  func sayGoals(_ chart: Chart) throws {
    for goal in try practice.goals(of: chart) where goal.state != .dropped {
      say("Goal \(goal.number): \(words(for: goal))", indent: 4)
      item(json(goal))
    }
  }

  /// The goals, the plan and the referrals of the whole record.
  func showPlanning(_ chart: Chart) throws {
    for goal in try practice.goals(of: chart) {
      say("Goal \(words(for: goal))")
      item(json(goal))
    }
    if let plan = chart.plan { show(plan) }
    showReferrals(chart)
  }

  func show(_ notice: PlanningNotice) {
    say(line(for: notice), indent: 9)
    item(json(notice))
  }

  private func line(for notice: PlanningNotice) -> String {
    painted("DUE", .caution) + "      " + notice.description.capitalizedFirst
  }

  private func json(_ notice: PlanningNotice) -> JSON {
    .fields([
      "notice": .string(notice.code), "sentence": .string(notice.description),
      "referral": notice.referral.map { .string("R\($0)") },
    ])
  }
}
