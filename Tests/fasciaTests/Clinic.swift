import ClinicHost
import ClinicREPL
import DeskTesting
import Foundation
import TechniqueKit
import TerminalTesting

@testable import fascia
@testable import odd_host

/// The terminals that a behaviour is shown on.
enum TerminalKind: String, CaseIterable {
  case xterm, dumb

  var environment: [String: String] {
    switch self {
    case .xterm: ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    case .dumb: ["TERM": "dumb", "LANG": "C.UTF-8"]
    }
  }
}

/// One test's own practice: a folder, a clock that the test sets, and the program, in process or as a
/// process.
final class Clinic {
  let folder: String
  var configuration: String?
  /// Another build than Fascia's own; see `Tests/OddHost`.
  var odd: String?
  /// The time zone of its computer.
  var zone = "UTC"
  /// Whether its first run founds the practice; otherwise, in the sample clinic, it stands already as it
  /// is after its founding.
  private let founds: Bool
  private var time: String

  /// - Parameter founding: for a test of what is done and told then.
  init(at time: String = "2026-11-24T10:16", founding: Bool = false) throws {
    self.time = time
    founds = founding
    folder = NSTemporaryDirectory() + "clinic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try set(time)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func set(_ time: String) throws {
    self.time = time
    try time.write(toFile: folder + "/now", atomically: true, encoding: .utf8)
  }

  /// Runs lines as a script, in process.
  func script(
    _ lines: [String], _ flags: [String] = [], changing changes: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments + flags + lines.flatMap { ["-c", $0] }, changing: changes)
  }

  /// Runs a command of the program that opens no practice, in process.
  func command(_ arguments: [String]) throws -> Outcome { try start(arguments) }

  /// Runs the whole program in process, with these words behind its name.
  ///
  /// - Parameters:
  ///   - input: what is piped in.
  ///   - place: the current folder, as far as the program asks for it.
  func start(
    _ words: [String], input: String = "",
    in place: String = FileManager.default.currentDirectoryPath,
    changing changes: [String: String] = [:]
  ) throws -> Outcome {
    if words.contains(practiceFile) { try stand() }
    _ = Self.privacy
    let printed = Printed()
    let launch = Launch(
      techniques: techniques, arguments: words,
      environment: environment.merging(changes) { $1 }, folder: place,
      input: ListedInput(input.split(separator: "\n").map(String.init)), output: printed)
    // What a program that is just being started has inherited would keep a restore out.
    let restores = words.contains { $0.hasPrefix("restore") }
    let code = restores ? whileNothingStarts { ClinicHost.run(launch) } : ClinicHost.run(launch)
    return Outcome(ending: .code(code), output: printed.results, errors: printed.errors)
  }

  /// The same as a process of its own, for what only a process shows, and for what may end one.
  func process(
    _ words: [String], input: String = "", changing changes: [String: String] = [:]
  ) throws -> Outcome {
    try run(program, words, environment: environment.merging(changes) { $1 }, input: input)
  }

  func terminal(
    _ flags: [String] = [], _ changes: [String: String] = [:], columns: Int = 80,
    rate: Int? = nil
  ) throws -> PseudoTerminal {
    let isNew = !FileManager.default.fileExists(atPath: practiceFile)
    let terminal = try PseudoTerminal(
      program, arguments + flags, environment: environment.merging(changes) { $1 },
      columns: columns, rate: rate)
    if isNew {
      try terminal.expect("Time zone of the clinic [\(zone)]: ")
      terminal.type("")
    }
    return terminal
  }

  /// The program at the prompt, in the chart of the one client.
  func atClient(_ kind: TerminalKind = .xterm, columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try terminal([], kind.environment, columns: columns)
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("fascia Ann R> ")
    return terminal
  }

  /// The program in a running session of the one client, who did the intake.
  func inSession(_ kind: TerminalKind = .xterm, columns: Int = 80) throws -> PseudoTerminal {
    _ = try script(["new Ann Ruiz born=1984", Clinic.intake()])
    let terminal = try atClient(kind, columns: columns)
    terminal.type("start trigger points 60")
    try terminal.expect("fascia Ann R 0:00> ")
    return terminal
  }

  /// The lines of the note in hand, or of the last visit, as they are stored.
  func noted() throws -> [String] {
    let result = try script(["client ruiz", "note"], ["--json", "--keep-going"])
    return Self.items(result.output).compactMap { $0["text"] as? String }
  }

  /// The items of all envelopes.
  static func items(_ output: String) -> [[String: Any]] {
    output.split(separator: "\n").flatMap { line -> [[String: Any]] in
      let value = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return ((value?["data"] as? [String: Any])?["items"] as? [[String: Any]]) ?? []
    }
  }

  /// A file that holds a passphrase or a recovery code for a script.
  func secret(_ words: String) throws -> String {
    let path = folder + "/secret-\(UUID().uuidString)"
    try words.write(toFile: path, atomically: false, encoding: .utf8)
    chmod(path, 0o600)
    return path
  }

  var practiceFile: String { folder + "/data/practice.fascia" }

  /// Every answer of a first intake, nothing to report, with what differs.
  static func intake(_ changes: [String: String] = [:], return isReturn: Bool = false) -> String {
    Desk.intake(changes, return: isReturn)
  }

  var arguments: [String] {
    ["--practice", practiceFile, "--config", configuration ?? Self.sample]
  }

  var environment: [String: String] {
    [
      "HOME": folder, "TERM": "xterm", "LANG": "C", "TZ": zone, "FASCIA_NOW": folder + "/now",
      "PATH": "/usr/bin:/bin", "NO_COLOR": "1", "FASCIA_PASSPHRASE_COST": "1024", "ODD": odd ?? "",
    ]
  }

  var program: String {
    odd == nil
      ? Self.program
      : URL(fileURLWithPath: Self.program).deletingLastPathComponent().path + "/odd-host"
  }

  /// The techniques of the build.
  private var techniques: [any Technique.Type] {
    odd.map(OddTechniques.named) ?? bundledTechniques
  }

  /// Puts the practice there, unless this test has its own way to one.
  private func stand() throws {
    guard !founds, configuration == nil, odd == nil, zone == "UTC",
      !FileManager.default.fileExists(atPath: folder + "/data")
    else { return }
    try FoundedPractice.put(foundedAt: time, into: folder)
  }

  /// The program keeps its files to their owner by a setting of the process, which is for a process to
  /// make.
  private static let privacy: mode_t = umask(0o077)

  /// Writes a configuration of this clinic's own and uses it.
  func configure(_ text: String) throws {
    configuration = folder + "/c.yaml"
    try text.write(toFile: folder + "/c.yaml", atomically: true, encoding: .utf8)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let sample = root + "/config.yaml"

  /// The program that was built beside this test.
  static let program = (try? builtProgram("fascia")) ?? root + "/.build/debug/fascia"
}
