import Foundation

extension JSONSchema {
  /// The name in a reference to `#/$defs/NAME`.
  static func definition(_ reference: String) -> String? {
    let start = "#/$defs/"
    return reference.hasPrefix(start) ? String(reference.dropFirst(start.count)) : nil
  }

  func errors(_ value: JSONValue, _ schema: JSONValue, at path: String, depth: Int) -> [String] {
    if case .bool(let isAllowed) = schema { return isAllowed ? [] : ["\(path): is not allowed"] }
    guard let keywords = schema.asObject else { return [] }
    guard depth < 100 else { return ["\(path): the schema refers to itself without end"] }
    return typeErrors(value, keywords, at: path)
      + textErrors(value, keywords, at: path)
      + numberErrors(value, keywords, at: path)
      + memberErrors(value, keywords, at: path, depth: depth)
      + itemErrors(value, keywords, at: path, depth: depth)
      + combinedErrors(value, keywords, at: path, depth: depth)
  }

  private typealias Keywords = [String: JSONValue]

  private func typeErrors(_ value: JSONValue, _ keywords: Keywords, at path: String) -> [String] {
    var found: [String] = []
    if let type = keywords["type"] {
      let names = (type.asArray ?? [type]).compactMap(\.asString)
      if !names.contains(where: value.isOf(type:)) {
        found.append("\(path): is \(value.type), not \(names.joined(separator: " or "))")
      }
    }
    if let allowed = keywords["enum"]?.asArray, !allowed.contains(value) {
      let list = allowed.map(\.text).joined(separator: ", ")
      found.append("\(path): is \(value.text), none of \(list)")
    }
    if let constant = keywords["const"], constant != value {
      found.append("\(path): is \(value.text), not \(constant.text)")
    }
    return found
  }

  private func textErrors(_ value: JSONValue, _ keywords: Keywords, at path: String) -> [String] {
    guard let text = value.asString else { return [] }
    var found: [String] = []
    if let pattern = keywords["pattern"]?.asString, let expression = patterns[pattern] {
      let whole = NSRange(text.startIndex..., in: text)
      if expression.firstMatch(in: text, range: whole) == nil {
        found.append("\(path): \(value.text) does not match \(pattern)")
      }
    }
    if keywords["format"] != nil, !Self.isDateTime(text) {
      found.append("\(path): \(value.text) is not a date-time")
    }
    return found
  }

  /// RFC 3339: date, time to the second or finer, and zone.
  private static func isDateTime(_ text: String) -> Bool {
    let date = #"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"#
    let time = #"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?"#
    let zone = #"([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)"#
    let pattern = "\\A\(date)[Tt]\(time)\(zone)\\z"
    return text.range(of: pattern, options: .regularExpression) != nil
  }

  private func numberErrors(_ value: JSONValue, _ keywords: Keywords, at path: String) -> [String] {
    guard let number = value.asNumber else { return [] }
    var found: [String] = []
    if let least = keywords["minimum"], let bound = least.asNumber, number < bound {
      found.append("\(path): \(value.text) is less than \(least.text)")
    }
    if let most = keywords["maximum"], let bound = most.asNumber, number > bound {
      found.append("\(path): \(value.text) is more than \(most.text)")
    }
    return found
  }

  private func memberErrors(
    _ value: JSONValue, _ keywords: Keywords, at path: String, depth: Int
  ) -> [String] {
    guard let members = value.asObject else { return [] }
    let properties = keywords["properties"]?.asObject ?? [:]
    var found: [String] = []
    for name in (keywords["required"]?.asArray ?? []).compactMap(\.asString)
    where members[name] == nil {
      found.append("\(path): \"\(name)\" is missing")
    }
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      guard let schema = properties[name] ?? keywords["additionalProperties"] else { continue }
      found += errors(member, schema, at: "\(path).\(name)", depth: depth + 1)
    }
    return found
  }

  private func itemErrors(
    _ value: JSONValue, _ keywords: Keywords, at path: String, depth: Int
  ) -> [String] {
    guard let items = value.asArray else { return [] }
    var found: [String] = []
    if let least = keywords["minItems"], let count = least.asNumber, Double(items.count) < count {
      found.append("\(path): has \(items.count) items, fewer than \(least.text)")
    }
    if let schema = keywords["items"] {
      for (index, item) in items.enumerated() {
        found += errors(item, schema, at: "\(path)[\(index)]", depth: depth + 1)
      }
    }
    return found
  }

  private func combinedErrors(
    _ value: JSONValue, _ keywords: Keywords, at path: String, depth: Int
  ) -> [String] {
    let check = { (schema: JSONValue) in errors(value, schema, at: path, depth: depth + 1) }
    var found: [String] = []
    if let reference = keywords["$ref"]?.asString, let name = Self.definition(reference),
      let schema = definitions[name]
    {
      found += check(schema)
    }
    found += (keywords["allOf"]?.asArray ?? []).flatMap(check)
    for keyword in ["anyOf", "oneOf"] {
      guard let schemas = keywords[keyword]?.asArray else { continue }
      let results = schemas.map(check)
      let matches = results.filter(\.isEmpty).count
      if matches == 0 {
        let reasons = results.map { "(" + $0.joined(separator: "; ") + ")" }
        found.append("\(path): matches none of \(keyword): \(reasons.joined(separator: " "))")
      } else if matches > 1, keyword == "oneOf" {
        found.append("\(path): matches \(matches) of oneOf")
      }
    }
    if let condition = keywords["if"] {
      let branch = keywords[check(condition).isEmpty ? "then" : "else"]
      found += branch.map(check) ?? []
    }
    return found
  }
}
