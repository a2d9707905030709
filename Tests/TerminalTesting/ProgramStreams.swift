import Foundation

/// What a program has as its standard input.
public enum ProgramInput: Sendable {
  /// A file with this text.
  case file(String)
  /// This path, for instance `/dev/null`.
  case path(String)
  /// A pipe that brings this text and then ends.
  case pipe(String)
  /// A terminal, also the controlling one, at which this text is typed at once.
  ///
  /// It ends the input only if it closes with Ctrl-D (U+0004) on a line of its own.
  case terminal(String)
}

/// What a program has as its standard output.
public enum ProgramOutput: Sendable {
  /// A file.
  case file
  /// This path, for instance `/dev/full`; the outcome's output stays empty.
  case path(String)
  /// A pipe that is read to its end.
  case pipe
  /// A pipe whose reader closes after the first line, as `head -1` does.
  case firstLine
  /// A pipe whose reader has closed before the program starts.
  case closedPipe
}

/// Runs a program with the given standard streams, in a session of its own.
///
/// - Parameters:
///   - environment: the whole environment.
///   - input: its standard input.
///   - output: its standard output; the standard error output is always a file.
///   - seconds: how long it may take; after that it is killed, and its ending is `hung`.
/// - Throws: `HarnessError` when it cannot be started.
public func run(
  _ program: String, _ arguments: [String], environment: [String: String] = [:],
  from input: ProgramInput, to output: ProgramOutput = .file, seconds: Double = 60
) throws -> Outcome {
  let folder = try temporaryFolder("run")
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let plumbing = try Plumbing(input, output, in: folder)
  let child = try spawn(
    program, arguments, environment,
    streams: [
      plumbing.input, plumbing.output, .path(folder + "/err", O_WRONLY | O_CREAT | O_APPEND),
    ], newSession: true)
  plumbing.letGo()
  let deadline = ContinuousClock.now + .seconds(seconds)
  var status: Int32 = 0
  var isHung = false
  var pause: useconds_t = 100
  while waitpid(child, &status, WNOHANG) == 0 {
    if plumbing.move() { pause = 100 } else { pause = min(pause * 2, 2000) }
    if ContinuousClock.now > deadline, !isHung {
      isHung = true
      // What it has started itself goes with it.
      kill(-child, SIGKILL)
      kill(child, SIGKILL)
    }
    usleep(pause)
  }
  while plumbing.move() {}
  return Outcome(
    ending: isHung ? .hung : Ending(status: status),
    output: String(decoding: plumbing.collected(in: folder), as: UTF8.self),
    errors: String(decoding: contents(folder + "/err"), as: UTF8.self))
}

private func contents(_ path: String) -> [UInt8] {
  FileManager.default.contents(atPath: path).map { Array($0) } ?? []
}

/// The files, pipes and terminal between the harness and one program.
private final class Plumbing {
  let input: Stream
  let output: Stream
  private let isFirstLineOnly: Bool
  private var owned: [Int32] = []
  private var handedOver: [Int32] = []
  private var feed: Int32?
  private var terminal: Int32?
  private var sink: Int32?
  private var unsent: ArraySlice<UInt8> = []
  private var received: [UInt8] = []

  init(_ input: ProgramInput, _ output: ProgramOutput, in folder: String) throws {
    if case .firstLine = output { isFirstLineOnly = true } else { isFirstLineOnly = false }
    switch input {
    case .file(let text):
      try text.write(toFile: folder + "/in", atomically: false, encoding: .utf8)
      self.input = .path(folder + "/in", O_RDONLY)
    case .path(let path): self.input = .path(path, O_RDONLY)
    case .pipe(let text):
      let pipe = try Pipe(in: folder, named: "in")
      try pipe.block(pipe.reading)
      self.input = .descriptor(pipe.reading)
      // The reading end stays open here, so that writing never raises SIGPIPE.
      owned = [pipe.reading]
      feed = pipe.writing
      unsent = Array(text.utf8)[...]
    case .terminal(let text):
      let pair = try TerminalPair(columns: 80, rows: 24)
      self.input = .path(pair.path, O_RDWR)
      owned = [pair.peer]
      feed = pair.terminal
      terminal = pair.terminal
      unsent = Array(text.utf8)[...]
    }
    switch output {
    case .file: self.output = .path(folder + "/out", O_WRONLY | O_CREAT | O_APPEND)
    case .path(let path): self.output = .path(path, O_WRONLY)
    case .pipe, .firstLine, .closedPipe:
      let pipe = try Pipe(in: folder, named: "out")
      try pipe.block(pipe.writing)
      self.output = .descriptor(pipe.writing)
      handedOver = [pipe.writing]
      sink = pipe.reading
      if case .closedPipe = output { closeSink() }
    }
  }

  deinit {
    for descriptor in owned + handedOver + [feed, sink].compactMap({ $0 }) { close(descriptor) }
  }

  /// Closes here what only the program shall hold.
  func letGo() {
    for descriptor in handedOver { close(descriptor) }
    handedOver = []
  }

  /// Moves what can be moved without waiting.
  ///
  /// - Returns: whether anything was.
  func move() -> Bool {
    var hasMoved = false
    if let terminal, let echo = readSome(terminal), !echo.isEmpty { hasMoved = true }
    if let feed {
      let count = unsent.isEmpty ? 0 : writeSome(feed, unsent)
      if count > 0 {
        unsent = unsent.dropFirst(count)
        hasMoved = true
      } else if count < 0 || unsent.isEmpty, terminal == nil {
        close(feed)
        self.feed = nil
      }
    }
    if let sink {
      let chunk = readSome(sink)
      received += chunk ?? []
      hasMoved = hasMoved || chunk?.isEmpty == false
      if isFirstLineOnly, let end = received.firstIndex(of: 0x0A) {
        received.removeSubrange((end + 1)...)
        closeSink()
      }
    }
    return hasMoved
  }

  func collected(in folder: String) -> [UInt8] {
    if case .path(let path, _) = output, path == folder + "/out" { return contents(path) }
    return received
  }

  private func closeSink() {
    if let sink { close(sink) }
    sink = nil
  }
}

/// A pipe, neither end of which is handed on to a program by accident.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  /// Neither end blocks. The pipe has a name for a moment, because `open` sets close-on-exec at
  /// once, and another test may start a program at any time.
  init(in folder: String, named name: String) throws {
    let path = folder + "/" + name
    guard mkfifo(path, 0o600) == 0 else { throw HarnessError(description: "no pipe") }
    reading = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    writing = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard reading >= 0, writing >= 0 else { throw HarnessError(description: "no pipe") }
  }

  /// Makes an end wait, as programs expect of theirs.
  func block(_ end: Int32) throws {
    guard fcntl(end, F_SETFL, fcntl(end, F_GETFL) & ~O_NONBLOCK) == 0 else {
      throw HarnessError(description: "the pipe does not block")
    }
  }
}
