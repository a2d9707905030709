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
    if case .namedActivities = metric.entry { return try activities(metric, rest, chart) }
    var words = try Words(rest).bare
    let isAfter = words.last == "after"
    if isAfter { words.removeLast() }
    let hasVisit = try practice.currentVisit(of: chart.id) != nil
    if isAfter, !hasVisit { throw ClinicError.noVisitOpen }
    guard words.count == 1 else {
      throw Failure.usage("\(metric.name) needs one number.", hint: "Example: \(metric.name) 4")
    }
    try record(metric, words[0], isAfter ? .after : hasVisit ? .before : .apart, chart)
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

  private func activities(_ metric: OutcomeMetric, _ rest: String, _ chart: Chart) throws {
    let words = try Words(rest)
    let before = practice.activities(of: metric, in: chart)
    var items: [Measurement.Item] = []
    for field in words.fields { items.append(try activity(field.name, field.value, metric)) }
    if items.isEmpty, !words.bare.isEmpty, words.bare.count == before.count {
      items = try zip(before, words.bare).map { try activity($0, $1, metric) }
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
      do { items.append(try activity(name, typed, metric)) } catch {
        say("       \(Failure(error).message)")
      }
    }
    return items
  }

  private func activity(
    _ name: String, _ typed: String, _ metric: OutcomeMetric
  ) throws -> Measurement.Item {
    guard let value = Double(measured: typed, outOf: metric.range.upperBound) else {
      throw ClinicError.outOfRange(metric: metric.name, range: metric.range, typed: typed)
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
