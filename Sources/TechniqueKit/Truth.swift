/// Kleene's three truth values. A missing answer makes a condition `unknown`, never `no`.
public enum Truth: String, Hashable, Sendable, Codable, CaseIterable {
  case no, unknown, yes

  public init(_ value: Bool) { self = value ? .yes : .no }

  public static prefix func ! (operand: Truth) -> Truth {
    switch operand {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// `no` as soon as one operand is `no`; `yes` only when both are.
  public static func && (left: Truth, right: Truth) -> Truth {
    if left == .no || right == .no { return .no }
    return left == .yes && right == .yes ? .yes : .unknown
  }

  /// `yes` as soon as one operand is `yes`; `no` only when both are.
  public static func || (left: Truth, right: Truth) -> Truth {
    if left == .yes || right == .yes { return .yes }
    return left == .no && right == .no ? .no : .unknown
  }
}
