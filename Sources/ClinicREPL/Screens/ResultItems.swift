import ClinicCore
import TechniqueKit

/// What programs are told of the clinic's own results.
extension Shell {
  func tell(_ results: ClinicResults, path: String?) {
    item(
      .fields([
        "from": .string(results.period.first.description),
        "until": .string(results.period.last.description), "groups": .int(results.groups.count),
        "groups_not_shown": .int(results.groupsNotShown), "fewest": .int(ClinicResults.fewest),
        "overlap": .string(ClinicResults.overlap), "caution": .string(ClinicResults.caution),
        "path": path.map { .string($0) },
      ]))
    if let trials = results.trials {
      for row in trials.rows { item(json(row, trials.condition.name)) }
      for study in trials.ofMassage {
        item(
          .fields([
            "studies_of": .string("massage"), "condition": .string(trials.condition.name),
            "studies": .array([json(study)]),
          ]))
      }
    }
    for group in results.groups { item(json(group)) }
    for told in results.afterEffects { item(json(told)) }
  }

  private func json(_ row: ClinicResults.Trials.Row, _ condition: String) -> JSON {
    .fields([
      "studies_of": .string(row.technique.id.rawValue), "condition": .string(condition),
      "studies": .array(row.studies.map(json)),
      "clients_here": row.group.map { .int($0.clients) } ?? .null,
    ])
  }

  private func json(_ study: KnownEvidence.Row) -> JSON {
    .fields([
      "certainty": .string(study.evidence.certainty.rawValue),
      "direction": .string(study.evidence.direction.rawValue),
      "summary": .string(study.evidence.summary),
    ])
  }

  private func json(_ group: ClinicResults.Group) -> JSON {
    .fields([
      "technique": .string(group.technique.id.rawValue),
      "condition": group.condition.map { .string($0.name) } ?? .null,
      "clients": .int(group.clients), "visits": .int(group.visits),
      "measures": .array(group.measures.map(json)),
      "measures_not_shown": .int(group.measuresNotShown),
    ])
  }

  private func json(_ measure: MeasuredChange) -> JSON {
    let change = measure.change
    return .fields([
      "measure": .string(measure.metric.name), "version": .string(measure.metric.version),
      "unit": measure.metric.unit.isEmpty ? nil : .string(measure.metric.unit),
      "better_is": .string(measure.metric.direction == .lowerIsBetter ? "lower" : "higher"),
      "first_scores": .int(measure.clients),
      "measured_again": change.map { .int($0.compared) } ?? .null,
      "not_measured_again": change.map { .int($0.notMeasuredAgain) } ?? .null,
      "median_change": change.map { .number($0.median) },
      "lower_quartile": change.map { .number($0.quartiles.lowerBound) },
      "upper_quartile": change.map { .number($0.quartiles.upperBound) },
      "better": change.map { .int($0.better) }, "unchanged": change.map { .int($0.unchanged) },
      "worse": change.map { .int($0.worse) },
      "important": change.map { $0.important.map(json) ?? .null },
      "worse_beyond_noise": change.map { $0.worseBeyondNoise.map(json) ?? .null },
      "other_versions_left_out": .bool(measure.hasOtherVersions),
    ])
  }

  private func json(_ share: MeasuredChange.Share) -> JSON {
    .fields([
      "count": .int(share.count), "of": .int(share.total),
      "low": .number(share.interval.lowerBound), "high": .number(share.interval.upperBound),
      "thresholds": .array(
        share.thresholds.map { threshold in
          .fields([
            "change": threshold.change.map { .number($0) },
            "share": threshold.orShareOfBaseline.map { .number($0) },
            "population": .string(threshold.population),
            "source": .string(threshold.citation.description),
          ])
        }),
    ])
  }

  private func json(_ told: AfterEffectCount) -> JSON {
    .fields([
      "followed_by": .array(
        told.effects.map {
          .fields([
            "effect": .string($0.option.id.rawValue), "label": .string($0.option.label),
            "count": json($0.count),
          ])
        }),
      "technique": .string(told.technique.id.rawValue), "offered": .bool(told.isOffered),
      "asked": json(told.asked), "followed": json(told.followed),
    ])
  }

  /// A number, or null for one that is at least 1 and below the least that is shown.
  private func json(_ count: ShownCount) -> JSON {
    switch count {
    case .none: .int(0)
    case .few: .null
    case .exactly(let count): .int(count)
    }
  }
}
