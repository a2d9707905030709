import TechniqueKit
import Testing

@testable import LineEditor

/// Random edits, with the screen compared after every key.
@Suite struct RandomEditTests {
  static let letters: [String] =
    "abcdefghij klmn opq ".map(String.init) + ["日", "本", "語", "ü", "e\u{301}", "ß"]
  static let plain = letters + ["\u{308}"]
  static let uncertain: [String] =
    plain + [
      "👨‍👩‍👧", "🇨🇭", "🇩", "👍🏽", "☺️", "1️⃣", "\u{200D}", "👩", "각", "क्ष", "\u{AD}", "👍", "\u{1100}",
      "\u{1161}",
    ]
  static let moves: [String] = [
    Press.left, Press.left, Press.left, Press.right, Press.home, Press.end, Press.backspace,
    Press.backspace, Press.delete, Press.control("K"), Press.control("U"), Press.control("W"),
    Press.control("Y"), Press.alt("y"), Press.control("T"), Press.control("Z"), Press.up,
    Press.down, Press.alt("b"), Press.alt("f"), Press.alt("d"), "\u{1f}", Press.left, Press.right,
    Press.control("L"), Press.control("R"), Press.control("G"),
  ]

  static func key(_ random: inout SeededGenerator, _ letters: [String]) -> String {
    Int.random(in: 0..<100, using: &random) < 60
      ? letters.randomElement(using: &random) ?? "" : moves.randomElement(using: &random) ?? ""
  }

  /// Rows as a terminal wraps them, from the widths alone.
  static func wrapped(_ text: String, _ columns: Int) -> [String] {
    var rows = [""]
    var column = 0
    for character in text {
      let width = DisplayWidth.of(character)
      if width > 0, column + width > columns {
        rows.append("")
        column = 0
      }
      rows[rows.count - 1].append(character)
      column += width
    }
    return rows
  }

  /// Short, longer than a row of 20, and just as long as one.
  static func prompt(_ seed: UInt64) -> String {
    ["S> ", "\u{1b}[1mfascia Ann Ruiz 84 plan\u{1b}[0m> ", "fascia Ann R 10:34> "][Int(seed % 3)]
  }

  static func plainText(_ prompt: String) -> String {
    prompt.replacing("\u{1b}[1m", with: "").replacing("\u{1b}[0m", with: "")
  }

  static let history = [
    "tighter since Tues", String(repeating: "a long line of an earlier visit ", count: 4),
  ]

  @Test(arguments: [20, 33, 80], [UInt64(1), 2, 3, 4])
  func `what is shown is the line, in the rows a terminal makes of it`(
    columns: Int, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed &* 77 &+ UInt64(columns))
    let prompt = Self.plainText(Self.prompt(seed))
    var typist = Typist(Self.prompt(seed), history: Self.history, columns: columns)
    var keys: [String] = []
    for _ in 0..<500 {
      if typist.text.count > 200 { typist.send(Press.control("U") + Press.control("K")) }
      let isInWord = (typist.session.search?.cursor ?? typist.session.buffer.cursor) > 0
      let key = Self.key(&random, isInWord ? Self.plain : Self.letters)
      if typist.text.isEmpty, key == Press.control("Z") { continue }
      keys.append(key)
      typist.send(key)
      guard typist.event == nil else { break }
      let shown = prompt + String(typist.session.shown)
      let cursor = typist.session.search?.cursor ?? typist.session.buffer.cursor
      let head = prompt + String(typist.session.shown[..<cursor])
      let isRight =
        typist.screen.rows == Self.wrapped(shown, columns)
        && typist.screen.beforeCursor.isExactly(head)
        && String(typist.session.buffer.characters) == typist.session.buffer.text
        && typist.screen.unknown.isEmpty
      if !isRight {
        Issue.record(
          """
          after \(keys.suffix(6)) of \(keys.count)
          shown  \(typist.screen.rows)
          wanted \(Self.wrapped(shown, columns))
          before \(typist.screen.beforeCursor)
          wanted \(head)
          wrote  \(typist.writtenText.debugDescription) \(typist.screen.unknown)
          """)
        return
      }
    }
  }

  @Test(arguments: [20, 33, 80], [Screen.Drawing.clusters, .scalars])
  func `a line with pictures is shown whole, whatever widths the terminal gives them`(
    columns: Int, drawing: Screen.Drawing
  ) {
    for seed in UInt64(1)...3 {
      var random = SeededGenerator(seed: seed &* 191 &+ UInt64(columns))
      let prompt = Self.plainText(Self.prompt(seed))
      var typist = Typist(
        Self.prompt(seed), history: Self.history, columns: columns, drawing: drawing)
      var keys: [String] = []
      for _ in 0..<400 {
        if typist.text.count > 70 { typist.send(Press.control("U") + Press.control("K")) }
        let key = Self.key(&random, Self.uncertain)
        if typist.text.isEmpty, key == Press.control("Z") { continue }
        keys.append(key)
        typist.send(key)
        guard typist.event == nil else { break }
        let shown = prompt + String(typist.session.shown)
        let cursor = typist.session.search?.cursor ?? typist.session.buffer.cursor
        let bare = typist.session.shown[cursor...].prefix { DisplayWidth.of($0) == 0 }
        let head = prompt + String(typist.session.shown[..<(cursor + bare.count)])
        let rows = typist.screen.rows.joined()
        if !rows.isExactly(shown) || !typist.screen.beforeCursor.isExactly(head) {
          Issue.record(
            """
            seed \(seed) after \(keys.suffix(6)) of \(keys.count)
            shown  \(rows.debugDescription) \(rows.unicodeScalars.map { String($0.value, radix: 16) })
            wanted \(shown.debugDescription) \(shown.unicodeScalars.map { String($0.value, radix: 16) })
            before \(typist.screen.beforeCursor.debugDescription)
            wanted \(head.debugDescription)
            wrote  \(typist.writtenText.debugDescription)
            """)
          return
        }
      }
    }
  }

  @Test func `characters are those of the whole text after every edit`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<12 {
      var typist = Typist()
      var typed = ""
      var isPlainTyping = true
      for _ in 0..<150 {
        let key = Self.key(&random, Self.uncertain)
        if typist.text.isEmpty, key == Press.control("Z") { continue }
        isPlainTyping = isPlainTyping && !Self.moves.contains(key)
        if isPlainTyping { typed += key }
        typist.send(key)
        guard typist.event == nil else { break }
        let characters = typist.session.buffer.characters
        let anew = Array(typist.session.buffer.text)
        #expect(characters.count == anew.count)
        #expect(zip(characters, anew).allSatisfy { String($0).isExactly(String($1)) })
        #expect(typist.session.buffer.length == typist.text.unicodeScalars.count)
        if isPlainTyping { #expect(typist.text.isExactly(typed)) }
      }
    }
  }
}
