extension OutcomeMetric {
  /// One of the numbers that a score is made of.
  public struct Item: Hashable, Sendable {
    /// Name that is typed: `sleep`. Lower-case letters, digits and `_`.
    public let name: String
    /// What is asked, with its ends.
    public var prompt: String
    public var range: ClosedRange<Double>
    /// Whether a high number means what a low one means elsewhere; it is turned round for the score.
    public let isReversed: Bool

    public init(
      _ name: String, _ prompt: String, range: ClosedRange<Double>, reversed: Bool = false
    ) {
      self.name = name
      self.prompt = prompt
      self.range = range
      self.isReversed = reversed
    }
  }

  /// How items make a score: their sum or mean, times a factor, plus an offset.
  ///
  /// Where items are missing, up to the limit, each of them counts as the mean of the others.
  public struct Scoring: Hashable, Sendable {
    public let rule: Rule
    public let factor: Double
    public let offset: Double
    /// With more items missing than this there is no score.
    public let missingAtMost: Int

    public enum Rule: String, Hashable, Sendable, Codable { case sum, mean }

    public init(_ rule: Rule, times factor: Double = 1, plus offset: Double = 0, missingAtMost: Int)
    {
      self.rule = rule
      self.factor = factor
      self.offset = offset
      self.missingAtMost = missingAtMost
    }

    /// The score of the given items.
    ///
    /// - Parameters:
    ///   - items: all that the score is made of.
    ///   - values: by the items' names; what is missing is left out.
    /// - Returns: `nil` when more items are missing than may be, or none is given.
    public func score(_ items: [Item], _ values: [String: Double]) -> Double? {
      let given = items.compactMap { item in
        values[item.name].map { value in
          item.isReversed ? item.range.lowerBound + item.range.upperBound - value : value
        }
      }
      guard !given.isEmpty, items.count - given.count <= missingAtMost else { return nil }
      let mean = given.reduce(0, +) / Double(given.count)
      return (rule == .mean ? mean : mean * Double(items.count)) * factor + offset
    }

    /// The lowest and the highest score that the items can make; `nil` when there are none.
    public func reach(_ items: [Item]) -> ClosedRange<Double>? {
      let given = max(1, items.count - missingAtMost)
      guard items.count >= given else { return nil }
      // The items that are given may be those that pull the mean furthest.
      let lowest = items.map(\.range.lowerBound).sorted().prefix(given)
      let highest = items.map(\.range.upperBound).sorted().suffix(given)
      let scores = [lowest.reduce(0, +), highest.reduce(0, +)].map { sum in
        sum / Double(given) * (rule == .mean ? 1 : Double(items.count)) * factor + offset
      }
      return (scores.min() ?? 0)...(scores.max() ?? 0)
    }
  }

  /// The items that are asked one by one; empty where one number, or own activities, are.
  public var items: [Item] {
    switch entry {
    case .items(let items, _), .computed(let items): items
    case .score, .namedActivities: []
    }
  }
}
