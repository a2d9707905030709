import ClinicalContent
import TechniqueKit

/// Counts the columns of a period into groups.
///
/// A group is a technique and a condition; both are counted by their places, in the catalogue and
/// among all conditions, with one place more for clients who named none.
struct ResultCount {
  private struct Scores {
    var clients = 0
    var pairs: [(first: Double, last: Double)] = []
    var hasOtherVersions = false
  }

  private struct Tally {
    var clients = 0
    var visits = 0
    /// One for each metric of the catalogue.
    var scores: [Scores]
  }

  private static let unnamed = HealthConditions.all.count

  private var tallies: [Tally]
  private let metrics: [OutcomeMetric]

  /// - Parameter wanted: the one condition that is counted; all of them without it.
  init(_ columns: OutcomeColumns, _ catalogue: Catalogue, condition wanted: HealthCondition?) {
    metrics = catalogue.metrics
    let empty = Tally(scores: Array(repeating: Scores(), count: metrics.count))
    tallies = Array(repeating: empty, count: catalogue.techniques.count * (Self.unnamed + 1))
    let groups = addClients(
      columns.treatments, catalogue, Self.named(columns.conditions, wanted),
      whoNamedNone: wanted == nil)
    let series = columns.series.map { KnownSeries($0, catalogue) }
    var courses = columns.courses[...]
    while let chart = courses.first?.chart {
      let own = courses.prefix { $0.chart == chart }
      courses = courses.dropFirst(own.count)
      if let groups = groups[chart] { addScores(own, series, to: groups) }
    }
  }

  /// The places of the conditions that each chart named.
  private static func named(
    _ conditions: [OutcomeColumns.Condition], _ wanted: HealthCondition?
  ) -> [Int: [Int]] {
    var named: [Int: [Int]] = [:]
    for (place, condition) in HealthConditions.all.enumerated()
    where wanted == nil || wanted?.id == condition.id {
      for row in conditions where row.condition == .condition(condition) {
        for chart in row.charts { named[chart, default: []].append(place) }
      }
    }
    return named
  }

  /// Puts each treated client into groups.
  ///
  /// - Returns: the groups of each chart.
  private mutating func addClients(
    _ treatments: [OutcomeColumns.Treatment], _ catalogue: Catalogue, _ named: [Int: [Int]],
    whoNamedNone isCountedToo: Bool
  ) -> [Int: [Int]] {
    var groups: [Int: [Int]] = [:]
    for (place, module) in catalogue.techniques.enumerated() {
      let ids = [module.manifest.id] + module.manifest.aliases
      for treatment in treatments where ids.contains(treatment.technique) {
        for (chart, visits) in treatment.charts {
          for condition in named[chart] ?? (isCountedToo ? [Self.unnamed] : []) {
            let group = place * (Self.unnamed + 1) + condition
            tallies[group].visits += visits
            // A technique that was renamed within the period has two rows.
            guard groups[chart]?.contains(group) != true else { continue }
            tallies[group].clients += 1
            groups[chart, default: []].append(group)
          }
        }
      }
    }
    return groups
  }

  /// - Parameter courses: of one chart.
  private mutating func addScores(
    _ courses: ArraySlice<OutcomeColumns.ScoreCourse>, _ series: [KnownSeries?], to groups: [Int]
  ) {
    var present: [ComparedCourse] = []
    for course in courses {
      guard let series = series[course.series] else { continue }
      if series.isPresent {
        ComparedCourse(series, course).add(to: &present)
      } else {
        for group in groups { tallies[group].scores[series.metric].hasOtherVersions = true }
      }
    }
    for course in present where course.isChosen(of: present) {
      let (isMeasuredAgain, pair) = (course.isMeasuredAgain, (course.first, course.last))
      for group in groups {
        tallies[group].scores[course.series.metric].clients += 1
        if isMeasuredAgain { tallies[group].scores[course.series.metric].pairs.append(pair) }
      }
    }
  }

  /// The groups that are large enough, and how many were not.
  func groups(shown: Catalogue) -> (shown: [ClinicResults.Group], notShown: Int) {
    var groups: [ClinicResults.Group] = []
    let conditions = HealthConditions.all.map(Optional.some) + [nil]
    for (place, tally) in tallies.enumerated() where tally.clients >= ClinicResults.fewest {
      let (technique, condition) = place.quotientAndRemainder(dividingBy: conditions.count)
      groups.append(
        group(shown.techniques[technique].manifest, conditions[condition], tally))
    }
    return (groups, tallies.count { (1..<ClinicResults.fewest).contains($0.clients) })
  }

  private func group(
    _ technique: Manifest, _ condition: HealthCondition?, _ tally: Tally
  ) -> ClinicResults.Group {
    let scored = zip(metrics, tally.scores).filter { $1.clients > 0 || $1.hasOtherVersions }
    let enough = scored.filter { $1.clients >= ClinicResults.fewest }
    return ClinicResults.Group(
      technique: technique, condition: condition, clients: tally.clients, visits: tally.visits,
      measures: enough.map { metric, scores in
        MeasuredChange(
          metric, in: condition, clients: scores.clients, pairs: scores.pairs,
          hasOtherVersions: scores.hasOtherVersions)
      }, measuresNotShown: scored.count - enough.count)
  }
}
