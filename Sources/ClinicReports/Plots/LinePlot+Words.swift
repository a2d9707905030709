import ClinicCore
import TechniqueKit

extension LinePlot {
  /// What is to be seen, for who does not see it. It judges nothing.
  public var description: String {
    guard let first = points.first, let last = points.last, let start = first.compared,
      let end = last.compared
    else { return "There is no score yet." }
    let values = points.compactMap(\.compared)
    var told: [String] = []
    if points.count == 1 {
      told.append("One day with a score, \(DateWords.full(first.date)): \(start.plain).")
    } else {
      told.append(
        "\(points.count) days with a score, \(DateWords.full(first.date)) to "
          + "\(DateWords.full(last.date)): first \(start.plain), latest \(end.plain), lowest "
          + "\((values.min() ?? start).plain), highest \((values.max() ?? start).plain).")
    }
    told.append("\(better == .lowerIsBetter ? "Lower" : "Higher") is better.")
    if let noise {
      told.append(
        "Within measuring noise of the first value: \(noise.lowerBound.plain) to "
          + "\(noise.upperBound.plain).")
    }
    if let value = judged.isEmpty ? nil : reference?.importantValue(better) {
      told.append(
        matters == nil
          ? "A change that matters does not fit between the first value and the end of the scale."
          : "A change matters from \(value.plain) \(better == .lowerIsBetter ? "down" : "up").")
    }
    if let goal { told.append("The goal is \(goal.plain).") }
    if runs.count > 1 {
      told.append(
        "The line stops \((runs.count - 1).of("time")), where another form begins, which is not "
          + "compared with the one before.")
    }
    return told.joined(separator: " ")
  }
}
