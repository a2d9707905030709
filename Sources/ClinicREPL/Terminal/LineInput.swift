import Foundation

/// What comes back when a line is asked for.
public enum InputEvent: Equatable, Sendable {
  case line(String)
  /// End of the input, or Ctrl-D on an empty line.
  case end
  /// Ctrl-C.
  case interrupted
}

/// Where lines come from.
public protocol LineInput: AnyObject {
  func next() -> InputEvent
}

/// Lines of an open file descriptor, be it a terminal, a pipe or a file. Bytes that are not UTF-8
/// become U+FFFD.
public final class DescriptorInput: LineInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  public init(descriptor: Int32) { self.descriptor = descriptor }

  public func next() -> InputEvent {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = text(buffer[..<end])
        buffer.removeSubrange(...end)
        return .line(line)
      }
      if isAtEnd {
        guard !buffer.isEmpty else { return .end }
        let line = text(buffer[...])
        buffer = []
        return .line(line)
      }
      guard waitForInput() else {
        buffer = []
        return .interrupted
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        buffer += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
  }

  /// Waits with every signal let through, and only here, so that a Ctrl-C is never lost between
  /// the prompt and the read.
  ///
  /// - Returns: `false` when a signal came instead.
  private func waitForInput() -> Bool {
    guard (0..<64).contains(descriptor) else { return true }
    var wanted = fd_set()
    wanted.__fds_bits.0 = 1 << Int(descriptor)
    var nothing = sigset_t()
    sigemptyset(&nothing)
    return pselect(descriptor + 1, &wanted, nil, nil, nil, &nothing) >= 0 || errno != EINTR
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    var line = String(decoding: bytes, as: UTF8.self)
    if line.last == "\r" { line.removeLast() }
    return line
  }
}

/// Lines that are known beforehand: those of `-c`, and those of tests.
public final class ListedInput: LineInput {
  private var lines: ArraySlice<String>

  public init(_ lines: [String]) { self.lines = lines[...] }

  public func next() -> InputEvent {
    lines.popFirst().map { .line($0) } ?? .end
  }
}
