import Foundation

/// Where a standard stream of a started program comes from.
enum Stream {
  /// A path that the program's process opens itself, with these flags.
  case path(String, Int32)
  /// An open descriptor of this process.
  case descriptor(Int32)
}

/// Held while a program is started.
private let starting = NSLock()

/// Does something while no program is started: from its fork to its exec a program holds a copy of every
/// file that is open here, and with it every lock.
public func whileNothingStarts<Value>(_ work: () throws -> Value) rethrows -> Value {
  try starting.withLock(work)
}

/// Starts a program with its three standard streams.
///
/// - Parameter newSession: makes it the leader of a session; the first terminal among its streams
///   becomes its controlling terminal.
func spawn(
  _ program: String, _ arguments: [String], _ environment: [String: String],
  streams: [Stream], newSession: Bool
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, stream) in streams.enumerated() {
    switch stream {
    case .path(let path, let flags):
      posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
    case .descriptor(let descriptor):
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
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
  let failure = starting.withLock {
    posix_spawn(&child, program, &actions, &attributes, words, settings)
  }
  guard failure == 0 else {
    throw HarnessError(description: "\(program): \(String(cString: strerror(failure)))")
  }
  return child
}

/// Makes an empty folder of its own for one run.
func temporaryFolder(_ name: String) throws -> String {
  let folder = NSTemporaryDirectory() + "\(name)-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  return folder
}

/// Reads at most `limit` bytes that are there now; nil at the end, empty when nothing is there.
func readSome(_ descriptor: Int32, limit: Int = 65_536) -> [UInt8]? {
  var chunk = [UInt8](repeating: 0, count: limit)
  let count = read(descriptor, &chunk, limit)
  if count > 0 { return Array(chunk[..<count]) }
  return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
}

/// Writes what fits now.
///
/// - Returns: how many bytes were taken; -1 when nobody will read them any more.
func writeSome(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
  let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  if count >= 0 { return count }
  return errno == EAGAIN || errno == EINTR ? 0 : -1
}
