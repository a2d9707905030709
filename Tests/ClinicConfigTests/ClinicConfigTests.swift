import ClinicConfig
import ClinicCore
import Foundation
import TechniqueKit
import Testing

@Suite struct ClinicConfigTests {
  enum Stone: Technique {
    static let manifest = Manifest(
      id: "stone", name: "Stone", version: .init(0, 1, 0), stability: .draft, summary: "Stones.")
    static let options = [
      ModuleOption("minutes", "length", .wholeNumber(range: 1...9, defaultValue: 5)),
      ModuleOption("warm", "heat them", .yesNo(defaultValue: true)),
    ]
    static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
  }

  enum Pebble: Technique {
    static let manifest = Manifest(
      id: "pebble", name: "Pebble", version: .init(1, 0, 0), stability: .retired,
      summary: "Pebbles.")
    static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
  }

  static func read(_ text: String) throws(ConfigProblems) -> ClinicConfig {
    try ClinicConfigReader.read(
      text, path: "c.yaml", compiledIn: [Stone.self, Pebble.self], keyNames: ["f5"])
  }

  @Test func `settings reach the module, the rest has its default`() throws {
    let config = try Self.read(
      """
      schema: 1
      allow_draft: true
      therapist: {name: J. Lee, credential: LMT}
      techniques: {stone: {enabled: true, options: {minutes: 7}}}
      """)
    #expect(config.therapist == Author(name: "J. Lee", credential: "LMT"))
    #expect(config.techniques.first?.settings.number("minutes") == 7)
    #expect(config.techniques.first?.settings.isOn("warm") == true)
  }

  @Test func `a technique that was renamed is known by its old name too`() throws {
    enum Renamed: Technique {
      static let manifest = Manifest(
        id: "warm_stone", name: "Stone", version: .init(1, 0, 0), stability: .stable,
        reviewers: ["A. Reviewer"], summary: "Stones."
      ).formerly("stone")
      static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
    }
    let config = try ClinicConfigReader.read(
      "schema: 1\ntechniques: {stone: {enabled: true}}", path: "c.yaml",
      compiledIn: [Renamed.self], keyNames: [])
    #expect(config.techniques.map(\.id) == ["warm_stone"])
  }

  @Test func `when reports on a referral are due is the clinic's to say, within bounds`() throws {
    func reports(_ text: String) throws -> ReportInterval {
      try Self.read(
        "schema: 1\nallow_draft: true\ntechniques: {stone: {enabled: true}}\n\(text)"
      ).profile.reports
    }
    #expect(try reports("") == ReportInterval(visits: 6, days: 30, noticeDays: 14))
    #expect(
      try reports("referral: {report_visits: 4, notice_days: 0}")
        == ReportInterval(visits: 4, days: 30, noticeDays: 0))
    let wrong = "referral: {report_visits: 0, report_days: month, notice_days: 91, visits: 8}"
    #expect {
      try reports(wrong)
    } throws: { error in
      "\(error)".split(separator: "\n").map { String($0.drop { $0 != " " }.dropFirst()) } == [
        "referral.report_visits goes from 1 to 100.",
        "referral.report_days needs a whole number.",
        "referral.notice_days goes from 0 to 90.",
        "there is no key \"visits\". Known: report_visits, report_days, notice_days.",
      ]
    }
  }

  @Test(arguments: [
    ("", ["c.yaml:1:1: schema is missing."]),
    ("schema: [", ["c.yaml:2:1: this is not YAML: did not find expected node content."]),
    (
      "techniques: {stone: {enabled: true}}", ["c.yaml:1:1: schema is missing."]
    ),
    (
      "schema: 1\ntechniques: {stone: {enabled: false}}",
      ["c.yaml:2:13: no technique is enabled. Known: stone, pebble."]
    ),
    (
      "schema: 1\nallow_draft: yes\n"
        + "techniques: {stone: {enabled: true, options: {warm: 3, minutes: ten}}}",
      [
        "c.yaml:3:53: techniques.stone.options.warm needs true or false.",
        "c.yaml:3:65: techniques.stone.options.minutes needs a whole number.",
      ]
    ),
    (
      "schema: 1\ntechniques: {stone: {enabled: true}}",
      [
        "c.yaml:2:14: stone is a draft, which no clinician has signed off. To use it all the same, "
          + "set allow_draft: true."
      ]
    ),
    (
      "schema: 1\nallow_draft: true\ntechniques: {pebble: {enabled: true}}",
      [
        "c.yaml:3:14: pebble is retired and no longer offered. Set its enabled to false; its "
          + "records stay."
      ]
    ),
    (
      "schema: 1\nallow_draft: perhaps\ntechniques: {stone: {enabled: false}}",
      ["c.yaml:2:14: allow_draft needs true or false."]
    ),
    (
      "schema: 1\nallow_draft: true\n"
        + "techniques: {stone: {enabled: true, options: {heat: 3, minutes: 12}}}",
      [
        "c.yaml:3:47: there is no option \"heat\". Known: minutes, warm.",
        "c.yaml:3:65: techniques.stone.options.minutes goes from 1 to 9.",
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
