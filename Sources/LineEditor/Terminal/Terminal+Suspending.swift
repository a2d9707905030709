import Foundation

extension Terminal {
  /// Whether a shell with job control can bring the process back once it is stopped: whoever started
  /// the leader of our process group is of the same session, but of another group.
  public var canSuspend: Bool {
    let group = getpgrp()
    let parent = group == getpid() ? getppid() : Self.parent(of: group) ?? getppid()
    return parent > 1 && getsid(parent) == getsid(0) && getpgid(parent) != group
  }

  /// Stops the process group as Ctrl-Z does elsewhere, with the terminal as it was found.
  ///
  /// Writes nothing.
  ///
  /// - Returns: `true` once the process has been continued and the terminal taken over again;
  ///   `false` at once when nothing could bring the process back.
  public func suspend() -> Bool {
    guard isActive, canSuspend else { return false }
    TerminalSignals.stop()
    return true
  }

  private static func parent(of process: pid_t) -> pid_t? {
    #if os(Linux)
      let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return nil }
      // The name may hold spaces and brackets; the state and the parent follow its last bracket.
      let words = String(decoding: bytes[..<count], as: UTF8.self).split(separator: ")").last?
        .split(separator: " ")
      guard let words, words.count > 1 else { return nil }
      return pid_t(words[1])
    #else
      return nil
    #endif
  }
}
