/// Makes keys of bytes, one byte at a time.
///
/// Sequences that it does not know are swallowed whole, so that no part of them is taken for text. A
/// line end or Ctrl-C inside one is still a key: what was typed after garbage must not vanish.
struct KeyDecoder {
  /// Where in a sequence the last byte left it.
  enum Place: Equatable {
    case outside
    case escape
    /// After `ESC [`.
    case control
    /// After `ESC [ [`, as the console of Linux sends function keys.
    case console
    /// After `ESC O`.
    case single
    /// In an operating system command or a device control string, up to `BEL` or `ESC \`.
    case string
    case stringEscape
    case paste
  }

  private(set) var place = Place.outside
  private var numbers: [UInt8] = []
  private var pasted: [UInt8] = []
  private var letters = ScalarDecoder()
  private var followsReturn = false
  /// A sequence has been longer than any that is known; the rest of it is not kept.
  static let longestSequence = 32

  /// A sequence has begun that more bytes must end.
  var isInSequence: Bool { place != .outside && place != .paste }
  var isInPaste: Bool { place == .paste }

  /// - Parameter keys: the keys that this byte completes are added; at most two.
  mutating func feed(_ byte: UInt8, into keys: inout [Key]) {
    switch place {
    case .outside: outside(byte, &keys)
    case .escape: afterEscape(byte, &keys)
    case .control, .single: inSequence(byte, &keys)
    case .console: if !interrupts(byte, &keys) { finish(Key(console: byte), &keys) }
    case .string: inString(byte, &keys)
    case .stringEscape:
      place = .outside
      if byte != UInt8(ascii: "\\") { afterEscape(byte, &keys) }
    case .paste: inPaste(byte, &keys)
    }
  }

  /// Nothing has come for a while: what has begun will not be ended.
  ///
  /// - Returns: the key that it stands for.
  mutating func expire() -> Key? {
    switch place {
    case .outside: return nil
    case .paste: return finishPaste()
    case .escape:
      place = .outside
      return .escape
    default:
      place = .outside
      return nil
    }
  }

  private mutating func outside(_ byte: UInt8, _ keys: inout [Key]) {
    let followsReturn = self.followsReturn
    self.followsReturn = false
    if byte >= 0x20, byte != 0x7F {
      letters.feed(byte) { keys.append(.text($0)) }
      return
    }
    letters.finish { keys.append(.text($0)) }
    switch byte {
    case 0x00: break
    case 0x1B: place = .escape
    case 0x0A where followsReturn: break
    default:
      self.followsReturn = byte == 0x0D
      keys.append(Key(control: byte))
    }
  }

  private mutating func afterEscape(_ byte: UInt8, _ keys: inout [Key]) {
    place = .outside
    numbers.removeAll(keepingCapacity: true)
    switch byte {
    case UInt8(ascii: "["): place = .control
    case UInt8(ascii: "O"): place = .single
    case UInt8(ascii: "]"), UInt8(ascii: "P"): place = .string
    case 0x08, 0x7F: keys.append(.killWordBack)
    case 0x20..<0x7F: keys.append(Key(alt: byte))
    default:
      keys.append(.escape)
      outside(byte, &keys)
    }
  }

  private mutating func inSequence(_ byte: UInt8, _ keys: inout [Key]) {
    if interrupts(byte, &keys) { return }
    switch byte {
    case 0x20..<0x40:
      if numbers.count < Self.longestSequence { numbers.append(byte) }
    case UInt8(ascii: "[") where place == .control && numbers.isEmpty: place = .console
    case UInt8(ascii: "~") where place == .control && numbers == Array("200".utf8):
      place = .paste
      pasted = []
    case UInt8(ascii: "M") where place == .single: finish(.enter, &keys)
    case 0x40..<0x7F: finish(Key(final: byte, numbers: numbers), &keys)
    default: break
    }
  }

  private mutating func inString(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x1B: place = .stringEscape
    case 0x07: place = .outside
    case 0x03, 0x0A, 0x0D: _ = interrupts(byte, &keys)
    default: break
    }
  }

  /// A byte that no sequence holds ends it, and is taken by itself.
  private mutating func interrupts(_ byte: UInt8, _ keys: inout [Key]) -> Bool {
    guard byte < 0x20 || byte >= 0x80 else { return false }
    place = .outside
    outside(byte, &keys)
    return true
  }

  private mutating func finish(_ key: Key, _ keys: inout [Key]) {
    place = .outside
    keys.append(key)
  }

  // MARK: Paste

  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  private mutating func inPaste(_ byte: UInt8, _ keys: inout [Key]) {
    pasted.append(byte)
    guard byte == UInt8(ascii: "~"), pasted.suffix(Self.pasteEnd.count) == Self.pasteEnd[...]
    else { return }
    pasted.removeLast(Self.pasteEnd.count)
    keys.append(finishPaste())
  }

  private mutating func finishPaste() -> Key {
    place = .outside
    defer { pasted = [] }
    return .paste(pasted)
  }
}
