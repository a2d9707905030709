import TechniqueKit

extension Practice {
  /// Records a value, in the open visit when there is one, otherwise as an entry of its own.
  ///
  /// - Parameters:
  ///   - items: what the score is made of; one that is called like the metric is the score itself.
  ///   - mode: where it was answered; a form that stays on paper was answered there unless it is
  ///     said otherwise.
  /// - Throws: `ClinicError.outOfRange`, `ClinicError.noSuchValue`, `ClinicError.noSuchItem`,
  ///   `ClinicError.partAboveWhole`, `ClinicError.wrongActivityCount`,
  ///   `ClinicError.otherActivities`.
  public func measure(
    _ metric: OutcomeMetric, _ items: [Measurement.Item], _ occasion: Measurement.Occasion,
    mode: Measurement.Mode? = nil, in chart: Chart, at time: Instant? = nil
  ) throws -> (measurement: Measurement, written: [RecordNumber]) {
    try check(items, of: metric)
    let isTotal = items.count == 1 && items.first?.name == metric.name
    let measurement = Measurement(
      metric: metric.id, version: metric.version, occasion: occasion, at: time ?? now,
      value: isTotal ? items.first?.value : try score(metric, items, chart),
      items: isTotal ? [] : items,
      mode: mode ?? (metric.licence.status == .ships ? .asked : .paper))
    if let visit = try currentVisit(of: chart.id), occasion != .apart || visit.isRunning {
      let written = try step(.measured(measurement: measurement), in: visit, at: time).written
      return (measurement, written)
    }
    return (measurement, try append([.measurement(measurement)], to: chart.id, at: time))
  }

  private func check(_ items: [Measurement.Item], of metric: OutcomeMetric) throws {
    for item in items {
      let asked = metric.item(holding: item.name)
      let range = asked?.range ?? metric.range
      let isFraction = metric.isWhole && item.value != item.value.rounded()
      guard range.contains(item.value) else {
        throw ClinicError.outOfRange(
          metric: item.name, range: range, typed: item.value.plain)
      }
      if isFraction {
        throw ClinicError.fractionTyped(metric: item.name, typed: item.value.plain)
      }
      if let asked, !asked.accepts(item.value) {
        throw ClinicError.noSuchValue(item.name, known: asked.values, typed: item.value.plain)
      }
    }
    guard case .items(_, let scoring) = metric.entry, scoring.rule == .share, items.count == 2,
      let part = items.first(where: { $0.name == metric.items[0].name }),
      let whole = items.first(where: { $0.name == metric.items[1].name }), part.value > whole.value
    else { return }
    throw ClinicError.partAboveWhole(part: part.name, whole: whole.name)
  }

  /// The activities that are scored again, in the client's own words.
  public func activities(of metric: OutcomeMetric, in chart: Chart) -> [String] {
    chart.measurements(of: metric.id).last?.items.map(\.name) ?? []
  }

  private func score(
    _ metric: OutcomeMetric, _ items: [Measurement.Item], _ chart: Chart
  ) throws -> Double? {
    switch metric.entry {
    case .score: return items.first?.value
    case .namedActivities(let atLeast, let atMost):
      guard (atLeast...atMost).contains(items.count) else {
        throw ClinicError.wrongActivityCount(atLeast: atLeast, atMost: atMost)
      }
      let names = items.map(\.name)
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw ClinicError.namedTwice(twice)
      }
      let before = activities(of: metric, in: chart)
      guard before.isEmpty || before == items.map(\.name) else {
        throw ClinicError.otherActivities(count: before.count)
      }
      return items.map(\.value).reduce(0, +) / Double(items.count)
    case .items(let all, let scoring):
      let values = try named(items, among: all)
      if scoring.rule == .share { try require(all, in: values, of: metric) }
      return scoring.score(all, values)
    case .computed(let all):
      let values = try named(items, among: all)
      try require(all, in: values, of: metric)
      guard let score = compute(metric.id, values) else {
        throw ClinicError.itemsMissing(metric: metric.name, [])
      }
      return score
    }
  }

  /// What is worked out of all its items needs each of them.
  private func require(
    _ items: [OutcomeMetric.Item], in values: [String: Double], of metric: OutcomeMetric
  ) throws {
    let missing = items.filter { item in !item.names(item.atMost).contains { values[$0] != nil } }
    if !missing.isEmpty {
      throw ClinicError.itemsMissing(metric: metric.name, missing.map(\.name))
    }
  }

  private func named(
    _ items: [Measurement.Item], among all: [OutcomeMetric.Item]
  ) throws -> [String: Double] {
    for item in items where !all.contains(where: { $0.holds(item.name) }) {
      throw ClinicError.noSuchItem(item.name, known: all.map(\.name))
    }
    return Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }
}

extension OutcomeMetric {
  /// The item under which a number is kept: `affected` for `affected_3`.
  public func item(holding name: String) -> Item? { items.first { $0.holds(name) } }
}

extension OutcomeMetric.Item {
  fileprivate func holds(_ name: String) -> Bool { names(atMost).contains(name) }
}
