import ArgumentParser
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
    Composition.techniques = techniques
    FasciaCommand.main()
  }
}

/// What the command types are run with; set once, before the command line is read.
enum Composition {
  nonisolated(unsafe) static var techniques: [any Technique.Type] = []
}
