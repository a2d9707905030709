import ClinicCore
import LineEditor
import TechniqueKit

extension Shell {
  /// A line for a person. What is wider than the terminal goes on below; a script gets it whole.
  ///
  /// - Parameter indent: of what goes on below; the line's own when it is not given.
  func say(_ line: String = "", indent: Int? = nil) {
    if mode.isJSON { return }
    guard mode.isInteractive else { return reply.lines.append(told(line)) }
    if input.wasInterrupted { isSilenced = true }
    if isSilenced { return }
    for row in fitted(line, indent: indent) { output.write(row + "\n") }
  }

  /// In plain mode columns are not aligned: runs of spaces are one.
  private func told(_ line: String) -> String {
    guard glyphs.isPlain else { return line }
    return line.split(separator: " ").joined(separator: " ")
  }

  /// The line in rows that fit the terminal. The colour of its first word takes no room.
  func fitted(_ line: String, indent: Int? = nil) -> [String] {
    guard let painted = PaintedWord(line) else { return fitted(unpainted: line, indent: indent) }
    let rows = fitted(unpainted: painted.word + painted.rest, indent: indent)
    return rows.prefix(1).map {
      painted.colour + painted.word + painted.end
        + $0.dropFirst(painted.word.count)
    } + rows.dropFirst()
  }

  private func fitted(unpainted line: String, indent: Int?) -> [String] {
    let line = told(line)
    guard DisplayWidth.of(line) > width else { return [line] }
    let own = line.prefix { $0 == " " }.count
    let hanging = glyphs.isPlain ? 0 : min(indent ?? own, width / 3)
    // What stands in the column of the indent keeps its spaces.
    let standsOut = hanging > own && line.dropFirst(hanging - 1).first == " "
    let head = line.prefix(standsOut ? hanging : own)
    let rest = line.dropFirst(head.count).wrapped(to: width - max(hanging, own))
    return rest.enumerated().map { place, text in
      (place == 0 ? String(head) : String(repeating: " ", count: hanging)) + text
    }
  }

  /// Columns that a line for a person has at most.
  var width: Int { mode.isInteractive ? output.columns : 78 }

  func rule() { if !glyphs.isPlain { say(glyphs.rule(columns: width)) } }

  /// A word in a colour, where colours are wanted.
  func painted(_ text: String, _ role: ColourRole) -> String {
    guard usesColour else { return text }
    let word = text.wrapped(to: .max).joined()
    return role.paint(word) + text.dropFirst(word.count)
  }

  func item(_ item: JSON) { reply.items.append(item) }

  func wrote(_ records: [RecordNumber]) { reply.changed += records.map(\.description) }

  func warn(_ text: String) {
    reply.warnings.append(text)
    if !mode.isJSON {
      mode.isInteractive ? say("Note: " + text, indent: 6) : output.writeError(text + "\n")
    }
  }
}

/// A line that begins with a word in a colour, taken apart.
private struct PaintedWord {
  let colour: String
  let word: String
  let end: String
  let rest: String

  init?(_ line: String) {
    guard line.first == "\u{1B}",
      let parts = line.wholeMatch(of: /(\e\[[0-9;]+m)([^\e]*)(\e\[0m)(.*)/)
    else { return nil }
    (colour, word, end, rest) = (
      String(parts.1), String(parts.2), String(parts.3), String(parts.4)
    )
  }
}

extension String {
  /// Filled up with spaces to a width in columns; a longer text is left whole.
  func padded(to width: Int, atEnd: Bool = true) -> String {
    let fill = String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    return atEnd ? self + fill : fill + self
  }
}

extension StringProtocol {
  /// Broken at spaces into lines of at most `width` columns; a longer word is broken too.
  func wrapped(to width: Int) -> [String] {
    let width = Swift.max(1, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      var word = String(word)
      var length = DisplayWidth.of(word)
      if !line.isEmpty, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      while length > width, line.isEmpty {
        let part = word.fitting(width)
        lines.append(part)
        word = String(word.dropFirst(part.count))
        length = DisplayWidth.of(word)
      }
      if word.isEmpty { continue }
      line += (line.isEmpty ? "" : " ") + word
      used = DisplayWidth.of(line)
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The longest beginning of at most `width` columns, and at least one character.
  private func fitting(_ width: Int) -> String {
    var taken = ""
    var used = 0
    for character in self {
      used += DisplayWidth.of(character)
      if used > width, !taken.isEmpty { break }
      taken.append(character)
    }
    return taken
  }
}

extension [String] {
  /// Joined by semicolons into lines of at most `lineWidth` columns; no element is broken.
  func joined(lineWidth: Int) -> [String] {
    var lines: [String] = []
    for (place, element) in enumerated() {
      let text = element + (place + 1 < count ? ";" : "")
      if let line = lines.last, DisplayWidth.of(line) + 1 + DisplayWidth.of(text) <= lineWidth {
        lines[lines.count - 1] = line + " " + text
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  /// The elements in columns of the given widths.
  func aligned(to widths: [Int]) -> String {
    zip(self, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
  }
}
