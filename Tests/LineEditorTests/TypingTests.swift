import Testing

@testable import LineEditor

/// What keys do to the line, and how few bytes that takes.
@Suite struct TypingTests {
  @Test func `a key at the end of the line writes its own bytes and no others`() {
    var typist = Typist("fascia Ann R> ", columns: 30)
    for scalar in "s tighter since Tues, slept badly; 日本語 u\u{308} and u\u{308}\u{323} ß 👍"
      .unicodeScalars
    {
      typist.send(String(scalar))
      #expect(typist.writtenText.isExactly(String(scalar)))
    }
  }

  @Test func `in mid-line the character, the tail and a move back are written`() {
    var typist = Typist("S> ", text: "head neck")
    typist.type(Press.left, Press.left)
    #expect(typist.writtenText == "\u{8}")
    typist.send("x")
    #expect(typist.writtenText == "xck\u{8}\u{8}")
    typist.send(Press.backspace)
    #expect(typist.writtenText == "\u{8}ck\u{1b}[K\u{8}\u{8}")
    typist.send(Press.home)
    #expect(typist.writtenText == "\u{1b}[7D")
    typist.send(Press.right)
    #expect(typist.writtenText == "\u{1b}[C")
    typist.send(Press.end)
    typist.send(Press.backspace)
    #expect(typist.writtenText == "\u{8}\u{1b}[K")
    typist.send(Press.control("U"))
    #expect(typist.writtenText == "\u{1b}[8D\u{1b}[K")
  }

  @Test func `the prompt is never written again while an ordinary line is edited`() {
    var typist = Typist("fascia Ann R> ", columns: 40)
    typist.clearAll()
    typist.letters("tighter since Tues, slept badly and cannot turn the head")
    typist.type(Press.home, "x", Press.delete, Press.end, Press.control("W"), Press.control("Y"))
    typist.type(Press.control("T"), Press.alt("b"), "日", Press.control("Z"), Press.backspace)
    #expect(!typist.allText.contains("fascia"))
  }

  @Test func `keys that mean nothing here write nothing`() {
    var typist = Typist(text: "ab")
    for key in ["\u{0}", "\u{11}", "\u{1c}", "\u{1b}[99~", "\u{1b}_", "\u{1b}[I", "\u{18}"] {
      typist.send(key)
      #expect(typist.written.isEmpty)
    }
    typist.send("\u{18}\u{15}")
    #expect(typist.text == "ab")
    typist.send("\u{1b}")
    typist.expire()
    #expect(typist.text == "ab" && typist.event == nil)
  }

  @Test func `Enter writes a line end below the whole line`() {
    var typist = Typist("> ", text: String(repeating: "x", count: 50), columns: 20)
    typist.type(Press.home, Press.enter)
    #expect(typist.event == .line(String(repeating: "x", count: 50)))
    #expect(typist.writtenText == "\u{1b}[2B\n")
    #expect(typist.screen.row == 3 && typist.screen.column == 0)
  }

  @Test(arguments: ["\u{3}", "\u{4}", "\u{1a}"])
  func `a control key that ends the line writes a line end only`(key: String) {
    var typist = Typist()
    typist.send(key)
    #expect(typist.writtenText == "\n")
    let events: [String: LineEvent] = [
      "\u{3}": .interrupted(""), "\u{4}": .end, "\u{1a}": .suspend,
    ]
    #expect(typist.event == events[key])
  }

  @Test func `Ctrl-C tells what stood in the line`() {
    var typist = Typist(text: "half a li")
    typist.send("\u{3}")
    #expect(typist.event == .interrupted("half a li"))
  }

  @Test func `Ctrl-D with text deletes, Ctrl-Z with something to undo undoes`() {
    var typist = Typist(text: "ab")
    typist.type(Press.home, "\u{4}", "\u{4}")
    #expect(typist.text == "" && typist.event == nil)
    typist.send("\u{1a}")
    #expect(typist.text == "b" && typist.event == nil)
  }

  @Test func `what is erased can be put in again`() {
    var typist = Typist(text: "one two three")
    typist.type("\u{17}", "\u{17}")
    #expect(typist.text == "one ")
    typist.send("\u{19}")
    #expect(typist.text == "one two three")
    typist.type("\u{15}", "x", "\u{19}")
    #expect(typist.text == "xone two three")
    typist.send(Press.alt("y"))
    #expect(typist.text == "xtwo three")
    typist.type("a", Press.alt("y"))
    #expect(typist.text == "xtwo threea")
    typist.type(Press.home, Press.alt("d"), "\u{b}", "\u{19}")
    #expect(typist.text == "xtwo threea")
  }

  @Test func `Ctrl-T swaps two characters`() {
    var typist = Typist(text: "abc")
    typist.send("\u{14}")
    #expect(typist.text == "acb")
    typist.type(Press.home, "\u{14}")
    #expect(typist.text == "acb")
    typist.type(Press.right, "\u{14}")
    #expect(typist.text == "cab" && typist.session.buffer.cursor == 2)
  }

  @Test func `bytes behind the end of the line are not taken`() {
    var typist = Typist()
    var left = Array("one\rtwo".utf8)
    while typist.event == nil, !left.isEmpty { typist.session.feed(left.removeFirst()) }
    typist.session.show()
    typist.take()
    #expect(typist.event == .line("one"))
    #expect(String(decoding: left, as: UTF8.self) == "two")
    #expect(typist.writtenText == "one\n")
  }

  @Test func `a secret is not shown, and none of it is kept`() {
    var changes = 0
    var typist = Typist("Passphrase: ", text: "old", history: ["older"]) {
      $0.isSecret = true
      $0.changed = { _ in changes += 1 }
      $0.complete = { _ in Completion(start: 0, words: ["word"]) }
    }
    typist.clearAll()
    typist.type("a", "b", Press.backspace, "\u{15}", "日", "c", Press.up, "\t", "\u{12}", Press.left)
    typist.type(Press.paste("d\re"), "\u{19}", "\u{1a}")
    #expect(typist.all.isEmpty)
    #expect(typist.session.takeChange() == nil)
    typist.send("\r")
    #expect(typist.event == .line("日cd"))
    #expect(typist.session.ring.current == nil)
    var stopped = Typist { $0.isSecret = true }
    stopped.type("a", "\u{3}")
    #expect(stopped.event == .interrupted(""))
  }

  @Test func `the text is told after keys that changed it, and only then`() {
    var typist = Typist(text: "a")
    #expect(typist.session.takeChange() == nil)
    typist.send("b")
    #expect(typist.session.takeChange() == "ab")
    typist.send(Press.left)
    #expect(typist.session.takeChange() == nil)
    typist.send("cde")
    #expect(typist.session.takeChange() == "acdeb")
  }

  @Test func `lines are shown above the line being typed`() {
    var typist = Typist("S> ", text: "tighter since Tues", columns: 12)
    typist.type(Press.left, Press.left)
    typist.session.show(above: ["10:21  Step 2", "of 5"])
    typist.take()
    #expect(
      typist.screen.rows == ["10:21  Step ", "2", "of 5", "S> tighter s", "ince Tues"])
    #expect(typist.screen.beforeCursor.hasSuffix("ince Tu"))
    typist.send("x")
    #expect(typist.screen.rows.last == "ince Tuxes")
  }

  @Test func `a prompt of several lines is written once, its last line with the line`() {
    var typist = Typist("Pain now?\n\u{1b}[1m0-10\u{1b}[0m: ", text: "4")
    #expect(typist.screen.rows == ["Pain now?", "0-10: 4"])
    typist.session.show(above: ["news"])
    typist.take()
    #expect(typist.allText.components(separatedBy: "Pain").count == 2)
  }

  @Test func `10,000 characters are typed and edited without delay`() {
    let clock = ContinuousClock()
    var typist = Typist(height: 400)
    let text = String(repeating: "tighter since ", count: 715)
    let time = clock.measure { typist.send(text) }
    #expect(typist.text == text)
    #expect(time < .milliseconds(500))
    typist.type(Press.home, "x", Press.end)
    #expect(typist.text == "x" + text)
    #expect(typist.screen.beforeCursor == "> x" + text)
  }
}
