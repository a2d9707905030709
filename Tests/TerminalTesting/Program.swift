import Foundation

/// How a program ended.
public enum Ending: Equatable, Sendable {
  /// It left by itself with this exit code.
  case code(Int32)
  /// This signal ended it.
  case signal(Int32)
  /// It did not end within its time and was killed.
  case hung

  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }
}

/// Why a harness could not do what it was asked, or what did not happen in time.
public struct HarnessError: Error, CustomStringConvertible {
  /// The reason in words, with what the program had written where that helps.
  public let description: String

  public init(description: String) { self.description = description }
}

/// The path of a program of this package, beside the tests that are running.
///
/// - Throws: `HarnessError` when it was not built.
public func builtProgram(_ name: String) throws -> String {
  let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let here = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? executable ?? ""
  let path = URL(fileURLWithPath: here).deletingLastPathComponent().path + "/" + name
  guard FileManager.default.isExecutableFile(atPath: path) else {
    throw HarnessError(description: "\(name) is not built beside \(here)")
  }
  return path
}

/// What a program printed, and how it ended.
public struct Outcome: Sendable {
  /// How it ended.
  public let ending: Ending
  /// What it wrote to its standard output; bytes that are no UTF-8 show as U+FFFD.
  public let output: String
  /// What it wrote to its standard error output.
  public let errors: String

  public init(ending: Ending, output: String, errors: String) {
    self.ending = ending
    self.output = output
    self.errors = errors
  }
}

/// Runs a program without a terminal, with files as its standard streams.
///
/// - Parameters:
///   - input: its standard input; empty by default.
///   - environment: the whole environment.
///   - seconds: how long it may take; after that it is killed, and its ending is `hung`.
/// - Throws: `HarnessError` when it cannot be started.
public func run(
  _ program: String, _ arguments: [String], environment: [String: String] = [:],
  input: String = "", seconds: Double = 600
) throws -> Outcome {
  try run(program, arguments, environment: environment, from: .file(input), seconds: seconds)
}
