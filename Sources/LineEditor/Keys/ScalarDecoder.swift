/// Makes Unicode scalars of UTF-8, one byte at a time; what is no UTF-8 becomes U+FFFD, once for each
/// longest part that could have begun a scalar, as `String(decoding:as:)` does.
struct ScalarDecoder {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte may be; narrower after the first byte of some.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  mutating func feed(_ byte: UInt8, _ found: (Unicode.Scalar) -> Void) {
    if missing > 0 {
      if allowed.contains(byte) {
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        allowed = 0x80...0xBF
        if missing == 0 { found(Unicode.Scalar(value) ?? Self.replacement) }
        return
      }
      finish(found)
    }
    switch byte {
    case ..<0x80: found(Unicode.Scalar(byte))
    case 0xC2...0xDF: expect(1, byte & 0x1F)
    case 0xE0: expect(2, 0, 0xA0...0xBF)
    case 0xED: expect(2, 0x0D, 0x80...0x9F)
    case 0xE1...0xEF: expect(2, byte & 0x0F)
    case 0xF0: expect(3, 0, 0x90...0xBF)
    case 0xF1...0xF3: expect(3, byte & 0x07)
    case 0xF4: expect(3, 4, 0x80...0x8F)
    default: found(Self.replacement)
    }
  }

  /// Something else than a letter follows: a scalar that was cut short is none.
  mutating func finish(_ found: (Unicode.Scalar) -> Void) {
    guard missing > 0 else { return }
    missing = 0
    allowed = 0x80...0xBF
    found(Self.replacement)
  }

  private mutating func expect(
    _ count: Int, _ bits: UInt8, _ next: ClosedRange<UInt8> = 0x80...0xBF
  ) {
    missing = count
    value = UInt32(bits)
    allowed = next
  }
}
