import Foundation
import TerminalTesting
import Testing

/// What a note lacks is what it does not say, in the therapist's words or by itself.
@Suite struct NoteGapTests {
  /// A clinic that requires some gaps to be filled, with a client who is in a session of half an hour.
  static func clinic(requiring gaps: String, _ before: [String] = []) throws -> Clinic {
    let clinic = try Clinic()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(sample.replacing("required: [affirmed]", with: "required: [\(gaps)]"))
    let outcome = try clinic.script(
      NoteTests.first + before + [
        "start trigger points 30 at=2026-11-24T09:00", "end at=2026-11-24T09:30",
      ])
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    return clinic
  }

  @Test(arguments: [
    // What comes next: a plan with visits left, an appointment, the therapist's words.
    ("plan", ["plan weekly x 4"], true), ("plan", ["rebook 2w"], true), ("plan", ["p again"], true),
    ("plan", ["plan twice a week x 8 re_evaluate=31dec"], true),
    ("plan", ["plan every 2w x 1", "plan close reason=over"], false),
    ("plan", ["goal pain at most 3"], false), ("plan", [], false),
    // How it went: pain before and after, another score beside its first one, words.
    ("response", ["pain 3 after"], true), ("response", ["a felt lighter"], true),
    ("response", ["trp r utrap 5>2"], false), ("response", ["p again"], false),
    // What was treated: an area, or where a finding lies.
    ("areas", ["trp r utrap 5>2"], true), ("areas", ["area neck at=09:05"], true),
    ("areas", ["o the neck"], false),
    ("measures", ["pain 3 after"], true), ("measures", ["a pain is gone"], false),
  ])
  func `a section that the note fills by itself is not called empty`(
    gap: String, lines: [String], isSaid: Bool
  ) throws {
    let clinic = try Self.clinic(requiring: gap)
    let told = try clinic.script(["client ruiz"] + lines + ["note", "sign"])
    #expect(told.ending == .code(isSaid ? 0 : 3), "\(told.errors)\n\(told.output)")
  }

  @Test func `a plan whose visits are used says nothing of what comes next`() throws {
    let clinic = try Self.clinic(requiring: "plan", ["plan weekly x 1"])
    #expect(try clinic.script(["client ruiz", "sign"]).ending == .code(0))
    let again = try clinic.script([
      "client ruiz", "start trigger points 30 at=2026-11-24T09:31", "end at=2026-11-24T09:45",
      "sign",
    ])
    #expect(again.ending == .code(3), "\(again.output)")
    #expect(again.errors.contains("What comes next is not said."), "\(again.errors)")
  }
}
