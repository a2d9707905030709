extension Drawing.Ink {
  /// The colour on white paper: two hexadecimal digits each of red, green and blue.
  public var onPaper: Int {
    switch self {
    case .words: 0x000000
    case .quiet, .pause: 0x57606a
    case .axis: 0x6e7781
    case .grid: 0xe8ebee
    case .series: 0x1d5c94
    case .noise: 0xe6eef7
    case .edge: 0x6d87a3
    case .matters: 0x1a7346
    case .goal: 0x8a5300
    }
  }
}
