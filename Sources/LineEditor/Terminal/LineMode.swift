import Foundation

/// The modes of a terminal: how it is found, how it is while the program runs, and how it is while a
/// line is edited.
enum LineMode {
  static func read(_ descriptor: Int32) -> termios? {
    var mode = termios()
    return tcgetattr(descriptor, &mode) == 0 ? mode : nil
  }

  /// Between lines: nothing is echoed, cut or translated, and Ctrl-C is a signal. Output is still
  /// translated, so that "\n" is a whole line end.
  static func quiet(_ saved: termios) -> termios {
    var mode = saved
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    mode.c_lflag |= tcflag_t(ISIG)
    mode.c_iflag &= ~(tcflag_t(ICRNL) | tcflag_t(INLCR) | tcflag_t(IGNCR) | tcflag_t(IXON))
    mode.c_oflag |= tcflag_t(OPOST) | tcflag_t(ONLCR)
    withUnsafeMutableBytes(of: &mode.c_cc) { letters in
      letters[Int(VMIN)] = 1
      letters[Int(VTIME)] = 0
    }
    return mode
  }

  /// While a line is edited, Ctrl-C and Ctrl-Z are keys.
  static func editing(_ saved: termios) -> termios {
    var mode = quiet(saved)
    mode.c_lflag &= ~tcflag_t(ISIG)
    return mode
  }

  /// Whether it is as an editor leaves it that was killed: no shell starts a program like that.
  static func isLeftRaw(_ mode: termios) -> Bool {
    guard mode.c_lflag & tcflag_t(ECHO | ICANON) == 0 else { return false }
    let isQuiet = mode.c_lflag & tcflag_t(IEXTEN) == 0 && mode.c_iflag & tcflag_t(ICRNL) == 0
    return isQuiet || mode.c_lflag & tcflag_t(ISIG) == 0
  }

  static func makeSane(_ mode: inout termios) {
    mode.c_lflag |= tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    mode.c_iflag |= tcflag_t(ICRNL) | tcflag_t(IXON)
    mode.c_oflag |= tcflag_t(OPOST) | tcflag_t(ONLCR)
  }
}
