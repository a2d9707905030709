/// A number that is compared with a threshold: of an answer, or of a finding.
public protocol ComparedNumber {
  /// What then holds or does not: a `Condition`, or a `FindingStatement`.
  associatedtype Statement

  /// - Parameters:
  ///   - comparison: which side of the threshold the number has to be on.
  ///   - value: the threshold, in the unit of the number.
  func compared(_ comparison: Comparison, _ value: Double) -> Statement
}

extension ComparedNumber {
  public static func >= (number: Self, value: Double) -> Statement {
    number.compared(.atLeast, value)
  }

  public static func > (number: Self, value: Double) -> Statement {
    number.compared(.above, value)
  }

  public static func <= (number: Self, value: Double) -> Statement {
    number.compared(.atMost, value)
  }

  public static func < (number: Self, value: Double) -> Statement {
    number.compared(.below, value)
  }
}
