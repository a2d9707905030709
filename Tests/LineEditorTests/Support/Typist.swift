@testable import LineEditor

/// Types at a session and looks at the screen, without a terminal.
struct Typist {
  var session: EditSession
  var screen: Screen
  /// What the last key wrote.
  private(set) var written: [UInt8] = []
  private(set) var all: [UInt8] = []

  init(
    _ prompt: String = "> ", text: String = "", history: [String] = [], columns: Int = 80,
    height: Int = 40, drawing: Screen.Drawing = .clusters, isDumb: Bool = false,
    change: (inout LineRequest) -> Void = { _ in }
  ) {
    var request = LineRequest(prompt: prompt, text: text, history: history)
    change(&request)
    session = EditSession(request, columns: columns, isDumb: isDumb)
    screen = Screen(columns: columns, height: height, drawing: drawing)
    session.begin()
    take()
  }

  var text: String { String(session.buffer.characters) }
  var event: LineEvent? { session.event }
  var writtenText: String { String(decoding: written, as: UTF8.self) }
  var allText: String { String(decoding: all, as: UTF8.self) }

  /// Keys that arrive together.
  mutating func send(_ bytes: [UInt8]) {
    for byte in bytes where session.event == nil { session.feed(byte) }
    session.show()
    take()
  }

  mutating func send(_ keys: String) { send(Array(keys.utf8)) }

  /// Keys that arrive one by one.
  mutating func type(_ keys: String...) { for key in keys { send(key) } }

  mutating func letters(_ text: String) {
    for scalar in text.unicodeScalars { send(String(scalar)) }
  }

  mutating func expire() {
    session.expire()
    session.show()
    take()
  }

  mutating func take() {
    written = session.takeOutput()
    all += written
    screen.feed(written)
  }

  mutating func clearAll() { all = [] }
}

enum Press {
  static let left = "\u{1b}[D"
  static let right = "\u{1b}[C"
  static let up = "\u{1b}[A"
  static let down = "\u{1b}[B"
  static let home = "\u{1b}[H"
  static let end = "\u{1b}[F"
  static let delete = "\u{1b}[3~"
  static let backspace = "\u{7f}"
  static let enter = "\r"
  static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
  }
  static func alt(_ letter: String) -> String { "\u{1b}" + letter }
  static func paste(_ text: String) -> String { "\u{1b}[200~" + text + "\u{1b}[201~" }
}

extension String {
  /// The same scalars, not only canonically the same text.
  func isExactly(_ other: String) -> Bool {
    unicodeScalars.elementsEqual(other.unicodeScalars)
  }
}
