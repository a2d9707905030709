import Foundation

/// A file of mode 0600 whose first line is a passphrase or a recovery code, for scripts.
public enum PassphraseFile {
  /// - Throws: `Failure` when it cannot be read, is empty, or others may read it.
  public static func read(_ path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0, let text = try? String(contentsOfFile: path, encoding: .utf8),
      let line = text.split(whereSeparator: \.isNewline).first
    else { throw Failure.missing("the passphrase file \(path) cannot be read.") }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure.missing("others may read the passphrase file. Type chmod 600 \(path)")
    }
    return String(line)
  }
}
