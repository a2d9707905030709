import ClinicCore
import TechniqueKit

extension IntervalPlot {
  /// The plot at the width of a layout; its height follows from the rows and the key.
  func drawing(_ layout: Plot.Layout) -> Drawing {
    let frame = Frame(self, layout)
    let key = PlotKey(keyEntries, width: layout.width)
    var drawing = Drawing(width: layout.width, height: frame.foot + 14 + key.height)
    drawHead(into: &drawing, frame)
    drawAxis(into: &drawing, frame)
    for (row, place) in zip(rows, frame.rows) {
      draw(row, at: place, into: &drawing, frame)
    }
    key.draw(into: &drawing, below: frame.foot + 14)
    return drawing
  }

  /// Where a row stands.
  private struct RowPlace {
    let label: [String]
    let note: [String]
    /// The baseline of its first line of words.
    let top: Double
    /// The height that its dot lies at.
    let track: Double
  }

  private struct Frame {
    static let lineHeight = 17.0
    let layout: Plot.Layout
    let values: AxisScale
    let ticks: [Double]
    let head: Double
    let rows: [RowPlace]
    let base: Double
    let foot: Double

    /// Where what is written of a row begins; on a narrow drawing it stands under the label.
    var note: Double { layout == .wide ? 492 : 0 }

    init(_ plot: IntervalPlot, _ layout: Plot.Layout) {
      self.layout = layout
      let isWide = layout == .wide
      values = AxisScale(
        values: plot.axis, start: isWide ? 244 : 14, end: isWide ? 468 : layout.width - 14)
      let step = RoundNumbers.step(
        over: plot.axis.upperBound - plot.axis.lowerBound, parts: isWide ? 4 : 5)
      ticks = RoundNumbers.multiples(of: plot.suffix.isEmpty ? step : 25, in: plot.axis)
      head = isWide || plot.better == nil ? 18 : 36
      var rows: [RowPlace] = []
      var top = head + 10
      for row in plot.rows {
        let label = row.label.drawnLines(within: isWide ? 216 : layout.width)
        let note = row.note.drawnLines(within: isWide ? 148 : layout.width)
        let lines = Double(isWide ? max(label.count, note.count) : label.count + note.count)
        let words = lines * Self.lineHeight
        rows.append(
          RowPlace(
            label: label, note: note, top: top + 13,
            track: isWide ? top + words / 2 : top + words + 13))
        top += isWide ? words + 14 : words + (row.estimate == nil ? 14 : 38)
      }
      self.rows = rows
      base = top
      foot = base + 24
    }
  }

  private func drawHead(into drawing: inout Drawing, _ frame: Frame) {
    drawing.add(.text(caption, at: .init(0, 13), isQuiet: true))
    guard let better else { return }
    let isLeft = better == .lowerIsBetter
    let (tip, inward) = isLeft ? (frame.values.start, 1.0) : (frame.values.end, -1.0)
    let y = frame.head - 9
    let pen = Drawing.Pen(.axis, width: 1.5)
    drawing.add(.line([.init(tip + 22 * inward, y), .init(tip, y)], pen))
    drawing.add(
      .line(
        [
          .init(tip + 6 * inward, y - 4), .init(tip, y), .init(tip + 6 * inward, y + 4),
        ], pen))
    drawing.add(
      .text("better", at: .init(tip + 28 * inward, y + 4.3), isLeft ? .start : .end, isQuiet: true))
  }

  private func drawAxis(into drawing: inout Drawing, _ frame: Frame) {
    for value in ticks(frame) {
      let pen = suffix.isEmpty && value == 0 ? Self.noChangePen : Drawing.Pen(.grid)
      for (top, bottom) in stretches(frame) {
        let x = frame.values.place(of: value)
        drawing.add(.line([.init(x, top), .init(x, bottom)], pen))
      }
    }
    let (start, end) = (frame.values.start, frame.values.end)
    drawing.add(.line([.init(start, frame.base), .init(end, frame.base)], .init(.axis)))
    for value in ticks(frame) {
      let x = frame.values.place(of: value)
      drawing.add(.line([.init(x, frame.base), .init(x, frame.base + 5)], .init(.axis)))
    }
    for value in ticks(frame) {
      let label = value.plain + suffix
      let half = label.drawnWidth / 2
      let x = min(max(frame.values.place(of: value), half), drawing.width - half)
      drawing.add(.text(label, at: .init(x, frame.base + 20), .middle, isQuiet: true))
    }
  }

  /// Every second number where all of them are too close.
  private func ticks(_ frame: Frame) -> [Double] {
    let widest = frame.ticks.map { ($0.plain + suffix).drawnWidth }.max() ?? 0
    let room = abs(frame.values.end - frame.values.start) / Double(max(1, frame.ticks.count - 1))
    guard room < widest + 10 else { return frame.ticks }
    let zero = frame.ticks.firstIndex(of: 0) ?? 0
    return frame.ticks.indices.filter { ($0 - zero).isMultiple(of: 2) }.map { frame.ticks[$0] }
  }

  /// What the lines of the axis cross: all rows, or on a narrow drawing only where the dots lie.
  private func stretches(_ frame: Frame) -> [(Double, Double)] {
    guard frame.layout == .narrow else { return [(frame.head + 4, frame.base)] }
    return zip(rows, frame.rows).filter { $0.0.estimate != nil }
      .map { ($0.1.track - 9, $0.1.track + 9) }
  }

  private func draw(
    _ row: Row, at place: RowPlace, into drawing: inout Drawing, _ frame: Frame
  ) {
    for (number, line) in place.label.enumerated() {
      let y = place.top + Double(number) * Frame.lineHeight
      drawing.add(.text(line, at: .init(0, y)))
    }
    let first = frame.layout == .wide ? 0 : place.label.count
    for (number, line) in place.note.enumerated() {
      let y = place.top + Double(first + number) * Frame.lineHeight
      drawing.add(.text(line, at: .init(frame.note, y), isQuiet: true))
    }
    guard let estimate = row.estimate else { return }
    let low = frame.values.place(of: estimate.interval.lowerBound)
    let high = frame.values.place(of: estimate.interval.upperBound)
    for mark in Self.whisker(from: low, to: high, at: place.track) { drawing.add(mark) }
    drawing.add(
      .circle(
        .init(frame.values.place(of: estimate.value), place.track), radius: 4.5, isFilled: true,
        .series))
  }

  private static let noChangePen = Drawing.Pen(.pause, width: 1.5, dash: [4, 3])

  private static func whisker(from low: Double, to high: Double, at y: Double) -> [Drawing.Mark] {
    let pen = Drawing.Pen(.series, width: 1.75)
    return [.line([.init(low, y), .init(high, y)], pen)]
      + [low, high].map { .line([.init($0, y - 5), .init($0, y + 5)], pen) }
  }

  private var keyEntries: [PlotKey.Entry] {
    guard rows.contains(where: { $0.estimate != nil }) else { return [] }
    let dot = PlotKey.Entry(words: value) { [.circle($0, radius: 4.5, isFilled: true, .series)] }
    let stretch = PlotKey.Entry(words: stretch) {
      Self.whisker(from: $0.x - 11, to: $0.x + 11, at: $0.y)
    }
    let none = PlotKey.Entry(words: "no change") {
      [.line([.init($0.x, $0.y - 8), .init($0.x, $0.y + 8)], Self.noChangePen)]
    }
    return [dot, stretch] + (suffix.isEmpty ? [none] : [])
  }
}
