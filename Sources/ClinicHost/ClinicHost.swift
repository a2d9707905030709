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
    Composition.techniques = techniques
    do {
      var command = try FasciaCommand.parseAsRoot()
      try command.run()
    } catch {
      // Wrong usage is 2 here, as in the shells that call it; the library would leave with 64.
      guard FasciaCommand.exitCode(for: error) == .validationFailure else {
        FasciaCommand.exit(withError: error)
      }
      DescriptorOutput().writeError(FasciaCommand.fullMessage(for: error) + "\n")
      FasciaCommand.exit(withError: ArgumentParser.ExitCode(ClinicREPL.ExitCode.usage.rawValue))
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
