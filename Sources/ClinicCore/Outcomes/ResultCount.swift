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
  private let zone: ClinicZone

  /// - Parameter wanted: the one condition that is counted; all of them without it.
  init(
    _ columns: OutcomeColumns, _ catalogue: Catalogue, condition wanted: HealthCondition?,
    in zone: ClinicZone
  ) {
    self.zone = zone
    metrics = catalogue.metrics
    let empty = Tally(scores: Array(repeating: Scores(), count: metrics.count))
    tallies = Array(repeating: empty, count: catalogue.techniques.count * (Self.unnamed + 1))
    let techniques = columns.techniques.map { id in
      catalogue.techniques.firstIndex { ([$0.manifest.id] + $0.manifest.aliases).contains(id) }
    }
    let series = columns.series.map { KnownSeries($0, catalogue) }
    var treatments = RowsByChart(columns.treatments)
    var named = RowsByChart(Self.named(columns.conditions, wanted))
    var courses = RowsByChart(columns.courses)
    while let chart = treatments.chart {
      var conditions = named.take(chart).map(\.condition)
      if conditions.isEmpty, wanted == nil { conditions = [Self.unnamed] }
      let groups = addClient(treatments.take(chart), techniques, conditions)
      addScores(courses.take(chart), series, to: groups)
    }
  }

  /// The places of the conditions that each chart named, in the order of the charts.
  private static func named(
    _ conditions: [OutcomeColumns.Condition], _ wanted: HealthCondition?
  ) -> [NamedCondition] {
    var named: [NamedCondition] = []
    for (place, condition) in HealthConditions.all.enumerated()
    where wanted == nil || wanted?.id == condition.id {
      for row in conditions where row.condition == .condition(condition) {
        named += row.charts.map { NamedCondition(chart: $0, condition: place) }
      }
    }
    return named.sorted { $0.chart < $1.chart }
  }

  /// Puts a treated client into groups.
  ///
  /// - Parameter techniques: the place in the catalogue of each technique of the columns.
  /// - Returns: the groups.
  private mutating func addClient(
    _ treatments: ArraySlice<OutcomeColumns.Treatment>, _ techniques: [Int?], _ conditions: [Int]
  ) -> [Int] {
    var groups: [Int] = []
    for treatment in treatments {
      guard let technique = techniques[treatment.technique] else { continue }
      for condition in conditions {
        let group = technique * (Self.unnamed + 1) + condition
        tallies[group].visits += treatment.visits
        // A technique that was renamed within the period has two rows.
        guard !groups.contains(group) else { continue }
        tallies[group].clients += 1
        groups.append(group)
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
        ComparedCourse(series, course, in: zone).add(to: &present)
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

private protocol RowOfChart {
  var chart: Int { get }
}

extension OutcomeColumns.Treatment: RowOfChart {}
extension OutcomeColumns.ScoreCourse: RowOfChart {}

private struct NamedCondition: RowOfChart {
  let chart: Int
  let condition: Int
}

/// Rows in the order of their charts, which are taken one chart after the other: with a row for each
/// of many charts it takes a fraction of the time of looking charts up.
private struct RowsByChart<Row: RowOfChart> {
  private let rows: [Row]
  private var next = 0

  init(_ rows: [Row]) { self.rows = rows }

  /// The chart of the next row.
  var chart: Int? { next < rows.count ? rows[next].chart : nil }

  /// The rows of a chart; those of charts before it are passed over.
  mutating func take(_ chart: Int) -> ArraySlice<Row> {
    while next < rows.count, rows[next].chart < chart { next += 1 }
    let start = next
    while next < rows.count, rows[next].chart == chart { next += 1 }
    return rows[start..<next]
  }
}
