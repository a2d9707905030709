import Foundation

/// Short words of the therapist's own that stand for longer ones: `;ht` for `hypertonic`.
///
/// They are kept in a file of mode 0600, a line each: `ht = hypertonic`.
public final class Phrases {
  private let path: String?
  public private(set) var all: [String: String] = [:]

  /// - Parameter path: where they are kept; `nil` keeps them for this run only.
  public init(path: String?) {
    self.path = path
    let text = path.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2, Self.isName(parts[0]) { all[parts[0]] = parts[1] }
    }
  }

  /// - Parameter text: `nil` forgets the phrase.
  /// - Throws: `Failure` when it cannot be kept.
  func set(_ name: String, to text: String?) throws {
    all[name] = text
    guard let path else { return }
    let lines = all.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }.joined()
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // The old file stays whole until the new one is.
    let new = path + ".new"
    let isWritten = FileManager.default.createFile(
      atPath: new, contents: Data(lines.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten, rename(new, path) == 0 else {
      throw Failure.rejected("the phrase holds for this run only: \(path) cannot be written.")
    }
  }

  /// The text with every `;name` of a known phrase written out.
  func expanding(_ text: String) -> String {
    guard text.contains(";"), !all.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: ";") {
      result += rest[..<mark]
      let name = rest[rest.index(after: mark)...].prefix(while: Self.isPart)
      // A semicolon within or behind a word is one.
      let standsFree = mark == text.startIndex || text[text.index(before: mark)].isWhitespace
      if standsFree, let phrase = all[name.lowercased()] {
        result += phrase
        rest = rest[name.endIndex...]
      } else {
        result.append(";")
        rest = rest[rest.index(after: mark)...]
      }
    }
    return result + rest
  }

  static func isName(_ name: String) -> Bool { !name.isEmpty && name.allSatisfy(isPart) }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
