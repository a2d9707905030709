import Foundation
import TerminalTesting
import Testing

/// What a therapist sees in a first visit and in the return visit two weeks later, for each
/// technique, held in place by a file.
///
/// A visit is typed at a real pseudo-terminal that can only append. When a screen is meant to
/// change, `FASCIA_WRITE_TRANSCRIPTS=1 swift test --filter TranscriptTests` writes the files anew;
/// read what has changed as the therapist would before it is committed.
@Suite struct TranscriptTests {
  static let variable = "FASCIA_WRITE_TRANSCRIPTS"
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  @Test(arguments: TypedCase.all)
  func `two visits read as they did`(visits: TypedCase) throws {
    let shown = try visits.play()
    let name = "Tests/fasciaTests/Golden/\(visits.technique).txt"
    let place = Self.folder.appendingPathComponent("\(visits.technique).txt")
    if ProcessInfo.processInfo.environment[Self.variable] == "1" {
      try shown.joined(separator: "\n").write(to: place, atomically: true, encoding: .utf8)
    }
    let stored = try #require(
      try? String(contentsOf: place, encoding: .utf8), "\(name) is missing; \(Self.renewal)")
    let expected = stored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = min(shown.count, expected.count)
    let differs = (0..<end).first { shown[$0] != expected[$0] } ?? end
    #expect(
      shown == expected,
      """
      \(name):\(differs + 1): the visit reads otherwise; \(Self.renewal)
      expected: \(differs < expected.count ? expected[differs] : "the end")
      actual:   \(differs < shown.count ? shown[differs] : "the end")
      """)
    for (number, line) in shown.enumerated() where line.count > 80 {
      // What was typed may be longer than the line.
      let isTyped = visits.typed.contains { !$0.isEmpty && line.hasSuffix($0) }
      #expect(isTyped, "\(name):\(number + 1): wider than 80 columns: \(line)")
    }
  }

  private static let renewal =
    "if that is meant: \(variable)=1 swift test --filter TranscriptTests"

  @Test func `every technique of this build has its transcript`() throws {
    let bundled = try Clinic().script(["techniques"], ["--json"])
    let names = Clinic.items(bundled.output).compactMap { $0["technique"] as? String }
    #expect(Set(names) == Set(TypedCase.all.map(\.technique)), "\(bundled.output)")
  }
}
