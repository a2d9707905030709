import Foundation

/// A program without a terminal that is fed its input piece by piece, and may be killed meanwhile.
public final class FedProgram {
  private let folder: String
  private let feed: Int32
  private let child: pid_t

  /// Starts the program with an empty input that stays open.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) throws {
    folder = NSTemporaryDirectory() + "fed-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard mkfifo(folder + "/in", 0o600) == 0 else { throw HarnessError(description: "no pipe") }
    // Open at both ends, so that neither side waits for the other to come.
    feed = open(folder + "/in", O_RDWR | O_CLOEXEC)
    child = try spawn(
      program, arguments, environment,
      streams: [
        .path(folder + "/in", O_RDONLY), .path(folder + "/out", O_WRONLY | O_CREAT),
        .path(folder + "/err", O_WRONLY | O_CREAT),
      ], newSession: false)
  }

  deinit {
    close(feed)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Sends the bytes and waits until the program has taken them all, or has ended.
  public func send(_ bytes: some Collection<UInt8>) {
    var left = Array(bytes)[...]
    while !left.isEmpty {
      let count = left.prefix(4096).withUnsafeBytes { write(feed, $0.baseAddress, $0.count) }
      if count > 0 { left = left.dropFirst(count) } else { return }
    }
    var waiting: Int32 = 1
    while waiting > 0, ioctl(feed, UInt(FIONREAD), &waiting) == 0, waiting > 0 {
      if kill(child, 0) != 0 { return }
      usleep(200)
    }
  }

  /// Kills the program.
  ///
  /// - Returns: what it had printed by then.
  public func killNow() throws -> Outcome {
    kill(child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return Outcome(
      ending: Ending(status: status),
      output: (try? String(contentsOfFile: folder + "/out", encoding: .utf8)) ?? "",
      errors: (try? String(contentsOfFile: folder + "/err", encoding: .utf8)) ?? "")
  }
}
