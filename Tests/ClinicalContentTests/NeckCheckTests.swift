import ClinicalContent
import TechniqueKit
import Testing

@Suite("What the check before neck or head work leads to")
struct NeckCheckTests {
  private func raised(_ lines: [String], last: [String] = []) throws -> [String: Severity] {
    func findings(_ lines: [String]) throws -> [Finding] {
      try lines.map { try GeneralFindings.neckCheck.read($0, anatomy: GeneralContent.anatomy) }
    }
    let facts = Facts(
      answers: Client.healthy, age: 40, sex: .female, findings: try findings(lines),
      lastFindings: try findings(last), anatomy: GeneralContent.anatomy,
      questions: GeneralHistory.questions)
    let rules = GeneralContent.content.safetyRules.filter {
      $0.when.readsFindings && $0.when.truth(for: facts) == .yes
    }
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.id.rawValue, $0.severity) })
  }

  static let dangers: [(String, [String: Severity])] = [
    ("ncheck 180/95", ["general_check_pressure": .stop]),
    ("ncheck 150/110", ["general_check_pressure": .stop]),
    ("ncheck 215/125 absent symmetric", ["general_check_pressure": .stop]),
    ("ncheck 128/82 present", ["general_check_signs": .emergency]),
    ("ncheck 128/82 absent asymmetric", ["general_check_nerves": .stop]),
    ("ncheck 128/82 provoking", ["general_check_position": .stop]),
    (
      "ncheck 215 125 present asymmetric",
      [
        "general_check_pressure": .stop, "general_check_signs": .emergency,
        "general_check_nerves": .stop,
      ]
    ),
    ("ncheck 179/109 absent symmetric comfortable", [:]),
    ("ncheck 128/82", [:]),
  ]

  @Test("A danger sign stops all work", arguments: dangers)
  func signs(line: String, rules: [String: Severity]) throws {
    #expect(try raised([line]) == rules)
  }

  @Test("The worse of two measurements counts, in either order")
  func worse() throws {
    let high = "ncheck 190/95"
    let low = "ncheck 130/80"
    #expect(try raised([high, low]) == ["general_check_pressure": .stop])
    #expect(try raised([low, high]) == ["general_check_pressure": .stop])
    #expect(try raised([low, low]) == [:])
  }

  static let visits: [(String, [String: Severity])] = [
    ("ncheck 128/82 present", ["general_check_signs_before": .clearance]),
    ("ncheck 128/82 asymmetric", ["general_check_signs_before": .clearance]),
    ("ncheck 128/82 provoking", ["general_check_signs_before": .clearance]),
    ("ncheck 185/95 absent", ["general_check_pressure_before": .note]),
    ("ncheck 140/90 absent", [:]),
  ]

  @Test(
    "At the next visit signs wait for a clinician, and the pressure is measured again",
    arguments: visits)
  func before(line: String, rules: [String: Severity]) throws {
    #expect(try raised([], last: [line]) == rules)
  }

  @Test("They hold for every technique, and no area is spared")
  func scope() {
    let rules = GeneralContent.content.safetyRules.filter(\.when.readsFindings)
    #expect(rules.count == 6)
    #expect(rules.allSatisfy { $0.regions == .none })
    #expect(rules.allSatisfy { !$0.citations.isEmpty && $0.citations.contains { !$0.isConfirmed } })
  }

  @Test("What records treatment says so, and its pressure can be checked")
  func treating() {
    #expect(GeneralFindings.siteWork.treats)
    #expect(!GeneralFindings.neckCheck.treats)
    #expect(GeneralFindings.siteWork.fields.contains { $0.name == "pressure" })
  }
}
