/// From values to places on a drawing, both evenly spaced.
struct AxisScale: Hashable {
  let values: ClosedRange<Double>
  /// Where the least value lies.
  let start: Double
  /// Where the greatest value lies; less than `start` on an axis that points up.
  let end: Double

  /// Where a value lies; in the middle when there is one value only. What lies beyond the axis is
  /// held at its end.
  func place(of value: Double) -> Double {
    let width = values.upperBound - values.lowerBound
    guard width > 0 else { return (start + end) / 2 }
    let held = min(max(value, values.lowerBound), values.upperBound)
    return start + (held - values.lowerBound) / width * (end - start)
  }
}

/// Round numbers that an axis is marked with.
enum RoundNumbers {
  /// The least of 1, 2 and 5 times a power of ten that divides a stretch into at most so many parts.
  ///
  /// - Parameters:
  ///   - width: of the stretch, more than 0.
  ///   - parts: at least 1.
  ///   - isWhole: whether a step is a whole number at least.
  static func step(over width: Double, parts: Int, isWhole: Bool = false) -> Double {
    let least = width / Double(max(1, parts))
    var power = 1.0
    while power > least, power > 1e-12 { power /= 10 }
    while power * 10 <= least { power *= 10 }
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
    return isWhole ? max(1, step) : step
  }

  /// The multiples of the step that lie in a range, lowest first.
  static func multiples(of step: Double, in range: ClosedRange<Double>) -> [Double] {
    guard step > 0 else { return [range.lowerBound] }
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 1000 else { return [] }
    // A sum would drift; a product does not.
    return (Int(first)...Int(last)).map { Double($0) * step }
  }

  /// A range whose ends are multiples of a step that leaves about ten parts, around another.
  static func around(_ range: ClosedRange<Double>, isWhole: Bool) -> ClosedRange<Double> {
    let width = range.upperBound - range.lowerBound
    let size = width > 0 ? width : max(abs(range.lowerBound) / 10, 1)
    let step = step(over: size, parts: 8, isWhole: isWhole)
    let low = (range.lowerBound / step - 0.5).rounded(.down) * step
    let high = (range.upperBound / step + 0.5).rounded(.up) * step
    return low...high
  }
}
