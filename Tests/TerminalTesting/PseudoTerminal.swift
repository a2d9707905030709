import Foundation

/// A program in a real pseudo-terminal, with a screen that shows what it writes.
///
/// ```swift
/// let terminal = try PseudoTerminal("/bin/cat", [], environment: ["TERM": "xterm"])
/// terminal.type("hello")
/// try terminal.expect("hello\nhello\n")
/// #expect(terminal.end(with: SIGTERM) == .signal(SIGTERM))
/// ```
///
/// What the program writes is taken only while a method waits for something. Not for use by
/// several threads at once.
public final class PseudoTerminal {
  /// What the Enter key sends.
  public enum Enter: String, Sendable {
    /// CR, as a real keyboard does.
    case carriageReturn = "\r"
    /// LF, as scripts do.
    case lineFeed = "\n"
  }

  let pair: TerminalPair
  private var child: pid_t
  var ending: Ending?
  private var pace: Pace?
  /// All output with LF for CR LF, and how much of it was waited for.
  var plain: [UInt8] = []
  var read = 0
  private var marked = 0
  private var decoded = (count: 0, text: "")
  /// All that the program and the terminal's echo have written, byte for byte.
  public private(set) var bytes: [UInt8] = []
  /// What the terminal shows of it.
  public private(set) var screen: TerminalScreen

  /// Starts a program with the terminal as its three standard streams and controlling terminal.
  ///
  /// - Parameters:
  ///   - environment: the whole environment.
  ///   - columns: the terminal's width in cells.
  ///   - rows: its height in lines.
  ///   - rate: how many bytes a second are taken from the program, 30 for a teletype; nil is as
  ///     fast as they come.
  ///   - widths: how the screen measures characters.
  ///   - resizing: what the screen does with its lines when its size changes.
  /// - Throws: `HarnessError` when it cannot be started.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String], columns: Int = 80,
    rows: Int = 24, rate: Int? = nil, widths: TerminalScreen.Widths = .clusters,
    resizing: TerminalScreen.Resizing = .rewrapping
  ) throws {
    pair = try TerminalPair(columns: columns, rows: rows)
    screen = TerminalScreen(columns: columns, rows: rows, widths: widths, resizing: resizing)
    pace = rate.map { Pace(rate: $0) }
    do {
      child = try pair.start(program, arguments, environment)
    } catch {
      pair.close()
      throw error
    }
  }

  /// A terminal at which no program was started: the test holds the programs' end itself.
  ///
  /// - Throws: `HarnessError` when there is no pseudo-terminal.
  public init(columns: Int = 80, rows: Int = 24) throws {
    pair = try TerminalPair(columns: columns, rows: rows)
    screen = TerminalScreen(columns: columns, rows: rows)
    child = 0
    ending = .code(0)
  }

  /// The end that programs hold.
  public var peer: Int32 { pair.peer }

  deinit {
    if ending == nil { _ = end(with: SIGKILL) }
    pair.close()
  }

  /// The program's process.
  public var processID: pid_t { child }

  /// What the program does now; nil when it has ended and `waitForEnd` has been told how.
  public var childState: ProcessState? { ending == nil ? ProcessState(of: child) : nil }

  /// The process group that gets what is typed, and the signals of Ctrl-C and Ctrl-Z.
  public var foregroundGroup: pid_t {
    var group: pid_t = 0
    return ioctl(pair.terminal, UInt(TIOCGPGRP), &group) == 0 ? group : 0
  }

  /// How the terminal treats what is typed and printed; also after the program's end.
  public var mode: TerminalMode { get throws { try TerminalMode(of: pair.peer) } }

  /// Starts another program on the same terminal, as it was left by the one before.
  ///
  /// - Throws: `HarnessError` when the one before still runs, or this one cannot be started.
  public func restart(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) throws {
    var status: Int32 = 0
    if ending == nil, waitpid(child, &status, WNOHANG) == child { finish(status) }
    guard ending != nil else { throw HarnessError(description: "\(child) still runs") }
    child = try pair.start(program, arguments, environment)
    ending = nil
  }

  /// Sends bytes as if typed; while the terminal takes no more, output is read.
  ///
  /// Gives up after 20 seconds in which the terminal took nothing.
  public func send(_ bytes: [UInt8]) {
    var left = bytes[...]
    var deadline = ContinuousClock.now + .seconds(20)
    while !left.isEmpty, ContinuousClock.now < deadline {
      let count = writeSome(pair.terminal, left)
      if count < 0 { return }
      if count > 0 { deadline = ContinuousClock.now + .seconds(20) } else { pump(milliseconds: 5) }
      left = left.dropFirst(count)
    }
  }

  /// Sends text as if typed.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Types a line and Enter.
  public func type(_ line: String, enter: Enter = .carriageReturn) { send(line + enter.rawValue) }

  /// Gives the terminal another size; the foreground process group gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    pump(milliseconds: 0)
    screen.resize(columns: columns, rows: rows)
    pair.resize(columns: columns, rows: rows)
  }

  /// Remembers how much has been written; `bytesSinceMark` begins here.
  public func mark() { marked = bytes.count }

  /// What was written since `mark()`, or since the start.
  public var bytesSinceMark: [UInt8] { Array(bytes[marked...]) }

  /// All that the program and the terminal's echo have written, with LF for CR LF.
  public var transcript: String {
    if decoded.count != bytes.count {
      decoded = (bytes.count, String(decoding: plain, as: UTF8.self))
    }
    return decoded.text
  }

  /// The part of the transcript that was not waited for yet.
  public var unread: String { String(decoding: plain[read...], as: UTF8.self) }

  /// Keeps how the program ended, and takes what it left in the terminal.
  func finish(_ status: Int32) {
    ending = Ending(status: status)
    pace?.isSuspended = true
    let deadline = ContinuousClock.now + .seconds(2)
    // The kernel hands output on a moment later, so an empty terminal is asked once more.
    while pump(milliseconds: 20), ContinuousClock.now < deadline {}
    pace?.isSuspended = false
  }

  /// Something is there to be read.
  var hasPending: Bool { isReadable(milliseconds: 0) }

  /// Takes what comes within the time, at most one piece.
  ///
  /// - Returns: whether anything came.
  @discardableResult
  func pump(milliseconds: Int32) -> Bool {
    let limit = pace?.allowance(waiting: milliseconds) ?? 65_536
    guard limit > 0, isReadable(milliseconds: milliseconds) else { return false }
    guard let chunk = readSome(pair.terminal, limit: limit), !chunk.isEmpty else {
      usleep(useconds_t(milliseconds) * 1000)
      return false
    }
    pace?.take(chunk.count)
    bytes += chunk
    screen.feed(chunk)
    for byte in chunk {
      if byte == 0x0A, plain.last == 0x0D { plain.removeLast() }
      plain.append(byte)
    }
    read = min(read, plain.count)
    return true
  }

  private func isReadable(milliseconds: Int32) -> Bool {
    var poller = pollfd(fd: pair.terminal, events: Int16(POLLIN), revents: 0)
    return poll(&poller, 1, milliseconds) > 0
  }
}

extension TerminalPair {
  /// Starts a program that leads a session of its own with this terminal.
  func start(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> pid_t {
    try spawn(
      program, arguments, environment,
      streams: Array(repeating: .path(path, O_RDWR), count: 3), newSession: true)
  }
}
