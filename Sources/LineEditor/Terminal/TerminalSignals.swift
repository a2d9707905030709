import Foundation

/// What the signal handlers know. It lives in memory of its own, because a handler may run at any
/// moment, on any thread, and may neither allocate nor lock nor look at a Swift variable in use.
struct TerminalState {
  var input: Int32 = -1
  var output: Int32 = -1
  var saved = termios()
  var quiet = termios()
  var editing = termios()
  /// The terminal is in a mode of ours.
  var isRaw: Int32 = 0
  var isEditing: Int32 = 0
  /// Bracketed paste is on.
  var isPasteOn: Int32 = 0
  var wasInterrupted: Int32 = 0
  /// The window has another size.
  var wasResized: Int32 = 0
  /// The process has come back from being stopped.
  var wasContinued: Int32 = 0
  /// The end of a pipe at which `poll` is woken.
  var bell: Int32 = -1
  var bellHeard: Int32 = -1
}

/// The signal handlers of the one active terminal.
enum TerminalSignals {
  static let pasteOn = Array("\u{1b}[?2004h".utf8)
  static let pasteOff = Array("\u{1b}[?2004l".utf8)

  nonisolated(unsafe) static let state = {
    let state = UnsafeMutablePointer<TerminalState>.allocate(capacity: 1)
    state.initialize(to: TerminalState())
    return state
  }()

  /// The bytes of `pasteOff`, where a handler may read them.
  nonisolated(unsafe) private static let pasteOffBytes = {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: pasteOff.count)
    bytes.initialize(from: pasteOff, count: pasteOff.count)
    return UnsafePointer(bytes)
  }()
  private static let pasteOffCount = 8

  /// The dispositions that were found, by signal number.
  nonisolated(unsafe) private static let found = {
    let found = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    found.initialize(repeating: sigaction(), count: 65)
    return found
  }()

  /// Signals that end the process: it dies by them, with the terminal as it was found.
  private static let deadly = [SIGHUP, SIGTERM, SIGQUIT, SIGABRT, SIGTRAP] + faults
  /// Those that come again by themselves when a handler returns, and so keep what caused them.
  private static let faults = [SIGILL, SIGSEGV, SIGBUS, SIGFPE]
  private static let all = deadly + [SIGINT, SIGTSTP, SIGCONT, SIGWINCH]

  // MARK: Beginning and ending

  static func begin(input: Int32, output: Int32, saved: termios) -> Bool {
    guard state.pointee.input < 0, pasteOffBytes[0] == 0x1B else { return false }
    guard openBell() else { return false }
    state.pointee.saved = saved
    state.pointee.quiet = LineMode.quiet(saved)
    state.pointee.editing = LineMode.editing(saved)
    state.pointee.output = output
    state.pointee.wasInterrupted = 0
    state.pointee.input = input
    restoresAtExit
    install()
    guard makeRaw() else {
      end()
      return false
    }
    return true
  }

  static func end() {
    guard state.pointee.input >= 0 else { return }
    restore()
    for signal in all { sigaction(signal, found + Int(signal), nil) }
    state.pointee.input = -1
    close(state.pointee.bell)
    close(state.pointee.bellHeard)
    state.pointee.bell = -1
    state.pointee.bellHeard = -1
  }

  private static let restoresAtExit: Void = {
    atexit { TerminalSignals.restore() }
  }()

  private static func openBell() -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    state.pointee.bellHeard = ends[0]
    state.pointee.bell = ends[1]
    return true
  }

  private static func install() {
    for signal in all {
      sigaction(signal, nil, found + Int(signal))
      // What nohup made deaf stays deaf.
      if !deadly.contains(signal) || !isIgnored((found + Int(signal)).pointee) {
        listen(to: signal)
      }
    }
  }

  // MARK: What handlers call too

  static func makeRaw() -> Bool {
    state.pointee.isRaw = 1
    return state.pointee.isEditing == 0
      ? tcsetattr(state.pointee.input, TCSANOW, &state.pointee.quiet) == 0
      : tcsetattr(state.pointee.input, TCSANOW, &state.pointee.editing) == 0
  }

  static func restore() {
    guard state.pointee.input >= 0, state.pointee.isRaw != 0 else { return }
    state.pointee.isRaw = 0
    if isInForeground { tcsetattr(state.pointee.input, TCSANOW, &state.pointee.saved) }
    guard state.pointee.isPasteOn != 0 else { return }
    state.pointee.isPasteOn = 0
    // A terminal that takes nothing must not keep the process from dying.
    var poller = pollfd(fd: state.pointee.output, events: Int16(POLLOUT), revents: 0)
    if poll(&poller, 1, 0) == 1 { _ = write(state.pointee.output, pasteOffBytes, pasteOffCount) }
  }

  /// From the background a change of mode would stop the process, and it is the shell's terminal.
  private static var isInForeground: Bool {
    let group = tcgetpgrp(state.pointee.input)
    return group < 0 || group == getpgrp()
  }

  private static func ring() {
    var byte: UInt8 = 0
    _ = write(state.pointee.bell, &byte, 1)
  }

  // MARK: The handlers

  private static func listen(to signal: Int32) {
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    action.sa_flags = Int32(SA_RESTART) | Int32(SA_ONSTACK)
    setHandler(of: &action) { TerminalSignals.handle($0) }
    sigaction(signal, &action, nil)
  }

  private static func handle(_ signal: Int32) {
    let error = errno
    switch signal {
    case SIGINT: if state.pointee.isEditing == 0 { state.pointee.wasInterrupted = 1 }
    case SIGWINCH:
      state.pointee.wasResized = 1
      ring()
    case SIGCONT: comeBack()
    case SIGTSTP:
      restore()
      setDefault(SIGTSTP)
      sendAgain(SIGTSTP)
      listen(to: SIGTSTP)
      // A group that no shell minds is not stopped at all, and nothing continues it.
      comeBack()
    case SIGILL, SIGSEGV, SIGBUS, SIGFPE:
      restore()
      sigaction(signal, found + Int(signal), nil)
    default:
      restore()
      sigaction(signal, found + Int(signal), nil)
      sendAgain(signal)
    }
    errno = error
  }

  private static func comeBack() {
    guard state.pointee.input >= 0, isInForeground else { return }
    _ = makeRaw()
    state.pointee.wasContinued = 1
    ring()
  }

  /// Sends a signal to the process that is being handled; returns if that was to stop it.
  private static func sendAgain(_ signal: Int32) {
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    // To the whole process: its first thread may be in a call that nothing else ends.
    kill(getpid(), signal)
  }

  private static func setDefault(_ signal: Int32) {
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    setHandler(of: &action, SIG_DFL)
    sigaction(signal, &action, nil)
  }

  /// Stops the process group, and returns when it has been continued.
  static func stop() {
    restore()
    setDefault(SIGTSTP)
    kill(0, SIGTSTP)
    listen(to: SIGTSTP)
    _ = makeRaw()
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if os(Linux)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    // SIG_IGN is no function, so that only its address can be looked at.
    return unsafeBitCast(handler, to: Int.self) == 1
  }

  private static func setHandler(
    of action: inout sigaction, _ handler: (@convention(c) (Int32) -> Void)?
  ) {
    #if os(Linux)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
  }
}
