import Foundation

/// The files of the sample clinic's practice as they are after its founding; it is founded once for
/// each time at which tests begin, and copied for each of them.
enum FoundedPractice {
  private static let kept = Kept()

  private final class Kept: @unchecked Sendable {
    let lock = NSLock()
    var files: [String: [File]] = [:]
  }

  private struct File {
    let path: String
    let bytes: Data
    let permissions: Int
  }

  /// - Parameter time: by the clinic's clock.
  static func put(foundedAt time: String, into folder: String) throws {
    let files = try kept.lock.withLock {
      if let files = kept.files[time] { return files }
      let files = try found(at: time)
      kept.files[time] = files
      return files
    }
    for file in files {
      let path = folder + "/" + file.path
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      FileManager.default.createFile(
        atPath: path, contents: file.bytes, attributes: [.posixPermissions: file.permissions])
    }
  }

  private static func found(at time: String) throws -> [File] {
    let clinic = try Clinic(at: time, founding: true)
    _ = try clinic.script([])
    return try ["data", ".config"].flatMap { top -> [File] in
      let root = clinic.folder + "/" + top
      let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      return try paths.sorted().compactMap { name in
        let about = try FileManager.default.attributesOfItem(atPath: root + "/" + name)
        guard about[.type] as? FileAttributeType == .typeRegular else { return nil }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))
        let mode = (about[.posixPermissions] as? NSNumber)?.intValue ?? 0o600
        return File(path: top + "/" + name, bytes: bytes, permissions: mode)
      }
    }
  }
}
