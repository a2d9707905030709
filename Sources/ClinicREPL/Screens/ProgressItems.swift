import ClinicCore
import ClinicReports
import TechniqueKit

extension Shell {
  /// What all the days of a course say together.
  func json(progress course: ScoreCourse) -> JSON {
    let series = course.series
    let metric = series.metric
    let span: (ClosedRange<Double>) -> JSON = { range in
      .array([.number(range.lowerBound), .number(range.upperBound)])
    }
    return .fields([
      "measure": .string(metric.name), "side": series.side.map { .string($0.rawValue) },
      "prompt": .string(metric.prompt), "unit": metric.unit.isEmpty ? nil : .string(metric.unit),
      "scale_min": .number(metric.range.lowerBound), "scale_max": .number(metric.range.upperBound),
      "better": .string(metric.direction == .lowerIsBetter ? "lower" : "higher"),
      "days": .int(series.days.count), "first": .string(series.baseline.date.description),
      "last": .string(series.latest.date.description),
      // Nothing is compared on the first day, and never between forms of an instrument.
      "change": series.days.count > 1 ? change(course) : nil,
      "since": course.hasChange ? .string(course.first.on.description) : nil,
      "since_last": course.step.map { step in
        .fields([
          "since": .string(step.since.description), "change": json(step.change, since: step.since),
        ])
      },
      "around_sessions": course.within.map { within in
        .fields([
          "before": .number(within.before), "after": .number(within.after),
          "sessions": .int(within.sessions),
        ])
      },
      "noise": course.noise.map(span), "matters_from": course.matters.map { .number($0) },
      "cautions": .strings(course.cautions), "for_client": .string(course.plainSentence),
    ])
  }

  private func change(_ course: ScoreCourse) -> JSON {
    guard case .change(let change) = course.comparison else { return .null }
    return json(change, since: course.first.on)
  }

  func json(_ day: MeasuredDay, of series: MeasuredSeries) -> JSON {
    .fields([
      "measure": .string(series.metric.name), "side": series.side.map { .string($0.rawValue) },
      "date": .string(day.date.description), "before": day.before?.value.map { .number($0) },
      "after": day.after?.value.map { .number($0) }, "value": day.apart?.value.map { .number($0) },
      "version": day.compared.map { .string($0.version) },
    ])
  }

  func json(_ change: ChangeVerdict, since day: CalendarDate) -> JSON {
    let kinds: [OutcomeMetric.Threshold.Kind] = [.minimalDetectable, .minimalImportant]
    return .fields([
      "sentence": .string(change.sentence(since: DateWords.full(day))),
      "course": .string(change.course.rawValue),
      "from": .number(change.from), "to": .number(change.to),
      "percent": change.percent.map { .number(($0 * 10).rounded() / 10) },
      "reliable_change": change.reliableChange.map { reliable in
        .fields([
          "index": .number((reliable.index * 100).rounded() / 100),
          "is_reliable": .bool(reliable.isReliable), "error": .number(reliable.error.value),
          "population": .string(reliable.error.population),
          "source": .string(reliable.error.citation.description),
        ])
      },
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
}

extension ScoreCourse {
  fileprivate var hasChange: Bool {
    if case .change = comparison { true } else { false }
  }
}
