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
  let launch: Launch
  let config: ClinicConfig
  let catalogue: Catalogue
  /// What is typed at the terminal, when somebody sits there who can be asked.
  let keyboard: (any LineInput)?
  let output: any Output
  private let log: Logger

  /// Everything that can be wrong with the configuration is found here, before a file is opened.
  init(_ options: PracticeOptions, _ launch: Launch) throws {
    self.options = options
    self.launch = launch
    let environment = launch.environment
    launch.keepFilesPrivate()
    let kind = environment["TERM"] ?? ""
    let asksNobody = options.batch || !options.lines.isEmpty
    let seat = asksNobody ? nil : launch.seat(kind.isEmpty || kind == "dumb")
    keyboard = seat?.input
    output = seat?.output ?? launch.output
    let errors = ErrorStream(output: launch.output)
    var log = Logger(label: "fascia") { StreamLogHandler(label: $0, stream: errors) }
    log.logLevel = environment["FASCIA_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .warning
    self.log = log
    do {
      let composition = launch.composition
      try composition.refuseDoubles()
      config = try Self.config(options, launch)
      try composition.refuseBroken(config.techniques)
      try Self.refuseUnknown(config.language, launch.techniques)
      catalogue = try composition.catalogue(
        config, content: try Self.content(config, options, environment))
    } catch let problem as ConfigProblems {
      throw EarlyEnd("\(problem)", .usage)
    } catch let problem as CatalogueProblem {
      throw EarlyEnd("Error: \(problem)", .usage)
    }
  }

  var environment: [String: String] { launch.environment }

  var practicePath: String {
    options.practice ?? config.practiceFile.map(launch.home.expanding)
      ?? Places.practiceFile(environment)
  }

  func door(keyFile: String? = nil) -> PracticeDoor {
    PracticeDoor(
      options: options, config: config, environment: environment, home: launch.home,
      input: keyboard, keyFile: keyFile)
  }

  func run(files: [String]) throws {
    let isInteractive = keyboard != nil && files.isEmpty
    if options.dryRun, isInteractive {
      throw EarlyEnd("Error: a dry run needs a script: fascia --dry-run day.fascia", .usage)
    }
    try guarded {
      let store = try openStore(practicePath)
      defer { try? store.close() }
      var door = door()
      if !isInteractive { door = door.forScripts }
      let zone = try store.isNew ? chosenZone(asking: door.input) : nil
      if let code = try door.enter(store) {
        tell(recoveryCode: code, door.keyPath(try store.practiceID), isInteractive)
      }
      try serve(store, files: files, backsUp: isInteractive, founded: zone)
    }
  }

  func runDemo(clients: Int, visits: Int, keep: String?) throws {
    let folder = NSTemporaryDirectory() + "fascia-demo-\(UUID().uuidString)"
    defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
    try guarded {
      let path = keep ?? folder + "/practice.fascia"
      let store = try openStore(path)
      defer { try? store.close() }
      let clock = store.surroundings
      let door = door(keyFile: keep == nil ? folder + "/practice.key" : nil)
      let secret = Secret.keyFile(door.keyPath(try store.practiceID))
      let owner = Person.Profile(
        name: door.author.name, credential: door.author.credential,
        login: Person.Profile.login(for: door.author.name))
      _ = try store.found(owner, opening: secret)
      try store.unlock(secret)
      try settleZone(of: practice(in: store))
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
    do { try body() } catch let end as EarlyEnd { throw end } catch {
      let failure = Failure(error)
      throw EarlyEnd(
        "Error: \(failure.message)", error is StoreError ? .practiceFile : failure.exit)
    }
  }

  /// - Parameter zone: what was chosen for a practice that was founded just now.
  private func serve(
    _ store: SQLiteChartStore, files: [String], backsUp: Bool, founded zone: ClinicZone? = nil
  ) throws {
    log.debug("practice opened", metadata: ["techniques": "\(config.techniques.count)"])
    let store = options.dryRun ? try store.rehearsal() : store
    let practice = practice(in: store)
    let asked = backsUp ? keyboard : nil
    if store.person != nil { try settleZone(of: practice, to: zone, asking: asked) }
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
        practice: practice, techniques: launch.techniques, mode: mode,
        settings: look.settings + settings, backupFolder: backupFolder, home: launch.home,
        history: CommandHistory(path: source.isTerminal ? practicePath + ".history" : nil),
        phrases: Phrases(path: Places.phrases(environment)), input: source.input, output: output,
        makeUpPractice: { try madeUpPractice(practice.surroundings) })
      if let language = config.language { try shell.start(in: language) }
      if source.isTerminal, store.person == nil {
        guard shell.signIn() else { return }
        try settleZone(of: practice, to: zone, asking: asked)
      }
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
    if result != .done { throw EarlyEnd(nil, result) }
  }

  func practice(in store: SQLiteChartStore) -> Practice {
    Practice(
      store: store, catalogue: catalogue, surroundings: store.surroundings,
      author: door().author, profile: config.profile, techniques: launch.techniques)
  }

  /// A practice for the tour.
  private func madeUpPractice(_ surroundings: any Surroundings) throws -> Practice {
    let author = door().author
    let owner = Person.Profile(
      name: author.name, credential: author.credential,
      login: Person.Profile.login(for: author.name))
    let practice = practice(in: try .madeUp(owner, surroundings: surroundings))
    try practice.adopt(try proposedZone())
    return practice
  }

  private var look: Look { Look(options: options, launch: launch) }

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
    config.backup.folder.map(launch.home.expanding)
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
          ?? Source(name: "stdin", input: launch.input)
      ]
    }
    return try files.map { path in
      guard let input = DescriptorInput(path: path) else {
        throw EarlyEnd("Error: the script \(path) cannot be read.", .usage)
      }
      return Source(name: path, input: input)
    }
  }

  func now() throws -> any Surroundings {
    #if DEBUG
      // Only for tests: a clock that is set could backdate the trail.
      if let setting = environment["FASCIA_NOW"] {
        let zone = (try? zoneProposal()) ?? .utc
        guard let surroundings = SetSurroundings(setting, in: zone) else {
          throw EarlyEnd(
            "Error: FASCIA_NOW is a time like 2026-11-24T10:16, or a file that holds one.", .usage)
        }
        return surroundings
      }
    #endif
    return SystemSurroundings()
  }

  private static func config(
    _ options: PracticeOptions, _ launch: Launch
  ) throws -> ClinicConfig {
    let techniques = launch.techniques
    guard let path = configPath(options, launch.environment).path else {
      return .everything(techniques)
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw EarlyEnd("Error: the configuration file \(path) cannot be read.", .usage)
    }
    return try ClinicConfigReader.read(
      bytes: Array(bytes), path: path, compiledIn: techniques, keyNames: BoundKey.names)
  }

  /// The configuration file, and who named it.
  static func configPath(
    _ options: PracticeOptions, _ environment: [String: String]
  ) -> (path: String?, source: String) {
    if let path = options.config { return (path, "--config") }
    if let path = environment["FASCIA_CONFIG"] { return (path, "FASCIA_CONFIG") }
    if let path = Places.existingConfig(environment) { return (path, "found in its place") }
    return (nil, "the default")
  }

  private static func refuseUnknown(
    _ language: String?, _ techniques: [any Technique.Type]
  ) throws {
    guard let language else { return }
    let known = Languages(techniques).known
    guard !known.contains(language) else { return }
    throw EarlyEnd(
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
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw EarlyEnd("Error: the content file \(path) cannot be read.", .usage)
    }
    let content = try ClinicContent(bytes: Array(bytes), path: path)
    try config.requireServices(of: content.document.manifest.id, path: beside)
    return content
  }
}

/// Where the log goes. It is written by the run that it belongs to, and by no other.
private struct ErrorStream: TextOutputStream, @unchecked Sendable {
  let output: any Output

  func write(_ text: String) { output.writeError(text) }
}
