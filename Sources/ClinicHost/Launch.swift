import ArgumentParser
import ClinicREPL
import Foundation
import LineEditor
import TechniqueKit

/// One start of the program: all that it takes from outside, and where it says what it has to say.
///
/// A program of its own takes them from its process (`ClinicHost.main`); several launches may run side
/// by side in one process, for a file's name that is relative is the process's own matter.
public struct Launch {
  /// The techniques of the build.
  public var techniques: [any Technique.Type]
  /// The words behind the program's name.
  public var arguments: [String]
  public var environment: [String: String]
  /// Where modules are looked for and scaffolds are put that no folder is named for.
  public var folder: String
  /// What is piped in, read where neither lines nor scripts are named.
  public var input: any LineInput
  /// Where results and errors go while nobody sits at a terminal.
  public var output: any Output
  /// Whether the results are seen at a terminal.
  public var showsOnTerminal = false
  /// Somebody at a terminal who can be asked; `nil` where there is nobody.
  public var seat: (_ isDumb: Bool) -> Seat? = { _ in nil }
  /// Has files that are written from now on be readable by their owner only.
  var keepFilesPrivate: () -> Void = {}
  /// A restore is not broken off between two of its steps.
  var ignoreInterrupts: () -> Void = {}

  /// A place at a terminal.
  public struct Seat {
    /// What is typed there.
    public let input: any LineInput
    /// What is shown there.
    public let output: any Output

    public init(input: any LineInput, output: any Output) {
      self.input = input
      self.output = output
    }
  }

  /// A launch within a process that has other work too: it changes nothing that belongs to the process
  /// as a whole.
  public init(
    techniques: [any Technique.Type], arguments: [String], environment: [String: String],
    folder: String, input: any LineInput, output: any Output
  ) {
    self.techniques = techniques
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.input = input
    self.output = output
  }

  /// The launch that this process is.
  static func ofProcess(_ techniques: [any Technique.Type]) -> Launch {
    var launch = Launch(
      techniques: techniques, arguments: Array(CommandLine.arguments.dropFirst()),
      environment: ProcessInfo.processInfo.environment,
      folder: FileManager.default.currentDirectoryPath, input: DescriptorInput(descriptor: 0),
      output: DescriptorOutput())
    launch.showsOnTerminal = isatty(1) == 1
    launch.seat = { isDumb in
      Terminal(input: 0, output: 1, isDumb: isDumb).map {
        Seat(input: TerminalInput($0), output: DescriptorOutput(terminal: $0))
      }
    }
    launch.keepFilesPrivate = { umask(0o077) }
    launch.ignoreInterrupts = { signal(SIGINT, SIG_IGN) }
    return launch
  }

  var composition: Composition { Composition(techniques: techniques) }

  var home: HomeFolder { HomeFolder(environment["HOME"] ?? NSHomeDirectory()) }
}

/// A command that is told what the program was started with.
protocol LaunchedCommand: ParsableCommand {
  func run(in launch: Launch) throws
}

/// Ends a run before its time.
struct EarlyEnd: Error {
  /// What is said on leaving; `nil` when all was said.
  let message: String?
  let code: ClinicREPL.ExitCode

  init(_ message: String? = nil, _ code: ClinicREPL.ExitCode) {
    self.message = message
    self.code = code
  }
}
