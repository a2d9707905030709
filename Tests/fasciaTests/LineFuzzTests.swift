import Foundation
import TechniqueKit
import TerminalTesting
import Testing

/// Random command lines: nothing traps, nothing hangs, and a line that is refused writes nothing.
@Suite struct LineFuzzTests {
  /// `FASCIA_FUZZ_LINES=100000` for the full run; `FASCIA_FUZZ_SEED` for other lines.
  @Test func `random lines are run or refused, and what is refused is not in the ledger`() throws {
    let seed = UInt64(EnduringVisit.count("FASCIA_FUZZ_SEED", standard: 1))
    let total = EnduringVisit.count("FASCIA_FUZZ_LINES", standard: 1000)
    var generator = SeededGenerator(seed: seed)
    for first in stride(from: 0, to: total, by: 5000) {
      let clinic = try Clinic()
      _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60"])
      let before = try records(clinic)
      var lines = (0..<min(5000, total - first)).map { _ in Self.line(&generator) }
      // Between the lines the client is open, whatever they did.
      lines = lines.flatMap { ["client id=C0001", $0] }
      let outcome = try run(
        clinic.program, clinic.arguments + ["--json", "--keep-going"],
        environment: clinic.environment, from: .file(lines.joined(separator: "\n") + "\n"),
        seconds: 600)
      guard case .code = outcome.ending else {
        Issue.record("seed \(seed), from line \(first): \(outcome.ending)")
        return
      }
      try check(outcome, wrote: try records(clinic) - before, "seed \(seed), from line \(first)")
      let verified = try clinic.script(["verify"])
      #expect(verified.ending == .code(0), "seed \(seed): \(verified.errors)")
    }
  }

  /// Each envelope that is not ok changed nothing, and all that was written is told of.
  private func check(_ outcome: Outcome, wrote records: Int, _ when: String) throws {
    var told = 0
    var (refused, run) = (0, 0)
    for line in outcome.output.split(separator: "\n") {
      let value = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(when): \(line)")
      let changed = try #require(value["changed"] as? [String])
      if value["ok"] as? Bool == true {
        told += changed.count
        run += 1
      } else {
        #expect(changed.isEmpty, "\(when): \(line)")
        refused += 1
      }
    }
    #expect(told == records, "\(when): \(told) records told of, \(records) written")
    #expect(refused > 100 && run > 100, "\(when): \(refused) refused, \(run) run")
  }

  /// How many entries and steps of drafts the practice has.
  private func records(_ clinic: Clinic) throws -> Int {
    let counted = try run(
      "/usr/bin/sqlite3",
      [
        clinic.practiceFile,
        "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM draft_event);",
      ], environment: [:])
    return try #require(Int(counted.output.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Verbs with their own and with other words, with bits of them changed.
  private static func line(_ generator: inout SeededGenerator) -> String {
    let verb = verbs.randomElement(using: &generator) ?? "pain"
    let count = Int.random(in: 0...4, using: &generator)
    let chosen = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
    var line = Array(([verb] + chosen).joined(separator: " ").unicodeScalars)
    for _ in 0..<Int.random(in: -3...3, using: &generator).magnitude / 2 where !line.isEmpty {
      let place = Int.random(in: 0..<line.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: line.remove(at: place)
      case 1: line.insert(odd.randomElement(using: &generator) ?? "\"", at: place)
      default: line.swapAt(place, Int.random(in: 0..<line.count, using: &generator))
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line)
    return String(text)
  }

  // Not those that end the run, leave the practice, or take seconds.
  private static let verbs = [
    "today", "client", "new", "find", "intake", "check", "clearance", "acknowledge", "start",
    "next",
    "hold", "go", "extend", "time", "s", "o", "a", "p", "note", "pain", "score", "progress", "end",
    "rebook", "book", "appointments", "move", "cancel", "noshow", "sign", "addendum", "last", "why",
    "plan", "plan weekly x", "goal", "goal pain at most", "goal drop", "diary", "diary headache",
    "diary sleep from=1nov", "referral", "referral new",
    "evidence", "back", "more", "undo", "redo", "edit",
    "help", "set", "trp", "mfr", "girth", "site", "findings", "findings edit 1",
    "findings edit 1 trp", "findings drop", "findings compare", "findings chart", "consent",
    "consent give", "consent withdraw", "receipt", "letter", "report", "frobnicate", "",
  ]
  private static let words = [
    "4", "12", "-1", "after", "list", "1e9", "99999999999999999999", "C0001", "ruiz", "id=C0001",
    "born=1984", "born=99", "sex=x", "at=2026-11-24T10:17", "at=1999", "at=", "fever=no", "fever=",
    "pain_now=7", "areas=neck", "areas=\"neck, r shoulder\"", "medicines=none", "=", "\"", "\\",
    "trigger", "points", "60", "psfs", "walking=4", "oswestry", "2w", "tue", "10:15", "8 dec", "s",
    "codes=M54.2", "areas=neck", "visits=8", "from=today", "until=2w", "provider=Dr",
    "re_evaluate=2",
    "reason=x", "x 4", "every=1w", "times=6", "with=lee",
    "1", "phrase", "ht = hypertonic", ";ht", "language", "es", "A5", "rule=A5", "by=Dr", "until=2w",
    "neck pain", "M54.2", "r utrap 7>3 90s", "l arm 17.1 18.9",
    "headache \u{1F469}\u{200D}\u{1F467}",
    "\u{202E}", "\u{FFFD}", "#", "..", "?", "y",
  ]
  private static let odd: [Unicode.Scalar] = [
    "\"", "\\", "=", ";", " ", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{301}", "\u{200D}",
    "\u{10FFFF}",
    "9", "-", ">",
  ]
}
