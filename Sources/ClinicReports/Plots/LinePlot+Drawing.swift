import ClinicCore
import TechniqueKit

extension LinePlot {
  /// The plot at the width of a layout; its height follows from the key.
  func drawing(_ layout: Plot.Layout) -> Drawing {
    let frame = Frame(self, layout)
    let key = PlotKey(keyEntries, width: layout.width)
    var drawing = Drawing(width: layout.width, height: frame.foot + 14 + key.height)
    drawAxis(into: &drawing, frame)
    drawReference(into: &drawing, frame)
    drawPauses(into: &drawing, frame)
    drawScores(into: &drawing, frame)
    drawWords(into: &drawing, frame)
    key.draw(into: &drawing, below: frame.foot + 14)
    return drawing
  }

  /// Where things stand.
  struct Frame {
    let left: Double
    let right: Double
    let width: Double
    let values: AxisScale
    let days: AxisScale
    let ticks: [Double]
    /// The line under the plot.
    let base: Double
    /// Where the labels of the days end.
    let foot: Double
    /// Of a dot.
    let radius: Double
    /// How far a ring stands to the right of its day, for it was later.
    let later: Double

    init(_ plot: LinePlot, _ layout: Plot.Layout) {
      let height = layout == .wide ? 232.0 : 208.0
      let step = RoundNumbers.step(
        over: plot.axis.upperBound - plot.axis.lowerBound, parts: Int(height / 38),
        isWhole: plot.isWhole)
      ticks = RoundNumbers.multiples(of: step, in: plot.axis)
      left = 10 + (ticks.map(\.plain.drawnWidth).max() ?? 0)
      width = layout.width
      right = width - 56
      let top = 34.0
      values = AxisScale(values: plot.axis, start: top + height, end: top)
      base = top + height + 8
      foot = base + 40
      let numbers = plot.points.map { Double($0.date.dayNumber) }
      days = AxisScale(
        values: (numbers.min() ?? 0)...(numbers.max() ?? 0), start: left + 14, end: right - 14)
      let room = (right - left - 28) / Double(max(1, numbers.count))
      radius = min(4, max(1.6, room * 0.4))
      later = min(5, room * 0.35)
    }

    func place(_ date: CalendarDate, _ value: Double) -> Drawing.Place {
      .init(place(date), values.place(of: value))
    }

    func place(_ date: CalendarDate) -> Double { days.place(of: Double(date.dayNumber)) }
  }

  private func drawAxis(into drawing: inout Drawing, _ frame: Frame) {
    for value in frame.ticks {
      let y = frame.values.place(of: value)
      drawing.add(.line([.init(frame.left, y), .init(frame.right, y)], .init(.grid)))
    }
    drawing.add(
      .line([.init(frame.left, frame.base), .init(frame.right, frame.base)], .init(.axis)))
    for value in frame.ticks {
      let y = frame.values.place(of: value) + 4.3
      drawing.add(.text(value.plain, at: .init(frame.left - 8, y), .end, isQuiet: true))
    }
    let ticks = dayTicks(frame)
    for tick in ticks {
      let x = frame.place(tick.date)
      drawing.add(.line([.init(x, frame.base), .init(x, frame.base + 5)], .init(.axis)))
    }
    for tick in ticks {
      let x = middle(of: tick, frame)
      for (line, words) in [tick.label, tick.year].compactMap(\.self).enumerated() {
        let y = frame.base + 20 + Double(line) * 16
        drawing.add(.text(words, at: .init(x, y), .middle, isQuiet: true))
      }
    }
  }

  private func dayTicks(_ frame: Frame) -> [DayTick] {
    guard let first = points.first?.date, let last = points.last?.date else { return [] }
    return DayTick.ticks(from: first, until: last) { ticks in
      zip(ticks, ticks.dropFirst()).allSatisfy { one, next in
        middle(of: next, frame) - middle(of: one, frame)
          >= (one.width + next.width) / 2 + 14
      }
    }
  }

  /// Under the day, but within the drawing.
  private func middle(of tick: DayTick, _ frame: Frame) -> Double {
    let half = tick.width / 2
    return min(max(frame.place(tick.date), half), frame.width - half)
  }

  /// Noise and what matters, over the days that they hold for.
  private func drawReference(into drawing: inout Drawing, _ frame: Frame) {
    if let first = judged.first?.date, let last = judged.last?.date {
      let isAll = runs.count == 1
      let start = isAll ? frame.left : max(frame.left, frame.place(first) - 10)
      let end = isAll ? frame.right : min(frame.right, frame.place(last) + 10)
      if let noise {
        let (low, high) = (
          frame.values.place(of: noise.lowerBound), frame.values.place(of: noise.upperBound)
        )
        drawing.add(.area(from: .init(start, high), to: .init(end, low), .noise))
        for y in [high, low] {
          drawing.add(.line([.init(start, y), .init(end, y)], Self.edgePen))
        }
      }
      if let matters {
        let y = frame.values.place(of: matters)
        drawing.add(.line([.init(start, y), .init(end, y)], Self.mattersPen))
      }
    }
    if let goal {
      let y = frame.values.place(of: goal)
      drawing.add(.line([.init(frame.left, y), .init(frame.right, y)], Self.goalPen))
    }
  }

  private func drawPauses(into drawing: inout Drawing, _ frame: Frame) {
    for (run, next) in zip(runs, runs.dropFirst()) {
      guard let end = run.last?.date, let start = next.first?.date else { continue }
      let x = (frame.place(end) + frame.place(start)) / 2
      drawing.add(
        .line([.init(x, frame.values.end - 6), .init(x, frame.base)], Self.pausePen))
    }
  }

  private func drawScores(into drawing: inout Drawing, _ frame: Frame) {
    for point in points {
      guard let from = point.before ?? point.apart, let to = point.after else { continue }
      let end = frame.place(point.date, to)
      drawing.add(
        .line([frame.place(point.date, from), .init(end.x + frame.later, end.y)], .init(.edge)))
    }
    for run in runs where run.count > 1 {
      drawing.add(
        .line(
          run.compactMap { point in point.compared.map { frame.place(point.date, $0) } },
          .init(.series, width: frame.radius < 3 ? 1.5 : 2)))
    }
    for point in points {
      guard let after = point.after else { continue }
      let place = frame.place(point.date, after)
      drawing.add(
        .circle(
          .init(place.x + frame.later, place.y), radius: frame.radius, isFilled: false, .series))
    }
    for point in points {
      guard let before = point.before else { continue }
      drawing.add(
        .circle(frame.place(point.date, before), radius: frame.radius, isFilled: true, .series))
    }
    for point in points {
      guard let apart = point.apart else { continue }
      drawing.add(.diamond(frame.place(point.date, apart), radius: frame.radius + 1, .series))
    }
  }

  /// The caption, where better is, and the latest value.
  private func drawWords(into drawing: inout Drawing, _ frame: Frame) {
    let isUp = better == .higherIsBetter
    let (x, tip) = (frame.right + 10, isUp ? frame.values.end : frame.values.start)
    let inward = isUp ? 1.0 : -1.0
    drawing.add(
      .line([.init(x + 4, tip + 24 * inward), .init(x + 4, tip)], .init(.axis, width: 1.5)))
    drawing.add(
      .line(
        [
          .init(x, tip + 6 * inward), .init(x + 4, tip), .init(x + 8, tip + 6 * inward),
        ], .init(.axis, width: 1.5)))
    drawing.add(
      .text("better", at: .init(drawing.width - 3, isUp ? tip - 8 : tip + 17), .end, isQuiet: true))
    drawing.add(.text(caption, at: .init(0, 13), isQuiet: true))
    if let latest = points.last, let value = latest.compared {
      let place = frame.place(latest.date, value)
      // It stands beside the plot, clear of the arrow.
      let y = isUp ? max(place.y, tip + 40) : min(place.y, tip - 40)
      drawing.add(.text(value.plain, at: .init(frame.right + 10, y + 4.3), isStrong: true))
    }
  }
}
