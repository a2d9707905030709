import TechniqueKit

/// Looks for a client for whom a condition holds, by trying the ways in which it can come true.
///
/// The search keeps what each way says of every answer and gives a way up as soon as two parts of it
/// contradict each other. It may call something reachable that is not, where numbers or rows depend
/// on one another in ways it does not follow, but never the other way round.
struct Reachability {
  let questions: [ID<Question>: Question]
  let anatomy: Anatomy
  /// Past so many steps a condition counts as reachable.
  private static let limit = 20_000

  func isReachable(_ condition: Condition) -> Bool {
    var steps = 0
    return solve([.holds(condition, true)], World(), &steps)
  }

  /// What still has to be made true.
  private enum Goal {
    case holds(Condition, Bool)
    /// A statement about the answer to a question that is asked.
    case answered(Condition, Question, Bool)
    /// The row of a group has been left, and its fields are free for another.
    case leaveRow([ID<Question>])
  }

  private func solve(_ goals: ArraySlice<Goal>, _ world: World, _ steps: inout Int) -> Bool {
    steps += 1
    guard let goal = goals.first, steps <= Self.limit else { return true }
    let rest = goals.dropFirst()
    switch goal {
    case .leaveRow(let fields):
      var world = world
      for field in fields { world.forget(field) }
      return solve(rest, world, &steps)
    case .holds(let condition, let wanted):
      return solve(condition, wanted, rest, world, &steps)
    case .answered(let condition, let question, let wanted):
      return solve(condition, of: question, wanted, rest, world, &steps)
    }
  }

  private func solve(
    _ condition: Condition, _ wanted: Bool, _ rest: ArraySlice<Goal>, _ world: World,
    _ steps: inout Int
  ) -> Bool {
    switch condition {
    case .always: return wanted && solve(rest, world, &steps)
    case .not(let part): return solve([.holds(part, !wanted)] + rest, world, &steps)
    case .all(let parts): return count(wanted ? parts.count : 1, parts, wanted, rest, world, &steps)
    case .any(let parts): return count(wanted ? 1 : parts.count, parts, wanted, rest, world, &steps)
    case .count(let number, let parts):
      let atLeast = min(max(number, 0), parts.count + 1)
      let needed = wanted ? atLeast : parts.count - atLeast + 1
      return count(needed, parts, wanted, rest, world, &steps)
    case .age(let comparison, let years):
      var world = world
      world.age.narrow(wanted ? comparison : comparison.opposite, Double(years))
      return !world.age.isEmpty(whole: true) && solve(rest, world, &steps)
    case .sex(let sex):
      var world = world
      if wanted { world.sex.formIntersection([sex]) } else { world.sex.remove(sex) }
      return !world.sex.isEmpty && solve(rest, world, &steps)
    case .treated(let technique):
      var world = world
      guard world.treated[technique, default: wanted] == wanted else { return false }
      world.treated[technique] = wanted
      return solve(rest, world, &steps)
    case .found:
      var world = world
      guard world.found[condition, default: wanted] == wanted else { return false }
      world.found[condition] = wanted
      return solve(rest, world, &steps)
    case .isYes(let id), .isNo(let id), .number(let id, _, _), .bloodPressure(let id, _, _, _),
      .risen(let id, _), .includes(let id, _), .touches(let id, _), .someRow(let id, _):
      // What is not defined is a finding of its own.
      guard let question = questions[id] else { return true }
      let goal = Goal.answered(condition, question, wanted)
      return ask(question, goal, rest, world, &steps)
        // What is not asked holds nothing, so its opposite holds.
        || (!wanted && leaveOut(question, rest, world, &steps))
    }
  }

  /// At least so many of the parts come out as wanted.
  private func count(
    _ needed: Int, _ parts: [Condition], _ wanted: Bool, _ rest: ArraySlice<Goal>, _ world: World,
    _ steps: inout Int
  ) -> Bool {
    if needed <= 0 { return solve(rest, world, &steps) }
    guard needed <= parts.count, let first = parts.first else { return false }
    let others = Array(parts.dropFirst())
    let remaining = Condition.count(
      atLeast: wanted ? needed - 1 : others.count - (needed - 1) + 1, of: others)
    if solve(
      [.holds(first, wanted)] + (needed == 1 ? [] : [.holds(remaining, wanted)]) + rest, world,
      &steps)
    {
      return true
    }
    return count(needed, others, wanted, rest, world, &steps)
  }

  private func ask(
    _ question: Question, _ goal: Goal, _ rest: ArraySlice<Goal>, _ world: World,
    _ steps: inout Int
  ) -> Bool {
    switch world.isAsked[question.id] {
    case true: return solve([goal] + rest, world, &steps)
    case false: return false
    case nil:
      var world = world
      world.isAsked[question.id] = true
      return solve([.holds(question.askWhen, true), goal] + rest, world, &steps)
    }
  }

  private func leaveOut(
    _ question: Question, _ rest: ArraySlice<Goal>, _ world: World, _ steps: inout Int
  ) -> Bool {
    switch world.isAsked[question.id] {
    case true: return false
    case false: return solve(rest, world, &steps)
    case nil:
      guard question.askWhen != .always else { return false }
      var world = world
      world.isAsked[question.id] = false
      return solve([.holds(question.askWhen, false)] + rest, world, &steps)
    }
  }

  private func solve(
    _ condition: Condition, of question: Question, _ wanted: Bool, _ rest: ArraySlice<Goal>,
    _ world: World, _ steps: inout Int
  ) -> Bool {
    var world = world
    switch condition {
    case .isYes, .isNo:
      let value = (condition == .isYes(question.id)) == wanted
      guard world.yes[question.id, default: value] == value else { return false }
      world.yes[question.id] = value
    case .number(_, let comparison, let value):
      if !wanted, comparison == .equal { break }
      world.narrow(question, wanted ? comparison : comparison.opposite, value)
    case .bloodPressure(_, let part, let comparison, let value):
      if !wanted, comparison == .equal { break }
      guard
        world.narrow(question, part, wanted ? comparison : comparison.opposite, value)
      else { return false }
    case .risen(_, let amount):
      if wanted { world.narrow(question, .atLeast, question.lowestNumber + amount) }
    case .includes(_, let option):
      guard world.pick(option, of: question, wanted) else { return false }
    case .touches(_, let region):
      guard world.touch(region, of: question, wanted, anatomy) else { return false }
    case .someRow(_, let part):
      guard wanted || part == .always else { break }
      guard world.hasRow[question.id, default: wanted] == wanted else { return false }
      world.hasRow[question.id] = wanted
      if wanted {
        return solve(
          [.holds(part, true), .leaveRow(question.fields.map(\.id))] + rest, world, &steps)
      }
    case .always, .not, .all, .any, .count, .age, .sex, .treated, .found: break
    }
    let isEmpty = world.numbers[question.id]?.isEmpty(whole: question.isWhole) ?? false
    return !isEmpty && solve(rest, world, &steps)
  }
}

extension ModuleCheck {
  /// Every question and every rule can come up for some client.
  var reachability: [CheckFinding] {
    let search = Reachability(questions: knownQuestions, anatomy: anatomy)
    return content.intake.filter { !search.isReachable($0.askWhen) }
      .map {
        finding(Problem(.reachability, "it is never asked."), "question", $0.id.rawValue)
      }
      + content.safetyRules.filter { !search.isReachable($0.when) }
      .map {
        finding(Problem(.reachability, "no answers can raise it."), "rule", $0.id.rawValue)
      }
  }
}
