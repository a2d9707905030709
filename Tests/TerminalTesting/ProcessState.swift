import Foundation

/// What a process does at the moment, as `/proc` tells it.
public enum ProcessState: Character, Sendable {
  /// It runs or may run.
  case running = "R"
  /// It waits for something, for instance input.
  case sleeping = "S"
  /// It waits for a device and cannot be disturbed.
  case waiting = "D"
  /// A signal such as SIGTSTP has stopped it.
  case stopped = "T"
  /// A debugger has stopped it.
  case traced = "t"
  /// It has ended, and nobody has asked yet how.
  case zombie = "Z"

  /// The state of a process now; nil when there is no such process.
  public init?(of process: pid_t) {
    // The name, in parentheses, may hold anything; the state is the first word after it.
    guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
      let words = String(decoding: data, as: UTF8.self).split(separator: ")").last,
      let letter = words.first(where: { $0 != " " })
    else { return nil }
    self.init(rawValue: letter)
  }
}
