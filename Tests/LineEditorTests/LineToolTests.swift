import Testing

@testable import LineEditor

/// Pastes, earlier lines, the search and completion.
@Suite struct LineToolTests {
  // MARK: Pastes

  @Test(arguments: ["pasted", "pasted\r", "pasted\r\n", "pas\u{1b}[31mted\u{7}\n"])
  func `a paste of one line goes in at the cursor and runs nothing`(pasted: String) {
    var typist = Typist(text: "ab")
    typist.type(Press.left, Press.paste(pasted))
    #expect(typist.text == "apastedb" && typist.event == nil)
    #expect(typist.session.buffer.cursor == 7)
    typist.send("\u{1a}")
    #expect(typist.text == "ab")
  }

  @Test func `pasted lines become lines, shown one below the other`() {
    var typist = Typist("S> ", text: "ad") { $0.paste = .lines }
    typist.type(Press.left, Press.paste("b\r.\r\rquit\rc"))
    #expect(typist.event == .pasted(["ab", ".", "", "quit"], rest: "cd"))
    #expect(typist.screen.rows == ["S> ab", "S> .", "S> ", "S> quit"])
    #expect(typist.screen.row == 4 && typist.screen.column == 0)
  }

  @Test func `where one line is wanted, the pasted ones are handed over and the line stays`() {
    var typist = Typist("> ", text: "ad") { $0.paste = .oneLine }
    typist.type(Press.left, Press.paste("b\nc\n"))
    #expect(typist.event == .pasted(["b", "c"], rest: "ad"))
    #expect(typist.screen.rows == ["> ad"])
    #expect(typist.screen.row == 1)
  }

  @Test func `forty lines take well under 200 ms, in however many reads they come`() {
    let lines = (0..<40).map { "line \($0) tighter since Tues\t\u{1b}[1m." }
    let bytes = Array(Press.paste(lines.joined(separator: "\r") + "\r").utf8)
    var typist = Typist("S> ") { $0.paste = .lines }
    let time = ContinuousClock().measure {
      for start in stride(from: 0, to: bytes.count, by: 7) {
        typist.send(Array(bytes[start..<min(start + 7, bytes.count)]))
      }
    }
    #expect(time < .milliseconds(100))
    guard case .pasted(let found, let rest) = typist.event else {
      Issue.record("\(String(describing: typist.event))")
      return
    }
    #expect(found == (0..<40).map { "line \($0) tighter since Tues ." })
    #expect(rest.isEmpty)
  }

  // MARK: Earlier lines

  @Test func `Up and Down go through earlier lines and keep what was typed`() {
    var typist = Typist(text: "typed", history: ["one", "two"])
    typist.send(Press.up)
    #expect(typist.text == "two")
    typist.type("x", Press.up, Press.up)
    #expect(typist.text == "one")
    typist.send(Press.down)
    #expect(typist.text == "twox")
    typist.type(Press.down, Press.down)
    #expect(typist.text == "typed")
    typist.type(Press.up, "\u{1a}")
    #expect(typist.text == "typed")
  }

  static let history = ["neck tight", "shoulder tight", "sleep better"]

  @Test func `the search finds backwards, and Enter takes the line without running it`() {
    var typist = Typist(text: "typed", history: Self.history)
    typist.type("\u{12}", "T", "i")
    #expect(typist.screen.rows == ["> (search) \"Ti\": shoulder tight"])
    typist.send("\u{12}")
    #expect(typist.screen.rows == ["> (search) \"Ti\": neck tight"])
    typist.send("\u{12}")
    #expect(typist.screen.rows == ["> (search) \"Ti\": neck tight"])
    typist.send("\r")
    #expect(typist.text == "neck tight" && typist.event == nil)
    #expect(typist.screen.rows == ["> neck tight"])
    typist.send("\r")
    #expect(typist.event == .line("neck tight"))
  }

  @Test func `Ctrl-G and Esc leave the search with the old line`() {
    var typist = Typist(text: "typed", history: Self.history)
    typist.type("\u{12}", "n", "\u{7}")
    #expect(typist.text == "typed" && typist.screen.rows == ["> typed"])
    typist.type("\u{12}", "n", "\u{1b}")
    typist.expire()
    #expect(typist.text == "typed" && typist.screen.rows == ["> typed"])
    typist.type("\u{12}", "n", "\u{3}")
    #expect(typist.event == .interrupted("typed"))
  }

  @Test func `an editing key takes the line that was found and does its work`() {
    var typist = Typist(text: "typed", history: Self.history)
    typist.type(
      "\u{12}", "x", "q", Press.backspace, Press.backspace, "s", "l", "e", Press.home, "!")
    #expect(typist.text == "!sleep better")
    typist.type("\u{12}", "zz", "\r")
    #expect(typist.text == "!sleep better" && typist.event == nil)
  }

  // MARK: Completion

  static func completing(_ words: [String], _ text: String, isDumb: Bool = false) -> Typist {
    Typist(text: text, columns: 30, isDumb: isDumb) { request in
      request.complete = { head in
        let start = head.lastIndex(of: " ").map { head.distance(from: head.startIndex, to: $0) + 1 }
        let typed = head.dropFirst(start ?? 0).lowercased()
        return Completion(
          start: start ?? 0, words: words.filter { $0.lowercased().hasPrefix(typed) })
      }
    }
  }

  @Test func `the one word that fits goes in with a space, in its own case`() {
    var typist = Self.completing(["trigger points", "progress"], "find TR")
    typist.send("\t")
    #expect(typist.text == "find trigger points ")
    typist.send("\t")
    #expect(typist.text == "find trigger points ")
  }

  @Test func `what several words begin with goes in, then they are listed once`() {
    var typist = Self.completing(["progress", "protocol", "print"], "see p")
    typist.send("\t")
    #expect(typist.text == "see pr")
    typist.send("\t")
    #expect(
      typist.screen.rows == ["> see pr", "progress  protocol  print", "> see pr"])
    typist.send("\t")
    #expect(typist.written.isEmpty)
    typist.type("o", "\t", "g", "\t")
    #expect(typist.text == "see progress ")
  }

  @Test func `the list is not wider than the terminal`() {
    var typist = Self.completing((0..<9).map { "wordnumber\($0)" }, "see wordnumber")
    typist.send("\t")
    #expect(typist.screen.rows.count == 2 + 5)
    #expect(typist.screen.rows.allSatisfy { $0.count < 30 })
  }

  @Test func `nothing fits, nothing happens`() {
    var typist = Self.completing([], "x")
    typist.send("\t")
    #expect(typist.written.isEmpty)
    var without = Typist(text: "x")
    without.send("\t")
    #expect(without.written.isEmpty && without.text == "x")
  }

  @Test func `a dumb terminal is shown the addition, or the list and the line again`() {
    var typist = Self.completing(["progress", "protocol"], "p", isDumb: true)
    typist.send("\t")
    #expect(typist.writtenText == "ro")
    typist.send("\t")
    #expect(typist.writtenText == "\nprogress  protocol\n> pro")
  }
}
