import ClinicalContent
import TechniqueKit

/// Counts the columns of a period into groups.
struct ResultCount {
  private struct Place: Hashable {
    let technique: ID<Manifest>
    let condition: ID<HealthCondition>?
  }

  private struct Scores {
    var clients = 0
    var pairs: [(first: Double, last: Double)] = []
    var hasOtherVersions = false
  }

  private struct Tally {
    var clients = 0
    var visits = 0
    var scores: [ID<OutcomeMetric>: Scores] = [:]
  }

  private var places: [Place: Int] = [:]
  private var tallies: [Tally] = []
  private let catalogue: Catalogue

  /// - Parameter wanted: the one condition that is counted; all of them without it.
  init(_ columns: OutcomeColumns, _ catalogue: Catalogue, condition wanted: HealthCondition?) {
    self.catalogue = catalogue
    let treated = add(columns, wanted)
    let metrics = Dictionary(
      catalogue.metrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let renames = catalogue.renames.metrics
    for course in columns.courses {
      let id = renames[course.metric] ?? course.metric
      guard let metric = metrics[id], let groups = treated[course.chart] else { continue }
      for group in groups { add(course, to: group, metric) }
    }
  }

  /// Puts each treated client into groups.
  ///
  /// - Returns: the groups of each chart.
  private mutating func add(
    _ columns: OutcomeColumns, _ wanted: HealthCondition?
  ) -> [ID<Chart>: [Int]] {
    let known = Dictionary(
      HealthConditions.all.map { (CountedChoice.condition($0), $0.id) },
      uniquingKeysWith: { first, _ in first })
    var conditions: [ID<Chart>: [ID<HealthCondition>]] = [:]
    for row in columns.conditions {
      if let id = known[row.condition] { conditions[row.chart, default: []].append(id) }
    }
    let present = Dictionary(
      catalogue.techniques.flatMap { module in
        ([module.manifest.id] + module.manifest.aliases).map { ($0, module.manifest.id) }
      }, uniquingKeysWith: { first, _ in first })
    var groups: [ID<Chart>: [Int]] = [:]
    for treatment in columns.treatments {
      guard let technique = present[treatment.technique] else { continue }
      let named: [ID<HealthCondition>?] =
        conditions[treatment.chart] ?? (wanted == nil ? [nil] : [])
      for condition in named where wanted == nil || condition == wanted?.id {
        let group = group(at: Place(technique: technique, condition: condition))
        tallies[group].visits += treatment.visits
        // A technique that was renamed within the period has two rows.
        guard groups[treatment.chart]?.contains(group) != true else { continue }
        tallies[group].clients += 1
        groups[treatment.chart, default: []].append(group)
      }
    }
    return groups
  }

  private mutating func group(at place: Place) -> Int {
    if let known = places[place] { return known }
    places[place] = tallies.count
    tallies.append(Tally())
    return tallies.count - 1
  }

  private mutating func add(
    _ course: OutcomeColumns.ScoreCourse, to group: Int, _ metric: OutcomeMetric
  ) {
    guard course.version == metric.version else {
      tallies[group].scores[metric.id, default: Scores()].hasOtherVersions = true
      return
    }
    tallies[group].scores[metric.id, default: Scores()].clients += 1
    if course.wasMeasuredAgain {
      tallies[group].scores[metric.id]?.pairs.append((course.first, course.last))
    }
  }

  /// The groups that are large enough, and how many were not.
  func groups(shown: Catalogue) -> (shown: [ClinicResults.Group], notShown: Int) {
    var groups: [ClinicResults.Group] = []
    for module in shown.techniques {
      for condition in HealthConditions.all.map(Optional.some) + [nil] {
        let place = Place(technique: module.manifest.id, condition: condition?.id)
        guard let tally = places[place].map({ tallies[$0] }),
          tally.clients >= ClinicResults.fewest
        else { continue }
        groups.append(group(module.manifest, condition, tally))
      }
    }
    return (groups, tallies.count { $0.clients < ClinicResults.fewest })
  }

  private func group(
    _ technique: Manifest, _ condition: HealthCondition?, _ tally: Tally
  ) -> ClinicResults.Group {
    let scored = catalogue.metrics.compactMap { metric in
      tally.scores[metric.id].map { (metric, $0) }
    }
    let enough = scored.filter { $0.1.clients >= ClinicResults.fewest }
    return ClinicResults.Group(
      technique: technique, condition: condition, clients: tally.clients, visits: tally.visits,
      measures: enough.map { metric, scores in
        MeasuredChange(
          metric, clients: scores.clients, pairs: scores.pairs,
          hasOtherVersions: scores.hasOtherVersions)
      }, measuresNotShown: scored.count - enough.count)
  }
}
