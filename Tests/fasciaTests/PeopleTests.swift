import Foundation
import TerminalTesting
import Testing

/// A clinic where each person signs in.
@Suite struct PeopleTests {
  static let words = "a few plain words"

  /// Founded by J. Lee, with a therapist, a front desk, an auditor, and one client with a visit.
  func staffed() throws -> Clinic {
    let clinic = try Clinic()
    clinic.configuration = clinic.folder + "/config.yaml"
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try sample.replacing("sign_in: off", with: "sign_in: required")
      .write(toFile: clinic.folder + "/config.yaml", atomically: true, encoding: .utf8)
    let secret = try clinic.secret(Self.words)
    let staff = [
      ("Kim Doe", "therapist credential=LMT"), ("Fay Desk", "front_desk"), ("Abe Audit", "auditor"),
    ].map { name, role in "staff add \"\(name)\" role=\(role) passphrase_file=\(secret)" }
    let founded = try clinic.script(
      staff + ScriptTests.visit("new Ann Ruiz born=1984 phone=555-0100", Clinic.intake()),
      ["--login", "lee", "--passphrase-file", secret])
    #expect(founded.ending == .code(0), "\(founded.errors)")
    #expect(founded.errors.contains("It opens with your passphrase."))
    return clinic
  }

  func script(_ clinic: Clinic, as login: String, _ lines: [String]) throws -> Outcome {
    try clinic.script(
      lines, ["--login", login, "--passphrase-file", try clinic.secret(Self.words)])
  }

  @Test func `a person signs in at the terminal, and the practice locks itself when left alone`()
    throws
  {
    let clinic = try staffed()
    let terminal = try clinic.terminal()
    try terminal.expect("Sign in. Name: ")
    terminal.type("kim")
    try terminal.expect("Passphrase: ")
    terminal.type("not these words")
    try terminal.expect("Error: that name and passphrase do not open this practice.")
    try terminal.expect("Name: ")
    terminal.type("kim")
    try terminal.expect("Passphrase: ")
    terminal.type(Self.words)
    try terminal.expect("Signed in as Kim Doe, LMT, therapist.")
    #expect(!terminal.transcript.contains(Self.words), "the passphrase was shown")
    try terminal.expect("fascia> ")
    terminal.type("1")
    try terminal.expect("fascia Ann R> ")
    terminal.type("start trigger points 30")
    try terminal.expect("fascia Ann R 0:00> ")
    terminal.type("s before the lock")
    try terminal.expect("fascia Ann R 0:00> ")
    try clinic.set("2026-11-24T10:30")
    try terminal.expect("Left alone for 10 minutes. Locked; everything is saved.")
    try terminal.expect("Sign in. Name: ")
    terminal.type("lee")
    try terminal.expect("Passphrase: ")
    terminal.type(Self.words)
    try terminal.expect("Signed in as J. Lee, LMT, owner.")
    try terminal.expect("fascia> ")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    let note = try script(clinic, as: "kim", ["client ann", "note", "end", "sign", "last"])
    #expect(note.output.contains("before the lock"))
    #expect(note.output.contains("Signed by Kim Doe, LMT, 24 Nov 2026"))
    let trail = try script(clinic, as: "abe", ["audit person=kim"])
    for words in ["signed in, passphrase", "wrong passphrases before this, 1", "locked"] {
      #expect(trail.output.contains(words), "\(words) is not in:\n\(trail.output)")
    }
  }

  @Test func `a script without a passphrase is told what it needs, with exit 4`() throws {
    let clinic = try staffed()
    let outcome = try clinic.script(["today"])
    #expect(outcome.ending == .code(4))
    #expect(
      outcome.errors == "Error: a script signs in with --login NAME --passphrase-file FILE.\n")
    let open = try clinic.secret(Self.words)
    chmod(open, 0o644)
    let readable = try clinic.script(["today"], ["--login", "lee", "--passphrase-file", open])
    #expect(readable.ending == .code(4))
    #expect(readable.errors.contains("others may read the passphrase file. Type chmod 600 \(open)"))
    let wrong = try clinic.script(
      ["today"], ["--login", "lee", "--passphrase-file", try clinic.secret("guessed words")])
    #expect(wrong.ending == .code(5))
  }

  @Test func `the front desk sees who comes, and nothing clinical`() throws {
    let clinic = try staffed()
    let seen = try script(
      clinic, as: "fay", ["today", "client ann", "find ann", "new Ben Okafor born=1990"])
    #expect(seen.ending == .code(0), "\(seen.errors)")
    #expect(seen.output.contains("Ann Ruiz") && seen.output.contains("555-0100"))
    #expect(seen.output.contains("Ben Okafor is added as C0002"))
    for word in ["tight neck", "trigger", "pain", "slept", "ADAPT", "LAST"] {
      #expect(!seen.output.contains(word), "the front desk reads \(word)")
    }
    let clinical = [
      Clinic.intake(), "check", "chart", "last", "progress", "start trigger points 30", "note",
      "s words", "sign", "addendum words", "pain 4", "trp r neck 7>3", "why A5",
    ]
    let others = [
      ("audit", "the trail"), ("staff", "people and keys"), ("key", "people and keys"),
      ("backup", "backups"), ("erase C0001 reason=x confirm=C0001", "erasing a client"),
    ]
    let denied = try clinic.script(
      ["client ann"] + clinical + others.map(\.0),
      [
        "--keep-going", "--login", "fay", "--passphrase-file", try clinic.secret(Self.words),
      ])
    #expect(denied.ending == .code(1))
    let expected = clinical.map { _ in "charts" } + others.map(\.1)
    let errors = denied.errors.split(separator: "\n").map(String.init)
    #expect(
      errors
        == expected.enumerated().map { place, what in
          "-c:\(place + 2): Error: your role, front desk, has no access to \(what). Nothing was changed."
        })
  }

  @Test func `emergency access needs a reason, opens one chart and is flagged`() throws {
    let clinic = try staffed()
    #expect(try script(clinic, as: "fay", ["emergency ann"]).ending == .code(2))
    let reason = "emergency C0001 reason=\"collapsed in the waiting room\""
    let opened = try script(clinic, as: "fay", [reason, "chart"])
    #expect(opened.ending == .code(0), "\(opened.errors)")
    #expect(opened.output.contains("Emergency access to Ann Ruiz. It is flagged in the trail."))
    #expect(opened.output.contains("Main reason for the visit: tight neck"))
    #expect(try script(clinic, as: "fay", ["client ann", "chart"]).ending == .code(1))
    let writing = try script(clinic, as: "fay", [reason, "addendum words"])
    #expect(writing.errors.contains("your role, front desk, has no access to charts."))
    #expect(try script(clinic, as: "abe", [reason]).ending == .code(1))
    #expect(try script(clinic, as: "kim", [reason]).errors.contains("may open this chart anyway"))
    let trail = try script(clinic, as: "abe", ["audit client=C0001 person=fay"])
    #expect(trail.output.contains("EMERGENCY ACCESS, collapsed in the waiting room"))
  }

  @Test func `the auditor sees the trail and no chart`() throws {
    let clinic = try staffed()
    let seen = try script(clinic, as: "abe", ["today", "audit", "verify"])
    #expect(seen.ending == .code(0), "\(seen.errors)")
    #expect(seen.output.contains("Your key opens no chart, so the seals were not opened."))
    #expect(seen.output.contains("wrote to the chart, R1"))
    #expect(!seen.output.contains("Ruiz") && !seen.output.contains("1984"))
    let lines = ["client ann", "find ann", "new Ben Okafor", "check", "chart", "client id=C0001"]
    let denied = try clinic.script(
      lines,
      [
        "--keep-going", "--login", "abe", "--passphrase-file", try clinic.secret(Self.words),
      ])
    #expect(denied.output == "" && denied.ending != .code(0))
    #expect(denied.errors.split(separator: "\n").count { $0.contains("Error: ") } == lines.count)
    #expect(!denied.errors.contains("Ruiz"))
    let day = try script(clinic, as: "lee", ["audit from=2026-11-24 to=2026-11-24 client=C0001"])
    #expect(day.output.contains("J. Lee") && day.output.contains("C0001"))
    #expect(
      try script(clinic, as: "lee", ["audit to=2026-11-23"]).output == "No row of the trail fits.\n"
    )
  }

  @Test func `a therapist treats, and leaves people, keys and the trail to others`() throws {
    let clinic = try staffed()
    let lines = [
      "audit", "staff", "key", "key rotate", "key add recovery", "passphrase fay",
      "erase C0001 reason=x confirm=C0001", "restore \(clinic.folder)/x",
    ]
    let denied = try clinic.script(
      lines,
      [
        "--keep-going", "--login", "kim", "--passphrase-file", try clinic.secret(Self.words),
      ])
    #expect(denied.ending == .code(1))
    let refusals = denied.errors.split(separator: "\n").count {
      $0.contains("Error: your role, therapist, has no access to ")
    }
    #expect(refusals == lines.count, "\(denied.errors)")
    #expect(try script(clinic, as: "kim", ["backup", "verify"]).ending == .code(0))
  }

  @Test func `what a person left unfinished goes to the owners when their access ends`() throws {
    let clinic = try staffed()
    let begun = try script(
      clinic, as: "kim",
      ["new Ben Okafor born=1990", Clinic.intake(), "start trigger points 30", "s words of Kim"])
    #expect(begun.ending == .code(0), "\(begun.errors)")
    let before = try script(clinic, as: "lee", ["client ben", "note"])
    #expect(before.ending == .code(4))
    let after = try script(
      clinic, as: "lee",
      ["staff remove kim anyway=\"left the clinic\"", "client ben", "note", "end", "sign"])
    #expect(after.ending == .code(0), "\(after.errors)")
    #expect(after.output.contains("Their keys are gone too: passphrase."))
    #expect(after.output.contains("words of Kim"))
  }

  @Test func `access that ends while somebody works is said, and the screen is cleared`() throws {
    let clinic = try staffed()
    let kim = try signedIn(clinic, "kim")
    kim.type("client ann")
    try kim.expect("fascia Ann R> ")
    #expect(try script(clinic, as: "lee", ["key rotate"]).ending == .code(0))
    kim.type("addendum very important")
    try kim.expect("What you typed last was")
    try kim.expect("Your access was changed elsewhere. Locked; everything is saved.")
    try kim.expect("Sign in. Name: ")
    kim.type("kim")
    try kim.expect("Passphrase: ")
    kim.type(Self.words)
    try kim.expect("fascia> ")
  }

  @Test func `two people at one client are told, and both drafts survive`() throws {
    let clinic = try staffed()
    let kim = try signedIn(clinic, "kim")
    kim.type("client ann")
    try kim.expect("fascia Ann R> ")
    kim.type("start trigger points 30")
    try kim.expect("fascia Ann R 0:00> ")
    kim.type("s words of Kim")
    try kim.expect("S saved")
    let lee = try signedIn(clinic, "lee")
    lee.type("client ann")
    try lee.expect("Note: Kim Doe has Ann Ruiz open in another window since 10:16.")
    try lee.expect("OTHERS   Kim Doe has a note open since 10:16. Yours is kept apart from it.")
    try lee.expect("fascia Ann R> ")
    kim.type("time")
    try kim.expect("Note: J. Lee has Ann Ruiz open in another window since 10:16.")
    lee.type("start trigger points 30")
    try lee.expect("fascia Ann R 0:00> ")
    lee.type("s words of Lee")
    try lee.expect("S saved")
    #expect(lee.end(with: SIGKILL) == .signal(SIGKILL))
    #expect(kim.end(with: SIGKILL) == .signal(SIGKILL))
    for (login, own, other) in [
      ("kim", "words of Kim", "words of Lee"), ("lee", "words of Lee", "words of Kim"),
    ] {
      let note = try script(clinic, as: login, ["client ann", "note", "end", "sign"])
      #expect(note.ending == .code(0), "\(note.errors)")
      #expect(note.output.contains(own) && !note.output.contains(other))
    }
    let chart = try script(clinic, as: "kim", ["client ann", "chart", "verify"]).output
    #expect(chart.contains("words of Kim") && chart.contains("words of Lee"))
    #expect(chart.contains("Signed by Kim Doe, LMT") && chart.contains("Signed by J. Lee, LMT"))
  }

  private func signedIn(_ clinic: Clinic, _ login: String) throws -> PseudoTerminal {
    let terminal = try clinic.terminal()
    try terminal.expect("Sign in. Name: ")
    terminal.type(login)
    try terminal.expect("Passphrase: ")
    terminal.type(Self.words)
    try terminal.expect("Signed in as ")
    try terminal.expect("fascia> ")
    return terminal
  }
}
