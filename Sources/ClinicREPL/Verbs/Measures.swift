import ClinicCore
import TechniqueKit

extension Verb {
  static let pain = Verb(
    name: "pain", group: .measure, usage: "pain N [after]",
    does: "pain now, 0 none to 10 worst", example: "pain 4 after"
  ) { shell, rest in try shell.measure("pain", rest) }

  static let score = Verb(
    name: "score", group: .measure, usage: "score NAME N  or  score psfs \"ACTIVITY\"=N ...",
    does: "record an outcome score", example: "score psfs walking=4 stairs=3 sleep=6"
  ) { shell, rest in
    let name = rest.prefix { !$0.isWhitespace }
    let known = shell.practice.catalogue.metrics.map(\.name)
    guard !name.isEmpty else {
      throw Failure.usage("score needs a name.", hint: "Known: \(known.joined(separator: ", "))")
    }
    try shell.measure(String(name), String(rest.dropFirst(name.count)))
  }

  static let progress = Verb(
    name: "progress", group: .measure, usage: "progress",
    does: "scores over time, and what they say",
    example: "progress"
  ) { shell, _ in try shell.showProgress(try shell.openChart()) }
}

extension Shell {
  fileprivate func measure(_ name: String, _ rest: String) throws {
    let known = practice.catalogue.metrics.map(\.name)
    guard let metric = practice.catalogue.metric(named: name) else {
      let near = Suggestion.closest(to: name, among: known)
      throw Failure.usage(
        "there is no score \"\(name)\". Nothing was changed.",
        hint: near.map { "Did you mean \($0)?" } ?? "Known: \(known.joined(separator: ", "))")
    }
    let chart = try openChart()
    switch metric.entry {
    case .score: break
    case .namedActivities: return try activities(metric, rest, chart)
    case .items, .computed: return try items(metric, rest, chart)
    }
    var words = try Words(rest).bare
    let isAfter = words.last == "after"
    if isAfter { words.removeLast() }
    guard words.count == 1 else {
      throw Failure.usage("\(metric.name) needs one number.", hint: "Example: \(metric.name) 4")
    }
    try record(metric, words[0], try occasion(saysAfter: isAfter, chart), chart)
  }

  /// A score is one before the session until that has ended, or until it is said otherwise.
  private func occasion(
    saysAfter: Bool, _ chart: Chart
  ) throws -> ClinicCore.Measurement.Occasion {
    guard let visit = try practice.currentVisit(of: chart.id) else {
      if saysAfter { throw ClinicError.noVisitOpen }
      return .apart
    }
    return saysAfter || !visit.isRunning ? .after : .before
  }

  func record(
    _ metric: OutcomeMetric, _ typed: String, _ occasion: Measurement.Occasion, _ chart: Chart
  ) throws {
    guard let value = Double(measured: typed, outOf: metric.range.upperBound) else {
      throw ClinicError.outOfRange(metric: metric.name, range: metric.range, typed: typed)
    }
    let items = [Measurement.Item(name: metric.name, value: value)]
    save(try practice.measure(metric, items, occasion, in: chart), metric)
  }

  /// - Returns: `nil` when the item is skipped.
  /// - Throws: `Failure.missing` when nobody wants to go on; nothing is saved then.
  private func ask(
    _ item: OutcomeMetric.Item, _ metric: OutcomeMetric
  ) throws -> ClinicCore.Measurement.Item? {
    while true {
      let event = try ask("  \(item.prompt), - to skip: ", missing: item.name)
      guard case .line(let typed) = event, typed != "." else {
        throw Failure.missing("no \(metric.name) was saved.")
      }
      if typed.isEmpty || typed == "-" { return nil }
      do { return try number(typed, item.name, metric) } catch {
        say("       \(Failure(error).message)")
      }
    }
  }

  /// A score of fixed items: `score sleep falling=4 waking=2`, or asked one by one.
  private func items(_ metric: OutcomeMetric, _ rest: String, _ chart: Chart) throws {
    let words = try Words(rest)
    let isAfter = words.bare.last == "after"
    var items = try words.fields.map { try number($0.value, $0.name, metric) }
    if items.isEmpty { items = try metric.items.compactMap { try ask($0, metric) } }
    let occasion = try occasion(saysAfter: isAfter, chart)
    save(try practice.measure(metric, items, occasion, in: chart), metric)
  }

  private func activities(_ metric: OutcomeMetric, _ rest: String, _ chart: Chart) throws {
    let words = try Words(rest)
    let before = practice.activities(of: metric, in: chart)
    var items: [Measurement.Item] = []
    for field in words.fields { items.append(try number(field.value, field.name, metric)) }
    if items.isEmpty, !words.bare.isEmpty, words.bare.count == before.count {
      items = try zip(before, words.bare).map { try number($1, $0, metric) }
    }
    if items.isEmpty, words.bare.isEmpty, mode.isInteractive {
      items = try askActivities(metric, before)
    }
    save(try practice.measure(metric, items, .apart, in: chart), metric)
  }

  private func askActivities(
    _ metric: OutcomeMetric, _ before: [String]
  ) throws -> [Measurement.Item] {
    var items: [Measurement.Item] = []
    while before.isEmpty || items.count < before.count {
      var name = before.isEmpty ? "" : before[items.count]
      if before.isEmpty {
        let event = try ask("Activity that is hard, Enter when done: ", missing: "activities")
        guard case .line(let typed) = event, !typed.isEmpty, typed != "." else { break }
        name = typed
      }
      guard case .line(let typed) = try ask("  \(name), \(metric.prompt): ", missing: "a score"),
        typed != "."
      else { break }
      do { items.append(try number(typed, name, metric)) } catch {
        say("       \(Failure(error).message)")
      }
    }
    return items
  }

  private func number(
    _ typed: String, _ name: String, _ metric: OutcomeMetric
  ) throws -> Measurement.Item {
    let range = metric.items.first { $0.name == name }?.range ?? metric.range
    guard let value = Double(measured: typed, outOf: range.upperBound), range.contains(value) else {
      throw ClinicError.outOfRange(metric: name, range: range, typed: typed)
    }
    return .init(name: name, value: value)
  }

  private func save(
    _ result: (measurement: Measurement, written: [RecordNumber]), _ metric: OutcomeMetric
  ) {
    wrote(result.written)
    let value = result.measurement.value
    let when = result.measurement.occasion == .apart ? "" : " \(result.measurement.occasion)"
    say("       \(metric.name)\(when) \(value?.plain ?? "no score") saved.")
    item(json(result.measurement, metric))
  }

  func json(_ measurement: Measurement, _ metric: OutcomeMetric?) -> JSON {
    .fields([
      "measure": .string(metric?.name ?? measurement.metric.rawValue),
      "when": .string(measurement.occasion.rawValue), "at": .string(measurement.at.iso),
      "value": measurement.value.map { .number($0) } ?? .null,
      "scale_min": metric.map { .number($0.range.lowerBound) },
      "scale_max": metric.map { .number($0.range.upperBound) },
    ])
  }
}
