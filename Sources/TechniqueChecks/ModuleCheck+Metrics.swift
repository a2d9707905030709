import TechniqueKit

extension ModuleCheck {
  /// Metrics name their source, their scores and thresholds lie within the range, and say for whom.
  var metrics: [CheckFinding] {
    content.metrics.enumerated().flatMap { place, metric in
      let others = base.content.metrics + content.metrics.prefix(place)
      var found = identity(of: metric, beside: others) + thresholds(of: metric)
      found += score(of: metric) + claims(in: [metric.construct, metric.prompt])
      return found.map { finding($0, "metric", metric.id.rawValue) }
    }
  }

  private func identity(of metric: OutcomeMetric, beside others: [OutcomeMetric]) -> [Problem] {
    var found: [Problem] = []
    if metric.citations.isEmpty { found.append(Problem(.sources, "it names no source.")) }
    if !metric.name.isSnakeCase {
      found.append(Problem(.wording, "a name to type is needed, in lower case."))
    }
    if others.contains(where: { $0.name == metric.name }) {
      found.append(Problem(.ids, "another metric is called \(metric.name) already."))
    }
    found += label(metric.construct, "what it measures") + label(metric.prompt, "the prompt")
    if metric.version.isEmpty {
      found.append(Problem(.wording, "it does not say which version is used."))
    }
    return found
  }

  private func thresholds(of metric: OutcomeMetric) -> [Problem] {
    let width = metric.range.upperBound - metric.range.lowerBound
    let names = metric.bands.map(\.from)
    let band =
      names == names.sorted() && names.allSatisfy(metric.range.contains)
      ? [] : [Problem(.ranges, "its bands do not rise within its range.")]
    return band
      + metric.thresholds.flatMap { threshold in
        var found: [Problem] = []
        if let change = threshold.change, change <= 0 || change > width {
          found.append(Problem(.thresholds, "a change of \(change) does not fit its range."))
        }
        if threshold.change == nil, threshold.orShareOfBaseline == nil {
          found.append(Problem(.thresholds, "a threshold has neither a change nor a share."))
        }
        if threshold.population.isEmpty {
          found.append(Problem(.thresholds, "a threshold does not say for whom."))
        }
        if threshold.orShareOfBaseline.map({ !(0...1).contains($0) }) == true {
          found.append(Problem(.thresholds, "a share of the first value lies between 0 and 1."))
        }
        return found
      }
      + metric.standardErrors.flatMap { error in
        var found: [Problem] = []
        if error.value <= 0 || error.value > width {
          found.append(
            Problem(
              .thresholds, "an error of measurement of \(error.value) does not fit its range."))
        }
        if error.population.isEmpty {
          found.append(Problem(.thresholds, "an error of measurement does not say for whom."))
        }
        return found
      }
  }

  private func score(of metric: OutcomeMetric) -> [Problem] {
    let rhythm = metric.occasions.contains { occasion in
      if case .everyVisits(let visits) = occasion { visits < 1 } else { false }
    }
    var found = rhythm ? [Problem(.ranges, "it is measured every visit at most.")] : []
    found += metric.items.flatMap { label($0.prompt, "the prompt of \($0.name)") }
    for item in metric.items where !item.name.isSnakeCase {
      found.append(
        Problem(.wording, "the item \"\(item.name)\" needs a name to type, in lower case."))
    }
    if metric.items.contains(where: { item in !item.values.allSatisfy(item.range.contains) }) {
      found.append(Problem(.scores, "a value of an item lies outside its range."))
    }
    if Set(metric.items.map(\.name)).count < metric.items.count {
      found.append(Problem(.ids, "an item's name occurs twice."))
    }
    switch metric.entry {
    case .score: break
    case .namedActivities(let fewest, let most):
      if fewest < 1 || most < fewest {
        found.append(Problem(.scores, "the number of activities is no range."))
      }
    case .items(let items, let scoring):
      guard let reach = scoring.reach(items) else {
        return found + [Problem(.scores, "a score of items needs an item.")]
      }
      if case .asMean(let atMost) = scoring.missing, !(0..<items.count).contains(atMost) {
        found.append(Problem(.scores, "at least one of its items has to be given."))
      }
      if reach.lowerBound < metric.range.lowerBound || reach.upperBound > metric.range.upperBound {
        found.append(
          Problem(.scores, "its items make \(reach.lowerBound) to \(reach.upperBound)."))
      }
    case .computed(let items):
      if items.isEmpty { found.append(Problem(.scores, "a score of items needs an item.")) }
    }
    return found
  }
}
