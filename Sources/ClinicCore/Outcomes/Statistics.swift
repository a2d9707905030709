/// The few numbers by which a group is described: pure functions, none of which judges anything.
///
/// ```swift
/// Statistics.median([3, 1, 2])          // 2
/// Statistics.wilson(8, of: 10)          // 0.490...0.943
/// ```
///
/// The errors of a single measure, MDC and reliable change, are in `MeasurementError`.
public enum Statistics {
  /// The value in the middle; the mean of the two in the middle of an even number. `nil` of none.
  public static func median(_ values: [Double]) -> Double? { quantile(0.5, of: values) }

  /// A quantile by linear interpolation between the two nearest values: type 7 of Hyndman & Fan
  /// 1996 (Am Stat 50:361), which R and NumPy give unless they are told otherwise.
  ///
  /// With the values in order x1 ... xn and h = (n - 1) p + 1 it is x[h] + (h - [h]) (x[h+1] - x[h]),
  /// where [h] is h without its fraction.
  ///
  /// - Parameters:
  ///   - share: p, from 0 the least to 1 the greatest; what lies beyond is taken for the nearer end.
  ///   - values: in any order.
  /// - Returns: in the unit of the values; `nil` when there are none.
  public static func quantile(_ share: Double, of values: [Double]) -> Double? {
    quantile(share, ofOrdered: values.sorted())
  }

  /// The same of values in ascending order, which costs no more however many there are.
  static func quantile(_ share: Double, ofOrdered ordered: [Double]) -> Double? {
    guard let last = ordered.indices.last else { return nil }
    let place = Double(last) * min(1, max(0, share))
    let below = Int(place)
    let above = min(below + 1, last)
    return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
  }

  /// The 95 % interval of a share by Wilson's score method, which stays within 0 and 1 and holds for
  /// small groups too (Wilson 1927, J Am Stat Assoc 22:209).
  ///
  /// With p = k / n and z = 1.96 (exactly 1.959964): (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 /
  /// 4n^2)) / (1 + z^2 / n).
  ///
  /// - Parameters:
  ///   - count: k, how many of them, from 0 to `total`.
  ///   - total: n, at least 1.
  /// - Returns: the two ends, from 0 to 1; `nil` when the counts are none of that.
  public static func wilson(_ count: Int, of total: Int) -> ClosedRange<Double>? {
    guard total > 0, (0...total).contains(count) else { return nil }
    let (n, p) = (Double(total), Double(count) / Double(total))
    let square = z95 * z95
    let middle = p + square / (2 * n)
    let spread = z95 * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    let divisor = 1 + square / n
    // At the ends the formula gives 0 and 1 but for what rounding leaves.
    let low = count == 0 ? 0 : max(0, (middle - spread) / divisor)
    let high = count == total ? 1 : min(1, (middle + spread) / divisor)
    return low...high
  }

  /// Beyond which, to both sides, 5 % of a normal distribution lie.
  static let z95 = 1.959963984540054
}
