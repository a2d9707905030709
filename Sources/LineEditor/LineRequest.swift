/// What is asked of whoever sits at the terminal: one line, and what may happen while it is typed.
///
///     var request = LineRequest(prompt: "S> ")
///     request.history = ["tighter since Tues"]
///     request.paste = .lines
public struct LineRequest {
  /// Written before the line. Line breaks are allowed: what stands after the last one is written
  /// again whenever the line is. Colours (CSI sequences) take no room.
  public var prompt: String
  /// A half-typed line to begin with; the cursor stands at its end. Control characters are left out.
  public var text: String
  /// What Up goes through, oldest first.
  public var history: [String]
  /// Nothing is shown or kept: no echo, history, completion, undo, and no call of `changed`.
  public var isSecret = false
  /// What becomes of a paste of more than one line.
  public var paste = PastePolicy.oneLine
  /// `tick` is not called; the host asks for itself after Enter. So it is at a dumb terminal always.
  public var holdsNotices = false
  /// Asked for words at Tab, with the text before the cursor.
  public var complete: ((_ head: String) -> Completion)?
  /// Told the text after every change, just before it is shown, so that what can be seen can be
  /// kept. Keys that arrive together are one change, also when Enter is among them.
  public var changed: ((_ text: String) -> Void)?
  /// Called once after two seconds without a key, if the text changed since the last call.
  public var idle: (() -> Void)?
  /// Called about once a second; the lines it returns are shown above the line being typed.
  public var tick: (() -> [String])?
  /// Called about once a second, also where no notices are shown; it may ring the bell and no more.
  public var everySecond: (() -> Void)?
  /// A key that stands for a line. On an empty line it is as if the line had been typed; where
  /// something stands in the line, a key that can be typed is typed, and any other ends the read with
  /// `LineEvent.boundKey`.
  public var bound: (key: BoundKey, line: String)?
  /// Asked about once a second while no key comes; when it says yes, the read ends with
  /// `LineEvent.leftAlone`.
  public var isLeftAlone: (() -> Bool)?

  /// An ordinary line; everything else is set afterwards.
  public init(prompt: String, text: String = "", history: [String] = []) {
    self.prompt = prompt
    self.text = text
    self.history = history
  }
}

/// What becomes of a paste of more than one line. A paste of one line, with or without a line end
/// behind it, is always put in at the cursor and never run.
public enum PastePolicy: Sendable {
  /// Lines become lines, as in a note: they are shown one below the other, each behind the prompt.
  case lines
  /// One line is wanted. The line being typed stays as it is, and the host says what happens to the
  /// pasted ones.
  case oneLine
}

/// What Tab found.
public struct Completion: Equatable, Sendable {
  /// How many characters of the text before the cursor stay; a word takes the place of the others.
  public let start: Int
  /// Whole words. They may differ in case from what was typed: `trigger points` for `TR`.
  public let words: [String]

  /// - Parameter start: from 0 to the number of characters before the cursor; cut to that range.
  public init(start: Int, words: [String]) {
    self.start = start
    self.words = words
  }
}
