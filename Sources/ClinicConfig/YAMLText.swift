import Foundation
import Yams

/// The one reader of YAML: bytes become text, text becomes a tree, and whatever cannot is told at its
/// place.
enum YAMLText {
  /// - Parameter bytes: of a file.
  /// - Throws: `ConfigProblem` that says in which encoding it is and how to save it.
  static func text(_ bytes: [UInt8]) throws(ConfigProblem) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw ConfigProblem(1, 1, .encoding("begins with a byte order mark"))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ConfigProblem(1, 1, .encoding("is in UTF-16"))
    }
    // Every other byte of plain letters in UTF-16 is 0.
    if bytes.prefix(2).contains(0) { throw ConfigProblem(1, 1, .encoding("is in UTF-16")) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let valid = lengthOfValidUTF8(bytes)
    let before = bytes[..<valid]
    let line = before.count { $0 == 0x0A } + 1
    let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
    let column = String(decoding: bytes[start..<valid], as: UTF8.self).unicodeScalars.count + 1
    throw ConfigProblem(line, column, .encoding("is not in UTF-8"))
  }

  /// How many bytes at the front are UTF-8.
  private static func lengthOfValidUTF8(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var source = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      length += UTF8.width(scalar)
    }
    return length
  }

  /// The root of a document; `nil` where there is none.
  ///
  /// - Parameter resolver: which tags are asked for.
  /// - Throws: `ConfigProblem`.
  static func compose(_ text: String, _ resolver: Resolver = .basic) throws(ConfigProblem) -> Node?
  {
    do {
      return try Yams.compose(yaml: text, resolver)
    } catch {
      throw problem(error, in: text)
    }
  }

  /// What the YAML library could not read.
  private static func problem(_ error: any Error, in text: String) -> ConfigProblem {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      if let tab = indentingTab(in: text, upTo: mark.line) {
        return ConfigProblem(tab.line, tab.column, .tab)
      }
      return ConfigProblem(mark.line, mark.column, .notYAML(problem))
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let first = context.mark
      let second = secondPlace(of: key, after: first, in: text) ?? (first.line, first.column)
      return ConfigProblem(second.line, second.column, .duplicateKey(key))
    case YamlError.reader(_, let offset, let value, _):
      let before = text.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == 0x0A } + 1
      let code = String(value, radix: 16, uppercase: true)
      return ConfigProblem(
        line, 1, .notYAML("it holds the control character U+" + code.leftPadded(to: 4)))
    default: return ConfigProblem(1, 1, .notYAML("it cannot be read"))
    }
  }

  /// The last tab that stands before a word, in the line of a mistake or the one above it.
  private static func indentingTab(
    in text: String, upTo last: Int
  ) -> (line: Int, column: Int)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for number in [last, last - 1] where lines.indices.contains(number - 1) {
      let indent = lines[number - 1].prefix { $0 == " " || $0 == "\t" }
      if let tab = indent.firstIndex(of: "\t") {
        return (number, indent.distance(from: indent.startIndex, to: tab) + 1)
      }
    }
    return nil
  }

  /// Where a key stands again in the block that it stands in first.
  private static func secondPlace(
    of key: String, after first: Mark, in text: String
  ) -> (line: Int, column: Int)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for number in lines.indices.dropFirst(first.line) {
      let indent = lines[number].prefix { $0 == " " }.count
      let rest = lines[number].dropFirst(indent).filter { $0 != "\"" && $0 != "'" }
      guard indent == first.column - 1, rest.hasPrefix(key) else { continue }
      if rest.dropFirst(key.count).drop(while: { $0 == " " }).first == ":" {
        return (number + 1, first.column)
      }
    }
    return nil
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
