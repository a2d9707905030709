import ClinicCore
import TechniqueKit

extension Shell {
  /// One table per metric that was scored, and one sentence on the change.
  func showProgress(_ chart: Chart) throws {
    let scored = practice.catalogue.metrics.flatMap(chart.measurements.series)
    if scored.isEmpty { say("Nothing was scored yet. Type pain N or score NAME N.") }
    for series in scored { show(series, chart) }
    try sayGoals(chart)
  }

  private func show(_ series: MeasuredSeries, _ chart: Chart) {
    let (metric, days) = (series.metric, series.days)
    let (first, last) = (series.baseline, series.latest)
    let today = practice.today
    func short(_ date: CalendarDate) -> String { DateWords.short(date, today: today) }
    say(
      [
        chart.identity.name, "\(series.name), \(metric.prompt)",
        "\(days.count) \(days.count == 1 ? "day" : "days"), \(short(first.date)) to \(short(last.date))",
      ].joined(separator: glyphs.separator))
    if days.count > 1, let from = first.compared, let to = last.compared {
      let change = ChangeVerdict(metric, from: from, to: to)?.sentence
      let sentence = change ?? "Scores of different versions of an instrument are not compared."
      for line in sentence.wrapped(to: 76) { say(line) }
    }
    if let summary = json(metric, days) { item(summary) }
    rule()
    let hasAfter = days.contains { $0.after != nil }
    if !glyphs.isPlain, hasAfter { say("          before              after") }
    for day in days {
      say(row(day, metric, hasAfter))
      item(
        .fields([
          "measure": .string(metric.name), "date": .string(day.date.description),
          "before": day.before?.value.map { .number($0) },
          "after": day.after?.value.map { .number($0) },
          "value": day.apart?.value.map { .number($0) },
          "version": day.compared.map { .string($0.version) },
        ]))
    }
  }

  /// What all the days of a metric say together.
  private func json(_ metric: OutcomeMetric, _ days: [MeasuredDay]) -> JSON? {
    guard let first = days.first, let last = days.last else { return nil }
    var change: ChangeVerdict?
    if days.count > 1, let from = first.compared, let to = last.compared {
      change = ChangeVerdict(metric, from: from, to: to)
    }
    return .fields([
      "measure": .string(metric.name), "prompt": .string(metric.prompt),
      "unit": metric.unit.isEmpty ? nil : .string(metric.unit),
      "scale_min": .number(metric.range.lowerBound), "scale_max": .number(metric.range.upperBound),
      "better": .string(metric.direction == .lowerIsBetter ? "lower" : "higher"),
      "days": .int(days.count), "first": .string(first.date.description),
      "last": .string(last.date.description),
      // Nothing is compared on the first day, and never between versions of an instrument.
      "change": days.count > 1 ? change.map(json) ?? .null : nil,
    ])
  }

  func json(_ change: ChangeVerdict) -> JSON {
    let kinds: [OutcomeMetric.Threshold.Kind] = [.minimalDetectable, .minimalImportant]
    return .fields([
      "sentence": .string(change.sentence), "course": .string(change.course.rawValue),
      "from": .number(change.from), "to": .number(change.to),
      "percent": change.percent.map { .number(($0 * 10).rounded() / 10) },
      "thresholds": .array(
        kinds.compactMap { kind in
          change.threshold(kind).map { threshold in
            .fields([
              "kind": .string(kind.rawValue), "change": threshold.change.map { .number($0) },
              "share": threshold.orShareOfBaseline.map { .number($0) },
              "population": .string(threshold.population),
              "source": .string(threshold.citation.description),
              "reached": change.reaches(kind).map { .bool($0) },
            ])
          }
        }),
    ])
  }

  private func row(_ day: MeasuredDay, _ metric: OutcomeMetric, _ hasAfter: Bool) -> String {
    let date = DateWords.short(day.date, today: practice.today)
    if glyphs.isPlain {
      let parts = [
        day.before?.value.map { "before \($0.plain)" },
        day.after?.value.map { "after \($0.plain)" }, day.apart?.value.map(\.plain),
      ].compactMap(\.self)
      return "\(date): \(parts.joined(separator: ", "))."
    }
    func bar(_ value: Double?) -> String {
      guard let value else { return "" }
      let share =
        (value - metric.range.lowerBound)
        / (metric.range.upperBound - metric.range.lowerBound)
      let length = Int((share * 10).rounded())
      return value.plain.padded(to: 6) + String(repeating: glyphs.bar, count: length)
    }
    let text =
      date.padded(to: 9, atEnd: false) + " " + bar((day.before ?? day.apart)?.value).padded(to: 20)
    return hasAfter ? text + " " + bar(day.after?.value) : text
  }
}
