import TechniqueKit

/// What a series is to a catalogue.
struct KnownSeries {
  /// The place of the metric in the catalogue.
  let metric: Int
  /// Whether it was scored with the present version of the instrument.
  let isPresent: Bool
  let basis: String

  /// - Returns: `nil` for a metric that is no longer there.
  init?(_ series: OutcomeColumns.Series, _ catalogue: Catalogue) {
    let id = catalogue.renames.metrics[series.metric] ?? series.metric
    guard let place = catalogue.metrics.firstIndex(where: { $0.id == id }) else { return nil }
    metric = place
    isPresent = series.version == catalogue.metrics[place].version
    basis = series.basis
  }
}

/// One course of a client, beside the other courses of the same metric: those of the other side.
///
/// A client counts once for each metric. Of several courses the one counts that was measured again on
/// a later day; of those the one that spans the longest time; where they span the same, the first by
/// the name of its side. No score has a part in the choice: the side that was worse at first would
/// get better by itself (regression to the mean).
struct ComparedCourse {
  let series: KnownSeries
  private(set) var first: Double
  private(set) var last: Double
  private let zone: ClinicZone
  private var firstAt: Instant
  private var lastAt: Instant

  init(_ series: KnownSeries, _ course: OutcomeColumns.ScoreCourse, in zone: ClinicZone) {
    self.zone = zone
    self.series = series
    (first, firstAt) = (course.first, course.firstAt)
    (last, lastAt) = (course.last, course.lastAt)
  }

  var isMeasuredAgain: Bool { !firstAt.isSameDay(as: lastAt, in: zone) }

  /// A metric that was renamed within the period has two courses that are one.
  func add(to courses: inout [ComparedCourse]) {
    let same = courses.firstIndex {
      $0.series.metric == series.metric && $0.series.basis == series.basis
    }
    guard let same else { return courses.append(self) }
    if firstAt < courses[same].firstAt {
      (courses[same].first, courses[same].firstAt) = (first, firstAt)
    }
    if lastAt > courses[same].lastAt {
      (courses[same].last, courses[same].lastAt) = (last, lastAt)
    }
  }

  /// Whether it is the one that counts.
  func isChosen(of courses: [ComparedCourse]) -> Bool {
    courses.allSatisfy { other in
      other.series.metric != series.metric || other.series.basis == series.basis
        || isPreferred(to: other)
    }
  }

  private func isPreferred(to other: ComparedCourse) -> Bool {
    if isMeasuredAgain != other.isMeasuredAgain { return isMeasuredAgain }
    let (span, otherSpan) = (
      lastAt.milliseconds - firstAt.milliseconds,
      other.lastAt.milliseconds - other.firstAt.milliseconds
    )
    return span == otherSpan ? series.basis < other.series.basis : span > otherSpan
  }
}
