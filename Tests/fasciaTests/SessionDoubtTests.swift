import Foundation
import TerminalTesting
import Testing

/// What is unlikely of a session is asked about before it is kept, and the answer stays with it.
@Suite struct SessionDoubtTests {
  /// Two clients who did the intake, and a session of the first that began.
  func clinic(at time: String = "2026-11-29T10:00", start: String = "start trigger points 60")
    throws
    -> Clinic
  {
    let clinic = try Clinic(at: time)
    let told = try clinic.script([
      "new Ben Okafor born=1980", Clinic.intake(), "new Ann Ruiz born=1984", Clinic.intake(), start,
      "area neck",
    ])
    #expect(told.ending == .code(0), "\(told.errors)")
    return clinic
  }

  func end(_ clinic: Clinic, _ rest: String = "") throws -> Outcome {
    try clinic.script(["client ruiz", "end \(rest)"])
  }

  static let note = ["s sore", "a fine", "p weekly", "pain 2 after"]

  @Test(arguments: [
    (
      "2026-11-30T20:05",
      ["past midnight", "2045 min of the 60", "29 Nov 2026 10:00 to 30 Nov 2026 20:05"]
    ),
    ("2026-11-29T11:31", ["91 min of the 60", "29 Nov 2026 10:00 to 29 Nov 2026 11:31"]),
    ("2026-12-02T09:00", ["past midnight", "29 Nov 2026 10:00 to 2 Dec 2026 09:00"]),
  ])
  func `a forgotten clock is asked about with both days, and kept with a reason only`(
    now: String, named: [String]
  ) throws {
    let clinic = try clinic()
    try clinic.set(now)
    let refused = try end(clinic)
    #expect(refused.ending == .code(4))
    for words in named { #expect(refused.errors.contains(words), "\(refused.errors)") }
    #expect(refused.errors.contains("anyway=\"REASON\""))
    #expect(try end(clinic, "anyway=\"  \"").ending == .code(2))
    #expect(try clinic.script(["client ruiz", "time"]).ending == .code(0), "it is still running")
    #expect(try end(clinic, "anyway=\"the clock was forgotten\"").ending == .code(0))
    let signed = try clinic.script(["client ruiz"] + Self.note + ["sign", "last"])
    #expect(signed.ending == .code(0), "\(signed.errors)")
    #expect(signed.output.contains("Kept all the same: the clock was forgotten (J. Lee, LMT, "))
    for words in named {
      #expect(signed.output.replacing("\n", with: " ").contains(words.prefix(12)))
    }
  }

  @Test(arguments: [
    (15, 29, false), (15, 30, true), (30, 45, false), (30, 46, true), (60, 90, false),
    (60, 91, true),
    (30, 44, false),
  ])
  func `much longer is more than half as long again, and a quarter of an hour`(
    planned: Int, minutes: Int, isAsked: Bool
  ) throws {
    let clinic = try clinic(start: "start trigger points \(planned)")
    try clinic.set("2026-11-29T1\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)")
    #expect(try end(clinic).ending == .code(isAsked ? 4 : 0))
  }

  @Test(arguments: ["23:30", "23:50", "23:59"])
  func `a session that runs past midnight is asked about, one that ends with the day is not`(
    start: String
  ) throws {
    let clinic = try clinic(at: "2026-11-29T\(start)")
    try clinic.set("2026-11-30T00:00")
    #expect(try end(clinic).ending == .code(0))
    let other = try self.clinic(at: "2026-11-29T\(start)")
    try other.set("2026-11-30T00:20")
    let refused = try end(other)
    #expect(refused.ending == .code(4) && refused.errors.contains("30 Nov 2026 00:20"))
  }

  /// A visit that is entered late, from an hour of 29 November to another.
  func visit(_ from: String, _ to: String) -> [String] {
    [
      "start trigger points 60 at=2026-11-29T\(from)", "area neck", "end at=2026-11-29T\(to)",
    ] + Self.note
  }

  @Test(arguments: [("09:30", "10:10"), ("10:59", "11:30"), ("10:15", "10:45"), ("09:00", "10:01")])
  func `sessions of one therapist that overlap are asked about, also one that is not signed`(
    from: String, to: String
  ) throws {
    for isSigned in [true, false] {
      let clinic = try clinic()
      try clinic.set("2026-11-29T12:00")
      #expect(try end(clinic, "at=11:00").ending == .code(0))
      if isSigned {
        #expect(try clinic.script(["client ruiz"] + Self.note + ["sign"]).ending == .code(0))
      }
      let refused = try clinic.script(["client okafor"] + visit(from, to))
      #expect(refused.ending == .code(4), "\(refused.output)\(refused.errors)")
      #expect(
        refused.errors.contains(
          "The session, 29 Nov 2026 \(from) to 29 Nov 2026 \(to), overlaps one with another client, "
            + "29 Nov 2026 10:00 to 29 Nov 2026 11:00."), "\(refused.errors)")
    }
  }

  @Test(arguments: [("09:00", "10:00"), ("11:00", "11:45"), ("08:00", "08:30")])
  func `sessions that only touch are not asked about`(from: String, to: String) throws {
    let clinic = try clinic()
    try clinic.set("2026-11-29T12:00")
    _ = try end(clinic, "at=11:00")
    let told = try clinic.script(["client okafor"] + visit(from, to))
    #expect(told.ending == .code(0), "\(told.errors)")
  }

  @Test func `a new question needs an answer of its own`() throws {
    let clinic = try clinic()
    try clinic.set("2026-11-29T13:00")
    #expect(try end(clinic, "at=11:45").ending == .code(4))
    #expect(try end(clinic, "at=11:45 anyway=\"a long talk\"").ending == .code(0))
    // Another visit comes to stand beside it before it is signed.
    let other = try clinic.script(
      ["client okafor"]
        + visit("11:30", "12:00").map { $0.hasPrefix("end") ? $0 + " anyway=\"two rooms\"" : $0 }
        + ["sign"])
    #expect(other.ending == .code(0), "\(other.errors)")
    let refused = try clinic.script(["client ruiz"] + Self.note + ["sign"])
    #expect(refused.ending == .code(4))
    #expect(refused.errors.contains("overlaps") && !refused.errors.contains("planned"))
    let signed = try clinic.script(
      ["client ruiz", "sign anyway=\"two rooms\"", "last"], ["--json"])
    #expect(signed.ending == .code(0), "\(signed.errors)")
    let kept = Clinic.items(signed.output).compactMap { $0["overrides"] as? [[String: Any]] }.last
    #expect(kept?.compactMap { $0["reason"] as? String } == ["a long talk", "two rooms"])
  }

  @Test func `an answer is to what was asked, not to what it grew into`() throws {
    let clinic = try clinic()
    try clinic.set("2026-11-29T11:40")
    #expect(try end(clinic).ending == .code(4))
    try clinic.set("2026-11-29T12:40")
    let again = try end(clinic, "anyway=\"a long talk\"")
    #expect(again.ending == .code(4) && again.errors.contains("160 min of the 60"))
    try clinic.set("2026-11-29T12:45")
    #expect(try end(clinic, "anyway=\"a long talk\"").ending == .code(0))
  }

  @Test func `at a terminal it is asked, and why it is right`() throws {
    let clinic = try clinic()
    try clinic.set("2026-11-29T12:00")
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("fascia Ann R")
    terminal.type("end")
    try terminal.expect("The session took 120 min of the 60 planned")
    try terminal.expect("Is that right? y/n [n]: ")
    terminal.type("n")
    try terminal.expect("The session goes on.")
    terminal.type("end")
    try terminal.expect("Is that right? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Why? ")
    terminal.type("")
    try terminal.expect("Why? ")
    terminal.type("a long talk")
    try terminal.expect("Session ended, 120 min, 60 over the planned 60.")
  }
}
