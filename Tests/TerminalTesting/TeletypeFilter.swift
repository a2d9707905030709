/// What a teletype, or a screen reader that only reads forward, cannot show.
public enum TeletypeFilter {
  /// One byte that does not belong into output that is only appended.
  public struct Violation: Equatable, Sendable, CustomStringConvertible {
    /// What kind of byte.
    public enum Kind: String, Sendable {
      case escape = "ESC"
      case backspace = "BS"
      case carriageReturn = "CR not followed by LF"
    }

    /// What it is.
    public let kind: Kind
    /// Where it is, counted in bytes from the start.
    public let offset: Int

    /// Makes one.
    public init(_ kind: Kind, at offset: Int) {
      self.kind = kind
      self.offset = offset
    }

    /// For instance `ESC at byte 12`.
    public var description: String { "\(kind.rawValue) at byte \(offset)" }
  }

  /// Finds every ESC, every BS and every CR that is not followed by LF.
  ///
  /// A CR at the very end counts: give whole output, not a piece that may end between CR and LF.
  public static func violations(in bytes: [UInt8]) -> [Violation] {
    var found: [Violation] = []
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x1B: found.append(Violation(.escape, at: offset))
      case 0x08: found.append(Violation(.backspace, at: offset))
      case 0x0D where offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A:
        found.append(Violation(.carriageReturn, at: offset))
      default: break
      }
    }
    return found
  }

  /// The text as it is read out: runs of spaces are one space, CR LF is a line end.
  public static func text(of bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    for byte in bytes where byte != 0x0D && !(byte == 0x20 && kept.last == 0x20) {
      kept.append(byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
