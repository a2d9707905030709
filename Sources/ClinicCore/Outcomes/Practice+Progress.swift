import TechniqueKit

extension Practice {
  /// How each score of the client went, those of the open visit among them, in the order of the
  /// catalogue. A score that was taken on both sides is told for each.
  ///
  /// - Parameter name: of one metric; `nil` for all.
  /// - Throws: `ClinicError.notPermitted`.
  public func courses(of chart: Chart, named name: String? = nil) throws -> [ScoreCourse] {
    try require(.charts, of: chart.id)
    let open = try currentVisit(of: chart.id)?.measurements ?? []
    return courses(
      of: chart, chart.measurements + open,
      metrics: catalogue.metrics.filter { name == nil || $0.name == name })
  }

  func courses(
    of chart: Chart, _ measurements: [Measurement], metrics: [OutcomeMetric]
  ) -> [ScoreCourse] {
    let visits = chart.visits.map { $0.record.startedAt.date(in: zone) }
    return metrics.flatMap { measurements.series(of: $0, in: zone) }.compactMap {
      ScoreCourse($0, in: chart.conditions, visits: visits)
    }
  }
}
