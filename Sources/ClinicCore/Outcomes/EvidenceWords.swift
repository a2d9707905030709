import TechniqueKit

extension Evidence.Certainty {
  /// `very low`.
  public var words: String { self == .veryLow ? "very low" : rawValue }
}

extension Evidence.Direction {
  /// `in favour`.
  public var words: String {
    switch self {
    case .favours: "in favour"
    case .noDifference: "no difference"
    case .mixed: "mixed"
    case .against: "against"
    case .unclear: "unclear"
    case .notStudied: "not studied"
    }
  }
}
