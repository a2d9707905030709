import Foundation

/// What Up brings back at the prompt: the commands of this run, and before them the verbs of earlier
/// ones.
///
/// On disk stand verbs only: no names, no answers, no words of a note. The file has mode 0600, and a
/// line is appended for each command.
public final class CommandHistory {
  private let path: String?
  public private(set) var lines: [String]
  private static let longest = 500

  /// - Parameter path: where verbs are kept; `nil` keeps none.
  public init(path: String?) {
    self.path = path
    let text = path.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    lines = text.split(separator: "\n").suffix(Self.longest).map(String.init)
  }

  /// Keeps a line for Up, and its verb on disk.
  func add(_ line: String, verb: String?) {
    if lines.last != line { lines.append(line) }
    guard let path, let verb else { return }
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array("\(verb)\n".utf8)
    _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }
}
