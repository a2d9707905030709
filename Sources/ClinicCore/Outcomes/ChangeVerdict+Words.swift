import TechniqueKit

extension ChangeVerdict {
  /// One sentence or two, with the numbers, populations and sources it rests on.
  ///
  /// - Parameter start: what it is held against: `the first value`, `12 Nov`.
  public func sentence(since start: String = "the first value") -> String {
    guard course != .unchanged else { return "No change since \(start)." }
    let used = [OutcomeMetric.Threshold.Kind.minimalDetectable, .minimalImportant].compactMap(
      judged)
    return ([inShort(since: start)] + used).joined(separator: "; ") + "."
      + (caution.map { " \($0)" } ?? "")
  }

  /// `Better by 3 (37.5 %) since 2 Oct`, without a source.
  public func inShort(since start: String) -> String {
    guard course != .unchanged else { return "No change since \(start)" }
    let share = percent.map { " (\(((abs($0) * 10).rounded() / 10).plain) %)" } ?? ""
    return "\(course.rawValue.capitalized) by \(amount(abs(to - from)))\(share) since \(start)"
  }

  private func judged(_ kind: OutcomeMetric.Threshold.Kind) -> String? {
    guard let threshold = threshold(kind), let weight = weight(kind) else { return nil }
    return "\(weight) (\(threshold.amount), \(threshold.origin))"
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

extension ChangeVerdict {
  /// `more than measuring noise, less than what usually matters`, as far as thresholds are known.
  public var weight: String {
    let known = [weight(.minimalDetectable), weight(.minimalImportant)].compactMap(\.self)
    return known.isEmpty ? "no threshold is known" : known.joined(separator: ", ")
  }

  /// By one of them; `nil` where none of the kind is known.
  func weight(_ kind: OutcomeMetric.Threshold.Kind) -> String? {
    reaches(kind).map { isReached in
      switch kind {
      case .minimalDetectable: "\(isReached ? "" : "not ")more than measuring noise"
      case .minimalImportant: isReached ? "enough to matter" : "less than what usually matters"
      }
    }
  }

  /// Whether the first value lies in the worst third of the range; where that begins is a choice of
  /// this project.
  var startsNearWorst: Bool {
    let share = metric.share(of: from)
    return metric.direction == .lowerIsBetter ? share >= 2.0 / 3 : share <= 1.0 / 3
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
  /// `chronic low back pain, Ostelo 2008`
  var origin: String { "\(population), \(citation)" }

  /// `2 or 30 % of the first (chronic low back pain, Ostelo 2008)`
  public var words: String { "\(amount) (\(origin))" }

  /// `2 or 30 % of the first`.
  var amount: String {
    let share = orShareOfBaseline.map { "\(((($0 * 1000).rounded()) / 10).plain) % of the first" }
    return [change?.plain, share].compactMap(\.self).joined(separator: " or ")
  }
}
