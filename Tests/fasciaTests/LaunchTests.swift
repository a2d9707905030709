import Foundation
import TerminalTesting
import Testing

/// Most tests run the program in process; here it is proved that this shows what a process does.
@Suite("The program in process and as a process") struct LaunchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// `HERE` stands for the clinic's folder.
    var flags: [String] = []
    var lines: [String] = []
    /// Piped in where no line is named.
    var input = ""
    let code: Int32
  }

  static let visit = [
    "client ruiz", "start trigger points 60", "s looser since Tuesday", "trp r utrap 7>3 90s",
    "end", "pain 2 after", "sign", "last", "progress", "audit", "verify",
  ]

  static let cases = [
    Case(testDescription: "a visit", lines: visit, code: 0),
    Case(testDescription: "a visit as JSON", flags: ["--json"], lines: visit, code: 0),
    Case(
      testDescription: "a visit that is piped in", input: visit.joined(separator: "\n"), code: 0),
    Case(
      testDescription: "going on after failures", flags: ["--keep-going", "--plain"],
      lines: ["client ruiz", "start nonsense", "sgin", "start trigger points 60", "end"], code: 1),
    Case(testDescription: "wrong usage of a verb", lines: ["client ruiz", "frobnicate"], code: 2),
    Case(
      testDescription: "blocked for safety",
      lines: ["new Ben Okafor born=1970", "start trigger points 60"],
      code: 3),
    Case(
      testDescription: "a missing answer", lines: ["new Ben Okafor born=1970", "intake fever=no"],
      code: 4),
    Case(testDescription: "no practice file", flags: ["--practice", "HERE/now"], code: 5),
    Case(testDescription: "a dry run", flags: ["--dry-run"], lines: visit, code: 0),
    Case(testDescription: "no such option", flags: ["--frobnicate"], code: 2),
    Case(testDescription: "no such configuration", flags: ["--config", "/nowhere.yaml"], code: 2),
    Case(testDescription: "no such script", flags: ["/nowhere.fascia"], code: 2),
    Case(testDescription: "the help of the program", flags: ["--help"], code: 0),
  ]

  @Test(arguments: cases)
  func `lines tell the same, byte for byte, in process and as a process`(tried: Case) throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let flags = tried.flags.map { $0.replacingOccurrences(of: "HERE", with: clinic.folder) }
    let words = clinic.arguments + flags + tried.lines.flatMap { ["-c", $0] }
    let (one, other) = try twice(in: clinic) { runs in
      try runs
        ? clinic.start(words, input: tried.input) : clinic.process(words, input: tried.input)
    }
    #expect(one.ending == .code(tried.code), "\(one.errors)")
    try compare(one, other)
  }

  static let commands: [(words: [String], code: Int32)] = [
    (["check", "trigger_point"], 0), (["check", "triger_point"], 2), (["check", "--list"], 0),
    (["module", "show", "craniosacral", "--json"], 0), (["module", "sources"], 0),
    (["module", "simulate", "trigger_point"], 0), (["module"], 0), (["help", "demo"], 0),
    (["doctor"], 5), (["demo", "--clients", "0"], 2), (["restore"], 2),
    (["scaffold", "technique", "HotStone"], 2),
  ]

  @Test(arguments: commands)
  func `commands tell the same, byte for byte`(words: [String], code: Int32) throws {
    let clinic = try Clinic(founding: true)
    let (one, other) = try twice(in: clinic) { runs in
      try runs ? clinic.start(words) : clinic.process(words)
    }
    #expect(one.ending == .code(code), "\(one.errors)")
    try compare(one, other)
  }

  @Test(arguments: ["backup", "restore"])
  func `a backup and its restore tell and leave the same`(verb: String) throws {
    let clinic = try Clinic()
    let copy = clinic.folder + "/copy.fascia"
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    if verb == "restore" { _ = try clinic.script(["backup \(copy)", "new Ben Okafor born=1970"]) }
    let (one, other) = try twice(in: clinic) { runs in
      let words = clinic.arguments + ["-c", "\(verb) \(copy)"]
      let first = try runs ? clinic.start(words) : clinic.process(words)
      let found = try clinic.script(["find ruiz", "find okafor", "verify"])
      return Outcome(
        ending: first.ending, output: first.output + found.output,
        errors: first.errors + found.errors)
    }
    #expect(one.ending == .code(0), "\(one.errors)")
    try compare(one, other)
  }

  /// Once in process and once as a process, on the same files in the same place.
  private func twice(
    in clinic: Clinic, _ run: (_ inProcess: Bool) throws -> Outcome
  ) throws -> (Outcome, Outcome) {
    let files = FileManager.default
    let kept = clinic.folder + "-kept"
    try files.copyItem(atPath: clinic.folder, toPath: kept)
    let first = try run(true)
    try files.removeItem(atPath: clinic.folder)
    try files.moveItem(atPath: kept, toPath: clinic.folder)
    return (first, try run(false))
  }

  /// Names that are drawn by lot are told apart only by the order in which they come.
  private func compare(_ one: Outcome, _ other: Outcome) throws {
    #expect(one.ending == other.ending)
    #expect(Self.withoutLots(one.output) == Self.withoutLots(other.output))
    #expect(Self.withoutLots(one.errors) == Self.withoutLots(other.errors))
  }

  private static func withoutLots(_ text: String) -> String {
    var seen: [Substring] = []
    return text.replacing(/[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) {
      match in
      if !seen.contains(match.output.0) { seen.append(match.output.0) }
      return "drawn \(seen.firstIndex(of: match.output.0) ?? 0)"
    }
  }
}
