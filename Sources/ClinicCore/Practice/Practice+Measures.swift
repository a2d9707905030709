import TechniqueKit

extension Practice {
  /// Records a value, in the open visit when there is one, otherwise as an entry of its own.
  ///
  /// - Throws: `ClinicError.outOfRange`, `ClinicError.wrongActivityCount`,
  ///   `ClinicError.otherActivities`.
  public func measure(
    _ metric: OutcomeMetric, _ items: [Measurement.Item], _ occasion: Measurement.Occasion,
    in chart: Chart, at time: Instant? = nil
  ) throws -> (measurement: Measurement, written: [RecordNumber]) {
    for item in items {
      let range = metric.items.first { $0.name == item.name }?.range ?? metric.range
      let isFraction = metric.isWhole && item.value != item.value.rounded()
      guard range.contains(item.value), !isFraction else {
        throw ClinicError.outOfRange(
          metric: item.name, range: range, typed: item.value.plain)
      }
    }
    let measurement = Measurement(
      metric: metric.id, version: metric.version, occasion: occasion, at: time ?? now,
      value: try score(metric, items, chart),
      items: metric.entry == .score ? [] : items)
    if let visit = try currentVisit(of: chart.id), occasion != .apart || visit.isRunning {
      let written = try step(.measured(measurement: measurement), in: visit, at: time).written
      return (measurement, written)
    }
    return (measurement, try append([.measurement(measurement)], to: chart.id, at: time))
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
      let before = activities(of: metric, in: chart)
      guard before.isEmpty || before == items.map(\.name) else {
        throw ClinicError.otherActivities(count: before.count)
      }
      return items.map(\.value).reduce(0, +) / Double(items.count)
    case .items(let all, let scoring): return scoring.score(all, try named(items, among: all))
    case .computed(let all): return compute(metric.id, try named(items, among: all))
    }
  }

  private func named(
    _ items: [Measurement.Item], among all: [OutcomeMetric.Item]
  ) throws -> [String: Double] {
    for item in items where !all.contains(where: { $0.name == item.name }) {
      throw ClinicError.noSuchItem(item.name, known: all.map(\.name))
    }
    return Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }
}
