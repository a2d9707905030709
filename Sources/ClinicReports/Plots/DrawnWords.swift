// How much room words take. A page is set in the typeface that the reader's machine has, so the
// widths are those of a wide one (DejaVu Sans), and in a narrower one there is some air.

extension String {
  /// In points, at `Drawing.wordSize`.
  var drawnWidth: Double {
    unicodeScalars.reduce(0) { $0 + Self.width(of: $1) } * Drawing.wordSize
  }

  /// Shares of the height of the words.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.36
    case "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.44
    case "m", "w", "M", "W", "%", "@", "+", "=", "<", ">": 1.02
    case "0"..."9", "a"..."z": 0.65
    case "A"..."Z": 0.79
    // Those of East Asia, and signs, are as wide as they are high.
    case _ where scalar.value >= 0x2E80: 1.1
    default: 0.8
    }
  }

  /// In lines of at most `room` points, broken at spaces; a word that is wider than that is broken
  /// where the room ends.
  func drawnLines(within room: Double) -> [String] {
    var lines: [String] = []
    for word in split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, "\(last) \(word)".drawnWidth <= room {
        lines[lines.count - 1] += " \(word)"
        continue
      }
      var line = ""
      for character in word {
        if !line.isEmpty, (line + String(character)).drawnWidth > room {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
      lines.append(line)
    }
    return lines.isEmpty ? [""] : lines
  }
}
