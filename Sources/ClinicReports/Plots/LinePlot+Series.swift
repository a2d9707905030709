import ClinicCore
import TechniqueKit

extension LinePlot {
  /// The plot of a course.
  ///
  /// - Parameter goal: in the unit of the metric.
  public init(_ course: ScoreCourse, goal: Double? = nil) {
    let metric = course.metric
    self.init(
      runs: course.series.runs.map { $0.map(Point.init) }, range: metric.range,
      isScale: metric.unit.isEmpty,
      isWhole: metric.isWhole, unit: metric.unit, better: metric.direction,
      reference: Reference(course), goal: goal)
  }
}

extension LinePlot.Point {
  init(_ day: MeasuredDay) {
    self.init(
      day.date, before: day.before?.value, after: day.after?.value, apart: day.apart?.value)
  }
}

extension LinePlot.Reference {
  /// `nil` where no threshold is known, or nothing is comparable.
  init?(_ course: ScoreCourse) {
    let (noise, matters) = (
      course.needed(.minimalDetectable), course.needed(.minimalImportant)
    )
    guard noise != nil || matters != nil else { return nil }
    self.init(course.first.value, on: course.first.on, noise: noise, matters: matters)
  }
}
