extension TerminalScreen {
  /// What has begun to arrive: a character of several bytes, or an escape sequence.
  struct Parser: Sendable {
    enum State: Sendable { case text, escape, charset, control, string, stringEscape }

    var state = State.text
    var body = ""
    var value: UInt32 = 0
    var missing = 0
    /// The bytes that may come next in the character.
    var following: ClosedRange<UInt8> = 0x80...0xBF
  }

  /// Shows bytes that a program wrote; a character or sequence may be cut between two calls.
  ///
  /// Bytes that are no UTF-8 show as U+FFFD.
  public mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      switch parser.state {
      case .text: feedText(byte)
      case .escape: feedEscape(byte)
      case .charset: parser.state = .text
      case .control: feedControl(byte)
      case .string: feedString(byte)
      case .stringEscape:
        parser.state = .text
        if byte != 0x5C { feedEscape(byte) }
      }
    }
  }

  private mutating func feedText(_ byte: UInt8) {
    if parser.missing > 0 {
      if parser.following.contains(byte) {
        parser.following = 0x80...0xBF
        parser.value = parser.value << 6 | UInt32(byte & 0x3F)
        parser.missing -= 1
        if parser.missing == 0 { show(parser.value) }
        return
      }
      parser.missing = 0
      parser.following = 0x80...0xBF
      show(0xFFFD)
    }
    switch byte {
    case 0x00..<0x20, 0x7F: control(byte)
    case 0x20..<0x7F: show(UInt32(byte))
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1)
    case 0xE0: begin(byte & 0x0F, missing: 2, 0xA0...0xBF)
    case 0xED: begin(byte & 0x0F, missing: 2, 0x80...0x9F)
    case 0xE1...0xEF: begin(byte & 0x0F, missing: 2)
    case 0xF0: begin(byte & 0x07, missing: 3, 0x90...0xBF)
    case 0xF1...0xF3: begin(byte & 0x07, missing: 3)
    case 0xF4: begin(byte & 0x07, missing: 3, 0x80...0x8F)
    default: show(0xFFFD)
    }
  }

  private mutating func begin(
    _ bits: UInt8, missing: Int, _ following: ClosedRange<UInt8> = 0x80...0xBF
  ) {
    parser.value = UInt32(bits)
    parser.missing = missing
    parser.following = following
  }

  private mutating func show(_ value: UInt32) {
    // The controls above ASCII do nothing here.
    guard !(0x80...0x9F).contains(value), let scalar = Unicode.Scalar(value) else { return }
    write(scalar)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: move(toColumn: cursorColumn - 1)
    case 0x09: move(toColumn: (cursorColumn / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(toColumn: 0)
    case 0x1B: parser.state = .escape
    default: break
    }
  }

  private mutating func feedEscape(_ byte: UInt8) {
    parser.body = ""
    switch byte {
    case 0x5B: parser.state = .control
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: parser.state = .string
    case 0x28...0x2B, 0x23, 0x25, 0x20: parser.state = .charset
    case 0x1B: parser.state = .escape
    case 0x00..<0x20:
      parser.state = .text
      control(byte)
    default:
      parser.state = .text
      unknownSequences.append(String(Unicode.Scalar(byte)))
    }
  }

  private mutating func feedControl(_ byte: UInt8) {
    switch byte {
    case 0x20...0x3F: parser.body.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x40...0x7E:
      parser.state = .text
      obey(Character(Unicode.Scalar(byte)), parser.body)
    case 0x18, 0x1A: parser.state = .text
    case 0x1B: parser.state = .escape
    case 0x00..<0x20: control(byte)
    default: parser.state = .text
    }
  }

  private mutating func feedString(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x18, 0x1A: parser.state = .text
    case 0x1B: parser.state = .stringEscape
    default: break
    }
  }
}
