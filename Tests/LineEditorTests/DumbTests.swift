import TechniqueKit
import Testing

@testable import LineEditor

/// Terminals that can only go on.
@Suite struct DumbTests {
  @Test func `what is typed is echoed`() {
    var typist = Typist("S> ", isDumb: true)
    typist.letters("tight日u\u{308}")
    #expect(typist.allText.isExactly("S> tight日u\u{308}"))
    typist.send("\r")
    #expect(typist.event == .line("tight日u\u{308}"))
    #expect(typist.writtenText == "\n")
  }

  @Test func `what is erased is named behind one backslash, then the line is written anew`() {
    var typist = Typist("S> ", isDumb: true)
    typist.letters("head ache")
    typist.type("\u{7f}", "\u{7f}", "\u{17}")
    #expect(typist.allText == "S> head ache\\ehac")
    typist.send("x")
    #expect(typist.allText == "S> head ache\\ehac\nS> head x")
    typist.type("\u{15}", "\r")
    #expect(typist.allText == "S> head ache\\ehac\nS> head x\\head x\nS> \n")
    #expect(typist.event == .line(""))
  }

  @Test func `other changes write the line anew`() {
    var typist = Typist("S> ", history: ["earlier"], isDumb: true)
    typist.letters("ab ")
    typist.clearAll()
    typist.type(Press.up, Press.down)
    #expect(typist.allText == "\nS> earlier\nS> ab ")
    typist.clearAll()
    typist.type("\u{17}", "\u{19}", "\u{1a}")
    #expect(typist.allText == "\\ab \nS> ab \nS> ")
  }

  @Test func `cursor keys and the search are ignored`() {
    var typist = Typist(text: "ab", isDumb: true)
    typist.clearAll()
    typist.type(Press.left, Press.home, Press.right, Press.end, "\u{12}", "\u{b}", "\u{4}")
    typist.type(Press.delete, Press.alt("b"), Press.alt("d"))
    #expect(typist.all.isEmpty && typist.text == "ab")
    typist.send("c")
    #expect(typist.text == "abc")
  }

  @Test func `pasted lines are shown behind the prompt`() {
    var typist = Typist("S> ", text: "a", isDumb: true) { $0.paste = .lines }
    typist.send(Press.paste("b\r.\rc"))
    #expect(typist.event == .pasted(["ab", "."], rest: "c"))
    #expect(typist.allText == "S> ab\nS> .\n")
  }

  @Test func `nothing is written that moves a cursor back`() {
    var random = SeededGenerator(seed: 8)
    for seed in 0..<6 {
      var typist = Typist(
        "\u{1b}[1mS\u{1b}[0m> \u{8}\r", text: "x\u{1b}y\r", history: ["a\u{1b}[1mb", "c\u{8}d\re"],
        isDumb: true
      ) {
        $0.complete = { _ in Completion(start: 0, words: ["one\u{1b}[2J", "other\r"]) }
      }
      for _ in 0..<2000 {
        let key =
          seed < 3
          ? RandomEditTests.key(
            &random, RandomEditTests.uncertain + ["\t", Press.paste("a\u{1b}[Kb")])
          : String(UnicodeScalar(UInt8.random(in: 0...255, using: &random)))
        typist.send(key)
        if typist.event != nil {
          typist = Typist("S> ", isDumb: true)
        }
        #expect(!typist.all.contains { $0 == 0x1B || $0 == 0x08 || $0 == 0x0D })
        typist.clearAll()
      }
    }
  }
}
