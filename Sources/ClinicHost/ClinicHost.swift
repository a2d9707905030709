import ArgumentParser
import ClinicREPL
import Foundation
import TechniqueKit

/// Composes Fascia with a list of techniques; a clinic's own build calls it from its `main.swift`.
///
/// ```swift
/// import ClinicHost
/// import HotStone
///
/// ClinicHost.main(techniques: [HotStone.self])
/// ```
public enum ClinicHost {
  /// Reads the command line, runs it, and leaves the process with its exit code.
  public static func main(techniques: [any Technique.Type]) {
    StandardStreams.occupy()
    exit(run(.ofProcess(techniques)))
  }

  /// Runs what the program does when it is started so.
  ///
  /// - Returns: the exit code.
  public static func run(_ launch: Launch) -> Int32 {
    do {
      var command = try FasciaCommand.parseAsRoot(launch.arguments)
      if let command = command as? any LaunchedCommand {
        try command.run(in: launch)
      } else {
        try command.run()
      }
      return ClinicREPL.ExitCode.done.rawValue
    } catch let end as EarlyEnd {
      if let message = end.message { launch.output.writeError(message + "\n") }
      return end.code.rawValue
    } catch {
      let code = FasciaCommand.exitCode(for: error)
      let message = FasciaCommand.fullMessage(for: error)
      let text = message.isEmpty ? "" : message + "\n"
      code.isSuccess ? launch.output.write(text) : launch.output.writeError(text)
      // Wrong usage is 2 here, as in the shells that call it; the library would leave with 64.
      return code == .validationFailure ? ClinicREPL.ExitCode.usage.rawValue : code.rawValue
    }
  }
}

enum StandardStreams {
  /// A stream that was closed by whoever started the program would be given to the next file that is
  /// opened, and a chart be printed into it.
  static func occupy() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
  }
}
