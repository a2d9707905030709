/// The line as a terminal shows it that can only go on: a teletype, or a program that reads aloud.
///
/// Nothing but text and line ends is written. What is erased is named behind a backslash, and the
/// next other key writes the line anew:
///
///     S> headakce\eck
///     S> heada
struct DumbView {
  let prompt: Prompt
  var output: [UInt8] = []
  /// What is shown ends in erased text.
  private var isErasing = false

  init(prompt: Prompt) { self.prompt = prompt }

  mutating func draw(_ text: String) {
    isErasing = false
    output += prompt.text
    output += text
  }

  /// - Parameters:
  ///   - added: what was added at the end.
  ///   - text: the text with it.
  mutating func type(_ added: String, of text: String) {
    if isErasing { return redraw(text) }
    output += added
  }

  mutating func erase(_ text: String) {
    if text.isEmpty { return }
    if !isErasing { output += "\\" }
    isErasing = true
    output += text
  }

  /// Writes a new line with prompt and text.
  mutating func redraw(_ text: String) {
    output += "\n"
    draw(text)
  }

  mutating func goBelow(_ text: String) {
    if isErasing { redraw(text) }
    output += "\n"
  }
}
