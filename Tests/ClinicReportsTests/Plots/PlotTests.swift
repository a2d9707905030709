import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ClinicReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Where the marks of a plot lie.
@Suite struct PlotTests {
  static let day = SampleScores.start

  static func line(
    _ values: [(Int, Double)], better: OutcomeMetric.Direction = .lowerIsBetter,
    range: ClosedRange<Double> = 0...10, reference: LinePlot.Reference? = nil
  ) -> LinePlot {
    LinePlot(
      runs: [values.map { .init(day.adding(days: $0), before: $1) }], range: range,
      better: better, reference: reference)
  }

  /// The middles of the dots of the scores, without those of the key.
  static func dots(_ drawing: Drawing, radius: Double = 4) -> [Drawing.Place] {
    drawing.marks.compactMap { mark in
      guard case .circle(let place, radius, true, .series) = mark, place.x > 14 else { return nil }
      return place
    }
  }

  static func words(_ drawing: Drawing) -> [String] {
    drawing.marks.compactMap { if case .text(let words) = $0 { words.text } else { nil } }
  }

  /// Plots of every kind of course, and of groups.
  static var plots: [Plot] {
    let lines = SampleScores.all.flatMap { sample in
      sample.scores.series(of: sample.metric, in: .utc).compactMap { ScoreCourse($0) }
        .map { Plot.line(LinePlot($0, goal: sample.goal)) }
    }
    let many = SampleScores.many.series(of: Instruments.painNow, in: .utc).compactMap {
      ScoreCourse($0)
    }
    .map { Plot.line(LinePlot($0)) }
    let rows: [IntervalPlot.Row] = [
      .init("Trigger point therapy, neck pain", note: "5 of 6, 83 %", .init(83, in: 44...97)),
      .init(
        String(repeating: "Lymphatic drainage, ", count: 9), note: "0 of 5, 0 %",
        .init(0, in: 0...43)),
      .init(String(repeating: "x", count: 90), note: "fewer than 5 measured again", nil),
    ]
    return lines + many + [
      .line(line([])), .intervals(.shares(rows)), .intervals(.shares([rows[2]])),
      .intervals(.changes(rows, unit: "kPa", better: .higherIsBetter)),
      .intervals(.changes(rows, unit: "", better: .lowerIsBetter)),
    ]
  }

  @Test func `rows that do not fit a height are parted in order, and a line never is`() {
    let rows = (1...50).map { IntervalPlot.Row("group \($0)", note: "", .init(5, in: 1...9)) }
    let plot = Plot.intervals(.shares(rows))
    #expect(plot.drawings(.wide, within: 10_000) == [plot.drawing(.wide)])
    let parts = plot.drawings(.wide, within: 500)
    #expect(parts.count > 2 && parts.allSatisfy { $0.height <= 500 })
    #expect(parts.flatMap(Self.words).filter { $0.hasPrefix("group") } == rows.map(\.label))
    let line = Plot.line(Self.line([(0, 6), (9, 3)]))
    #expect(line.drawings(.wide, within: 50) == [line.drawing(.wide)])
    #expect(Plot.intervals(.shares([])).drawings(.wide, within: 50).count == 1)
  }

  @Test(arguments: Plot.Layout.allCases)
  func `nothing lies outside the drawing, and no words lie on others`(layout: Plot.Layout) {
    // An expectation for each mark would cost more than all of the drawing.
    var wrong: [String] = []
    for plot in Self.plots {
      let drawing = plot.drawing(layout)
      var taken: [(from: Drawing.Place, to: Drawing.Place, text: String)] = []
      for mark in drawing.marks {
        let (from, to) = mark.bounds
        if from.x < -0.01 || from.y < 0 || to.x > drawing.width + 0.01 || to.y > drawing.height {
          wrong.append("outside: \(mark)")
        }
        guard case .text(let words) = mark else { continue }
        for other in taken
        where to.x > other.from.x && other.to.x > from.x && to.y > other.from.y
          && other.to.y > from.y
        {
          wrong.append("\(words.text) on \(other.text)")
        }
        taken.append((from, to, words.text))
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: Plot.Layout.allCases)
  func `a plot is well-formed, named, and reaches for nothing`(layout: Plot.Layout) {
    for (number, plot) in Self.plots.enumerated() {
      let svg = plot.drawing(layout).svg(
        id: "f\(number)", kind: layout.rawValue, title: "O'Brien <b> & \"x\"", description: "d<")
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError)) \(svg)")
      #expect(svg.contains("role=\"img\" aria-labelledby=\"f\(number)-title f\(number)-desc\""))
      #expect(svg.contains("<title id=\"f\(number)-title\">O&#39;Brien &lt;b&gt;"))
      #expect(svg.contains("<desc id=\"f\(number)-desc\">d&lt;</desc>"))
      for word in ["<script", "href", "url(", "http", "nan", "inf"] {
        #expect(!svg.contains(word), "\(word)")
      }
    }
  }

  @Test func `dots lie on a true axis of time and of values`() {
    let dots = Self.dots(Self.line([(0, 0), (10, 5), (40, 10)]).drawing(.wide))
    let (x, y) = (dots.map(\.x), dots.map(\.y))
    #expect(dots.count == 3)
    #expect(abs((x[1] - x[0]) * 3 - (x[2] - x[1])) < 1e-9, "30 days are three times 10")
    #expect(abs((y[0] - y[1]) - (y[1] - y[2])) < 1e-9 && y[0] > y[2], "more is higher")
  }

  @Test func `the order that scores come in does not matter`() {
    let values = (0..<30).map { ($0 * $0 % 97, Double($0 % 11)) }
    var generator = SeededGenerator(seed: 5)
    let once = Dictionary(values, uniquingKeysWith: { first, _ in first }).map { ($0, $1) }
    for _ in 0..<5 {
      #expect(
        Self.line(once.shuffled(using: &generator)) == Self.line(once.sorted { $0.0 < $1.0 }))
    }
    let runs = [[(0, 1.0), (3, 2)], [(9, 4), (7, 3)]].map { run in
      run.map { LinePlot.Point(Self.day.adding(days: $0.0), before: $0.1) }
    }
    #expect(
      LinePlot(runs: runs, range: 0...10, better: .lowerIsBetter)
        == LinePlot(
          runs: runs.reversed().map { $0.reversed() }, range: 0...10, better: .lowerIsBetter))
  }

  @Test func `values in another unit, and ten times the days, lie where they lay`() {
    let values = [(0, 1.0), (4, 7), (9, 3), (20, 10)]
    func places(_ days: Int, _ unit: Double) -> [Drawing.Place] {
      Self.dots(
        LinePlot(
          runs: [
            values.map { .init(Self.day.adding(days: $0.0 * days), before: $0.1 * unit) }
          ], range: 0...(10 * unit), better: .lowerIsBetter
        ).drawing(.wide))
    }
    // Wider numbers move the axis to the right, so the shares of the width are held together.
    for (one, other) in zip(places(1, 1), places(10, 0.5)) {
      #expect(abs(one.y - other.y) < 1e-9)
    }
    for (one, other) in zip(places(1, 1), places(10, 1)) {
      #expect(abs(one.x - other.x) < 1e-9 && abs(one.y - other.y) < 1e-9)
    }
  }

  @Test func `where more is better, what matters lies on the other side`() throws {
    func plot(_ better: OutcomeMetric.Direction, _ value: Double) -> LinePlot {
      Self.line(
        [(0, value), (7, 5)], better: better,
        reference: .init(value, on: Self.day, noise: 2, matters: 3))
    }
    #expect(plot(.lowerIsBetter, 6).matters == 3 && plot(.higherIsBetter, 6).matters == 9)
    for (one, other) in [(6.0, 4.0), (10, 0), (5, 5)] {
      let (down, up) = (plot(.lowerIsBetter, one), plot(.higherIsBetter, other))
      let (low, high) = (try #require(down.noise), try #require(up.noise))
      #expect(low.lowerBound == 10 - high.upperBound && low.upperBound == 10 - high.lowerBound)
      #expect(down.matters == up.matters.map { 10 - $0 })
    }
    #expect(plot(.lowerIsBetter, 2).matters == nil, "it would be below the scale")
    #expect(plot(.lowerIsBetter, 2).description.contains("does not fit"))
  }

  @Test func `the line stops where another form begins`() throws {
    let sample = try #require(SampleScores.all.first { $0.name == "psfs" })
    let series = try #require(sample.scores.series(of: sample.metric, in: .utc).first)
    let plot = LinePlot(try #require(ScoreCourse(series)))
    #expect(plot.runs.map(\.count) == [3, 2, 2])
    #expect(plot.judged == plot.runs[0], "the first score holds for its own form only")
    let drawing = plot.drawing(.wide)
    let lines = drawing.marks.filter {
      if case .line(let places, let pen) = $0 {
        pen.ink == .series && places.count > 1
      } else {
        false
      }
    }
    let breaks = drawing.marks.filter {
      if case .line(_, LinePlot.pausePen) = $0 { true } else { false }
    }
    #expect(lines.count == 3 && breaks.count == 3, "one of the breaks is in the key")
    #expect(Self.words(drawing).contains("another form begins: not compared"))
    #expect(plot.description.contains("The line stops 2 times"))
  }

  @Test func `one score, equal ones and none are plots too`() {
    let one = Self.dots(Self.line([(0, 6)]).drawing(.narrow))
    #expect(one.count == 1 && abs((one.first?.x ?? 0) - 148) < 20, "in the middle: \(one)")
    #expect(Set(Self.dots(Self.line([(0, 4), (9, 4)]).drawing(.wide)).map(\.y)).count == 1)
    #expect(Self.line([]).description == "There is no score yet.")
  }

  @Test func `a huge range is shown in part, and says so`() throws {
    let sample = try #require(SampleScores.all.first { $0.name == "ppt" })
    for series in sample.scores.series(of: sample.metric, in: .utc) {
      let plot = LinePlot(try #require(ScoreCourse(series)))
      #expect(plot.axis.upperBound < 500 && plot.caption == "kPa, part of 0 to 1500")
    }
    #expect(Self.line([(0, 4), (5, 4)]).axis == 0...10, "a scale is shown from end to end")
  }
}
