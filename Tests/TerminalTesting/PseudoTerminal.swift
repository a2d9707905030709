import Foundation

/// A program in a real pseudo-terminal of 24 rows and 80 columns.
public final class PseudoTerminal {
  private let terminal: Int32
  private let child: pid_t
  private var ending: Ending?
  private var read = 0
  /// All that the program and the terminal's echo have written.
  public private(set) var transcript = ""

  public init(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: UInt32 = 0
    var isLocked: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Self.lock, &isLocked) == 0,
      ioctl(terminal, Self.numberOfPeer, &number) == 0
    else { throw HarnessError(description: "no pseudo-terminal") }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    child = try spawn(
      program, arguments, environment,
      streams: [(name, O_RDWR), (name, O_RDWR), (name, O_RDWR)], newSession: true)
  }

  /// TIOCSPTLCK and TIOCGPTN, which Swift does not import.
  private static let lock: UInt = 0x4004_5431
  private static let numberOfPeer: UInt = 0x8004_5430

  deinit {
    if ending == nil { _ = end(with: SIGKILL) }
    close(terminal)
  }

  public func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(terminal, $0.baseAddress, $0.count) }
  }

  /// Types a line and Enter.
  public func type(_ line: String) { send(line + "\n") }

  /// Waits for text after all that was waited for before.
  ///
  /// - Returns: what came before it.
  @discardableResult
  public func expect(_ text: String, seconds: Double = 20) throws -> String {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      let unread = transcript.dropFirst(read)
      if let found = unread.range(of: text) {
        let before = String(unread[..<found.lowerBound])
        read = transcript.distance(from: transcript.startIndex, to: found.upperBound)
        return before
      }
      guard Date() < deadline else {
        throw HarnessError(description: "\"\(text)\" did not come after:\n\(transcript)")
      }
      pump(milliseconds: 50)
    }
  }

  /// Sends a signal and waits for the end.
  public func end(with signal: Int32) -> Ending {
    kill(child, signal)
    return waitForEnd()
  }

  public func waitForEnd() -> Ending {
    if let ending { return ending }
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 { pump(milliseconds: 10) }
    pump(milliseconds: 0)
    let ending = Ending(status: status)
    self.ending = ending
    return ending
  }

  var unread: String { String(transcript.dropFirst(read)) }

  func markRead() { read = transcript.count }

  func listen(milliseconds: Int32) { pump(milliseconds: milliseconds) }

  private func pump(milliseconds: Int32) {
    var poller = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(terminal, &chunk, chunk.count)
    if count > 0 {
      transcript += String(decoding: chunk[..<count], as: UTF8.self)
        .replacingOccurrences(of: "\r\n", with: "\n")
    } else if milliseconds > 0 {
      usleep(useconds_t(milliseconds) * 1000)
    }
  }
}

extension PseudoTerminal {
  /// Waits until nothing more has come for 80 ms, and something has come at all.
  public func settle() throws {
    let deadline = Date().addingTimeInterval(20)
    var seen = -1
    while transcript.utf8.count != seen || !transcript.hasSuffix(" ") {
      guard Date() < deadline else {
        throw HarnessError(description: "the program does not wait for input:\n\(transcript)")
      }
      seen = transcript.utf8.count
      listen(milliseconds: 80)
    }
    markRead()
  }

  /// Waits for whichever text comes first, and says which.
  public func expectEither(_ first: String, _ second: String) throws -> String {
    let deadline = Date().addingTimeInterval(20)
    while Date() < deadline {
      listen(milliseconds: 30)
      let unread = self.unread
      let places = [first, second].compactMap { text in
        unread.range(of: text).map { (text, $0.lowerBound) }
      }
      if let found = places.min(by: { $0.1 < $1.1 }) { return found.0 }
    }
    throw HarnessError(description: "neither \(first) nor \(second) came:\n\(transcript)")
  }
}
