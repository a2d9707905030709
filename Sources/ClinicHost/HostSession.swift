import ArgumentParser
import ChartStoreSQLite
import ClinicConfig
import ClinicCore
import ClinicREPL
import ClinicalContent
import Foundation
import Logging
import TechniqueKit

/// One run of the program: configuration, catalogue, practice file, shell.
struct HostSession {
  private let options: PracticeOptions
  private let environment: [String: String]
  private let config: ClinicConfig
  private let catalogue: Catalogue
  private let output = DescriptorOutput()
  private let log: Logger

  /// Everything that can be wrong with the configuration is found here, before a file is opened.
  init(_ options: PracticeOptions) throws {
    self.options = options
    environment = ProcessInfo.processInfo.environment
    umask(0o077)
    var log = Logger(label: "fascia") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = environment["FASCIA_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .warning
    self.log = log
    do {
      config = try Self.config(options, environment)
      catalogue = try Self.catalogue(config)
    } catch let problem as ConfigProblems {
      throw Self.leave("\(problem)", .usage)
    } catch let problem as CatalogueProblem {
      throw Self.leave("Error: \(problem)", .usage)
    }
  }

  func run(files: [String]) throws {
    let path = options.practice ?? config.practiceFile.map { ($0 as NSString).expandingTildeInPath }
    try serve(path ?? Places.practiceFile(environment), files: files)
  }

  func runDemo(clients: Int, visits: Int, keep: String?) throws {
    let folder = NSTemporaryDirectory() + "fascia-demo-\(UUID().uuidString)"
    let path = keep ?? folder + "/practice.fascia"
    defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
    do {
      let store = try SQLiteChartStore(path: path)
      let clock = try now()
      let demo = DemoPractice(store: store, catalogue: catalogue, endingAt: clock.now())
      try demo.write(clients: clients, visits: visits)
    } catch let error as StoreError {
      throw Self.leave("Error: \(error)", .practiceFile)
    }
    try serve(path, files: [])
  }

  private func serve(_ path: String, files: [String]) throws {
    let store: SQLiteChartStore
    do { store = try SQLiteChartStore(path: path) } catch {
      throw Self.leave("Error: \(error)", .practiceFile)
    }
    log.debug("practice opened", metadata: ["techniques": "\(config.techniques.count)"])
    let practice = Practice(
      store: store, catalogue: catalogue, surroundings: try now(), author: author)
    var result = ClinicREPL.ExitCode.done
    for source in try sources(files) {
      let shell = Shell(
        practice: practice, compiledIn: Composition.techniques.map { $0.manifest },
        mode: mode(source), input: source.input, output: output)
      let code = shell.run(source: source.name)
      if result == .done { result = code }
      if result != .done, !options.keepGoing { break }
    }
    if result != .done { throw ArgumentParser.ExitCode(result.rawValue) }
  }

  private struct Source {
    let name: String
    let input: any LineInput
    var isTerminal = false
  }

  private func sources(_ files: [String]) throws -> [Source] {
    if !options.lines.isEmpty { return [Source(name: "-c", input: ListedInput(options.lines))] }
    if files.isEmpty {
      let isTerminal = isatty(0) == 1 && isatty(1) == 1 && !options.batch
      if isTerminal { catchInterrupts() }
      return [
        Source(name: "stdin", input: DescriptorInput(descriptor: 0), isTerminal: isTerminal)
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

  private func mode(_ source: Source) -> Shell.Mode {
    let isDumb = environment["TERM"] == "dumb"
    let isPlain =
      options.plain || isDumb || environment["FASCIA_PLAIN"] == "1"
      || environment["ACCESSIBLE"] == "1"
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
    let isUnicode = locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    return Shell.Mode(
      isInteractive: source.isTerminal, isJSON: options.json,
      glyphs: isPlain ? .plain : isUnicode ? .unicode : .ascii, keepsGoing: options.keepGoing)
  }

  /// Ctrl-C ends the read of a line, not the program.
  private func catchInterrupts() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &action, nil)
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_BLOCK, &interrupt, nil)
  }

  private var author: Author {
    config.therapist ?? Author(name: environment["USER"] ?? NSUserName())
  }

  private func now() throws -> any Surroundings {
    guard let setting = environment["FASCIA_NOW"] else { return SystemSurroundings() }
    guard let surroundings = SetSurroundings(setting) else {
      throw Self.leave(
        "Error: FASCIA_NOW is a time like 2026-11-24T10:16, or a file that holds one.", .usage)
    }
    return surroundings
  }

  private static func config(
    _ options: PracticeOptions, _ environment: [String: String]
  ) throws -> ClinicConfig {
    let techniques = Composition.techniques
    let named = options.config ?? environment["FASCIA_CONFIG"]
    guard let path = named ?? Places.existingConfig(environment) else {
      return .everything(techniques)
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw leave("Error: the configuration file \(path) cannot be read.", .usage)
    }
    return try ClinicConfigReader.read(text, path: path, compiledIn: techniques)
  }

  private static func catalogue(_ config: ClinicConfig) throws -> Catalogue {
    try Catalogue(
      general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
      techniques: config.techniques.compactMap { enabled in
        Composition.techniques.first { $0.manifest.id == enabled.id }.map {
          .init(manifest: $0.manifest, content: $0.content(enabled.settings))
        }
      }, anatomy: GeneralContent.anatomy)
  }

  /// Says what is wrong and gives the error that ends the process with the code.
  private static func leave(
    _ message: String, _ code: ClinicREPL.ExitCode
  ) -> ArgumentParser.ExitCode {
    DescriptorOutput().writeError(message + "\n")
    return ArgumentParser.ExitCode(code.rawValue)
  }
}
