import Foundation
import TerminalTesting
import Testing

@Suite("The guide to scripts")
struct ScriptingGuideTests {
  static let guide = "Documentation/Scripting.md"

  static func block(_ language: String) throws -> String {
    try #require(DocumentationTests.blocks(guide).first { $0.language == language }).text + "\n"
  }

  @Test func `its script prints the JSON lines that it shows`() throws {
    let clinic = try Clinic()
    let script = clinic.folder + "/day.fascia"
    try Self.block("fascia").write(toFile: script, atomically: true, encoding: .utf8)
    let outcome = try clinic.command(clinic.arguments + ["--json", "--keep-going", script])
    #expect(outcome.ending == .code(1))
    #expect(outcome.output == (try Self.block("json")), "\(outcome.output)")
    for line in outcome.output.split(separator: "\n") {
      #expect(try SchemaTests.strict.get().errors(for: Data(line.utf8)) == [])
    }
    #expect(outcome.errors.contains("day.fascia:3: Error: pain goes from 0 to 10"))
  }

  @Test func `what happened earlier is entered with at, as it shows`() throws {
    let clinic = try Clinic(at: "2026-11-24T12:00")
    let text = try String(contentsOfFile: Clinic.root + "/" + Self.guide, encoding: .utf8)
    let shown = text.split(separator: "\n").filter { $0.hasPrefix("    ") && $0.contains("at=") }
      .map { String($0.dropFirst(4)) }
    #expect(shown.count == 3)
    let outcome = try clinic.script(
      ["new Ann Ruiz born=1984", Clinic.intake()] + shown + ["sign", "last"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    #expect(outcome.output.contains("10:16 to 11:14"))
    #expect(outcome.output.contains("10:20  tighter since Tuesday"))
  }

  @Test func `a dry run reports every error and writes nothing`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["today"])
    let lines = ["new Ann Ruiz born=1984", "pain 12", "frobnicate", "backup"]
    let outcome = try clinic.script(lines, ["--dry-run", "--json"])
    #expect(outcome.ending == .code(1))
    let printed = outcome.output.split(separator: "\n").map {
      SchemaTranscript.Line(typed: "", text: String($0))
    }
    for line in printed {
      #expect(try SchemaTests.strict.get().errors(for: line.data) == [], "\(line.text)")
    }
    #expect(
      printed.map { $0.error?["code"] as? String } == [nil, "rejected", "unknown_command", nil])
    #expect((printed.last?.object["warnings"] as? [String])?.count == 1)
    #expect(try clinic.script(["find"]).output == "No client fits \"\".\n")
  }
}
