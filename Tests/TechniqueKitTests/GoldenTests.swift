import Foundation
import TechniqueKit
import Testing

/// The JSON form of schemas 1 and 2, held in place by a file for each type.
///
/// What stands in a file was stored in practices, so it is read for ever. A new member or case gets
/// a value of its own at the end of a list here, and then `FASCIA_WRITE_GOLDEN=1 swift test --filter
/// GoldenTests` adds it to the file; a change of what stood there is a new schema.
/// The number in a file is that of the schema it was begun with.
@Suite struct GoldenTests {
  struct File<Value: Codable & Equatable>: Codable, Equatable {
    let schema: Int
    let values: [Value]
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private func hold<Value: Codable & Equatable>(_ name: String, _ values: [Value]) throws {
    let place = Self.folder.appendingPathComponent(name + ".json")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(
      decoding: try encoder.encode(File(schema: 1, values: values)),
      as: UTF8.self)
    if ProcessInfo.processInfo.environment["FASCIA_WRITE_GOLDEN"] == "1" {
      try (text + "\n").write(to: place, atomically: true, encoding: .utf8)
    }
    let stored = try Data(contentsOf: place)
    #expect(String(decoding: stored, as: UTF8.self) == text + "\n", "\(name) has another form")
    let read = try JSONDecoder().decode(File<Value>.self, from: stored)
    #expect(read.values == values, "\(name) reads back as something else")
  }

  @Test func `questions, of every kind`() throws { try hold("Question", GoldenValues.questions) }
  @Test func `answers, of every kind`() throws { try hold("Answer", GoldenValues.answers) }
  @Test func `conditions, of every kind`() throws { try hold("Condition", GoldenValues.conditions) }
  @Test func `safety rules`() throws { try hold("SafetyRule", GoldenValues.rules) }
  @Test func `session templates`() throws { try hold("SessionTemplate", GoldenValues.templates) }
  @Test func `kinds of findings`() throws { try hold("FindingKind", GoldenValues.findingKinds) }
  @Test func `findings`() throws { try hold("Finding", GoldenValues.findings) }
  @Test func `what a rule read`() throws { try hold("Match", GoldenValues.matches) }
  @Test func `outcome metrics`() throws { try hold("OutcomeMetric", GoldenValues.metrics) }
  @Test func `evidence`() throws { try hold("Evidence", GoldenValues.evidence) }
  @Test func `examples`() throws { try hold("Example", GoldenValues.examples) }
  @Test func `regions`() throws { try hold("Anatomy", GoldenValues.anatomies) }
  @Test func `manifests`() throws { try hold("Manifest", GoldenValues.manifests) }
  @Test func `options`() throws { try hold("ModuleOption", GoldenValues.options) }
  @Test func `translation files`() throws { try hold("TranslationFile", GoldenValues.translations) }
  @Test func `whole modules`() throws { try hold("Module", GoldenValues.modules) }

  @Test func `every case occurs`() {
    #expect(Set(GoldenValues.questions.map { GoldenValues.name($0.kind) }).count == 10)
    #expect(Set(GoldenValues.answers.map(GoldenValues.name)).count == 9)
    #expect(Set(GoldenValues.conditions.map(GoldenValues.name)).count == 15)
    let fields = GoldenValues.findingKinds.flatMap(\.fields).map { GoldenValues.name($0.kind) }
    #expect(Set(fields).count == 8)
    #expect(Set(GoldenValues.metrics.map { GoldenValues.name($0.entry) }).count == 4)
    #expect(Set(GoldenValues.rules.map(\.severity)) == Set(Severity.allCases))
  }

  @Test func `what may be left out is read with its default`() throws {
    let json = #"{"id":"warm","prompt":"Warm?","kind":"yes_no","help":"Type y.","why":"W."}"#
    let read = try JSONDecoder().decode(Question.self, from: Data(json.utf8))
    #expect(
      read == Question(id: "warm", prompt: "Warm?", kind: .yesNo, help: "Type y.", why: "W."))
  }

  @Test(arguments: [
    (#"{"always":true,"is_yes":"fever"}"#, "a condition states one of: always, is_yes"),
    (#"{"number":"pain"}"#, "number needs one of: below, at_most, equal, at_least, above"),
    (#"{}"#, "a condition states one of: always, is_yes"),
  ])
  func `a condition that says nothing is refused`(json: String, sentence: String) {
    #expect {
      try JSONDecoder().decode(Condition.self, from: Data(json.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      return context.debugDescription.hasPrefix(sentence)
    }
  }

  @Test func `another schema is refused`() {
    for schema in [0, 3] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(ModuleDocument.self, from: Data("{\"schema\":\(schema)}".utf8))
      }
    }
  }

  @Test func `what schema 1 could not say needs schema 2, and nothing else does`() throws {
    func text(_ content: ModuleContent) throws -> String {
      let document = ModuleDocument(manifest: GoldenValues.manifests[0], content: content)
      return String(decoding: try JSONEncoder().encode(document), as: UTF8.self)
    }
    func read(_ text: String) throws {
      _ = try JSONDecoder().decode(ModuleDocument.self, from: Data(text.utf8))
    }
    let old = try text(ModuleContent(findings: [GoldenValues.findingKinds[0]]))
    #expect(old.contains(#""schema":1"#))
    try read(old)
    let found = SafetyRule(
      "a_found", code: "A", "Title", when: .not(.found("k", .any, .last)), .note, advice: "Do.",
      client: "Say.", citations: [])
    let asked = BloodPressureQuestion("a_bp", "Blood pressure", why: "Why.").question
    for content in [
      ModuleContent(findings: [GoldenValues.findingKinds[1]]), ModuleContent(intake: [asked]),
      ModuleContent(safetyRules: [found]),
    ] {
      let new = try text(content)
      #expect(new.contains(#""schema":2"#))
      try read(new)
      #expect(throws: DecodingError.self) {
        try read(new.replacingOccurrences(of: #""schema":2"#, with: #""schema":1"#))
      }
    }
  }
}
