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
    /// How much it counts in a sum.
    public let weight: Double
    /// The part of the form it stands in. A missing item is filled from its own part, and a part
    /// without any answer leaves no score; empty where the form has no parts.
    public let part: String
    /// The only values there are, where not every number of the range occurs.
    public let values: [Double]
    /// How many numbers may stand in a row under this name, 1 or more: girths along a limb. They
    /// are kept as `name_1`, `name_2` and so on.
    public let atMost: Int
    /// Whether it stays the same for a client, because numbers taken otherwise are not comparable:
    /// the distance between girths.
    public let isConstant: Bool

    public init(
      _ name: String, _ prompt: String, range: ClosedRange<Double>, reversed: Bool = false,
      weight: Double = 1, part: String = "", values: [Double] = [], atMost: Int = 1,
      constant: Bool = false
    ) {
      self.name = name
      self.prompt = prompt
      self.range = range
      self.isReversed = reversed
      self.weight = weight
      self.part = part
      self.values = values
      self.atMost = atMost
      self.isConstant = constant
    }

    /// The names under which so many numbers of it are kept.
    public func names(_ count: Int) -> [String] {
      atMost == 1 ? [name] : (1...max(1, count)).map { "\(name)_\($0)" }
    }

    /// Whether the number is one that the item can have.
    public func accepts(_ value: Double) -> Bool {
      range.contains(value) && (values.isEmpty || values.contains(value))
    }
  }

  /// How items make a score: their sum or mean, or the first as a share of the second; times a
  /// factor, plus an offset.
  public struct Scoring: Hashable, Sendable {
    public let rule: Rule
    public let factor: Double
    public let offset: Double
    public let missing: Missing

    public enum Rule: String, Hashable, Sendable, Codable {
      /// Each item times its weight.
      case sum
      case mean
      /// Of two items the first, as a share of the second that contains it: days with a headache
      /// of days on record.
      case share
    }

    /// What becomes of items without an answer.
    public enum Missing: Hashable, Sendable {
      /// Each counts as the mean of the others of its part; with more than so many there is no score.
      case asMean(atMost: Int)
      /// Each counts as zero, as on a form on which statements are only ticked.
      case asZero
      /// None may be missing, and the second item of a share is at least so large.
      case none(atLeast: Double)
    }

    public init(_ rule: Rule, times factor: Double = 1, plus offset: Double = 0, missing: Missing) {
      self.rule = rule
      self.factor = factor
      self.offset = offset
      self.missing = missing
    }

    public init(_ rule: Rule, times factor: Double = 1, plus offset: Double = 0, missingAtMost: Int)
    {
      self.init(rule, times: factor, plus: offset, missing: .asMean(atMost: missingAtMost))
    }

    /// The score of the given items.
    ///
    /// - Parameters:
    ///   - items: all that the score is made of.
    ///   - values: by the items' names; what is missing is left out.
    /// - Returns: `nil`, never zero, when more items are missing than may be, or none is given.
    public func score(_ items: [Item], _ values: [String: Double]) -> Double? {
      let given = items.filter { values[$0.name] != nil }
      guard !given.isEmpty else { return nil }
      switch missing {
      case .asMean(let atMost) where items.count - given.count > atMost: return nil
      case .none where given.count < items.count: return nil
      case .asMean, .asZero, .none: break
      }
      let raw = rule == .share ? share(items, values) : filled(items, values).map(combined)
      return raw.map { $0 * factor + offset }
    }

    private func share(_ items: [Item], _ values: [String: Double]) -> Double? {
      guard items.count == 2, let part = values[items[0].name], let whole = values[items[1].name],
        whole > 0, part <= whole
      else { return nil }
      if case .none(let atLeast) = missing, whole < atLeast { return nil }
      return part / whole
    }

    /// Every item with its value, turned round where need be, and what counts for a missing one;
    /// `nil` when nothing of some part is answered.
    private func filled(
      _ items: [Item], _ values: [String: Double]
    ) -> [(item: Item, value: Double)]? {
      func value(_ item: Item) -> Double? {
        values[item.name].map {
          item.isReversed ? item.range.lowerBound + item.range.upperBound - $0 : $0
        }
      }
      var filled: [(item: Item, value: Double)] = []
      for item in items {
        if let value = value(item) {
          filled.append((item, value))
        } else if missing == .asZero {
          filled.append((item, 0))
        } else {
          let others = items.filter { $0.part == item.part }.compactMap(value)
          if others.isEmpty { return nil }
          filled.append((item, others.reduce(0, +) / Double(others.count)))
        }
      }
      return filled
    }

    private func combined(_ filled: [(item: Item, value: Double)]) -> Double {
      let sum = filled.map { $0.item.weight * $0.value }.reduce(0, +)
      return rule == .mean ? sum / filled.map(\.item.weight).reduce(0, +) : sum
    }

    /// The lowest and the highest score that the items can make; `nil` when there are none.
    public func reach(_ items: [Item]) -> ClosedRange<Double>? {
      guard !items.isEmpty, rule != .share || items.count == 2 else { return nil }
      let ends =
        rule == .share
        ? [0, 1]
        : [\Item.range.lowerBound, \.range.upperBound].map { end in
          combined(items.map { item in (item, furthest(end, item, among: items)) })
        }
      let scores = ends.map { $0 * factor + offset }
      return (scores.min() ?? 0)...(scores.max() ?? 0)
    }

    /// The lowest or highest that may count for an item: its own end, or what fills it.
    private func furthest(
      _ end: KeyPath<Item, Double>, _ item: Item, among items: [Item]
    ) -> Double {
      var ends = [item[keyPath: end]]
      switch missing {
      case .asZero: ends.append(0)
      case .asMean(let atMost) where atMost > 0:
        ends += items.filter { $0.part == item.part }.map { $0[keyPath: end] }
      case .asMean, .none: break
      }
      return (end == \Item.range.lowerBound ? ends.min() : ends.max()) ?? 0
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
