/// What a paste holds: lines without control characters.
///
/// A paste comes from anywhere, and may hold what would move a cursor or run a command; of such
/// sequences nothing is left.
struct PastedText: Equatable {
  /// At least one line; the last is empty when a line end stood last.
  private(set) var lines: [String]

  /// All but an empty last line.
  var complete: [String] {
    lines.count > 1 && lines.last?.isEmpty == true ? lines.dropLast() : lines
  }

  init(_ bytes: [UInt8]) {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in String(decoding: Self.withoutSequences(bytes), as: UTF8.self).unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      switch scalar {
      case "\n" where followsReturn: break
      case "\n", "\r":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      case "\t": line.append(" ")
      default: if !scalar.isControl { line.append(scalar) }
      }
    }
    self.lines = lines + [String(line)]
  }

  private static func withoutSequences(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x1B) else { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] != 0x1B {
        kept.append(bytes[index])
        index += 1
      } else {
        index = end(ofSequenceAt: index, bytes)
      }
    }
    return kept
  }

  /// Where a sequence ends that begins with `ESC [`; any other ESC is dropped by itself.
  private static func end(ofSequenceAt start: Int, _ bytes: [UInt8]) -> Int {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return start + 1 }
    var index = start + 2
    while index < bytes.count, (0x20..<0x40).contains(bytes[index]) { index += 1 }
    guard index < bytes.count, (0x40..<0x7F).contains(bytes[index]) else { return index }
    return index + 1
  }
}

extension Unicode.Scalar {
  /// C0, DEL and C1: what a terminal may act upon instead of showing it.
  var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}

extension String {
  /// Without control characters, which a line does not hold; a tab or a line end becomes a space.
  var asOneLine: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars {
      if !scalar.isControl {
        kept.append(scalar)
      } else if ["\t", "\n", "\r"].contains(scalar) {
        kept.append(" ")
      }
    }
    return String(kept)
  }
}
