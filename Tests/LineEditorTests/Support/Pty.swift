import Foundation

struct PtyError: Error, CustomStringConvertible {
  let description: String
}

/// A pseudo-terminal whose other end is held by the test.
final class Pty {
  let master: Int32
  /// Held open, so that the mode can be read when no program is left.
  let slave: Int32
  let name: String
  private(set) var bytes: [UInt8] = []
  private var read = 0
  private var child: pid_t = 0

  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, Self.unlock, &isLocked) == 0,
      ioctl(master, Self.number, &number) == 0
    else { throw PtyError(description: "no pseudo-terminal") }
    name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw PtyError(description: "no other end") }
    resize(columns: columns, rows: rows)
  }

  deinit {
    if child > 0 {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    close(slave)
    close(master)
  }

  var text: String { String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n") }

  var mode: termios {
    var mode = termios()
    tcgetattr(slave, &mode)
    return mode
  }

  /// The flags that the editor changes.
  var flags: [tcflag_t] { [mode.c_iflag, mode.c_oflag, mode.c_lflag] }

  func resize(columns: UInt16, rows: UInt16 = 24) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
      pump(milliseconds: 0)
    }
  }

  func pump(milliseconds: Int32) {
    var poller = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &chunk, chunk.count)
    if count > 0 { bytes += chunk[..<count] } else { usleep(1000) }
  }

  /// Waits for a text behind all that was waited for before.
  func expect(_ wanted: String, seconds: Double = 10) throws {
    let wanted = Array(wanted.replacing("\n", with: "\r\n").utf8)
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      if let found = bytes[read...].firstRange(of: wanted) {
        read = found.upperBound
        return
      }
      guard Date() < deadline else {
        throw PtyError(
          description:
            "\(String(decoding: wanted, as: UTF8.self).debugDescription) not in \(text.debugDescription)"
        )
      }
      pump(milliseconds: 20)
    }
  }

  /// Waits until a condition holds, reading meanwhile.
  func wait(seconds: Double = 10, for condition: () -> Bool) -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while !condition() {
      if Date() > deadline { return false }
      pump(milliseconds: 5)
    }
    return true
  }

  // MARK: A program at it

  func start(_ program: String, _ arguments: [String] = []) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // The last is POSIX_SPAWN_SETSID.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | 0x80)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let environment = ["PS1=$ ", "TERM=xterm", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"]
    let settings = environment.map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    guard posix_spawn(&child, program, &actions, &attributes, words, settings) == 0 else {
      throw PtyError(description: "\(program) does not start")
    }
  }

  var process: pid_t { child }

  /// - Returns: the status that `waitpid` gives; `nil` when the program does not end.
  func end(with signal: Int32? = nil, seconds: Double = 5) -> Int32? {
    if let signal { kill(child, signal) }
    var status: Int32 = 0
    guard wait(seconds: seconds, for: { waitpid(child, &status, WNOHANG) == child }) else {
      return nil
    }
    child = 0
    pump(milliseconds: 20)
    return status
  }
}

/// The program of `Tests/EditorHost`, beside the tests.
enum EditorHost {
  static let path: String? = {
    let places = [
      Bundle.main.executablePath, CommandLine.arguments.first,
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath,
    ]
    return places.compactMap { $0 }
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/editor-host" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}
