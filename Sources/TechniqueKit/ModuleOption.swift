/// One setting of a module that a clinic may change in `config.yaml`.
public struct ModuleOption: Hashable, Sendable {
  /// The key in the file: `longest_hold_seconds`.
  public let name: String
  public var meaning: String
  public let kind: Kind

  public enum Kind: Hashable, Sendable {
    case yesNo(defaultValue: Bool)
    case wholeNumber(range: ClosedRange<Int>, defaultValue: Int)
  }

  public init(_ name: String, _ meaning: String, _ kind: Kind) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
  }
}

/// The settings of one module, already checked against its options.
public struct OptionValues: Hashable, Sendable {
  private let values: [String: Value]

  public enum Value: Hashable, Sendable {
    case yesNo(Bool)
    case wholeNumber(Int)
  }

  /// - Parameters:
  ///   - options: all that the module declares; each has its default unless set.
  ///   - settings: what the clinic set, already within the options' ranges.
  public init(_ options: [ModuleOption], settings: [String: Value] = [:]) {
    var values: [String: Value] = [:]
    for option in options {
      values[option.name] =
        switch option.kind {
        case .yesNo(let value): .yesNo(value)
        case .wholeNumber(_, let value): .wholeNumber(value)
        }
    }
    self.values = values.merging(settings) { _, set in set }
  }

  /// The value of a yes/no option; `false` when the module declares no such option.
  public func isOn(_ name: String) -> Bool { values[name] == .yesNo(true) }

  /// The value of a number option; `nil` when the module declares no such option.
  public func number(_ name: String) -> Int? {
    if case .wholeNumber(let value) = values[name] { value } else { nil }
  }
}
