import Foundation

/// Looks for what is wrong with a schema itself.
struct SchemaInspection {
  let definitions: Set<String>
  private(set) var faults: [String] = []
  private(set) var patterns: [String: NSRegularExpression] = [:]

  private static let types: Set = [
    "null", "boolean", "integer", "number", "string", "array", "object",
  ]

  init(definitions: Set<String>) { self.definitions = definitions }

  mutating func inspect(_ schema: JSONValue, at path: String) {
    if case .bool = schema { return }
    guard let keywords = schema.asObject else {
      faults.append("\(path): a schema is an object, true or false")
      return
    }
    for (keyword, value) in keywords.sorted(by: { $0.key < $1.key }) {
      inspect(keyword, value, at: path)
    }
    for branch in ["then", "else"] where keywords[branch] != nil && keywords["if"] == nil {
      faults.append("\(path): \"\(branch)\" without \"if\"")
    }
  }

  private mutating func inspect(_ keyword: String, _ value: JSONValue, at path: String) {
    let place = "\(path)/\(keyword)"
    switch keyword {
    case "$schema", "$id", "$comment", "title", "description":
      require(value.asString != nil, place, "a string")
    case "default", "examples", "const": break
    case "$defs":
      require(path == "#", place, "at the top only")
      inspectEach(value, at: place)
    case "properties": inspectEach(value, at: place)
    case "additionalProperties", "items", "if", "then", "else": inspect(value, at: place)
    case "oneOf", "anyOf", "allOf":
      require(value.asArray?.isEmpty == false, place, "a list of schemas")
      for (index, schema) in (value.asArray ?? []).enumerated() {
        inspect(schema, at: "\(place)/\(index)")
      }
    case "type":
      let names = value.asArray ?? [value]
      let areKnown = names.allSatisfy { Self.types.contains($0.asString ?? "") }
      require(areKnown && !names.isEmpty, place, "the name of a type, or a list of them")
    case "required":
      let isList = value.asArray?.allSatisfy { $0.asString != nil } ?? false
      require(isList, place, "a list of names")
    case "enum": require(value.asArray?.isEmpty == false, place, "a list of values")
    case "minimum", "maximum": require(value.asNumber != nil, place, "a number")
    case "minItems":
      require(value.type == "integer" && (value.asNumber ?? -1) >= 0, place, "a count")
    case "pattern": inspectPattern(value, at: place)
    case "format": require(value.asString == "date-time", place, "\"date-time\"")
    case "$ref":
      let name = JSONSchema.definition(value.asString ?? "")
      require(name.map(definitions.contains) ?? false, place, "#/$defs/ and a name that is there")
    default: faults.append("\(path): there is no keyword \"\(keyword)\"")
    }
  }

  private mutating func inspectEach(_ value: JSONValue, at place: String) {
    require(value.asObject != nil, place, "an object of schemas")
    for (name, schema) in (value.asObject ?? [:]).sorted(by: { $0.key < $1.key }) {
      inspect(schema, at: "\(place)/\(name)")
    }
  }

  private mutating func inspectPattern(_ value: JSONValue, at place: String) {
    guard let text = value.asString, let pattern = try? NSRegularExpression(pattern: text) else {
      faults.append("\(place): must be a regular expression")
      return
    }
    patterns[text] = pattern
  }

  private mutating func require(_ isRight: Bool, _ place: String, _ what: String) {
    if !isRight { faults.append("\(place): must be \(what)") }
  }
}
