import TechniqueKit
import Testing

@testable import LineEditor

@Suite struct EditBufferTests {
  static func typed(_ text: String) -> EditBuffer {
    var buffer = EditBuffer()
    for scalar in text.unicodeScalars { buffer.type(scalar) }
    return buffer
  }

  /// The texts that undoing brings back, one after the other.
  static func undone(_ buffer: inout EditBuffer) -> [String] {
    var texts: [String] = []
    while buffer.undo() { texts.append(buffer.text) }
    return texts
  }

  @Test(arguments: ["日本語", "u\u{308}ber", "👨‍👩‍👧‍👦", "🇨🇭🇩🇪", "क्षि", "1️⃣", "각", "e\u{301}\u{323}"])
  func `what is typed is kept scalar for scalar, as the characters a reader sees`(text: String) {
    var buffer = Self.typed(text)
    #expect(buffer.text.isExactly(text))
    #expect(buffer.characters.count == text.count)
    for _ in text { buffer.remove((buffer.cursor - 1)..<buffer.cursor) }
    #expect(buffer.isEmpty)
    #expect(buffer.text.isEmpty)
  }

  @Test func `a joiner typed in mid-line joins both sides, and typing goes on behind it`() {
    var buffer = Self.typed("👩👦")
    buffer.move(to: 1)
    buffer.type("\u{200D}")
    #expect(buffer.characters.count == 1)
    buffer.type("👧")
    #expect(buffer.text.isExactly("👩\u{200D}👧👦"))
    #expect(buffer.characters.count == 2)
    #expect(buffer.cursor == 1)
  }

  @Test func `flags pair up anew behind one that is put in`() {
    var buffer = Self.typed("🇨🇭🇩🇪")
    buffer.move(to: 0)
    buffer.type("🇦")
    #expect(buffer.text.isExactly("🇦🇨🇭🇩🇪"))
    #expect(buffer.characters == Array("🇦🇨🇭🇩🇪"))
    buffer.remove(0..<1)
    #expect(buffer.text.isExactly("🇭🇩🇪"))
  }

  @Test func `what stands apart joins when what parted it goes`() {
    var buffer = Self.typed("🇨x🇭")
    buffer.remove(1..<2)
    #expect(buffer.characters == ["🇨🇭"])
    #expect(Self.undone(&buffer).first == "🇨x🇭")
  }

  @Test func `control characters of a half-typed line are left out`() {
    let buffer = EditBuffer("a\tb\u{7}\u{1b}c\u{85}\n")
    #expect(buffer.text == "a bc ")
  }

  @Test func `a line holds 65,536 scalars and ignores the rest`() {
    var buffer = EditBuffer(String(repeating: "a", count: 65_535))
    buffer.type("b")
    buffer.type("c")
    #expect(buffer.length == 65_536)
    buffer.insert("more")
    #expect(buffer.text.hasSuffix("ab"))
    buffer.replaceAll(with: String(repeating: "x", count: 70_000))
    #expect(buffer.characters.count == 65_536)
  }

  @Test func `typing up to a space is undone as one`() {
    var buffer = Self.typed("can't turn  head")
    #expect(Self.undone(&buffer) == ["can't turn  ", "can't ", ""])
  }

  @Test func `typing elsewhere begins a new edit`() {
    var buffer = Self.typed("ab")
    buffer.move(to: 0)
    buffer.type("c")
    #expect(Self.undone(&buffer) == ["ab", ""])
  }

  @Test func `a mark that joins its letter belongs to the same edit`() {
    var buffer = Self.typed("au\u{308}b")
    #expect(buffer.characters.count == 3)
    #expect(Self.undone(&buffer) == [""])
  }

  @Test func `a hundred edits are kept`() {
    var buffer = EditBuffer()
    for _ in 0..<150 { buffer.insert("ab ") }
    #expect(Self.undone(&buffer).count == 100)
    #expect(buffer.text == String(repeating: "ab ", count: 50))
  }

  @Test func `undo takes random edits back one by one`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<30 {
      var buffer = EditBuffer("tighter 日 since 👨‍👩‍👧 Tues")
      var states = [buffer.text]
      for _ in 0..<60 {
        let count = buffer.characters.count
        buffer.move(to: Int.random(in: 0...count, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: buffer.insert(RandomEditTests.uncertain.randomElement(using: &random) ?? "")
        case 1: buffer.remove(buffer.cursor..<Int.random(in: buffer.cursor...count, using: &random))
        case 2: buffer.transpose()
        case 3: buffer.replaceHead(from: buffer.cursor / 2, with: "🇨word")
        default: buffer.type("\u{200D}")
        }
        if !buffer.text.isExactly(states[states.count - 1]) { states.append(buffer.text) }
        #expect(buffer.length == buffer.text.unicodeScalars.count)
      }
      for state in states.dropLast().reversed() {
        while buffer.undo(), !buffer.text.isExactly(state) {}
        #expect(buffer.text.isExactly(state))
      }
    }
  }

  @Test func `words are letters and digits, or what stands between spaces`() {
    var buffer = EditBuffer("can't turn  R>L  ")
    #expect(buffer.wordStart == 14)
    #expect(buffer.spacedWordStart == 12)
    buffer.move(to: 0)
    #expect(buffer.wordEnd == 3)
    buffer.move(to: 10)
    #expect(buffer.wordEnd == 13)
  }

  @Test func `the ring hands out the latest first and goes round`() {
    var ring = KillRing()
    ring.add("one", beside: nil)
    ring.add("two", beside: nil)
    ring.add("er", beside: .before)
    #expect(ring.current == "ertwo")
    ring.add("s", beside: .after)
    #expect(ring.current == "ertwos")
    ring.rotate()
    #expect(ring.current == "one")
    ring.rotate()
    #expect(ring.current == "ertwos")
    for count in 0..<100 { ring.add("\(count)", beside: nil) }
    #expect(ring.current == "99")
  }
}
