import ClinicConfig
import ClinicCore
import Foundation
import TechniqueKit
import Testing

@Suite struct ClinicConfigTests {
  enum Stone: Technique {
    static let manifest = Manifest(
      id: "stone", name: "Stone", version: .init(1, 0, 0), stability: .draft, summary: "Stones.")
    static let options = [
      ModuleOption("minutes", "length", .wholeNumber(range: 1...9, defaultValue: 5)),
      ModuleOption("warm", "heat them", .yesNo(defaultValue: true)),
    ]
    static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
  }

  static func read(_ text: String) throws(ConfigProblems) -> ClinicConfig {
    try ClinicConfigReader.read(text, path: "c.yaml", compiledIn: [Stone.self])
  }

  @Test func `settings reach the module, the rest has its default`() throws {
    let config = try Self.read(
      """
      schema: 1
      therapist: {name: J. Lee, credential: LMT}
      techniques: {stone: {enabled: true, options: {minutes: 7}}}
      """)
    #expect(config.therapist == Author(name: "J. Lee", credential: "LMT"))
    #expect(config.techniques.first?.settings.number("minutes") == 7)
    #expect(config.techniques.first?.settings.isOn("warm") == true)
  }

  @Test(arguments: [
    ("", ["c.yaml:1:1: schema is missing."]),
    ("schema: [", ["c.yaml:2:1: this is not YAML: did not find expected node content."]),
    (
      "techniques: {stone: {enabled: true}}", ["c.yaml:1:1: schema is missing."]
    ),
    (
      "schema: 1\ntechniques: {stone: {enabled: false}}",
      ["c.yaml:2:13: no technique is enabled. Known: stone."]
    ),
    (
      "schema: 1\ntechniques: {stone: {enabled: true, options: {warm: 3, minutes: ten}}}",
      [
        "c.yaml:2:53: techniques.stone.options.warm needs true or false.",
        "c.yaml:2:65: techniques.stone.options.minutes needs a whole number.",
      ]
    ),
    (
      "schema: 1\ntherapist: {credential: LMT}\ntechniques: 3",
      [
        "c.yaml:2:12: therapist.name is missing.",
        "c.yaml:3:13: techniques needs keys with values under it.",
      ]
    ),
  ])
  func `every mistake is told with its place`(text: String, expected: [String]) {
    do throws(ConfigProblems) {
      _ = try Self.read(text)
      Issue.record("nothing was refused")
    } catch {
      let told = error.description.split(separator: "\n").map(String.init)
      #expect(Array(told.prefix(expected.count)) == expected)
    }
  }
}
