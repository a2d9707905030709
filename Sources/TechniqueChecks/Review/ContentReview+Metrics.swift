import TechniqueKit

extension ContentReview {
  func text(_ metric: OutcomeMetric) -> String {
    let unit = metric.unit.isEmpty ? "" : " \(metric.unit)"
    var lines = [
      "`\(metric.id)`, typed `\(metric.name)`: \(metric.prompt)",
      "\(ConditionWords.span(metric.range))\(unit), "
        + (metric.direction == .lowerIsBetter ? "lower is better" : "higher is better"),
      "version: \(metric.version)",
    ]
    if !metric.recall.isEmpty { lines.append("speaks of: \(metric.recall)") }
    if metric.hasSides { lines.append("taken on the left and on the right") }
    lines += metric.otherUnits.sorted { $0.key < $1.key }
      .map { "1 \($0.key) is \(Measure.plain($0.value)) \(metric.unit)" }
    lines += metric.bands.map { "from \(Measure.plain($0.from)): \($0.name)" }
    switch metric.entry {
    case .score: break
    case .namedActivities(let fewest, let most):
      lines.append("mean of \(fewest) to \(most) activities in the client's own words")
    case .items(let items, let scoring):
      lines += texts(items) + [text(scoring)]
    case .computed(let items):
      lines += texts(items) + ["computed by the module"]
    }
    lines += metric.thresholds.map { text($0, unit) }
    lines += metric.standardErrors.map { error in
      "error of one measurement: \(Measure.plain(error.value))\(unit), in \(error.population) "
        + "(\(error.citation))"
    }
    lines.append("licence: \(metric.licence.status.rawValue), \(metric.licence.note)")
    lines += metric.citations.map { "source: \($0)" } + renamed(metric.aliases)
    let title = metric.construct.prefix(1).uppercased() + metric.construct.dropFirst()
    return "### \(title)\n\n" + list(lines)
  }

  /// Items that differ in their number only stand on one line.
  private func texts(_ items: [OutcomeMetric.Item]) -> [String] {
    var lines: [String] = []
    var run: [OutcomeMetric.Item] = []
    func flush() {
      guard let first = run.first, let last = run.last else { return }
      let end = run.count > 1 ? ", to `\(last.name)`" : ""
      lines.append(text(first) + end)
      run = []
    }
    for item in items {
      if let last = run.last, !item.isLike(last) { flush() }
      run.append(item)
    }
    flush()
    return lines
  }

  private func text(_ item: OutcomeMetric.Item) -> String {
    let span =
      item.values.isEmpty
      ? ConditionWords.span(item.range) : item.values.map(Measure.plain).joined(separator: ", ")
    var words = "item `\(item.name)`: \(item.prompt); \(span)"
    if item.atMost > 1 { words += ", up to \(item.atMost) numbers" }
    if item.isConstant { words += ", the same for a client" }
    if item.isReversed { words += ", reversed" }
    if item.weight != 1 { words += ", weight \(Measure.plain(item.weight))" }
    return item.part.isEmpty ? words : words + ", part \(item.part)"
  }

  private func text(_ scoring: OutcomeMetric.Scoring) -> String {
    let base =
      switch scoring.rule {
      case .sum: "sum of the items"
      case .mean: "mean of the items"
      case .share: "the first as a share of the second"
      }
    let missing =
      switch scoring.missing {
      case .asMean(let atMost): "at most \(atMost) missing"
      case .asZero: "what is missing counts as zero"
      case .none(let atLeast):
        "none missing" + (atLeast > 0 ? ", the second at least \(Measure.plain(atLeast))" : "")
      }
    return "\(base), times \(Measure.plain(scoring.factor)), plus "
      + "\(Measure.plain(scoring.offset)); \(missing)"
  }

  private func text(_ threshold: OutcomeMetric.Threshold, _ unit: String) -> String {
    let name = threshold.kind == .minimalDetectable ? "more than noise" : "matters to people"
    let share = threshold.orShareOfBaseline.map {
      "\(Measure.plain(($0 * 100).rounded(toPlaces: 1))) % of the first value"
    }
    let amount = [threshold.change.map { Measure.plain($0) + unit }, share].compactMap(\.self)
      .joined(separator: " or ")
    let baseline = threshold.baseline.map { ", first value \(ConditionWords.span($0))" } ?? ""
    return "\(name): \(amount), in \(threshold.population)\(baseline) (\(threshold.citation))"
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}

extension OutcomeMetric.Item {
  /// Whether nothing but a number tells them apart.
  fileprivate func isLike(_ other: Self) -> Bool {
    func words(_ text: String) -> String { text.filter { !$0.isNumber } }
    return words(prompt) == words(other.prompt) && range == other.range && values == other.values
      && isReversed == other.isReversed && weight == other.weight && part == other.part
  }
}
