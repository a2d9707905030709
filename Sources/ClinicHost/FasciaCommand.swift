import ArgumentParser
import ClinicREPL
import Foundation

/// `fascia`: the REPL on a terminal, a script otherwise.
struct FasciaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fascia",
    abstract: "Charting and safety screening for medical-massage clinics.",
    discussion: "On a terminal it asks; with -c, files or piped lines it never does.",
    subcommands: [
      OpenCommand.self, DemoCommand.self, RestoreCommand.self, DoctorCommand.self,
      ZoneCommand.self, CheckCommand.self, ModuleCommand.self, ScaffoldCommand.self,
    ], defaultSubcommand: OpenCommand.self)
}

/// `fascia open`, which is also what happens when no command is named.
struct OpenCommand: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the practice; run lines or scripts when some are given.")

  @OptionGroup var options: PracticeOptions

  @Argument(help: "Scripts to run, one command a line.")
  var files: [String] = []

  func run(in launch: Launch) throws { try HostSession(options, launch).run(files: files) }
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

  @Option(help: "The key file, when it does not lie in the standard place.")
  var key: String?

  @Option(help: "Who signs in, where sign-in is required.")
  var login: String?

  @Option(help: "A file of mode 0600 whose first line is the passphrase, or the recovery code.")
  var passphraseFile: String?

  @Flag(help: "Open with the recovery code.")
  var recover = false

  @Option(help: "auto, always or never.")
  var color = Look.Colour.auto

  @Flag(help: "Check a whole script against a copy; nothing is written.")
  var dryRun = false

  @Flag(help: "Go on after a failed line of a script.")
  var keepGoing = false
}

/// `fascia restore`: puts a backup in the place of the practice.
struct RestoreCommand: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the practice; the present file is kept.")

  @OptionGroup var options: PracticeOptions

  @Argument(help: "The backup.")
  var backup: String

  func run(in launch: Launch) throws { try HostSession(options, launch).restore(backup) }
}

/// `fascia doctor`: checks the practice and mends what can be derived.
struct DoctorCommand: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the practice, and derive its indexes again.")

  @OptionGroup var options: PracticeOptions

  func run(in launch: Launch) throws { try HostSession(options, launch).doctor() }
}

/// `fascia zone`: shows the clinic's time zone, or changes it.
struct ZoneCommand: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "zone", abstract: "Show the clinic's time zone; with a name, change it.",
    discussion: """
      Earlier times are still shown in the old zone. If the zone was wrong from the start, add \
      --since.
      """)

  @OptionGroup var options: PracticeOptions

  @Argument(help: "Like America/New_York.")
  var name: String?

  @Option(help: "When the new zone takes effect, like 2026-11-24T10:16. Default: now.")
  var since: String?

  func run(in launch: Launch) throws { try HostSession(options, launch).zone(name, since: since) }
}

/// `fascia demo`: a practice of synthetic clients that is thrown away afterwards.
struct DemoCommand: LaunchedCommand {
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

  func run(in launch: Launch) throws {
    try HostSession(options, launch).runDemo(clients: clients, visits: visits, keep: keep)
  }
}
