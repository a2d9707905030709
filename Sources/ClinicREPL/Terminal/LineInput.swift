import Foundation

/// What comes back when a line is asked for.
public enum InputEvent: Equatable, Sendable {
  case line(String)
  /// End of the input, or Ctrl-D on an empty line.
  case end
  /// Ctrl-C.
  case interrupted
  /// Nobody has typed anything for as long as was allowed.
  case leftAlone
}

/// Where lines come from.
public protocol LineInput: AnyObject {
  /// - Parameter isLeftAlone: asked about once a second while nothing is typed; when it says yes,
  ///   `leftAlone` comes back. `nil` waits for ever.
  func next(until isLeftAlone: (() -> Bool)?) -> InputEvent
  /// A line that is not shown while it is typed.
  ///
  /// - Parameter prompt: runs once nothing is shown any more, so that no fast typist is.
  func nextSecret(until isLeftAlone: (() -> Bool)?, after prompt: () -> Void) -> InputEvent
}

extension LineInput {
  public func next() -> InputEvent { next(until: nil) }
  public func nextSecret(
    until isLeftAlone: (() -> Bool)?, after prompt: () -> Void
  ) -> InputEvent {
    prompt()
    return next(until: isLeftAlone)
  }
}

/// Lines of an open file descriptor, be it a terminal, a pipe or a file. Bytes that are not UTF-8
/// become U+FFFD.
public final class DescriptorInput: LineInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  public init(descriptor: Int32) { self.descriptor = descriptor }

  public func next(until isLeftAlone: (() -> Bool)?) -> InputEvent {
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
      switch waitForInput(isLeftAlone) {
      case .ready: break
      case .leftAlone:
        // What stands half typed on the terminal must not become the answer to the next question.
        tcflush(descriptor, TCIFLUSH)
        buffer = []
        return .leftAlone
      case .interrupted:
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

  public func nextSecret(
    until isLeftAlone: (() -> Bool)?, after prompt: () -> Void
  ) -> InputEvent {
    var shown = termios()
    guard tcgetattr(descriptor, &shown) == 0 else {
      prompt()
      return next(until: isLeftAlone)
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(descriptor, TCSANOW, &hidden)
    defer { tcsetattr(descriptor, TCSANOW, &shown) }
    prompt()
    return next(until: isLeftAlone)
  }

  private enum Wait { case ready, interrupted, leftAlone }

  /// Waits with every signal let through, and only here, so that a Ctrl-C is never lost between
  /// the prompt and the read.
  private func waitForInput(_ isLeftAlone: (() -> Bool)?) -> Wait {
    guard (0..<64).contains(descriptor) else { return .ready }
    var nothing = sigset_t()
    sigemptyset(&nothing)
    while true {
      var wanted = fd_set()
      wanted.__fds_bits.0 = 1 << Int(descriptor)
      var second = timespec(tv_sec: 1, tv_nsec: 0)
      let count = withUnsafePointer(to: &second) { second in
        pselect(
          descriptor + 1, &wanted, nil, nil, isLeftAlone == nil ? nil : second, &nothing)
      }
      if count > 0 { return .ready }
      if count < 0 { return errno == EINTR ? .interrupted : .ready }
      if isLeftAlone?() == true { return .leftAlone }
    }
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

  public func next(until isLeftAlone: (() -> Bool)?) -> InputEvent {
    lines.popFirst().map { .line($0) } ?? .end
  }
}
