/// A word of a line, or several in quotes, which name no field.
struct Token: Equatable {
  var text: String
  var isQuoted = false

  /// The words of the line. A quote stands at the beginning of a word or behind `=`, and closes before
  /// a space or the end; otherwise it is a sign like any other: `2" below`. `\"` and `\\` stand for
  /// themselves within it. `hold = 90s` is drawn together.
  ///
  /// Read scalar by scalar: a mark that combines with the space before it is a letter of its word.
  static func all(in line: String) -> [Token] {
    var tokens: [Token] = []
    var word = String.UnicodeScalarView()
    var rest = line.unicodeScalars[...]
    func end() {
      if word.first == "=", let last = tokens.last, !last.isQuoted, !last.text.contains("=") {
        tokens[tokens.count - 1].text.unicodeScalars += word
      } else if !word.isEmpty {
        tokens.append(Token(text: String(word)))
      }
      word = String.UnicodeScalarView()
    }
    while let letter = rest.first {
      if letter == "\"", word.isEmpty || word.last == "=", let (text, after) = quoted(rest) {
        end()
        tokens.append(Token(text: text, isQuoted: true))
        rest = after
        continue
      }
      letter.properties.isWhitespace ? end() : word.append(letter)
      rest.removeFirst()
    }
    end()
    return tokens
  }

  /// The words that the token stands for where fields are told by their form.
  var words: [String] {
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
  }

  static func quoting(_ text: String) -> String {
    var quoted = "\"".unicodeScalars
    for letter in text.unicodeScalars {
      if letter == "\"" || letter == "\\" { quoted.append("\\") }
      quoted.append(letter)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// What stands between the quote that the rest begins with and the one that closes it.
  private static func quoted(
    _ rest: Substring.UnicodeScalarView
  ) -> (text: String, after: Substring.UnicodeScalarView)? {
    var text = String.UnicodeScalarView()
    var after = rest.dropFirst()
    while let letter = after.popFirst() {
      switch letter {
      case "\\": if let next = after.popFirst() { text.append(next) }
      case "\"": return after.first?.properties.isWhitespace ?? true ? (String(text), after) : nil
      default: text.append(letter)
      }
    }
    return nil
  }
}
