import TechniqueKit

extension ChangeVerdict {
  /// One sentence or two, with the numbers, populations and sources it rests on.
  ///
  /// - Parameter start: what it is held against: `the first value`, `12 Nov`.
  public func sentence(since start: String = "the first value") -> String {
    guard course != .unchanged else { return "No change since \(start)." }
    let used = [
      judged(
        .minimalDetectable, reached: "more than measuring noise",
        else: "not more than measuring noise"),
      judged(
        .minimalImportant, reached: "enough to matter", else: "less than what usually matters"),
    ].compactMap(\.self)
    return ([inShort(since: start)] + used).joined(separator: "; ") + "."
      + (caution.map { " \($0)" } ?? "")
  }

  /// `Better by 3 (37.5 %) since 2 Oct`, without a source.
  public func inShort(since start: String) -> String {
    guard course != .unchanged else { return "No change since \(start)" }
    let share = percent.map { " (\(((abs($0) * 10).rounded() / 10).plain) %)" } ?? ""
    return "\(course.rawValue.capitalized) by \(amount(abs(to - from)))\(share) since \(start)"
  }

  private func judged(
    _ kind: OutcomeMetric.Threshold.Kind, reached: String, else missed: String
  ) -> String? {
    guard let threshold = threshold(kind), let isReached = reaches(kind) else { return nil }
    return "\(isReached ? reached : missed) "
      + "(\(threshold.amount), \(threshold.population), \(threshold.citation))"
  }

  /// Says that the thresholds are of other people than the client; `nil` where one is of the client's
  /// own kind, or there is none.
  var caution: String? {
    let used = [OutcomeMetric.Threshold.Kind.minimalDetectable, .minimalImportant]
      .compactMap(threshold)
    guard !used.isEmpty, !used.contains(where: { speaksOfClient($0.condition) }) else { return nil }
    return conditions.isEmpty
      ? nil
      : "For \(conditions.map(\.name).joined(separator: " and ")) no threshold is known; "
        + "\(used.count == 1 ? "this is" : "these are") the most cautious there \(used.count == 1 ? "is" : "are")."
  }

  /// A value with its unit, to two decimals.
  func amount(_ value: Double) -> String {
    let rounded = ((value * 100).rounded() / 100).plain
    return metric.unit.isEmpty ? rounded : "\(rounded) \(metric.unit)"
  }
}

extension ChangeVerdict.ReliableChange {
  /// `Reliable change index -2.08, beyond 1.96, which noise alone exceeds in 5 of 100 (...)`.
  public var sentence: String {
    let index = ((self.index * 100).rounded() / 100).plain
    return
      "Reliable change index \(index): \(isReliable ? "" : "not ")beyond 1.96, which noise alone "
      + "passes in 5 of 100 (error of one score \(error.value.plain), \(error.population), "
      + "\(error.citation))."
  }
}

extension OutcomeMetric.Threshold {
  /// `2 or 30 % of the first`.
  public var amount: String {
    let share = orShareOfBaseline.map { "\(((($0 * 1000).rounded()) / 10).plain) % of the first" }
    return [change?.plain, share].compactMap(\.self).joined(separator: " or ")
  }
}
