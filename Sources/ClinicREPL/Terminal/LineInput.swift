import Foundation
import LineEditor

/// Where lines come from.
public protocol LineInput: AnyObject {
  func read(_ request: LineRequest) -> LineEvent
  /// Forgets what was typed ahead, and what Ctrl-Y would bring back.
  func forget()
  /// Whether Ctrl-C was typed while nothing was asked; each one is told once.
  var wasInterrupted: Bool { get }
}

extension LineInput {
  public func forget() {}
  public var wasInterrupted: Bool { false }
}

/// Lines that somebody types.
public final class TerminalInput: LineInput {
  private let terminal: Terminal
  private let editor: LineEditor

  public init(_ terminal: Terminal) {
    self.terminal = terminal
    editor = LineEditor(terminal)
  }

  public func read(_ request: LineRequest) -> LineEvent {
    while true {
      let event = editor.read(request)
      guard event == .suspend else { return event }
      if terminal.canSuspend {
        editor.write("Paused. Type fg to come back.\n")
        _ = terminal.suspend()
      } else {
        editor.write("To take back the last change type undo.\n")
      }
    }
  }

  public func forget() { editor.forget() }

  public var wasInterrupted: Bool {
    defer { terminal.wasInterrupted = false }
    return terminal.wasInterrupted
  }
}

/// Lines of an open file descriptor, be it a pipe or a file. Bytes that are not UTF-8 become U+FFFD.
public final class DescriptorInput: LineInput {
  private let descriptor: Int32
  private let isOwn: Bool
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// - Parameter descriptor: stays open.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    isOwn = false
  }

  /// Opens a file; `nil` when it cannot be read.
  public init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    isOwn = true
    if descriptor < 0 { return nil }
  }

  deinit {
    if isOwn, descriptor >= 0 { close(descriptor) }
  }

  public func read(_ request: LineRequest) -> LineEvent {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
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
      searched = buffer.count
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count > 0 {
        buffer += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
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

  public func read(_ request: LineRequest) -> LineEvent {
    lines.popFirst().map { .line($0) } ?? .end
  }
}
