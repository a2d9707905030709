import Foundation

/// The terminal that somebody sits at: its size, its mode, and what signals do to it.
///
///     guard let terminal = Terminal(input: 0, output: 1, isDumb: false) else { return }
///     terminal.begin()
///     defer { terminal.end() }
///
/// From `begin()` to `end()` nothing that is typed is echoed or cut into lines by the kernel, so that
/// what is typed ahead waits unseen for its prompt. The mode found at the start is put back by
/// `end()`, at exit, before a suspension, and when the process dies by a signal.
///
/// One terminal of a process is active at a time. All but the signal handlers belongs to one thread.
public final class Terminal {
  /// Neither escape sequences nor backspaces nor lone carriage returns are written to it.
  public let isDumb: Bool
  /// Where it is read.
  public let input: Int32
  /// Where it is written.
  public let output: Int32
  /// The mode that is put back.
  let saved: termios
  private(set) var isActive = false

  /// - Parameter isDumb: it cannot move its cursor, as with `TERM=dumb`.
  /// - Returns: `nil` unless both descriptors are terminals.
  ///
  /// Heals the terminal when a killed process has left it in this editor's own mode.
  public init?(input: Int32, output: Int32, isDumb: Bool) {
    guard isatty(input) == 1, isatty(output) == 1, var found = LineMode.read(input) else {
      return nil
    }
    self.input = input
    self.output = output
    self.isDumb = isDumb
    let isLeftRaw = LineMode.isLeftRaw(found)
    if isLeftRaw { LineMode.makeSane(&found) }
    saved = found
    if isLeftRaw, !isDumb { put(Array(TerminalSignals.pasteOff)) }
  }

  deinit { end() }

  /// Columns of a row now; 80 where the terminal does not say.
  public var columns: Int { size.columns }

  /// Rows of the terminal now; 24 where it does not say.
  public var rows: Int { size.rows }

  /// Takes the terminal over and installs the signal handlers. Does nothing when it is active.
  ///
  /// - Returns: `false` when another `Terminal` is active, or the mode cannot be set.
  @discardableResult
  public func begin() -> Bool {
    if isActive { return true }
    guard TerminalSignals.begin(input: input, output: output, saved: saved) else { return false }
    isActive = true
    return true
  }

  /// Puts the mode and the signal handlers back. Does nothing when it is not active.
  public func end() {
    guard isActive else { return }
    isActive = false
    TerminalSignals.end()
  }

  /// Whether SIGINT (Ctrl-C) came since this was last made `false`, while no line was being edited.
  public var wasInterrupted: Bool {
    get { isActive && TerminalSignals.state.pointee.wasInterrupted != 0 }
    set { if isActive { TerminalSignals.state.pointee.wasInterrupted = newValue ? 1 : 0 } }
  }

  // MARK: For the editor

  /// A line is being edited: Ctrl-C and Ctrl-Z are keys.
  var isEditing: Bool {
    get { isActive && TerminalSignals.state.pointee.isEditing != 0 }
    set {
      guard isActive else { return }
      TerminalSignals.state.pointee.isEditing = newValue ? 1 : 0
      if TerminalSignals.state.pointee.isRaw != 0 { _ = TerminalSignals.makeRaw() }
    }
  }

  /// Bracketed paste is on, and must be off when the process is gone.
  var isPasteOn: Bool {
    get { isActive && TerminalSignals.state.pointee.isPasteOn != 0 }
    set { if isActive { TerminalSignals.state.pointee.isPasteOn = newValue ? 1 : 0 } }
  }

  /// Can be read when a signal has come; -1 while the terminal is not active.
  var bell: Int32 { isActive ? TerminalSignals.state.pointee.bellHeard : -1 }

  /// What signals have told since this was asked last.
  @discardableResult
  func takeNews() -> (wasResized: Bool, wasContinued: Bool) {
    guard isActive else { return (false, false) }
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(bell, &bytes, bytes.count) > 0 {}
    let state = TerminalSignals.state
    let news = (state.pointee.wasResized != 0, state.pointee.wasContinued != 0)
    state.pointee.wasResized = 0
    state.pointee.wasContinued = 0
    return news
  }

  private var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0 else { return (80, 24) }
    return (
      size.ws_col == 0 ? 80 : Int(size.ws_col), size.ws_row == 0 ? 24 : Int(size.ws_row)
    )
  }

  /// Writes all of it at once, waiting as long as the terminal makes it wait.
  ///
  /// - Returns: `false` when the terminal is gone.
  @discardableResult
  func put(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        write(output, raw.baseAddress?.advanced(by: start), raw.count - start)
      }
      if count > 0 {
        start += count
      } else if count < 0, errno == EAGAIN {
        var poller = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&poller, 1, -1)
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}
