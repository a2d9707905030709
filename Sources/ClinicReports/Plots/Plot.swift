/// A plot, apart from how it looks.
public enum Plot: Hashable, Sendable {
  case line(LinePlot)
  case intervals(IntervalPlot)

  /// For a sheet of paper or a screen, and for a screen in the hand. The words are of one size in
  /// both, so each is drawn for its own width.
  public enum Layout: String, Hashable, Sendable, CaseIterable {
    case wide, narrow

    /// In points.
    public var width: Double { self == .wide ? 640 : 328 }
  }

  public func drawing(_ layout: Layout) -> Drawing {
    switch self {
    case .line(let plot): plot.drawing(layout)
    case .intervals(let plot): plot.drawing(layout)
    }
  }

  /// In as few drawings as are each no higher than a page. A line is never parted; rows are, and
  /// each part has the axis and the key.
  ///
  /// - Parameter height: in points.
  public func drawings(_ layout: Layout, within height: Double) -> [Drawing] {
    guard case .intervals(let plot) = self else { return [drawing(layout)] }
    var drawings: [Drawing] = []
    for count in 1...max(1, plot.rows.count) {
      drawings = plot.parted(into: count).map { $0.drawing(layout) }
      if drawings.allSatisfy({ $0.height <= height }) { break }
    }
    return drawings
  }
}
