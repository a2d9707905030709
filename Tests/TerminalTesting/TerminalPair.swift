import Foundation

/// The two ends of a new pseudo-terminal.
struct TerminalPair {
  /// The end that a terminal emulator holds; it does not block.
  let terminal: Int32
  /// The end that programs hold, kept open so that modes and late output outlive a program.
  let peer: Int32
  /// The path of the programs' end.
  let path: String

  /// TIOCSPTLCK and TIOCGPTN, which Swift does not import.
  private static let lock: UInt = 0x4004_5431
  private static let numberOfPeer: UInt = 0x8004_5430

  init(columns: Int, rows: Int) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    var number: UInt32 = 0
    var isLocked: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Self.lock, &isLocked) == 0,
      ioctl(terminal, Self.numberOfPeer, &number) == 0
    else { throw HarnessError(description: "no pseudo-terminal") }
    path = "/dev/pts/\(number)"
    peer = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard peer >= 0 else { throw HarnessError(description: "\(path) does not open") }
    resize(columns: columns, rows: rows)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  func close() {
    Foundation.close(peer)
    Foundation.close(terminal)
  }
}
