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
}
