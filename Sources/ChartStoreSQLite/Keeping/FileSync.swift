import Foundation

/// Makes sure that what was written is on disk.
enum FileSync {
  /// Makes sure that the names in the file's folder are on disk.
  static func folder(of path: String) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    return sync(folder.isEmpty ? "." : folder)
  }

  static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}
