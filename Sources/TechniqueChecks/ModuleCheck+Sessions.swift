import TechniqueKit

extension ModuleCheck {
  /// The minutes of each length add up to it, and every phase says what to do.
  var templates: [CheckFinding] {
    content.templates.flatMap { template in
      (sums(of: template) + wording(of: template))
        .map { finding("template", template.id.rawValue, $0) }
    }
  }

  private func sums(of template: SessionTemplate) -> [String] {
    if template.lengths.isEmpty { return ["it comes in no length."] }
    return template.lengths.compactMap { length in
      let sum = template.schedule(length: length).map(\.minutes).reduce(0, +)
      return sum == length ? nil : "the phases of \(length) min add up to \(sum)."
    }
  }

  private func wording(of template: SessionTemplate) -> [String] {
    var found: [String] = []
    if template.title.isEmpty { found.append("it has no title to type.") }
    for phase in template.phases {
      if phase.title.isEmpty || phase.instructions.isEmpty {
        found.append("the phase \"\(phase.title)\" does not say what to do.")
      }
      if phase.minutesByLength.values.contains(where: { $0 < 1 }) {
        found.append("the phase \"\(phase.title)\" takes less than a minute.")
      }
    }
    return found + claims(in: template.phases.flatMap { [$0.title, $0.instructions, $0.record] })
  }

  /// Metrics name their source, their thresholds lie within the range, and say for whom.
  var metrics: [CheckFinding] {
    content.metrics.flatMap { metric in
      var found: [String] = []
      if metric.citations.isEmpty { found.append("it names no source.") }
      if metric.name.isEmpty || metric.prompt.isEmpty {
        found.append("a name and a prompt are needed.")
      }
      if metric.version.isEmpty { found.append("it does not say which version is used.") }
      let width = metric.range.upperBound - metric.range.lowerBound
      for threshold in metric.thresholds {
        if threshold.change <= 0 || threshold.change > width {
          found.append("a change of \(threshold.change) does not fit its range.")
        }
        if threshold.population.isEmpty { found.append("a threshold does not say for whom.") }
        if threshold.orShareOfBaseline.map({ !(0...1).contains($0) }) == true {
          found.append("a share of the first value lies between 0 and 1.")
        }
      }
      if case .namedActivities(let fewest, let most) = metric.entry, fewest < 1 || most < fewest {
        found.append("the number of activities is no range.")
      }
      return found.map { finding("metric", metric.id.rawValue, $0) }
    }
  }

  /// A statement about trials names them, unless it says that there are none.
  var evidence: [CheckFinding] {
    content.evidence.flatMap { item in
      var found = claims(in: [item.condition, item.summary])
      if item.citations.isEmpty, item.direction != .notStudied {
        found.append("it names no source.")
      }
      if (item.certainty == .none) != (item.direction == .notStudied) {
        found.append("without trials there is neither a certainty nor a direction.")
      }
      return found.map { finding("evidence", item.condition, $0) }
    }
      + claims(
        in: content.aftercare.expect + content.aftercare.advice + content.aftercare.seekHelp
      ).map { finding("aftercare", "text", $0) }
  }
}
