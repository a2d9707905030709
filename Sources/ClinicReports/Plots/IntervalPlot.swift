import ClinicCore
import TechniqueKit

/// A value with a stretch around it for each of several groups: shares with their 95 % interval, or
/// the change in the middle with the half of the changes around it.
public struct IntervalPlot: Hashable, Sendable {
  public let axis: ClosedRange<Double>
  /// What stands over the axis.
  public let caption: String
  /// Stands behind each number of the axis: ` %`.
  public let suffix: String
  /// In the order of the page.
  public private(set) var rows: [Row]
  /// `nil` where the axis has no better end.
  public let better: OutcomeMetric.Direction?
  /// What the dot is.
  let value: String
  /// What the stretch around it is.
  let stretch: String

  public struct Row: Hashable, Sendable {
    /// `Trigger point therapy, neck pain`.
    public let label: String
    /// `5 of 6, 83 %`, or why there is nothing to draw.
    public let note: String
    /// `nil` where so little is known that nothing is drawn.
    public let estimate: Estimate?

    public init(_ label: String, note: String, _ estimate: Estimate?) {
      self.label = label
      self.note = note
      self.estimate = estimate
    }
  }

  public struct Estimate: Hashable, Sendable {
    public let value: Double
    public let interval: ClosedRange<Double>

    public init(_ value: Double, in interval: ClosedRange<Double>) {
      self.value = value
      self.interval = interval
    }
  }

  /// Shares in percent on an axis of 0 to 100.
  public static func shares(_ rows: [Row]) -> IntervalPlot {
    IntervalPlot(
      axis: 0...100, caption: "Share of the clients", suffix: " %", rows: rows, better: nil,
      value: "share", stretch: "95 % interval")
  }

  /// Changes in the unit of a measure; no change is on the axis.
  public static func changes(
    _ rows: [Row], unit: String, better: OutcomeMetric.Direction
  ) -> IntervalPlot {
    let ends = rows.compactMap(\.estimate).flatMap {
      [$0.interval.lowerBound, $0.value, $0.interval.upperBound]
    }
    let range = min(0, ends.min() ?? 0)...max(0, ends.max() ?? 0)
    return IntervalPlot(
      axis: RoundNumbers.around(range, isWhole: false),
      caption: unit.isEmpty ? "Change of the score" : "Change in \(unit)", suffix: "", rows: rows,
      better: better, value: "change in the middle",
      stretch: "half of the changes")
  }

  /// About as many rows in each part, in their order; the axis stays the same.
  func parted(into count: Int) -> [IntervalPlot] {
    (0..<count).map { number in
      var part = self
      part.rows = Array(rows[rows.count * number / count..<rows.count * (number + 1) / count])
      return part
    }
  }

  /// What is to be seen, for who does not see it: a sentence for each row.
  public var description: String {
    rows.map { row in
      guard let estimate = row.estimate else { return "\(row.label): \(row.note)." }
      let (low, high) = (estimate.interval.lowerBound, estimate.interval.upperBound)
      return "\(row.label): \(row.note), \(stretch) \(low.rounded(to: suffix)) to "
        + "\(high.rounded(to: suffix))\(suffix)."
    }.joined(separator: " ")
  }
}

extension Double {
  /// Percent are told whole.
  fileprivate func rounded(to suffix: String) -> String {
    suffix.isEmpty ? plain : rounded().plain
  }
}
