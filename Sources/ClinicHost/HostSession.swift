import ArgumentParser
import ChartStoreSQLite
import ClinicConfig
import ClinicCore
import ClinicREPL
import ClinicalContent
import Foundation
import LineEditor
import Logging
import TechniqueKit

/// One run of the program: configuration, catalogue, practice file, shell.
struct HostSession {
  let options: PracticeOptions
  let environment: [String: String]
  let config: ClinicConfig
  let catalogue: Catalogue
  /// The terminal, when somebody sits there who can be asked.
  let terminal: Terminal?
  /// What is typed there.
  let keyboard: TerminalInput?
  let output: DescriptorOutput
  private let log: Logger

  /// Everything that can be wrong with the configuration is found here, before a file is opened.
  init(_ options: PracticeOptions) throws {
    self.options = options
    environment = ProcessInfo.processInfo.environment
    umask(0o077)
    let kind = environment["TERM"] ?? ""
    let asksNobody = options.batch || !options.lines.isEmpty
    terminal =
      asksNobody ? nil : Terminal(input: 0, output: 1, isDumb: kind.isEmpty || kind == "dumb")
    keyboard = terminal.map(TerminalInput.init)
    output = DescriptorOutput(terminal: terminal)
    var log = Logger(label: "fascia") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = environment["FASCIA_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .warning
    self.log = log
    do {
      try Composition.refuseDoubles()
      config = try Self.config(options, environment)
      try Composition.refuseBroken(config.techniques)
      try Self.refuseUnknown(config.language)
      catalogue = try Composition.catalogue(
        config, content: try Self.content(config, options, environment))
    } catch let problem as ConfigProblems {
      throw Self.leave("\(problem)", .usage)
    } catch let problem as CatalogueProblem {
      throw Self.leave("Error: \(problem)", .usage)
    }
  }

  var practicePath: String {
    options.practice ?? config.practiceFile.map { ($0 as NSString).expandingTildeInPath }
      ?? Places.practiceFile(environment)
  }

  func door(keyFile: String? = nil) -> PracticeDoor {
    PracticeDoor(
      options: options, config: config, environment: environment, input: keyboard,
      keyFile: keyFile)
  }

  func run(files: [String]) throws {
    let isInteractive = terminal != nil && files.isEmpty
    if options.dryRun, isInteractive {
      throw Self.leave("Error: a dry run needs a script: fascia --dry-run day.fascia", .usage)
    }
    try guarded {
      let store = try openStore(practicePath)
      var door = door()
      if !isInteractive { door = door.forScripts }
      if let code = try door.enter(store) {
        tell(recoveryCode: code, door.keyPath(try store.practiceID), isInteractive)
      }
      try serve(store, files: files, backsUp: isInteractive)
    }
  }

  func runDemo(clients: Int, visits: Int, keep: String?) throws {
    let folder = NSTemporaryDirectory() + "fascia-demo-\(UUID().uuidString)"
    defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
    try guarded {
      let path = keep ?? folder + "/practice.fascia"
      let store = try openStore(path)
      let clock = store.surroundings
      let door = door(keyFile: keep == nil ? folder + "/practice.key" : nil)
      let secret = Secret.keyFile(door.keyPath(try store.practiceID))
      let owner = Person.Profile(
        name: door.author.name, credential: door.author.credential,
        login: Person.Profile.login(for: door.author.name))
      _ = try store.found(owner, opening: secret)
      try store.unlock(secret)
      let demo = DemoPractice(store: store, catalogue: catalogue, endingAt: clock.now())
      try demo.write(clients: clients, visits: visits)
      try serve(store, files: [], backsUp: false)
    }
  }

  func openStore(_ path: String) throws -> SQLiteChartStore {
    #if DEBUG
      // Tests sign in dozens of times, and debug builds derive keys slowly.
      if let cost = environment["FASCIA_PASSPHRASE_COST"].flatMap({ Int($0) }) {
        return try SQLiteChartStore(path: path, surroundings: try now(), passphraseCost: cost)
      }
    #endif
    return try SQLiteChartStore(path: path, surroundings: try now())
  }

  /// Says in one sentence why the practice cannot be used, and leaves with the right code.
  func guarded(_ body: () throws -> Void) throws {
    do { try body() } catch let exit as ArgumentParser.ExitCode { throw exit } catch {
      let failure = Failure(error)
      throw Self.leave(
        "Error: \(failure.message)", error is StoreError ? .practiceFile : failure.exit)
    }
  }

  private func serve(_ store: SQLiteChartStore, files: [String], backsUp: Bool) throws {
    log.debug("practice opened", metadata: ["techniques": "\(config.techniques.count)"])
    let store = options.dryRun ? try store.rehearsal() : store
    let practice = practice(in: store)
    let backup =
      backsUp && config.backup.automatic
      ? DailyBackupJob(
        store, folder: backupFolder, rule: config.backup.keep, day: { practice.today }) : nil
    defer {
      if backup?.isRunning == true { output.write("Finishing today's backup.\n") }
      for line in backup?.finish() ?? [] { output.write("Note: \(line)\n") }
    }
    var result = ClinicREPL.ExitCode.done
    for source in try sources(files) {
      var mode = look.mode(source.isTerminal)
      mode.locksAfterMinutes =
        config.security.signInRequired ? config.security.lockAfterMinutes : nil
      mode.rings = config.session.rings
      mode.pedal = config.session.pedal.flatMap(BoundKey.init)
      let shell = Shell(
        practice: practice, techniques: Composition.techniques, mode: mode,
        settings: look.settings + settings, backupFolder: backupFolder,
        history: CommandHistory(path: source.isTerminal ? practicePath + ".history" : nil),
        phrases: Phrases(path: Places.phrases(environment)), input: source.input, output: output,
        makeUpPractice: { try madeUpPractice(practice.surroundings) })
      if let language = config.language { try shell.start(in: language) }
      if source.isTerminal, store.person == nil, !shell.signIn() { return }
      var notes = keyFileNote(store)
      shell.news = {
        defer { notes = [] }
        return notes + (backup?.news() ?? [])
      }
      let code = shell.run(source: source.name)
      if result == .done { result = code }
      if let path = shell.restoring { return try restoreAfterwards(path, store, backup, shell) }
      if result != .done, !options.keepGoing { break }
    }
    if result != .done { throw ArgumentParser.ExitCode(result.rawValue) }
  }

  private func practice(in store: SQLiteChartStore) -> Practice {
    Practice(
      store: store, catalogue: catalogue, surroundings: store.surroundings,
      author: door().author, profile: config.profile, techniques: Composition.techniques)
  }

  /// A practice for the tour.
  private func madeUpPractice(_ surroundings: any Surroundings) throws -> Practice {
    let author = door().author
    let owner = Person.Profile(
      name: author.name, credential: author.credential,
      login: Person.Profile.login(for: author.name))
    return practice(in: try .madeUp(owner, surroundings: surroundings))
  }

  private var look: Look { Look(options: options, environment: environment) }

  /// Where things lie, and who signs, with where that was said.
  private var settings: [Setting] {
    var settings = [
      Setting(
        "language", config.language ?? Languages.english,
        from: config.language == nil ? "the default" : "the configuration")
    ]
    let practiceSource =
      options.practice != nil
      ? "--practice" : config.practiceFile != nil ? "the configuration" : "the default"
    settings.append(Setting("practice", practicePath, from: practiceSource))
    let (path, source) = Self.configPath(options, environment)
    settings.append(Setting("config", path ?? "none", from: source))
    settings.append(
      Setting(
        "author", door().author.description,
        from: config.therapist == nil ? "the login name" : "the configuration"))
    settings.append(
      Setting(
        "backups", backupFolder,
        from: config.backup.folder == nil
          ? "the default" : "the configuration"))
    let minutes = config.security.signInRequired ? config.security.lockAfterMinutes : nil
    settings.append(
      Setting(
        "lock", minutes.map { "after \($0) min" } ?? "off",
        from: "the configuration, or its default"))
    return settings
  }

  private var backupFolder: String {
    config.backup.folder.map { ($0 as NSString).expandingTildeInPath }
      ?? URL(fileURLWithPath: practicePath).deletingLastPathComponent().path + "/backups"
  }

  /// Where people must sign in, a key file is a way around it.
  private func keyFileNote(_ store: SQLiteChartStore) -> [String] {
    guard config.security.signInRequired,
      (try? store.keySlots())?.contains(where: { $0.kind == .keyFile }) == true
    else { return [] }
    return [
      "a key file still opens this practice without a passphrase. Type key, then key remove N."
    ]
  }

  private func tell(recoveryCode code: String, _ keyPath: String, _ isInteractive: Bool) {
    let key =
      config.security.signInRequired
      ? "It opens with your passphrase." : "It opens with this key file:\n  \(keyPath)"
    let text = """
      A new practice was made. \(key)
      If that is ever lost, only this recovery code opens it. It is shown this once:

          \(code)

      Write it down and keep it away from this computer.


      """
    if isInteractive, !options.json { output.write(text) } else { output.writeError(text) }
  }

  private struct Source {
    let name: String
    let input: any LineInput
    var isTerminal = false
  }

  private func sources(_ files: [String]) throws -> [Source] {
    if !options.lines.isEmpty { return [Source(name: "-c", input: ListedInput(options.lines))] }
    if files.isEmpty {
      return [
        keyboard.map { Source(name: "stdin", input: $0, isTerminal: true) }
          ?? Source(name: "stdin", input: DescriptorInput(descriptor: 0))
      ]
    }
    return try files.map { path in
      let descriptor = open(path, O_RDONLY)
      guard descriptor >= 0 else {
        throw Self.leave("Error: the script \(path) cannot be read.", .usage)
      }
      return Source(name: path, input: DescriptorInput(descriptor: descriptor))
    }
  }

  func now() throws -> any Surroundings {
    #if DEBUG
      // Only for tests: a clock that is set could backdate the trail.
      if let setting = environment["FASCIA_NOW"] {
        guard let surroundings = SetSurroundings(setting) else {
          throw Self.leave(
            "Error: FASCIA_NOW is a time like 2026-11-24T10:16, or a file that holds one.", .usage)
        }
        return surroundings
      }
    #endif
    return SystemSurroundings()
  }

  private static func config(
    _ options: PracticeOptions, _ environment: [String: String]
  ) throws -> ClinicConfig {
    let techniques = Composition.techniques
    guard let path = configPath(options, environment).path else { return .everything(techniques) }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw leave("Error: the configuration file \(path) cannot be read.", .usage)
    }
    return try ClinicConfigReader.read(
      text, path: path, compiledIn: techniques, keyNames: BoundKey.names)
  }

  /// The configuration file, and who named it.
  private static func configPath(
    _ options: PracticeOptions, _ environment: [String: String]
  ) -> (path: String?, source: String) {
    if let path = options.config { return (path, "--config") }
    if let path = environment["FASCIA_CONFIG"] { return (path, "FASCIA_CONFIG") }
    if let path = Places.existingConfig(environment) { return (path, "found in its place") }
    return (nil, "the default")
  }

  private static func refuseUnknown(_ language: String?) throws {
    guard let language else { return }
    let known = Languages(Composition.techniques).known
    guard !known.contains(language) else { return }
    throw leave(
      "Error: config.yaml: there is no language \"\(language)\" in this build. Known: "
        + known.joined(separator: ", "), .usage)
  }

  /// The clinic's own content, which lies beside the configuration.
  private static func content(
    _ config: ClinicConfig, _ options: PracticeOptions, _ environment: [String: String]
  ) throws -> ClinicContent? {
    guard let name = config.contentFile else { return nil }
    let beside = configPath(options, environment).path ?? ""
    let path =
      name.hasPrefix("/")
      ? name
      : (URL(fileURLWithPath: beside).deletingLastPathComponent().path + "/" + name)
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw leave("Error: the content file \(path) cannot be read.", .usage)
    }
    return try ClinicContent(yaml: text, path: path)
  }

  /// Says what is wrong and gives the error that ends the process with the code.
  static func leave(
    _ message: String, _ code: ClinicREPL.ExitCode
  ) -> ArgumentParser.ExitCode {
    DescriptorOutput().writeError(message + "\n")
    return ArgumentParser.ExitCode(code.rawValue)
  }
}
