import TechniqueKit

extension Practice {
  /// Records a value, in the open visit when there is one, otherwise as an entry of its own.
  ///
  /// - Parameters:
  ///   - items: what the score is made of; one that is called like the metric is the score itself.
  ///   - mode: where it was answered; a form that stays on paper was answered there unless it is
  ///     said otherwise.
  ///   - time: when it was taken; left out, now, or in a visit that is entered late, a time of that.
  ///   - anew: whether numbers that were taken otherwise than before begin a stretch of their own.
  /// - Returns: the score, with what else its numbers make.
  /// - Throws: `MeasureRefusal`, `ClinicError.toCome`, `ClinicError.outsideSession`, `ClinicError.outOfRange`, `ClinicError.noSuchValue`, `ClinicError.noSuchItem`,
  ///   `ClinicError.partAboveWhole`, `ClinicError.wrongActivityCount`,
  ///   `ClinicError.otherActivities`.
  public func measure(
    _ metric: OutcomeMetric, _ items: [Measurement.Item], _ occasion: Measurement.Occasion,
    side: Side? = nil, mode: Measurement.Mode? = nil, anew: Bool = false, in chart: Chart,
    at time: Instant? = nil
  ) throws -> TakenScore {
    if let side, !metric.hasSides { throw MeasureRefusal.noSides(metric: metric.name, side) }
    try check(items, of: metric)
    let open = try currentVisit(of: chart.id)
    let late = open.flatMap { $0.isEnteredLate ? $0 : nil }
    let visit = open.flatMap { occasion != .apart || $0.isRunning ? $0 : nil }
    let moment = try moment(time, of: occasion, in: visit ?? (time == nil ? late : nil))
    let isTotal = items.count == 1 && items.first?.name == metric.name
    let before =
      anew || isTotal
      ? nil : (chart.measurements + (open?.measurements ?? [])).lastForm(of: metric, side)
    let carried = before.map { numbersKept(from: $0, into: items, of: metric) } ?? []
    func measurement(
      _ metric: OutcomeMetric, _ value: Double?, _ items: [Measurement.Item]
    ) -> Measurement {
      Measurement(
        metric: metric.id, version: metric.version, occasion: occasion, at: moment,
        value: value, items: items,
        mode: mode ?? (metric.licence.status == .ships ? .asked : .paper), side: side,
        manner: Measurement.Manner(metric, items))
    }
    let all = items + carried
    let taken = measurement(
      metric, isTotal ? items.first?.value : try value(of: metric, all, chart), isTotal ? [] : all)
    if let was = before?.manner, let typed = taken.manner, was != typed {
      throw MeasureRefusal.takenOtherwise(before: was, typed: typed)
    }
    let others = alsoMade(of: metric, all).map { measurement($0.metric, $0.value, $0.items) }
    return TakenScore(
      measurement: taken, others: others, carried: carried,
      written: try keep([taken] + others, visit, in: chart, at: moment))
  }

  /// Puts scores of one moment on disk, all or none.
  private func keep(
    _ measurements: [Measurement], _ visit: VisitDraft?, in chart: Chart, at time: Instant
  ) throws -> [RecordNumber] {
    if let visit {
      return try steps(measurements.map { .measured(measurement: $0) }, in: visit, at: time).written
    }
    return try append(measurements.map { .measurement($0) }, to: chart.id, at: time)
  }

  /// The numbers of a metric that stay the same for the client, as they were last; empty where none
  /// is known.
  public func constants(
    of metric: OutcomeMetric, _ side: Side?, in chart: Chart
  ) -> [Measurement.Item] {
    chart.measurements.lastForm(of: metric, side)?.manner?.constants ?? []
  }

  /// What stays the same for the client and was not typed.
  private func numbersKept(
    from before: Measurement, into items: [Measurement.Item], of metric: OutcomeMetric
  ) -> [Measurement.Item] {
    before.manner?.constants.filter { constant in
      !items.contains { $0.name == constant.name }
    } ?? []
  }

  /// What else a module computes of the same numbers, or of some of them.
  private func alsoMade(
    of metric: OutcomeMetric, _ items: [Measurement.Item]
  ) -> [(metric: OutcomeMetric, value: Double, items: [Measurement.Item])] {
    guard case .computed(let asked) = metric.entry,
      let module = catalogue.modules.first(where: { $0.content.metrics.contains(metric) })
    else { return [] }
    return module.content.metrics.compactMap { other in
      guard other.id != metric.id, case .computed(let needed) = other.entry,
        Set(needed).isSubset(of: asked)
      else { return nil }
      let own = items.filter { other.item(holding: $0.name) != nil }
      let values = Dictionary(own.map { ($0.name, $0.value) }) { _, last in last }
      return compute(other.id, values).map { (other, $0, own) }
    }
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

  /// What a metric makes of its numbers; `nil` when they are too few.
  func value(
    of metric: OutcomeMetric, _ items: [Measurement.Item], _ chart: Chart
  ) throws -> Double? {
    switch metric.entry {
    case .score: return items.first?.value
    case .namedActivities(let atLeast, let atMost):
      let names = items.map(\.name)
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw ClinicError.namedTwice(twice)
      }
      guard (atLeast...atMost).contains(items.count) else {
        throw ClinicError.wrongActivityCount(atLeast: atLeast, atMost: atMost)
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
        let rows = Measurement.Manner(metric, items)?.rows ?? []
        if Set(rows.map(\.count)).count > 1 { throw MeasureRefusal.unequalRows(rows) }
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

extension [Measurement] {
  /// The latest of them that was made of numbers, by the present version.
  fileprivate func lastForm(of metric: OutcomeMetric, _ side: Side?) -> Measurement? {
    filter {
      $0.metric == metric.id && $0.version == metric.version && $0.side == side
        && !$0.items.isEmpty
    }.reduce(nil) { last, next in last.map { $0.at > next.at ? $0 : next } ?? next }
  }
}
