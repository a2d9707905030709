import Foundation

/// A schema in the part of JSON Schema 2020-12 that hand-written schemas use.
///
/// Its keywords: `type`, `properties`, `required`, `additionalProperties`, `items`, `enum`,
/// `const`, `pattern`, `minimum`, `maximum`, `minItems`, `oneOf`, `anyOf`, `allOf`, `if`, `then`,
/// `else`, `$ref` to `#/$defs/NAME`, `format` with `date-time`, and the notes `$schema`, `$id`,
/// `$defs`, `$comment`, `title`, `description`, `default` and `examples`.
///
/// ```swift
/// let schema = try JSONSchema(Data(#"{"type": "object", "required": ["ok"]}"#.utf8))
/// schema.errors(for: Data("{}".utf8))   // [#"$: "ok" is missing"#]
/// ```
public struct JSONSchema: Sendable {
  /// What is wrong with a schema itself.
  public struct Faulty: Error, Equatable, CustomStringConvertible {
    /// One line for each fault, beginning with its path in the schema, `#/properties/a`.
    public let faults: [String]
    /// All faults, one a line.
    public var description: String { faults.joined(separator: "\n") }
  }

  let root: JSONValue
  let definitions: [String: JSONValue]
  let patterns: [String: NSRegularExpression]

  /// Reads a schema.
  ///
  /// - Throws: `Faulty` when it is no JSON, has a keyword that is not known here or has the wrong
  ///   kind of value, so that a slip of the pen cannot let everything pass.
  public init(_ data: Data) throws {
    guard let root = try? JSONValue(data) else { throw Faulty(faults: ["#: is not JSON"]) }
    self.root = root
    definitions = root.asObject?["$defs"]?.asObject ?? [:]
    var inspection = SchemaInspection(definitions: Set(definitions.keys))
    inspection.inspect(root, at: "#")
    guard inspection.faults.isEmpty else { throw Faulty(faults: inspection.faults) }
    patterns = inspection.patterns
  }

  /// What in the data the schema does not allow; nothing when it is valid.
  ///
  /// - Returns: one line for each error, beginning with its path, `$.data.items[0].value: ...`.
  public func errors(for data: Data) -> [String] {
    guard let value = try? JSONValue(data) else { return ["$: is not JSON"] }
    return errors(value, root, at: "$", depth: 0)
  }
}
