import TechniqueKit

extension OutcomeMetric {
  /// `ppt left`
  public func name(of side: Side?) -> String { side.map { "\(name) \($0.rawValue)" } ?? name }

  /// Where a value lies in the range: 0 at its lower end, 1 at its upper one.
  public func share(of value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// Whether its score is the mean of readings that are taken here.
  public var isMeanOfReadings: Bool {
    guard licence.status == .ships, case .items(_, let scoring) = entry else { return false }
    return scoring.rule == .mean
  }

  /// The item under which a number is kept: `affected` for `affected_3`.
  public func item(holding name: String) -> Item? { items.first { $0.holds(name) } }
}

extension OutcomeMetric.Item {
  func holds(_ name: String) -> Bool { names(atMost).contains(name) }
}
