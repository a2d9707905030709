import ClinicCore
import TechniqueKit

/// The scores of one course as rows of text: a bar each, with the band of measuring noise and the line
/// from which a change matters beneath; in plain mode a sentence each.
struct ScoreTable {
  private let course: ScoreCourse
  private let glyphs: Glyphs
  private let today: CalendarDate
  private let hasAfter: Bool
  /// Columns of the longest date.
  private let dateRoom: Int
  /// Columns of the longest bar.
  private let cells: Int
  /// Columns of a value before its bar, with the space between.
  private let valueRoom: Int

  init(_ course: ScoreCourse, glyphs: Glyphs, today: CalendarDate) {
    self.course = course
    self.glyphs = glyphs
    self.today = today
    hasAfter = course.series.days.contains { $0.after != nil }
    cells = hasAfter ? 10 : 20
    let dates = course.series.days.map { DateWords.short($0.date, today: today).count }
    dateRoom = max(9, dates.max() ?? 0)
    let values = course.series.days.flatMap { [$0.before, $0.after, $0.apart] }
      .compactMap { $0?.value }
    valueRoom = max(6, (values.map { Self.shown($0).count }.max() ?? 0) + 1)
  }

  var heading: String? {
    glyphs.isPlain || !hasAfter ? nil : margin + "before".padded(to: valueRoom + 14) + " after"
  }

  func row(_ day: MeasuredDay) -> String {
    let date = DateWords.short(day.date, today: today)
    if glyphs.isPlain {
      let parts = [
        day.before?.value.map { "before \($0.plain)" },
        day.after?.value.map { "after \($0.plain)" }, day.apart?.value.map(\.plain),
      ].compactMap(\.self)
      return "\(date): \(parts.joined(separator: ", "))."
    }
    let first = bar((day.before ?? day.apart)?.value)
    return date.padded(to: dateRoom, atEnd: false) + " "
      + (hasAfter ? first.padded(to: valueRoom + 14) + " " + bar(day.after?.value) : first)
  }

  /// Says that what follows is not held against what stands above.
  func `break`(to version: String) -> String {
    glyphs.isPlain
      ? "From here on by another form, \(version)." : "  -- from here on: \(version) --"
  }

  /// What the band and the line are, drawn on the scale of the bars.
  var marks: [String] {
    let (noise, matters) = (course.noiseWords, course.matterWords)
    guard noise != nil || matters != nil else { return [] }
    guard !glyphs.isPlain else {
      return course.judgements
    }
    return [margin + String(repeating: " ", count: valueRoom) + strip]
      + [noise.map { "\(glyphs.band) \($0)" }, matters.map { "\(glyphs.threshold) \($0)" }]
      .compactMap(\.self).map { margin + $0 }
  }

  private var margin: String { String(repeating: " ", count: dateRoom + 1) }

  /// To two decimals.
  private static func shown(_ value: Double) -> String { ((value * 100).rounded() / 100).plain }

  private func bar(_ value: Double?) -> String {
    guard let value else { return "" }
    return Self.shown(value).padded(to: valueRoom)
      + String(repeating: glyphs.bar, count: Int((share(value) * Double(cells)).rounded()))
  }

  private func share(_ value: Double) -> Double { course.metric.share(of: value) }

  /// One column for each cell of a bar, up to the last that shows something.
  private var strip: String {
    let line = course.matters.map { min(cells - 1, Int(share($0) * Double(cells))) }
    let marks = (0..<cells).map { cell in
      if cell == line { return glyphs.threshold }
      let middle = (Double(cell) + 0.5) / Double(cells)
      let isNoise = course.noise.map {
        share($0.lowerBound) <= middle && middle <= share($0.upperBound)
      }
      return isNoise == true ? glyphs.band : " "
    }
    return marks.prefix((marks.lastIndex { $0 != " " } ?? -1) + 1).joined()
  }
}

/// The course of a series in one word of at most twelve columns, the latest day last.
struct Sparkline {
  let text: String

  init(_ series: MeasuredSeries, glyphs: Glyphs) {
    let levels = glyphs.levels
    text = series.days.suffix(12).compactMap { $0.compared?.value }.map { value in
      levels[min(levels.count - 1, Int(series.metric.share(of: value) * Double(levels.count)))]
    }.joined()
  }
}
