import Foundation
import TerminalTesting
import Testing

/// What it costs to chart a return visit, in keys beyond the clinical words.
///
/// Every byte that is sent counts, Enter included, except the prose: the words of a note line
/// behind its letter and space, and the whole text of a line of shorthand, but not their Enter.
@Suite struct ChartingCostTests {
  /// Types and counts.
  private struct Typist {
    let terminal: PseudoTerminal
    var keys = 0

    /// - Parameter prose: clinical words, which do not count, typed behind `line`.
    mutating func type(_ line: String, _ prose: String = "", until prompt: String) throws {
      keys += line.utf8.count + 1
      terminal.type(line + prose)
      try terminal.expect(prompt)
    }
  }

  @Test func `a return visit with three findings takes at most forty keys beyond the prose`() throws
  {
    let clinic = try Clinic()
    let first = ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()).dropLast()
    let signed = try clinic.script(first + ["rebook 2w", "sign"])
    try #require(signed.ending == .code(0), "\(signed.errors)")
    try clinic.set("2026-12-08T10:16")
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    var typist = Typist(terminal: terminal)
    try typist.type("1", until: "after-effects? ")
    try typist.type("n", until: "[6 from 24 Nov]: ")
    try typist.type("5", until: "along an arm or leg? ")
    try typist.type("n", until: "any of these? ")
    try typist.type("none", until: "since last time? ")
    try typist.type("n", until: "[y]: ")
    try typist.type("", until: "fascia Ann R 0:00> ")
    try typist.type("s ", "tighter since Tuesday, sleeps again", until: "fascia Ann R 0:00> ")
    try clinic.set("2026-12-08T10:40")
    for finding in ["trp r utrap 5>2 90s ref temple", "trp l levator 4>2 60s", "mfr neck 120s x2"] {
      try typist.type("", finding, until: "fascia Ann R 0:24> ")
    }
    try clinic.set("2026-12-08T11:15")
    try typist.type("e", until: "S> ")
    try typist.type("", until: "O> ")
    try typist.type("", until: "A> ")
    try typist.type("=", until: "A> ")
    try typist.type("", until: "P> ")
    try typist.type("", "stretch once a day", until: "P> ")
    try typist.type("", until: "was 5 before: ")
    try typist.type("2", until: "]: ")
    try typist.type("", until: "[y]: ")
    try typist.type("", until: "SIGNED 11:15")
    #expect(typist.keys <= 40, "\(typist.keys) keys")

    let items = Clinic.items(try clinic.script(["client ruiz", "last"], ["--json"]).output)
    let visit = try #require(items.last)
    #expect(visit["visit"] as? Int == 2 && visit["minutes"] as? Int == 59)
    #expect(
      visit["findings"] as? [String] == [
        "Trigger point, right upper trapezius, pain 5 to 2, held 90 s, refers to temple.",
        "Trigger point, left levator scapulae, pain 4 to 2, held 60 s.",
        "Myofascial hold, neck, held 120 s, 2 times.",
      ])
    let note = try #require(visit["note"] as? [[String: Any]]).map {
      "\($0["section"] ?? "") \($0["text"] ?? "")"
    }
    #expect(
      note == [
        "S tighter since Tuesday, sleeps again", "A turns further", "P stretch once a day",
      ])
    let pain = try #require(visit["measures"] as? [[String: Any]]).compactMap {
      $0["value"] as? Double
    }
    #expect(pain == [5, 2])
    #expect(visit["signed_by"] as? String == "J. Lee, LMT")
    #expect(items.first?["next"] as? String == "2026-12-22T10:15:00+00:00")
  }
}
