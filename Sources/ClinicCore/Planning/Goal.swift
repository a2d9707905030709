import TechniqueKit

/// What client and therapist want to get to, in the therapist's words; perhaps a score to reach.
public struct Goal: Hashable, Sendable, Codable {
  /// `sleep on right side`, or `pain at most 3` as the target was typed.
  public let words: String
  /// The score to reach; `nil` where the therapist says when the goal is reached.
  public let target: Target?
  /// By when; perhaps known to the month only, which then lasts to its end.
  public let due: CalendarDate?

  public init(words: String, target: Target? = nil, due: CalendarDate? = nil) {
    self.words = words
    self.target = target
    self.due = due
  }

  public struct Target: Hashable, Sendable, Codable {
    public internal(set) var metric: ID<OutcomeMetric>
    /// Of the instrument; scores of other versions say nothing about the target.
    public let version: String
    public let bound: Bound
    /// In the unit and range of the metric.
    public let value: Double
    /// Where the client stood when the goal was set; `nil` when nothing was measured before.
    public let baseline: Score?

    public init(
      metric: ID<OutcomeMetric>, version: String, bound: Bound, value: Double, baseline: Score?
    ) {
      self.metric = metric
      self.version = version
      self.bound = bound
      self.value = value
      self.baseline = baseline
    }

    /// Whether a score is as good as the target or better.
    public func isReached(by score: Double) -> Bool {
      bound == .atMost ? score <= value : score >= value
    }

    /// By how much a score has still to change, in the unit of the metric; zero when it is reached.
    public func distance(from score: Double) -> Double {
      isReached(by: score) ? 0 : abs(score - value)
    }
  }

  /// The raw values are stored and never change.
  public enum Bound: String, Hashable, Sendable, Codable, CaseIterable {
    case atMost = "at_most"
    case atLeast = "at_least"

    /// `at most`, as it is typed.
    public var words: String { self == .atMost ? "at most" : "at least" }

    /// The bound that leads to the better side of a metric.
    public init(_ direction: OutcomeMetric.Direction) {
      self = direction == .lowerIsBetter ? .atMost : .atLeast
    }
  }

  /// A score with its day.
  public struct Score: Hashable, Sendable, Codable {
    public let value: Double
    public let on: CalendarDate

    public init(value: Double, on: CalendarDate) {
      self.value = value
      self.on = on
    }
  }
}

/// Says that a goal, a plan or a referral is over. The entry that began it stays as it is.
public struct Closing: Hashable, Sendable, Codable {
  /// The entry that began it.
  public let of: ID<Entry>
  /// Whether the therapist says that the goal was reached; `false` for what was dropped or closed.
  public let wasReached: Bool
  public let reason: String?

  public init(of entry: ID<Entry>, wasReached: Bool = false, reason: String? = nil) {
    of = entry
    self.wasReached = wasReached
    self.reason = reason
  }
}

/// A goal as it stands: the fold over the entry that set it and what was said of it since.
public struct SetGoal: Hashable, Sendable {
  /// The entry that set it; it names the goal for ever.
  public let entry: ID<Entry>
  public let goal: Goal
  public let setOn: CalendarDate
  /// What ended it, with its day; `nil` while it is open.
  public internal(set) var closing: Ending?

  public struct Ending: Hashable, Sendable {
    public let closing: Closing
    public let on: CalendarDate
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case open, reached, dropped
  }
}

/// Where a goal stands now.
public struct GoalStanding: Hashable, Sendable {
  /// Counted from 1, in the order in which the goals were set.
  public let number: Int
  public let set: SetGoal
  /// The latest score that tells of it; `nil` for a goal without a target, or without a score.
  public let now: Goal.Score?
  /// The first of the latest scores that all reach the target; `nil` where the latest does not.
  public let reached: Goal.Score?

  public var state: SetGoal.State {
    if let closing = set.closing?.closing { return closing.wasReached ? .reached : .dropped }
    return reached == nil ? .open : .reached
  }

  /// Whether it is open although its day has gone by.
  public func isOverdue(on today: CalendarDate) -> Bool {
    guard state == .open, let due = set.goal.due else { return false }
    return due.lastDay.dayNumber < today.dayNumber
  }
}
