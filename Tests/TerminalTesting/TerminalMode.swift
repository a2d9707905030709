import Foundation

/// How a terminal treats what is typed and printed; equal only if every flag is.
public struct TerminalMode: Equatable, Sendable, CustomStringConvertible {
  /// The input flags, `c_iflag`.
  public let input: UInt
  /// The output flags, `c_oflag`.
  public let output: UInt
  /// The control flags, `c_cflag`.
  public let control: UInt
  /// The local flags, `c_lflag`.
  public let local: UInt
  /// The control characters, `c_cc`.
  public let characters: [UInt8]

  /// Reads the mode of an open terminal.
  init(of descriptor: Int32) throws {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      throw HarnessError(description: "no mode: \(String(cString: strerror(errno)))")
    }
    input = UInt(settings.c_iflag)
    output = UInt(settings.c_oflag)
    control = UInt(settings.c_cflag)
    local = UInt(settings.c_lflag)
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// What is typed is shown.
  public var isEcho: Bool { local & UInt(ECHO) != 0 }

  /// Input arrives line by line.
  public var isCanonical: Bool { local & UInt(ICANON) != 0 }

  /// Ctrl-C, Ctrl-\ and Ctrl-Z send signals.
  public var isSignals: Bool { local & UInt(ISIG) != 0 }

  /// All flags in octal, in the order of `termios`, then the control characters in hexadecimal.
  public var description: String {
    ([input, output, control, local].map { String($0, radix: 8) }
      + [characters.map { String($0, radix: 16) }.joined(separator: ".")])
      .joined(separator: ":")
  }
}
