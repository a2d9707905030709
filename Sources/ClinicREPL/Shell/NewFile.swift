import Foundation

/// A file of mode 0600 that has its name only once it is whole.
final class NewFile {
  private let path: String
  private let unfinished: String
  private let descriptor: Int32

  /// - Parameters:
  ///   - mayReplace: whether a file that stands there gives way to the new one.
  ///   - hint: how it would give way, where a command lets it.
  /// - Throws: `Failure` when something stands there or nothing can.
  init(_ path: String, mayReplace: Bool = false, hint: String? = nil) throws {
    self.path = path
    unfinished = path + ".unfinished"
    guard mayReplace || !FileManager.default.fileExists(atPath: path) else {
      throw Failure.rejected("there is a file \(path) already. Nothing was written.", hint: hint)
    }
    descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit {
    close(descriptor)
    unlink(unfinished)
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ content: [UInt8]) throws {
    var bytes = content[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw Self.failure(path) }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  func finish() throws {
    guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else { throw Self.failure(path) }
  }

  private static func failure(_ path: String) -> Failure {
    .rejected("\(path) cannot be written: \(String(cString: strerror(errno))).")
  }
}
