import Foundation
import TerminalTesting
import Testing

@Suite struct KeepingTests {
  func visited() throws -> Clinic {
    let clinic = try Clinic(founding: true)
    var lines = ScriptTests.visit(
      "new Ann Ruiz born=1984", Clinic.intake(["main_reason": "neck like a plank"]))
    lines.insert("trp r utrap 9>8 83s", at: 3)
    let founded = try clinic.script(lines)
    #expect(founded.ending == .code(0), "\(founded.errors)")
    recovery.code =
      founded.errors.split(separator: "\n").map { $0.filter { $0 != " " } }
      .first { $0.count == 34 } ?? ""
    return clinic
  }

  /// The code that the last practice was founded with.
  final class Recovery { var code = "" }
  let recovery = Recovery()

  /// The value after `head` in what `verify` prints.
  func head(_ clinic: Clinic) throws -> String {
    let output = try clinic.script(["verify"]).output
    return String(output.split(separator: "\n").last?.split(separator: " ").last ?? "")
  }

  @Test func `a backup is proved, restored in the place of the practice, and compared`() throws {
    let clinic = try visited()
    let copy = clinic.folder + "/usb/copy.fascia"
    let chart = try clinic.script(["client ann", "chart"]).output
    let made = try clinic.script(["backup \(copy)"])
    #expect(made.ending == .code(0), "\(made.errors)")
    #expect(made.output.contains("Backed up to \(copy)\nOpened and proved: 1 chart, "))
    let kept = try head(clinic)
    let again = try clinic.script(["backup \(copy)"])
    #expect(again.ending == .code(1) && again.errors.contains("something stands there already"))

    _ = try clinic.script(["client ann", "addendum written after the backup"])
    #expect(try clinic.script(["verify head=\(kept)"]).output.contains("The head you kept is part"))
    _ = try clinic.script(Array(repeating: "client ann", count: 12))
    let later = try head(clinic)
    let restored = try clinic.script(["restore \(copy)"])
    #expect(restored.ending == .code(0), "\(restored.errors)")
    #expect(restored.output.contains("Restored and proved: 1 chart"))
    #expect(
      restored.output.contains(
        "The file that stood there is kept as \(clinic.practiceFile).before-2026-11-24-"))
    #expect(try clinic.script(["client ann", "chart"]).output == chart)
    let compared = try clinic.script(["verify head=\(later)"])
    #expect(compared.ending == .code(5))
    #expect(compared.errors.contains("the file is older than the head you kept"))
    #expect(try clinic.script(["verify head=nonsense"]).ending == .code(2))
    let nowhere = try clinic.script(["restore /nowhere", "today"], ["--keep-going"])
    #expect(nowhere.ending == .code(1) && nowhere.output.contains("Ann Ruiz"))
    let followed = try clinic.script(["restore \(copy)", "new Skipped Person"])
    #expect(followed.ending == .code(2))
    #expect(followed.errors.contains("Put it last; nothing was restored."))
  }

  @Test func `a practice in ruins is restored from outside, and the doctor mends the indexes`()
    throws
  {
    let clinic = try visited()
    let copy = clinic.folder + "/copy.fascia"
    _ = try clinic.script(["backup \(copy)"])
    try Data(repeating: 9, count: 4096).write(to: URL(fileURLWithPath: clinic.practiceFile))
    #expect(try clinic.script(["today"]).ending == .code(5))
    let restored = try clinic.command(["restore", copy] + clinic.arguments)
    #expect(restored.ending == .code(0), "\(restored.errors)")
    let healthy = try clinic.command(["doctor"] + clinic.arguments)
    #expect(healthy.ending == .code(0))
    #expect(healthy.output.hasPrefix("The indexes agree with the ledger.\nWhole: 1 chart, "))
    // sqlite3 stands for anything that may spoil an index.
    _ = try run("/usr/bin/sqlite3", [clinic.practiceFile, "DELETE FROM visit_index"])
    let broken = try clinic.script(["verify"])
    #expect(broken.ending == .code(5))
    #expect(broken.errors.contains("the index visit_index differs from the ledger."))
    let mended = try clinic.command(["doctor"] + clinic.arguments)
    #expect(
      mended.output.hasPrefix(
        "Mended the indexes:\n  visit_index: 1 missing or changed, 0 too many"))
    #expect(try clinic.script(["verify"]).ending == .code(0))
    _ = try run(
      "/usr/bin/sqlite3",
      [clinic.practiceFile, "DROP TRIGGER entry_no_delete; DELETE FROM entry WHERE number = 1"])
    let ruined = try clinic.command(["doctor"] + clinic.arguments)
    #expect(ruined.ending == .code(5))
    #expect(ruined.output.contains("  entry R1 is missing.\n"))
  }

  @Test func `with the key file lost the recovery code opens the practice`() throws {
    let clinic = try visited()
    try FileManager.default.removeItem(atPath: clinic.folder + "/.config")
    #expect(try clinic.script(["today"]).ending == .code(5))
    let code = try clinic.secret(recovery.code)
    let opened = try clinic.script(
      ["client ann", "last", "key add file=\(clinic.folder)/new.key"],
      ["--recover", "--passphrase-file", code])
    #expect(opened.ending == .code(0), "\(opened.errors)")
    #expect(opened.output.contains("Signed by J. Lee, LMT"))
    let renewed = try clinic.script(
      ["client ann", "key rotate", "verify"], ["--key", clinic.folder + "/new.key"])
    #expect(renewed.ending == .code(0), "\(renewed.errors)")
    let terminal = try clinic.terminal(["--recover"])
    try terminal.expect("Recovery code: ")
    terminal.type(recovery.code.lowercased())
    try terminal.expect("fascia> ")
  }

  @Test func `the last key stays, and so does the only recovery code`() throws {
    let clinic = try visited()
    let outcome = try clinic.script(["key remove 2"])
    #expect(outcome.ending == .code(1))
    #expect(outcome.errors.contains("this would leave no recovery code. Make another one first:"))
    let renewed = try clinic.script(["key add recovery", "key remove 2", "key", "key remove 1"])
    #expect(renewed.output.contains("Removed: recovery code of J. Lee."))
    #expect(renewed.errors.contains("this is the last key or passphrase that opens the practice"))
    // Keys are listed by when they were added.
    try clinic.set("2026-11-24T10:17")
    let own = try clinic.script(["key add file=\(clinic.folder)/second.key", "key remove 1"])
    #expect(own.errors.contains("you opened the practice with this key."))
    #expect(try clinic.script(["lock"]).errors.contains("no owner has a passphrase"))
  }

  @Test func `an erased client is gone for good, after a typed confirmation and a reason`() throws {
    let clinic = try visited()
    #expect(try clinic.script(["erase C0001"]).ending == .code(2))
    #expect(try clinic.script(["erase C0001 reason=x"]).ending == .code(4))
    #expect(try clinic.script(["erase C0001 reason=x confirm=C0002"]).ending == .code(1))
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    // The day's backup is a copy too; only what is finished can be reached.
    for _ in 0..<100 where !terminal.transcript.contains("today's backup is made") {
      terminal.type("verify")
      try terminal.expect("Head: ")
      try terminal.expect("fascia> ")
    }
    terminal.type("erase C0001 reason=\"asked in writing\"")
    try terminal.expect("Ann Ruiz, 1 visit. This cannot be undone by anyone.")
    try terminal.expect("Type C0001 to erase: ")
    terminal.type("C0001")
    try terminal.expect("No copy that Fascia knows of can be read any more.")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    #expect(try clinic.script(["find ann"]).output == "No client fits \"ann\".\n")
    #expect(try clinic.script(["client id=C0001"]).ending == .code(1))
    let after = try clinic.script(["verify", "audit client=C0001 last=1"]).output
    #expect(after.contains("Whole: 1 chart"))
    #expect(after.contains("ERASED the client, asked in writing"))
  }

  @Test func `the first run of a day at the terminal makes a backup, the second does not`() throws {
    let clinic = try visited()
    let folder = clinic.folder + "/data/backups"
    for (day, count) in [("2026-11-24", 1), ("2026-11-24", 1), ("2026-11-25", 2)] {
      try clinic.set("\(day)T10:16")
      let terminal = try clinic.terminal()
      try terminal.expect("fascia> ")
      terminal.type("quit")
      #expect(terminal.waitForEnd() == .code(0))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == count)
    }
    #expect(try clinic.script(["verify"]).output.contains("Whole"))
  }

  @Test func `nothing of a client stands in any file, error or message of another`() throws {
    let clinic = try visited()
    let all = FileManager.default.enumerator(atPath: clinic.folder)?.compactMap { $0 as? String }
    var files = 0
    for path in all ?? [] {
      let full = clinic.folder + "/" + path
      var status = stat()
      guard stat(full, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        #expect(status.st_mode & 0o077 == 0, "\(path)")
        continue
      }
      files += 1
      let bytes = try Data(contentsOf: URL(fileURLWithPath: full))
      if path != "now" { #expect(status.st_mode & 0o777 == 0o600, "\(path)") }
      for secret in ["Ruiz", "like a plank", "slept badly", "held 83 s", "1984-"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(path)")
      }
    }
    #expect(files >= 3)
  }
}
