import Foundation
import TechniqueKit

/// The folder of a module's source, with the files that follow from what the module says.
public struct ModuleFolder: Sendable {
  public let path: String
  private let document: ModuleDocument
  private let base: ContentBase

  /// Looks for the folder upwards from a path, under `Plugins` and `Sources`.
  ///
  /// - Parameter near: a file or folder below the package: a test, or the current folder.
  /// - Returns: `nil` when there is none.
  public init?(of technique: any Technique.Type, base: ContentBase, near: String) {
    self.init(document: ModuleDocument(technique), base: base, near: near)
  }

  /// The folder of the general content, which no technique stands behind.
  public init?(ofBase document: ModuleDocument, near: String) {
    self.init(
      document: document, base: .none, near: near)
  }

  init?(document: ModuleDocument, base: ContentBase, near: String) {
    let target = document.manifest.origin.prefix { $0 != "/" }
    var place = URL(fileURLWithPath: near).standardizedFileURL
    while !target.isEmpty {
      for parent in ["Plugins", "Sources"] {
        let path = place.appendingPathComponent(parent).appendingPathComponent(String(target)).path
        if FileManager.default.fileExists(atPath: path) {
          self.init(path: path, document: document, base: base)
          return
        }
      }
      guard place.path != "/" else { return nil }
      place = place.deletingLastPathComponent()
    }
    return nil
  }

  private init(path: String, document: ModuleDocument, base: ContentBase) {
    self.path = path
    self.document = document
    self.base = base
  }

  private func read(_ name: String) -> String? {
    try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  private func write(_ text: String, _ name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  /// What is wrong with the files of a module.
  static func findings(_ module: ModuleCheck, near file: String) -> [CheckFinding] {
    guard
      let folder = ModuleFolder(document: module.document, base: module.base, near: file)
    else {
      let target = module.manifest.origin.prefix { $0 != "/" }
      return [
        module.finding(
          Problem(.lock, "there is no folder Plugins/\(target) or Sources/\(target)."), "module",
          "folder")
      ]
    }
    return folder.problems.map { problem, name in module.finding(problem, "file", name) }
  }

  private var problems: [(Problem, String)] {
    let id = document.manifest.id
    var found: [(Problem, String)] = []
    let review = read("CONTENT.md")
    if review != ContentReview(document, base: base).markdown {
      let state = review == nil ? "is missing" : "says what an earlier build said"
      found.append(
        (Problem(.review, "it \(state); type: fascia module write \(id)"), "CONTENT.md"))
    }
    if let sentence = lockProblem {
      found.append((Problem(.lock, sentence), "CONTENT.lock"))
    }
    return found
  }

  private var lockProblem: String? {
    let id = document.manifest.id
    guard let text = read("CONTENT.lock") else {
      return "it is missing; type: fascia module write \(id)"
    }
    guard let old = ContentLock(text: text), let new = try? ContentLock(document) else {
      return "it cannot be read; take it back from version control."
    }
    let step = new.step(since: old, of: document)
    let lowest = step.lowest(after: old.version)
    if new.version < lowest {
      return "\(step.words) since \(old.version); the version has to be \(lowest) or higher."
    }
    return old == new
      ? nil : "it is that of \(old.version); type: fascia module write \(id)"
  }

  /// Writes `CONTENT.md` and `CONTENT.lock` anew.
  ///
  /// - Returns: the paths of the files that changed.
  /// - Throws: `ModuleFolderError.versionTooLow`, before anything is written.
  public func write() throws -> [String] {
    let lock = try ContentLock(document)
    if let text = read("CONTENT.lock") {
      guard let old = ContentLock(text: text) else {
        throw ModuleFolderError.unreadableLock("\(path)/CONTENT.lock")
      }
      let step = lock.step(since: old, of: document)
      let lowest = step.lowest(after: old.version)
      if lock.version < lowest {
        throw ModuleFolderError.versionTooLow(
          step: step, since: old.version, lowest: lowest, origin: document.manifest.origin)
      }
    }
    let files = [
      ("CONTENT.md", ContentReview(document, base: base).markdown), ("CONTENT.lock", lock.text),
    ]
    return try files.compactMap { name, text in
      guard read(name) != text else { return nil }
      try write(text, name)
      return "\(path)/\(name)"
    }
  }

  /// Writes the translation file of a language anew, or begins it.
  ///
  /// - Parameter language: a tag such as `de` or `pt-BR`.
  /// - Returns: the file's path, and how many texts are to be translated, or to be looked at again.
  public func writeTranslation(
    _ language: String
  ) throws -> (path: String, missing: Int, stale: Int) {
    let name = "Translations/\(language).json"
    var file = TranslationFile(module: document.manifest.id, language: language)
    if let text = read(name) {
      do { file = try JSONDecoder().decode(TranslationFile.self, from: Data(text.utf8)) } catch {
        throw ModuleFolderError.unreadable("\(path)/\(name)")
      }
    }
    let fresh = file.refreshed(for: document.texts)
    try FileManager.default.createDirectory(
      atPath: path + "/Translations", withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(String(decoding: try encoder.encode(fresh), as: UTF8.self) + "\n", name)
    return (
      "\(path)/\(name)", fresh.texts.count { $0.translation.isEmpty },
      fresh.texts.count { $0.stale == true }
    )
  }
}

/// Why the files of a module were not written.
public enum ModuleFolderError: Error, Equatable, CustomStringConvertible {
  case versionTooLow(
    step: ContentLock.Step, since: ContentVersion, lowest: ContentVersion, origin: String)
  case unreadable(String)
  case unreadableLock(String)

  public var description: String {
    switch self {
    case .versionTooLow(let step, let old, let lowest, let origin):
      "\(step.words) since \(old). Make the version \(lowest) or higher in \(origin); nothing was "
        + "written."
    case .unreadableLock(let path):
      "\(path) cannot be read. Take it back from version control; nothing was written."
    case .unreadable(let path): "\(path) is no translation file. Nothing was written."
    }
  }
}
