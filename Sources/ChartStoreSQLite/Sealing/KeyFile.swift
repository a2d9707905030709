import ClinicCore
import Crypto
import Foundation

/// A key in a file of its own, readable by its owner only.
enum KeyFile {
  private static let heading = "fascia key 1"

  /// Writes a new key and makes sure that it is on disk.
  ///
  /// - Throws: `StoreError.keyFileUnusable`; an existing file is never overwritten.
  static func create(at path: String) throws -> SymmetricKey {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch { throw StoreError.keyFileUnusable(path: path, reason: "its folder cannot be made") }
    }
    let key = SymmetricKey(size: .bits256)
    let text = Data("\(heading)\n\(key.bytes.base64EncodedString())\n".utf8)
    // Whole on disk before it has its name, and never in the place of another file.
    let unnamed = "\(path).new-\(UUID().uuidString)"
    defer { unlink(unnamed) }
    let descriptor = open(unnamed, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.keyFileUnusable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let count = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == text.count, fsync(descriptor) == 0 else {
      throw StoreError.keyFileUnusable(path: path, reason: "it could not be written")
    }
    guard link(unnamed, path) == 0, FileSync.folder(of: path) else {
      throw StoreError.keyFileUnusable(path: path, reason: String(cString: strerror(errno)))
    }
    return key
  }

  /// The key that stands there, or a new one; whoever comes second reads what the first one wrote.
  static func readOrCreate(at path: String) throws -> SymmetricKey {
    if FileManager.default.fileExists(atPath: path) { return try read(path) }
    do { return try create(at: path) } catch {
      guard FileManager.default.fileExists(atPath: path) else { throw error }
      return try read(path)
    }
  }

  /// - Throws: `StoreError.keyFileMissing`, `StoreError.keyFileUnusable` when it is no key file or
  ///   others may read it.
  static func read(_ path: String) throws -> SymmetricKey {
    var status = stat()
    guard stat(path, &status) == 0 else { throw StoreError.keyFileMissing(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw StoreError.keyFileUnusable(
        path: path, reason: "others may read it. Type chmod 600 \(path)")
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw StoreError.keyFileUnusable(path: path, reason: "it cannot be read")
    }
    let lines = text.split(separator: "\n")
    guard lines.count == 2, lines[0] == heading, let bytes = Data(base64Encoded: String(lines[1])),
      bytes.count == 32
    else { throw StoreError.keyFileUnusable(path: path, reason: "it is not a key of Fascia") }
    return SymmetricKey(data: bytes)
  }
}
