import Foundation
import TerminalTesting
import Testing

/// `staff remove` and `key remove`: nothing vanishes unsaid.
@Suite struct LeavingTests {
  func script(
    _ clinic: Clinic, as login: String, _ lines: [String], _ flags: [String] = []
  ) throws -> Outcome {
    try clinic.script(
      lines, flags + ["--login", login, "--passphrase-file", try clinic.secret(PeopleTests.words)])
  }

  /// A clinic where Kim has a draft and two appointments in the future.
  func clinic() throws -> Clinic {
    let clinic = try PeopleTests().staffed()
    let begun = try script(
      clinic, as: "kim",
      [
        "new Ben Okafor born=1990", Clinic.intake(), "start trigger points 30",
        "book ann 8 dec 10:15", "book ben 22 dec 9:00 60",
      ])
    try #require(begun.ending == .code(0), "\(begun.errors)")
    return clinic
  }

  @Test func `a script that ends an access is told what that leaves, with exit 4`() throws {
    let clinic = try clinic()
    for line in ["staff remove kim", "staff remove \"Kim Doe\"", "staff remove kim to=lee"] {
      let refused = try script(clinic, as: "lee", [line])
      #expect(refused.ending == .code(4))
      for words in [
        "Kim Doe leaves unsigned: C0002 (a visit since 24 Nov 2026).",
        "Kim Doe has 2 appointments in the future: Tue 8 Dec 10:15 to Tue 22 Dec 09:00.",
        "Keys that go along: passphrase.", "staff remove kim anyway=\"REASON\"",
      ] { #expect(refused.errors.contains(words), "\(words)\n\(refused.errors)") }
    }
    #expect(try script(clinic, as: "kim", ["today"]).ending == .code(0))
    #expect(try script(clinic, as: "lee", ["staff remove kim anyway=\" \""]).ending == .code(2))
    let told = try script(clinic, as: "lee", ["staff remove kim"], ["--json"])
    let item = try #require(Clinic.items(told.output).first)
    #expect(item["appointments"] as? Int == 2 && item["keys"] as? [String] == ["passphrase"])
    #expect((item["drafts"] as? [[String: Any]])?.first?["client"] as? String == "C0002")
  }

  @Test func `appointments of somebody who leaves are moved, or kept under their name`() throws {
    let clinic = try clinic()
    let clash = try script(
      clinic, as: "lee",
      ["book ann 22 dec 9:30", "staff remove kim to=lee anyway=\"left the clinic\""])
    #expect(clash.ending == .code(1))
    #expect(clash.errors.contains("Tue 22 Dec 2026, 09:30 to 10:30 is taken. Nothing was changed."))
    let nobody = try script(clinic, as: "lee", ["staff remove kim to=fay anyway=left"])
    #expect(nobody.ending == .code(1))
    #expect(nobody.errors.contains("an owner or a therapist"))
    let kept = try script(
      clinic, as: "lee",
      ["staff remove kim anyway=left", "client ann", "appointments", "back", "audit"])
    #expect(kept.ending == .code(0), "\(kept.errors)")
    for words in [
      "Kept under the name of Kim Doe: 2 appointments, Tue 8 Dec 10:15 to Tue 22 Dec 09:00.",
      "with Kim Doe, who has left", "Kim Doe, LMT, therapist: left",
    ] { #expect(kept.output.contains(words), "\(words)\n\(kept.output)") }
    let moved = try script(
      clinic, as: "lee", ["client ann", "appointments", "move 1 11:00 with=lee", "appointments"])
    #expect(moved.ending == .code(0), "\(moved.errors)")
  }

  @Test func `appointments that somebody takes over are theirs`() throws {
    let clinic = try clinic()
    let moved = try script(
      clinic, as: "lee",
      ["staff remove kim to=lee anyway=\"left the clinic\"", "client ben", "appointments"],
      ["--json"])
    #expect(moved.ending == .code(0), "\(moved.errors)")
    let items = Clinic.items(moved.output)
    #expect(items.contains { $0["appointments_to"] as? String == "lee" })
    #expect(items.compactMap { $0["therapist"] as? String } == ["lee"])
  }

  @Test func `at the terminal it is asked, and a no changes nothing`() throws {
    let clinic = try clinic()
    let terminal = try clinic.terminal()
    try terminal.expect("Sign in. Name: ")
    terminal.type("lee")
    try terminal.expect("Passphrase: ")
    terminal.type(PeopleTests.words)
    try terminal.expect("fascia> ")
    terminal.type("staff remove kim")
    try terminal.expect("Who takes the appointments over? LOGIN, or keep: ")
    terminal.type("keep")
    try terminal.expect("End the access of Kim Doe, LMT? y/n [n]: ")
    terminal.type("")
    try terminal.expect("Nothing was changed. Kim Doe can still sign in.")
    try terminal.expect("fascia> ")
    terminal.type("staff remove kim to=lee")
    try terminal.expect("y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Moved to J. Lee: 2 appointments")
    try terminal.expect("fascia> ")
    terminal.type("staff remove fay")
    try terminal.expect("End the access of Fay Desk? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("Fay Desk can no longer sign in.")
    try terminal.expect("fascia> ")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }

  @Test func `ending one's own access is called so, and never takes the last way in`() throws {
    let clinic = try PeopleTests().staffed()
    let alone = try script(clinic, as: "lee", ["staff remove lee anyway=retired"])
    #expect(alone.ending == .code(1))
    #expect(alone.errors.contains("this is the last owner"), "\(alone.errors)")
    let secret = try clinic.secret(PeopleTests.words)
    let second = try script(
      clinic, as: "lee",
      [
        "staff add \"Bo Berg\" role=owner passphrase_file=\(secret)", "staff remove lee",
      ])
    #expect(second.ending == .code(4))
    for words in [
      "This is your own access: you could not sign in again.", "No recovery code would be left.",
    ] { #expect(second.errors.contains(words), "\(second.errors)") }
    let only = try script(clinic, as: "lee", ["staff remove lee anyway=retired"])
    #expect(only.ending == .code(1))
    #expect(
      only.errors.contains("the only recovery code is yours and would go with you."),
      "\(only.errors)")
    let gone = try script(
      clinic, as: "bo", ["key add recovery", "staff remove lee anyway=retired"])
    #expect(gone.ending == .code(0), "\(gone.errors)")
    #expect(try script(clinic, as: "lee", ["today"]).ending == .code(5))
    let keys = Clinic.items(try script(clinic, as: "bo", ["key"], ["--json"]).output)
    for kind in ["recovery", "passphrase"] {
      let own = keys.first { $0["kind"] as? String == kind && $0["person"] as? String == "Bo Berg" }
      let number = try #require(own?["number"] as? Int)
      let kept = try script(clinic, as: "bo", ["key remove \(number)"])
      #expect(kept.ending == .code(1))
      #expect(kept.errors.contains("first"), "\(kept.errors)")
    }
  }
}
