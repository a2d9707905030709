import ClinicREPL

extension JSON {
  /// The value of a member of an object; `nil` where there is none.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  public var number: Double? { if case .number(let value) = self { value } else { nil } }

  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// What stands in a list.
  public var array: [JSON]? { if case .array(let values) = self { values } else { nil } }
}
