/// The fixed name of one thing of a given kind, for example `ID<Question>`.
///
/// Raw values are snake_case, prefixed with the technique's id, and never change once released:
/// records made today are read through them for years.
///
/// ```swift
/// let fever: ID<Question> = "fever"
/// ```
public struct ID<Subject>: RawRepresentable, Hashable, Sendable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}

extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension ID: CustomStringConvertible {
  public var description: String { rawValue }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension ID: CodingKeyRepresentable {
  public var codingKey: any CodingKey { Key(stringValue: rawValue) }

  public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
