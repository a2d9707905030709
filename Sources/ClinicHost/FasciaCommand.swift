import ArgumentParser
import ClinicREPL
import Foundation

/// `fascia`: the REPL on a terminal, a script otherwise.
struct FasciaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fascia",
    abstract: "Charting and safety screening for medical-massage clinics.",
    discussion: "On a terminal it asks; with -c, files or piped lines it never does.",
    subcommands: [OpenCommand.self, DemoCommand.self], defaultSubcommand: OpenCommand.self)
}

/// `fascia open`, which is also what happens when no command is named.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the practice; run lines or scripts when some are given.")

  @OptionGroup var options: PracticeOptions

  @Argument(help: "Scripts to run, one command a line.")
  var files: [String] = []

  func run() throws {
    let session = try HostSession(options)
    try session.run(files: files)
  }
}

/// What both commands take.
struct PracticeOptions: ParsableArguments {
  @Option(help: "The practice file.")
  var practice: String?

  @Option(help: "The configuration file.")
  var config: String?

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue, help: "Run one line; repeatable.")
  var lines: [String] = []

  @Flag(help: "One JSON object a command.")
  var json = false

  @Flag(help: "Never ask, even on a terminal.")
  var batch = false

  @Flag(help: "Plain text for screen readers.")
  var plain = false

  @Flag(help: "Go on after a failed line of a script.")
  var keepGoing = false
}

/// `fascia demo`: a practice of synthetic clients that is thrown away afterwards.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open a throw-away practice with synthetic clients.")

  @OptionGroup var options: PracticeOptions

  @Option(help: "How many synthetic clients.")
  var clients = 12

  @Option(help: "How many visits they have had altogether.")
  var visits = 80

  @Option(help: "Write the practice here and keep it, instead of throwing it away.")
  var keep: String?

  func validate() throws {
    guard (1...100_000).contains(clients), (0...1_000_000).contains(visits) else {
      throw ValidationError("a demo has 1 to 100000 clients and 0 to 1000000 visits.")
    }
  }

  func run() throws {
    let session = try HostSession(options)
    try session.runDemo(clients: clients, visits: visits, keep: keep)
  }
}
