import Foundation
import TerminalTesting
import Testing

@Suite struct JSONSchemaTests {
  private func errors(_ schema: String, _ data: String) throws -> [String] {
    try JSONSchema(Data(schema.utf8)).errors(for: Data(data.utf8))
  }

  static let keywords: [(schema: String, good: [String], bad: [String])] = [
    (#"{"type":"integer"}"#, ["1", "1.0", "-3"], ["true", "1.5", "\"1\"", "null"]),
    (#"{"type":"boolean"}"#, ["true"], ["1", "0"]),
    (#"{"type":"number"}"#, ["1", "1.5"], ["false"]),
    (#"{"type":["string","null"]}"#, ["\"a\"", "null"], ["1"]),
    (#"{"const":1}"#, ["1", "1.0"], ["true", "\"1\""]),
    (#"{"const":true}"#, ["true"], ["1"]),
    (#"{"enum":["a",null,0]}"#, ["\"a\"", "null", "0"], ["false", "\"b\""]),
    (#"{"pattern":"^C[0-9]{4}$"}"#, ["\"C0042\"", "7"], ["\"C42\""]),
    (#"{"minimum":0,"maximum":10}"#, ["0", "10", "\"x\""], ["-1", "10.5"]),
    (#"{"minItems":1,"items":{"type":"string"}}"#, [#"["a"]"#], ["[]", "[1]"]),
    (#"{"required":["a"]}"#, [#"{"a":null}"#, "3"], ["{}"]),
    (
      #"{"properties":{"a":{"type":"string"}},"additionalProperties":false}"#,
      [#"{"a":""}"#, "{}"],
      [#"{"b":1}"#, #"{"a":1}"#]
    ),
    (#"{"additionalProperties":{"type":"string"}}"#, [#"{"b":""}"#], [#"{"b":1}"#]),
    (#"{"oneOf":[{"type":"integer"},{"minimum":5}]}"#, ["1", "5.5"], ["7", "1.5"]),
    (#"{"anyOf":[{"type":"integer"},{"minimum":5}]}"#, ["1", "7"], ["1.5"]),
    (#"{"allOf":[{"type":"integer"},{"minimum":5}]}"#, ["7"], ["1", "7.5"]),
    (
      #"{"if":{"properties":{"ok":{"const":true}}},"then":{"required":["x"]},"else":false}"#,
      [#"{"ok":true,"x":1}"#], [#"{"ok":true}"#, #"{"ok":1,"x":1}"#]
    ),
    (
      ##"{"$ref":"#/$defs/t","$defs":{"t":{"items":{"$ref":"#/$defs/t"},"type":"array"}}}"##,
      ["[[],[[]]]"], ["[1]", "[[1]]"]
    ),
    (
      #"{"format":"date-time"}"#,
      ["\"2026-11-24T10:16:00Z\"", "\"2026-11-24T10:16:00.123+01:00\"", "1"],
      ["\"2026-11-24\"", "\"2026-13-24T10:16:00Z\"", "\"2026-11-24T10:16:00\""]
    ),
    ("false", [], ["1"]),
  ]

  @Test(arguments: keywords)
  func `each keyword allows and refuses`(schema: String, good: [String], bad: [String]) throws {
    for data in good { #expect(try errors(schema, data) == [], "\(data)") }
    for data in bad { #expect(try errors(schema, data) != [], "\(data)") }
  }

  @Test func `errors say where and what`() throws {
    let schema = """
      {"type": "object", "required": ["ok", "data"], "properties": {
        "data": {"properties": {"items": {"items": {"properties": {
          "value": {"type": ["integer", "null"], "maximum": 10}}}}}}}}
      """
    let found = try errors(
      schema, #"{"data":{"items":[{"value":true},{"value":12},{"value":null}]}}"#)
    #expect(
      found == [
        #"$: "ok" is missing"#,
        "$.data.items[0].value: is boolean, not integer or null",
        "$.data.items[1].value: 12 is more than 10",
      ])
    #expect(try errors("{}", "{") == ["$: is not JSON"])
    #expect(
      try errors(#"{"oneOf":[{"type":"string"},{"const":2}]}"#, "1") == [
        "$: matches none of oneOf: ($: is integer, not string) ($: is 1, not 2)"
      ])
    let endless = ##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}}"##
    #expect(try errors(endless, "1") == ["$: the schema refers to itself without end"])
  }

  static let faults: [(schema: String, fault: String)] = [
    (#"{"propertys":{}}"#, ##"#: there is no keyword "propertys""##),
    (#"{"properties":{"a":{"typ":"x"}}}"#, ##"#/properties/a: there is no keyword "typ""##),
    (#"{"type":"int"}"#, "#/type: must be the name of a type, or a list of them"),
    (##"{"$ref":"#/$defs/a"}"##, "#/$ref: must be #/$defs/ and a name that is there"),
    (#"{"then":true}"#, ##"#: "then" without "if""##),
    (#"{"pattern":"("}"#, "#/pattern: must be a regular expression"),
    (#"{"format":"date"}"#, ##"#/format: must be "date-time""##),
    (#"{"items":[{}]}"#, "#/items: a schema is an object, true or false"),
    (#"{"required":"a"}"#, "#/required: must be a list of names"),
    (#"{"minItems":true}"#, "#/minItems: must be a count"),
    ("{", "#: is not JSON"),
  ]

  @Test(arguments: faults)
  func `a faulty schema is refused`(schema: String, fault: String) throws {
    let error = #expect(throws: JSONSchema.Faulty.self) { try JSONSchema(Data(schema.utf8)) }
    #expect(error?.faults == [fault])
  }
}
