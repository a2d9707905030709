import ClinicCore
import TechniqueKit

extension Verb {
  static let goal = Verb(
    name: "goal", group: .before,
    usage: "goal  |  goal METRIC at most|at least N [by=DATE]  |  goal \"WORDS\" [by=DATE]  "
      + "|  goal done N  |  goal drop N reason=\"...\"",
    does: "what the client wants to get to, and where each goal stands",
    example: "goal pain at most 3 by=31dec",
    moreExamples: ["goal \"sleep on right side\" by=dec", "goal done 2"],
    seeAlso: ["plan", "progress", "score"],
    takes: .words("by=DATE").or("done", .words()).or("drop", .words("reason=WORDS"))
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    switch words.bare.first?.lowercased() {
    case nil where words.fields.isEmpty: try shell.listGoals(chart)
    case "done":
      try shell.mend(goal: words, "done", chart) { number in
        try shell.practice.reachGoal(number, in: chart)
      }
    case "drop":
      try shell.mend(goal: words, "drop", chart) { number in
        try shell.practice.dropGoal(number, reason: words["reason"], in: chart)
      }
    default: try shell.setGoal(words, chart)
    }
  }
}

extension Shell {
  fileprivate func listGoals(_ chart: Chart) throws {
    let goals = try practice.goals(of: chart)
    if goals.isEmpty { say("No goal is set yet. Example: goal pain at most 3 by=31dec") }
    for goal in goals { show(goal) }
  }

  func show(_ goal: GoalStanding) {
    say(numbered(goal.number, words(for: goal)), indent: 5)
    item(json(goal))
  }

  fileprivate func setGoal(_ words: Words, _ chart: Chart) throws {
    let due = try words["by"].map { typed in
      guard let due = CalendarDate(due: typed, practice.today) else {
        throw PlanningError.notADate(typed)
      }
      return due
    }
    let written: [RecordNumber]
    if let target = try target(words.bare) {
      written = try practice.setGoal(
        target.metric, target.bound, target.value, due: due, in: chart
      ).written
    } else {
      guard !words.phrase.isEmpty else {
        throw Failure.usage("goal needs words or a score.", hint: "Example: goal pain at most 3")
      }
      written = try practice.setGoal(words.phrase, due: due, in: chart).written
    }
    wrote(written)
    guard let goal = try practice.goals(of: try practice.chart(chart.id)).last else { return }
    say("       Goal \(goal.number) set: \(self.words(for: goal))", indent: 7)
    item(json(goal))
  }

  /// The score of `pain at most 3` or `pain 3`; `nil` for words, which may stand in quotes.
  private func target(
    _ bare: [String]
  ) throws -> (metric: OutcomeMetric, bound: Goal.Bound, value: Double)? {
    if bare.count == 2, let metric = practice.catalogue.metric(named: bare[0]),
      bare[1].contains(where: \.isNumber)
    {
      let score = try number(bare[1], metric.name, metric)
      return (metric, Goal.Bound(metric.direction), score.value)
    }
    guard bare.count >= 4, bare[1].lowercased() == "at",
      let bound = Goal.Bound(rawValue: "at_\(bare[2].lowercased())")
    else { return nil }
    guard let metric = practice.catalogue.metric(named: bare[0]) else {
      let near = Suggestion.closest(to: bare[0], among: practice.catalogue.metrics.map(\.name))
      throw Failure.usage(
        "there is no score \"\(bare[0])\". Nothing was changed.",
        hint: (near.map { "Did you mean \($0)? " } ?? "") + "Words of your own stand in quotes.")
    }
    let typed = TypedScore.joined(Array(bare.dropFirst(3)), metric)
    guard typed.count == 1 else {
      throw Failure.usage(
        "a goal for \(metric.name) is one number.",
        hint: "Example: goal \(metric.name) \(bound.words) 4")
    }
    return (metric, bound, try number(typed[0], metric.name, metric).value)
  }

  fileprivate func mend(
    goal words: Words, _ step: String, _ chart: Chart, _ change: (Int) throws -> [RecordNumber]
  ) throws {
    guard words.bare.count == 2, let number = Int(place: words.bare[1]) else {
      throw Failure.usage(
        "goal \(step) needs the number of a goal.", hint: "Type goal to see them.")
    }
    wrote(try change(number))
    let goals = try practice.goals(of: try practice.chart(chart.id))
    guard let goal = goals.first(where: { $0.number == number }) else { return }
    say("       Goal \(number): \(self.words(for: goal))", indent: 7)
    item(json(goal))
  }

  // MARK: Words

  /// `pain at most 3, by 31 Dec: 6 on 24 Nov, now 4, 1 to go.`
  func words(for standing: GoalStanding) -> String {
    let goal = standing.set.goal
    let today = practice.today
    func day(_ date: CalendarDate) -> String { DateWords.short(date, today: today) }
    var parts: [String] = []
    if let baseline = goal.target?.baseline {
      parts.append("\(baseline.value.plain) on \(day(baseline.on))")
    }
    switch standing.state {
    case .dropped:
      let ending = standing.set.closing
      let why = ending?.closing.reason.map { ", \($0)" } ?? ""
      parts.append("dropped" + (ending.map { " \(day($0.on))" } ?? "") + why)
    case .reached:
      let on = standing.set.closing?.on ?? standing.reached?.on
      let score = standing.reached.map { ", \($0.value.plain)" } ?? ""
      parts.append("reached" + (on.map { " \(day($0))" } ?? "") + score)
    case .open:
      if let target = goal.target {
        parts.append(
          standing.now.map {
            "now \($0.value.plain), \(target.distance(from: $0.value).plain) to go"
          } ?? "not measured yet")
      } else {
        parts.append("open")
      }
      if standing.isOverdue(on: today) { parts.append("overdue") }
    }
    let due = goal.due.map { ", by \(DateWords.due($0, today: today))" } ?? ""
    return "\(goal.words)\(due): \(parts.joined(separator: ", "))."
  }

  func json(_ standing: GoalStanding) -> JSON {
    let (goal, closing) = (standing.set.goal, standing.set.closing)
    func json(_ score: Goal.Score) -> JSON {
      .fields(["value": .number(score.value), "on": .string(score.on.description)])
    }
    return .fields([
      "goal": .int(standing.number), "words": .string(goal.words),
      "state": .string(standing.state.rawValue), "set_on": .string(standing.set.setOn.description),
      "due": goal.due.map { .string($0.description) },
      "overdue": .bool(standing.isOverdue(on: practice.today)),
      "measure": goal.target.map { target in
        .string(
          practice.catalogue.metrics.first { $0.id == target.metric }?.name
            ?? target.metric.rawValue)
      },
      "bound": goal.target.map { .string($0.bound.rawValue) },
      "target": goal.target.map { .number($0.value) },
      "baseline": goal.target?.baseline.map(json), "now": standing.now.map(json),
      "to_go": goal.target.flatMap { target in
        standing.now.map { .number(target.distance(from: $0.value)) }
      },
      "ended_on": closing.map { .string($0.on.description) },
      "reason": closing?.closing.reason.map { .string($0) },
    ])
  }
}
