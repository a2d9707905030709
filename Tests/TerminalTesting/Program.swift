import Foundation

/// How a program ended.
public enum Ending: Equatable, Sendable {
  case code(Int32)
  case signal(Int32)

  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }
}

public struct HarnessError: Error, CustomStringConvertible {
  public let description: String
}

/// What a program printed, and how it ended.
public struct Outcome: Sendable {
  public let ending: Ending
  public let output: String
  public let errors: String
}

/// Runs a program without a terminal, with files as its standard streams.
///
/// - Parameters:
///   - input: its standard input; empty by default.
///   - environment: the whole environment.
public func run(
  _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String = ""
) throws -> Outcome {
  let folder = NSTemporaryDirectory() + "run-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try input.write(toFile: folder + "/in", atomically: false, encoding: .utf8)
  let child = try spawn(
    program, arguments, environment,
    streams: [
      (folder + "/in", O_RDONLY), (folder + "/out", O_WRONLY | O_CREAT),
      (folder + "/err", O_WRONLY | O_CREAT),
    ], newSession: false)
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0, errno == EINTR {}
  return Outcome(
    ending: Ending(status: status),
    output: try String(contentsOfFile: folder + "/out", encoding: .utf8),
    errors: try String(contentsOfFile: folder + "/err", encoding: .utf8))
}

/// Starts a program with its three standard streams opened from paths.
func spawn(
  _ program: String, _ arguments: [String], _ environment: [String: String],
  streams: [(path: String, flags: Int32)], newSession: Bool
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (descriptor, stream) in streams.enumerated() {
    posix_spawn_file_actions_addopen(
      &actions, Int32(descriptor), stream.path, stream.flags, 0o600)
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // The signals that the test runner blocks or ignores are the program's own business.
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  var flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
  if newSession { flags |= Int16(0x80) }  // POSIX_SPAWN_SETSID
  posix_spawnattr_setflags(&attributes, flags)
  let words = ([program] + arguments).map { strdup($0) } + [nil]
  let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for word in words + settings { free(word) } }
  var child: pid_t = 0
  let failure = posix_spawn(&child, program, &actions, &attributes, words, settings)
  guard failure == 0 else {
    throw HarnessError(description: "\(program): \(String(cString: strerror(failure)))")
  }
  return child
}
