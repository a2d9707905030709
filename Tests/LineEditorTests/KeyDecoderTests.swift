import TechniqueKit
import Testing

@testable import LineEditor

@Suite struct KeyDecoderTests {
  static func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes { decoder.feed(byte, into: &keys) }
    return keys
  }

  static func text(_ string: String) -> [Key] { string.unicodeScalars.map { .text($0) } }

  @Test(arguments: [
    ("\u{1b}[D", Key.left), ("\u{2}", .left), ("\u{1b}OD", .left), ("\u{1b}[C", .right),
    ("\u{6}", .right), ("\u{1b}[H", .start), ("\u{1}", .start), ("\u{1b}[1~", .start),
    ("\u{1b}[7~", .start), ("\u{1b}OH", .start), ("\u{1b}[F", .end), ("\u{5}", .end),
    ("\u{1b}[4~", .end), ("\u{1b}[8~", .end), ("\u{1b}OF", .end), ("\u{1b}b", .wordLeft),
    ("\u{1b}f", .wordRight), ("\u{1b}[1;5D", .wordLeft), ("\u{1b}[1;5C", .wordRight),
    ("\u{1b}[1;3D", .wordLeft), ("\u{1b}[1;3C", .wordRight), ("\u{7f}", .backspace),
    ("\u{8}", .backspace), ("\u{1b}[3~", .delete), ("\u{4}", .endOrDelete), ("\u{b}", .killToEnd),
    ("\u{15}", .killToStart), ("\u{17}", .killSpacedWordBack), ("\u{1b}d", .killWord),
    ("\u{1b}\u{7f}", .killWordBack), ("\u{1b}\u{8}", .killWordBack), ("\u{19}", .yank),
    ("\u{1b}y", .rotate), ("\u{14}", .transpose), ("\u{c}", .redraw), ("\u{1b}[A", .up),
    ("\u{1b}OA", .up), ("\u{10}", .up), ("\u{1b}[B", .down), ("\u{1b}OB", .down), ("\u{e}", .down),
    ("\u{12}", .search), ("\u{1f}", .undo), ("\u{1a}", .suspendOrUndo), ("\u{9}", .tab),
    ("\u{3}", .interrupt), ("\u{7}", .leave), ("\r", .enter), ("\n", .enter),
    ("\u{1b}OP", .named("f1")), ("\u{1b}[[E", .named("f5")), ("\u{1b}[15~", .named("f5")),
    ("\u{1b}[24~", .named("f12")), ("\u{1b}[5~", .named("page_up")),
    ("\u{1b}[6~", .named("page_down")), ("\u{1b}[2~", .named("insert")),
  ])
  func `each sequence is its key`(bytes: String, key: Key) {
    #expect(Self.keys(Array(bytes.utf8)) == [key])
  }

  @Test(arguments: [
    "\u{1b}[99~", "\u{1b}[?1;2c", "\u{1b}[<0;12;7M", "\u{1b}[24;80R", "\u{1b}[I", "\u{1b}Ow",
    "\u{1b}[[Z", "\u{1b}]11;rgb:0000/0000/0000\u{7}", "\u{1b}]0;quit\u{1b}\\",
    "\u{1b}P1$r0m\u{1b}\\", "\u{1b}_", "\u{1b}x", "\u{1b}[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15q",
  ])
  func `an unknown sequence leaves no text behind`(sequence: String) {
    let keys = Self.keys(Array((sequence + "a").utf8))
    #expect(keys.filter { $0 != .other } == Self.text("a"))
  }

  @Test func `a line feed straight behind a carriage return is swallowed, and only that`() {
    #expect(Self.keys(Array("\r\n".utf8)) == [.enter])
    #expect(Self.keys(Array("\n\n".utf8)) == [.enter, .enter])
    #expect(Self.keys(Array("\ra\n".utf8)) == [.enter] + Self.text("a") + [.enter])
    #expect(Self.keys(Array("\n\r".utf8)) == [.enter, .enter])
  }

  @Test func `bytes that are no UTF-8 become U+FFFD as String has them`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bytes = (0..<8).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x80...0xFF, using: &random)
          : UInt8.random(in: 0x20..<0x7F, using: &random)
      }
      #expect(
        Self.keys(bytes + [UInt8(ascii: ".")])
          == Self.text(String(decoding: bytes, as: UTF8.self) + "."), "\(bytes)")
    }
    #expect(Self.keys([0xE6, 0x97, 0x0D]) == Self.text("\u{FFFD}") + [.enter])
    #expect(Self.keys([0, 0xFF, 0]) == Self.text("\u{FFFD}"))
  }

  @Test func `Esc alone is a key once nothing follows, and what is cut short is dropped`() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    decoder.feed(0x1B, into: &keys)
    #expect(keys.isEmpty && decoder.isInSequence)
    #expect(decoder.expire() == .escape)
    for byte in "\u{1b}[12;".utf8 { decoder.feed(byte, into: &keys) }
    #expect(decoder.isInSequence)
    #expect(decoder.expire() == nil)
    decoder.feed(UInt8(ascii: "A"), into: &keys)
    #expect(keys == Self.text("A"))
  }

  @Test(arguments: ["\u{1b}[1", "\u{1b}O", "\u{1b}]0;title", "\u{1b}Pq", "\u{1b}"])
  func `Enter and Ctrl-C behind a sequence that was cut short are keys`(sequence: String) {
    #expect(Self.keys(Array((sequence + "\r").utf8)).last == .enter)
    #expect(Self.keys(Array((sequence + "\u{3}").utf8)).last == .interrupt)
  }

  @Test func `a paste is one key, whatever it holds`() {
    let inside = "quit\r\u{3}\u{4}\u{1b}[D\u{1b}[200~日\t"
    let keys = Self.keys(Array(("a" + Press.paste(inside) + "b").utf8))
    #expect(keys == Self.text("a") + [.paste(Array(inside.utf8))] + Self.text("b"))
  }

  @Test func `a paste whose end never comes ends when nothing comes`() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in "\u{1b}[200~one\rtwo".utf8 { decoder.feed(byte, into: &keys) }
    #expect(keys.isEmpty && decoder.isInPaste && !decoder.isInSequence)
    #expect(decoder.expire() == .paste(Array("one\rtwo".utf8)))
    #expect(!decoder.isInPaste)
  }

  @Test func `pasted text has no control characters, and CR, LF and CRLF end its lines`() {
    let text = PastedText(
      Array("a\tb\r\nc\u{1b}[31md\u{1b}[0m\r\re\u{0}\u{7}\u{9b}f\n\u{1b}".utf8))
    #expect(text.lines == ["a b", "cd", "", "ef", ""])
    #expect(text.complete == ["a b", "cd", "", "ef"])
    #expect(PastedText([]).complete == [""])
    #expect(PastedText([0x0D]).complete == [""])
    #expect(PastedText([0x0D, 0x0D]).complete == ["", ""])
    #expect(PastedText([0xFF]).lines == ["\u{FFFD}"])
  }
}
