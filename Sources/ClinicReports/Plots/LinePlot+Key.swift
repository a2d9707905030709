extension LinePlot {
  static let edgePen = Drawing.Pen(.edge)
  static let mattersPen = Drawing.Pen(.matters, width: 1.75, dash: [7, 4])
  static let goalPen = Drawing.Pen(.goal, width: 1.75, dash: [10, 3, 2, 3])
  static let pausePen = Drawing.Pen(.pause, width: 1.5, dash: [1.5, 4])

  /// Only what is on the plot.
  var keyEntries: [PlotKey.Entry] {
    var entries: [PlotKey.Entry] = []
    func entry(_ words: String, _ sample: @escaping (Drawing.Place) -> [Drawing.Mark]) {
      entries.append(.init(words: words, sample: sample))
    }
    func line(_ words: String, _ pen: Drawing.Pen) {
      entry(words) { [.line([.init($0.x - 12, $0.y), .init($0.x + 12, $0.y)], pen)] }
    }
    if points.contains(where: { $0.before != nil }) {
      entry("before a session") { [.circle($0, radius: 4, isFilled: true, .series)] }
    }
    if points.contains(where: { $0.after != nil }) {
      entry("after it") { [.circle($0, radius: 4, isFilled: false, .series)] }
    }
    if points.contains(where: { $0.apart != nil }) {
      entry("apart from sessions") { [.diamond($0, radius: 5, .series)] }
    }
    if noise != nil {
      entry("within measuring noise of the first value") { middle in
        let (left, right) = (middle.x - 12, middle.x + 12)
        return [
          .area(from: .init(left, middle.y - 6), to: .init(right, middle.y + 6), .noise)
        ]
          + [-6.0, 6].map {
            .line([.init(left, middle.y + $0), .init(right, middle.y + $0)], Self.edgePen)
          }
      }
    }
    if matters != nil { line("matters from here", Self.mattersPen) }
    if goal != nil { line("goal", Self.goalPen) }
    if runs.count > 1 {
      entry("another form begins: not compared") {
        [.line([.init($0.x, $0.y - 8), .init($0.x, $0.y + 8)], Self.pausePen)]
      }
    }
    return entries
  }
}
