import Foundation

/// Which fields of a schema's definitions occurred in values, and which there are.
struct SchemaCoverage {
  let definitions: [String: [String: Any]]
  /// `measurement.value`; a definition within another goes by its title.
  private(set) var seen: Set<String> = []
  private(set) var documented: Set<String> = []
  /// Those of the documented ones that nothing says anything of.
  private(set) var undescribed: Set<String> = []

  init(_ definitions: [String: [String: Any]]) {
    self.definitions = definitions
    for (name, definition) in definitions { list(definition, name) }
  }

  private mutating func list(_ schema: [String: Any], _ name: String) {
    for inner in [schema["items"] as Any] + (schema["oneOf"] as? [Any] ?? []) {
      if let inner = inner as? [String: Any] { list(inner, inner["title"] as? String ?? name) }
    }
    for (field, inner) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      documented.insert("\(name).\(field)")
      if inner["$ref"] == nil, inner["description"] == nil {
        undescribed.insert("\(name).\(field)")
      }
      list(inner, inner["title"] as? String ?? "\(name).\(field)")
    }
  }

  /// Marks the fields of the value, which is of that definition.
  mutating func mark(_ value: Any, as name: String) {
    if let definition = definitions[name] { mark(value, definition, name) }
  }

  private mutating func mark(_ value: Any, _ schema: [String: Any], _ name: String) {
    if let reference = schema["$ref"] as? String {
      return mark(value, as: String(reference.dropFirst("#/$defs/".count)))
    }
    if value is NSNull { return }
    for choice in schema["oneOf"] as? [[String: Any]] ?? [] { mark(value, choice, name) }
    if let rows = value as? [Any], let inner = schema["items"] as? [String: Any] {
      for row in rows { mark(row, inner, inner["title"] as? String ?? name) }
    }
    guard let object = value as? [String: Any] else { return }
    for (field, inner) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      guard let own = object[field] else { continue }
      seen.insert("\(name).\(field)")
      mark(own, inner, inner["title"] as? String ?? "\(name).\(field)")
    }
  }

  /// Whether the value has every field that the definition requires, and no other than it names.
  func fits(_ value: [String: Any], _ name: String) -> Bool {
    guard let definition = definitions[name], let required = definition["required"] as? [String],
      let fields = definition["properties"] as? [String: Any]
    else { return false }
    return required.allSatisfy { value[$0] != nil } && value.keys.allSatisfy { fields[$0] != nil }
  }
}
