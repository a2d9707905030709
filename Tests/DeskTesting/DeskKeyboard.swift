import ClinicREPL
import Foundation
import LineEditor
import TerminalTesting

/// The line between a desk and its shell, which works on a thread of its own: one of the two waits
/// for the other at any time.
final class DeskKeyboard: LineInput, @unchecked Sendable {
  /// What is done at the desk while the shell waits for a line.
  enum Act {
    case event(LineEvent)
    /// A moment passes without a key.
    case look
    /// Tab, behind these words.
    case complete(String)
  }

  private let condition = NSCondition()
  private let screen: DeskScreen
  /// Whether prompts and what is typed stand on the screen.
  private let isTerminal: Bool
  /// What the shell waits for; `nil` while it works.
  private var asked: LineRequest?
  private var act: Act?
  private var ended: ExitCode?
  private var isClosed = false
  private(set) var completion: [String] = []

  init(_ screen: DeskScreen, isTerminal: Bool) {
    self.screen = screen
    self.isTerminal = isTerminal
  }

  // MARK: At the desk

  /// What the shell asks for, once it waits; `nil` when it has ended.
  ///
  /// - Throws: `HarnessError` when it does neither within a minute.
  func request() throws -> LineRequest? {
    try condition.withLock { try wait() }
  }

  /// Does something, and waits until the shell has come to its next question or to its end.
  ///
  /// - Throws: `HarnessError` when there is no shell any more, or it hangs.
  func perform(_ act: Act) throws {
    try condition.withLock {
      guard try wait() != nil else {
        throw HarnessError(description: "nobody reads any more; so far:\n\(screen.all)")
      }
      screen.turn()
      self.act = act
      condition.broadcast()
      _ = try wait()
    }
  }

  /// How the shell ended; `nil` while it runs.
  var code: ExitCode? { condition.withLock { ended } }

  /// Answers with Ctrl-D until the shell ends.
  ///
  /// - Throws: `HarnessError` when it does not within a minute.
  func end() throws -> ExitCode {
    close()
    let deadline = Date(timeIntervalSinceNow: 60)
    return try condition.withLock {
      while ended == nil, condition.wait(until: deadline) {}
      guard let ended else {
        throw HarnessError(description: "the shell does not end; so far:\n\(screen.all)")
      }
      return ended
    }
  }

  /// From now on every question is answered with Ctrl-D.
  func close() {
    condition.withLock {
      isClosed = true
      condition.broadcast()
    }
  }

  private func wait() throws -> LineRequest? {
    let deadline = Date(timeIntervalSinceNow: 60)
    while ended == nil, asked == nil || act != nil {
      guard condition.wait(until: deadline) else {
        throw HarnessError(description: "the shell neither asks nor ends; so far:\n\(screen.all)")
      }
    }
    return ended == nil ? asked : nil
  }

  // MARK: On the shell's thread

  func end(_ code: ExitCode) {
    condition.withLock {
      ended = code
      condition.broadcast()
    }
  }

  func read(_ request: LineRequest) -> LineEvent {
    echo(request.prompt + request.text)
    while true {
      guard let act = next(request) else { return .end }
      switch act {
      case .event(let event): return settle(event, request)
      case .complete(let head): completion = request.complete?(head).words ?? []
      case .look:
        request.everySecond?()
        let notices = request.holdsNotices ? [] : request.tick?() ?? []
        for line in notices { screen.write("\n" + line) }
        if !notices.isEmpty { screen.write("\n" + request.prompt + request.text) }
        if request.isLeftAlone?() == true { return settle(.leftAlone, request) }
      }
    }
  }

  /// - Returns: `nil` once nobody types any more.
  private func next(_ request: LineRequest) -> Act? {
    condition.withLock {
      asked = request
      act = nil
      condition.broadcast()
      while act == nil, !isClosed { condition.wait() }
      guard let act else {
        asked = nil
        return nil
      }
      return act
    }
  }

  /// As the editor does it: what was typed stands on the screen, and its host was told of it.
  private func settle(_ event: LineEvent, _ request: LineRequest) -> LineEvent {
    var event = event
    if case .line(let typed) = event {
      let line = request.text + typed
      event = .line(line)
      if !request.isSecret {
        request.changed?(line)
        echo(typed)
      }
    }
    echo("\n")
    condition.withLock {
      asked = nil
      act = nil
    }
    return event
  }

  private func echo(_ text: String) {
    if isTerminal { screen.write(text) }
  }
}
