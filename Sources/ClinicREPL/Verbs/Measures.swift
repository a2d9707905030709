import ClinicCore
import TechniqueKit

extension Verb {
  static let pain = Verb(
    name: "pain", group: .measure, usage: "pain N [after] [at=TIME]",
    does: "pain now, 0 none to 10 worst", example: "pain 4 after",
    seeAlso: ["score", "progress", "undo"],
    takes: .named("mode=MODE", "at=TIME")
  ) { shell, rest in try shell.measure("pain", rest) }

  static let score = Verb(
    name: "score", group: .measure,
    usage: "score NAME [left|right] N ... [at=TIME]  or  score psfs \"ACTIVITY\"=N ...",
    does: "record an outcome score", example: "score psfs walking=4 stairs=3 sleep=6",
    moreExamples: [
      "score ppt left 310 300 305", "score slr l 60",
      "score excess affected=17.1,18.9,21.2 other=16,17.2,19 every=4",
    ],
    seeAlso: ["pain", "diary", "progress"],
    takes: .named("mode=MODE", "side=SIDE", "unit=UNIT", "anew=yes", "at=TIME")
  ) { shell, rest in
    let name = rest.prefix { !$0.isWhitespace }
    guard !name.isEmpty else { return try shell.listScores() }
    try shell.measure(String(name), String(rest.dropFirst(name.count)))
  }

  static let progress = Verb(
    name: "progress", group: .measure, usage: "progress [NAME] [to=FILE] [replace=yes]",
    does: "scores over time, and what they say; with plots as .html, or as .txt, .md or .pdf",
    example: "progress", moreExamples: ["progress pain", "progress to=~/progress.html"],
    seeAlso: ["score", "pain", "outcomes"],
    takes: .words("to=FILE", "replace=yes")
  ) { shell, rest in
    let words = try Words(rest)
    let file = try shell.paperFile(
      words, of: "progress is", as: PaperFile.Format.papers, example: "progress to=~/progress.html")
    let metric = try words.bare.first.map(shell.metric)
    guard words.bare.count < 2 else {
      throw Failure.usage("progress takes one measure.", hint: "Example: progress pain")
    }
    try shell.showProgress(try shell.openChart(), named: metric?.name, to: file)
  }
}

extension Shell {
  /// The scores of the open client's conditions, then every name there is.
  fileprivate func listScores() throws {
    let chart = try client.map { try practice.chart($0.chart) }
    let conditions = chart?.conditions ?? []
    let due = try chart.map { try practice.dueMeasures(in: $0) } ?? []
    listDue(due)
    let pack = practice.catalogue.pack(of: conditions)
    let names = conditions.isEmpty ? "every client" : conditions.map(\.name).joined(separator: ", ")
    say("For \(names):")
    for metric in pack { show(metric, due.first { $0.metric.id == metric.id }) }
    let others = practice.catalogue.metrics.filter { metric in
      !pack.contains { $0.id == metric.id }
    }
    say("Others:")
    for line in others.map(\.name).joined(separator: "  ").wrapped(to: 72) { say("  \(line)") }
    for metric in others { item(json(metric).with(["for_client": .bool(false)])) }
  }

  private func show(_ metric: OutcomeMetric, _ due: DueMeasure?) {
    say(
      "  \(metric.name.padded(to: 20)) \(metric.construct), "
        + "\(metric.range.lowerBound.plain) to \(metric.range.upperBound.plain)", indent: 4)
    if metric.licence.status == .scoreEntryOnly {
      say("      from a paper form: \(metric.licence.note)", indent: 6)
    }
    item(json(metric).with(["for_client": .bool(true), "due": due.map { json($0) }]))
  }

  private func json(_ metric: OutcomeMetric) -> JSON {
    .fields([
      "measure": .string(metric.name), "construct": .string(metric.construct),
      "scale_min": .number(metric.range.lowerBound), "scale_max": .number(metric.range.upperBound),
      "version": .string(metric.version), "licence": .string(metric.licence.status.rawValue),
      "licence_note": .string(metric.licence.note),
      "unit": metric.unit.isEmpty ? nil : .string(metric.unit),
    ])
  }

  /// - Throws: `Failure` naming the nearest one there is.
  fileprivate func metric(named name: String) throws -> OutcomeMetric {
    guard let metric = practice.catalogue.metric(named: name) else {
      let near = Suggestion.closest(to: name, among: practice.catalogue.metrics.map(\.name))
      throw Failure.usage(
        "there is no score \"\(name)\". Nothing was changed.",
        hint: near.map { "Did you mean \($0)?" } ?? "Type score for the list.")
    }
    return metric
  }

  func measure(_ name: String, _ rest: String) throws {
    let metric = try metric(named: name)
    let chart = try openChart()
    switch metric.entry {
    case .score: break
    case .namedActivities: return try activities(metric, rest, chart)
    case .items, .computed: return try items(metric, rest, chart)
    }
    let typed = try TypedScore(rest, metric)
    guard typed.bare.count == 1 else {
      let name = metric.name == "pain" ? "pain" : "score \(metric.name)"
      throw Failure.usage("\(metric.name) needs one number.", hint: "Example: \(name) 4")
    }
    let total = try number(typed.bare[0], metric.name, metric)
    save(
      try practice.measure(
        metric, [total], try occasion(saysAfter: typed.isAfter, chart), side: typed.side,
        mode: typed.mode, in: chart, at: try time(typed: typed.at)), metric)
  }

  /// A score is one before the session until that has ended, or until it is said otherwise.
  func occasion(
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
    let total = try number(typed, metric.name, metric)
    save(try practice.measure(metric, [total], occasion, in: chart), metric)
  }

  private func activities(_ metric: OutcomeMetric, _ rest: String, _ chart: Chart) throws {
    var words = try Words(rest)
    let how = try TypedScore.mode(words.take("mode"))
    let at = try time(typed: words.take("at"))
    if let side = words.bare.lazy.compactMap(Side.init(typed:)).first {
      throw MeasureRefusal.noSides(metric: metric.name, side)
    }
    let before = practice.activities(of: metric, in: chart)
    guard words.bare.isEmpty || words.fields.isEmpty && words.bare.count == before.count else {
      let names =
        before.isEmpty ? "" : ", or its numbers in order: \(before.joined(separator: ", "))"
      throw Failure.usage(
        "\(metric.name) takes NAME=N for each activity\(names); you typed \"\(words.phrase)\". "
          + "Nothing was saved.", hint: "Example: score \(metric.name) walking=4 stairs=3")
    }
    var items: [Measurement.Item] = []
    for field in words.fields { items.append(try number(field.value, field.name, metric)) }
    if items.isEmpty, !words.bare.isEmpty {
      items = try zip(before, words.bare).map { try number($1, $0, metric) }
    }
    if items.isEmpty, words.bare.isEmpty, mode.isInteractive {
      items = try askActivities(metric, before)
    }
    save(try practice.measure(metric, items, .apart, mode: how, in: chart, at: at), metric)
  }

  private func askActivities(
    _ metric: OutcomeMetric, _ before: [String]
  ) throws -> [Measurement.Item] {
    func answer(_ prompt: String, help: String) throws -> String {
      while case .line(let typed) = try ask(prompt, missing: metric.name),
        typed != ".", typed != "stop"
      {
        guard ["?", "??", "help"].contains(typed) else { return typed }
        say("       \(help) . stops.", indent: 7)
      }
      throw Failure.missing("no \(metric.name) was saved.")
    }
    var items: [Measurement.Item] = []
    while before.isEmpty || items.count < before.count {
      var name = before.isEmpty ? "" : before[items.count]
      if before.isEmpty {
        name = try answer(
          "Activity that is hard, Enter when done: ",
          help: "In the client's own words: climb stairs.")
        if name.isEmpty { break }
      }
      let typed = try answer("  \(name), \(metric.prompt): ", help: "\(metric.prompt).")
      do { items.append(try number(typed, name, metric)) } catch {
        say("       \(Failure(error).message)")
      }
    }
    return items
  }

  func save(_ taken: TakenScore, _ metric: OutcomeMetric) {
    wrote(taken.written)
    let measurement = taken.measurement
    let when = measurement.occasion == .apart ? "" : " \(measurement.occasion)"
    let mode = measurement.mode == .asked ? "" : " (\(measurement.mode.rawValue))"
    let name = metric.name(of: measurement.side)
    say("       \(name)\(when) \(words(for: measurement, metric))\(mode) saved.", indent: 7)
    for line in parts(of: measurement, metric) { say("       \(line)", indent: 7) }
    if metric.isMeanOfReadings, measurement.items.isEmpty {
      say("       Taken as the mean of the readings, which were not typed.", indent: 7)
    }
    for number in taken.carried {
      say("       \(number.name) is \(number.value.plain), as before.", indent: 7)
    }
    item(json(measurement, metric))
    saveOthers(taken.others)
  }

  /// What the same numbers make besides.
  private func saveOthers(_ others: [Measurement]) {
    let known = others.compactMap { measurement in
      practice.catalogue.metrics.first { $0.id == measurement.metric }.map { ($0, measurement) }
    }
    guard !known.isEmpty else { return }
    let told = known.map { "\($0.name) \(words(for: $1, $0))" }.joined(separator: "; ")
    say("       Of the same numbers: \(told) saved.", indent: 7)
    for (metric, measurement) in known { item(json(measurement, metric)) }
  }

  /// `15.74 %, minimal`
  func words(for measurement: Measurement, _ metric: OutcomeMetric) -> String {
    guard let value = measurement.value else { return "no score: too few numbers" }
    let unit = metric.unit.isEmpty ? "" : " \(metric.unit)"
    return value.plain + unit + (metric.band(of: value).map { ", \($0)" } ?? "")
  }

  /// What each part of a form adds up to.
  private func parts(of measurement: Measurement, _ metric: OutcomeMetric) -> [String] {
    let sums = sums(of: measurement, metric).map { "\($0) \($1.plain)" }
    return sums.isEmpty ? [] : [sums.joined(separator: ", ") + ". " + metric.version]
  }

  private func sums(
    of measurement: Measurement, _ metric: OutcomeMetric
  ) -> [(name: String, value: Double)] {
    let names = metric.items.map(\.part).reduce(into: [String]()) { found, part in
      if !part.isEmpty, !found.contains(part) { found.append(part) }
    }
    guard !names.isEmpty, !measurement.items.isEmpty else { return [] }
    return names.map { name in
      let items = metric.items.filter { $0.part == name }.map(\.name)
      return (
        name, measurement.items.filter { items.contains($0.name) }.map(\.value).reduce(0, +)
      )
    }
  }

  func json(_ measurement: Measurement, _ metric: OutcomeMetric?) -> JSON {
    .fields([
      "measure": .string(metric?.name ?? measurement.metric.rawValue),
      "side": measurement.side.map { .string($0.rawValue) },
      "when": .string(measurement.occasion.rawValue), "at": .string(measurement.at.iso(in: zone)),
      "value": measurement.value.map { .number($0) } ?? .null,
      "version": .string(measurement.version), "mode": .string(measurement.mode.rawValue),
      "by": measurement.by.map { .string($0.description) },
      "scale_min": metric.map { .number($0.range.lowerBound) },
      "scale_max": metric.map { .number($0.range.upperBound) },
      "unit": metric.flatMap { $0.unit.isEmpty ? nil : .string($0.unit) },
      "band": measurement.value.flatMap { metric?.band(of: $0) }.map { .string($0) },
      "items": named(measurement.items.map { ($0.name, $0.value) }),
      "parts": named(metric.map { sums(of: measurement, $0) } ?? []),
    ])
  }

  private func named(_ values: [(name: String, value: Double)]) -> JSON? {
    values.isEmpty
      ? nil
      : .array(
        values.map { .fields(["name": .string($0.name), "value": .number($0.value)]) })
  }
}
