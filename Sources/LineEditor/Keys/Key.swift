/// What somebody did at the keyboard, whatever bytes the terminal sends for it.
enum Key: Equatable {
  case text(Unicode.Scalar)
  /// What stood between the marks of a bracketed paste.
  case paste([UInt8])
  case enter, tab, escape
  case left, right, start, end, wordLeft, wordRight
  case up, down, search
  case backspace, delete
  case killToEnd, killToStart, killWord, killWordBack, killSpacedWordBack
  case yank, rotate, transpose, undo, redraw
  /// Ctrl-C, Ctrl-D, Ctrl-Z and Ctrl-G.
  case interrupt, endOrDelete, suspendOrUndo, leave
  /// Ctrl-X, which begins a chord elsewhere: a Ctrl-U behind it is part of that chord.
  case chord
  /// A key with a name of `BoundKey.names`.
  case named(String)
  /// A key that means nothing here.
  case other

  /// The key of a control character, alone.
  init(control byte: UInt8) {
    self =
      switch byte {
      case 0x01: .start
      case 0x02: .left
      case 0x03: .interrupt
      case 0x04: .endOrDelete
      case 0x05: .end
      case 0x06: .right
      case 0x07: .leave
      case 0x08, 0x7F: .backspace
      case 0x09: .tab
      case 0x0A, 0x0D: .enter
      case 0x0B: .killToEnd
      case 0x0C: .redraw
      case 0x0E: .down
      case 0x10: .up
      case 0x12: .search
      case 0x14: .transpose
      case 0x15: .killToStart
      case 0x17: .killSpacedWordBack
      case 0x18: .chord
      case 0x19: .yank
      case 0x1A: .suspendOrUndo
      case 0x1F: .undo
      default: .other
      }
  }

  /// The key of a letter with Alt.
  init(alt byte: UInt8) {
    self =
      switch byte {
      case UInt8(ascii: "b"), UInt8(ascii: "B"): .wordLeft
      case UInt8(ascii: "f"), UInt8(ascii: "F"): .wordRight
      case UInt8(ascii: "d"), UInt8(ascii: "D"): .killWord
      case UInt8(ascii: "y"), UInt8(ascii: "Y"): .rotate
      default: .other
      }
  }

  /// The key of a sequence that begins with `ESC [` or `ESC O`.
  ///
  /// - Parameter numbers: as in `1;5`; empty in most sequences.
  init(final byte: UInt8, numbers: [UInt8]) {
    let parts = numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    // 3 is Alt, 5 Control, 7 both.
    let isByWord = parts.count > 1 && ["3", "5", "7"].contains(parts[1])
    self =
      switch byte {
      case UInt8(ascii: "A"): .up
      case UInt8(ascii: "B"): .down
      case UInt8(ascii: "C"): isByWord ? .wordRight : .right
      case UInt8(ascii: "D"): isByWord ? .wordLeft : .left
      case UInt8(ascii: "H"): .start
      case UInt8(ascii: "F"): .end
      case UInt8(ascii: "~"):
        switch parts.first {
        case "1", "7": .start
        case "4", "8": .end
        case "3": .delete
        default: parts.count == 1 ? Self.numbered[parts[0]].map { .named($0) } ?? .other : .other
        }
      case UInt8(ascii: "P")...UInt8(ascii: "S") where numbers.isEmpty:
        .named("f\(byte - UInt8(ascii: "P") + 1)")
      default: .other
      }
  }

  /// The key of a sequence that begins with `ESC [ [`, as the console of Linux sends them.
  init(console byte: UInt8) {
    self =
      (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte)
      ? .named("f\(byte - UInt8(ascii: "A") + 1)") : .other
  }

  /// What terminals send as `ESC [ N ~`.
  private static let numbered = [
    "2": "insert", "5": "page_up", "6": "page_down", "11": "f1", "12": "f2", "13": "f3",
    "14": "f4", "15": "f5", "17": "f6", "18": "f7", "19": "f8", "20": "f9", "21": "f10",
    "23": "f11", "24": "f12",
  ]
}
