import Foundation
import TechniqueKit

/// Writes a technique module into a package that keeps its techniques as Fascia does: a list
/// `techniques` in `Package.swift`, and one of types in `BundledTechniques.swift`.
struct TechniqueScaffold {
  private let name: ScaffoldName
  private let root: String
  private let bundledPath: String
  private let template: TechniqueTemplate

  /// - Parameter compiledIn: the techniques that there are already.
  /// - Throws: `ScaffoldProblem`, before anything is written.
  init(
    _ name: ScaffoldName, in root: String, compiledIn: [any Technique.Type]
  ) throws(ScaffoldProblem) {
    self.name = name
    self.root = root
    template = TechniqueTemplate(name, beside: compiledIn)
    guard FileManager.default.fileExists(atPath: root + "/Package.swift") else {
      throw .noPackage(root)
    }
    try name.refuseTaken(by: compiledIn)
    if compiledIn.contains(where: { $0.manifest.isCalled(name.id) }) {
      throw .claimed(name.id)
    }
    for path in ["Plugins/\(name.type)", "Sources/\(name.type)", "Tests/\(name.type)Tests"]
    where FileManager.default.fileExists(atPath: "\(root)/\(path)") {
      throw .taken(path)
    }
    let targets = (try? FileManager.default.contentsOfDirectory(atPath: root + "/Sources")) ?? []
    guard
      let target = targets.sorted().first(where: {
        FileManager.default.fileExists(atPath: "\(root)/Sources/\($0)/BundledTechniques.swift")
      })
    else { throw .noList("Sources/*/BundledTechniques.swift", "types") }
    bundledPath = "Sources/\(target)/BundledTechniques.swift"
  }

  /// - Returns: what was written, a line each.
  func write() throws(ScaffoldProblem) -> [String] {
    let package = try adding(
      "  \"\(name.type)\",", to: "Package.swift", after: "let techniques", what: "techniques")
    var bundled = try adding(
      "  \(name.type).self,", to: bundledPath, after: "any Technique.Type]", what: "types")
    bundled = Self.importing(name.type, in: bundled)
    let files = [
      ("Plugins/\(name.type)/\(name.type).swift", template.module),
      ("Plugins/\(name.type)/\(name.type)+Intake.swift", template.intake),
      ("Plugins/\(name.type)/\(name.type)+Session.swift", template.session),
      ("Plugins/\(name.type)/README.md", template.readme),
      ("Plugins/\(name.type)/CONTENT.md", "Type: fascia module write \(name.id)\n"),
      ("Plugins/\(name.type)/CONTENT.lock", "version 0.0.0\n"),
      ("Tests/\(name.type)Tests/ConformanceTests.swift", template.test),
    ]
    for (path, text) in files { try put(text, path) }
    try put(package, "Package.swift")
    try put(bundled, bundledPath)
    return files.map { "Wrote \($0.0)" } + [
      "Added one line to Package.swift", "Added two lines to \(bundledPath)",
    ]
  }

  /// Builds the module, derives its files, and runs its test.
  func build() throws(ScaffoldProblem) {
    let program = URL(fileURLWithPath: bundledPath).deletingLastPathComponent().lastPathComponent
    try run(["swift", "build", "--product", program])
    // Swift knows where it built it; SWIFTPM_BUILD_DIR may name another folder.
    let built = ["swift", "run", "--skip-build", program]
    try run(built + ["module", "write", name.id])
    try run(built + ["check", name.id])
    try run(["swift", "test", "--filter", "\(name.type)Tests"])
  }

  func nextSteps(isBuilt: Bool) -> String {
    let program = URL(fileURLWithPath: bundledPath).deletingLastPathComponent().lastPathComponent
    return """
      \(isBuilt ? "\(name.words) builds and passes its checks. " : "")Next:
        1. Put your own questions, rules and sessions in the place of the samples:
             Plugins/\(name.type)/
        2. See what is wrong with it, item by item:
             swift test --filter \(name.type)
        3. See a synthetic client go through it:
             swift run \(program) module simulate \(name.id)
      When the content changes, step its version and type:
             swift run \(program) module write \(name.id)
      A clinic enables it in config.yaml, under techniques, with allow_draft: true at the top.

      """
  }

  // MARK: Files

  /// A file's text with a line added to the list that begins after a marker, in alphabetical order
  /// where the list has one.
  private func adding(
    _ line: String, to file: String, after marker: String, what: String
  ) throws(ScaffoldProblem) -> String {
    guard let text = try? String(contentsOfFile: "\(root)/\(file)", encoding: .utf8) else {
      throw .noList(file, what)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.contains(marker) }) else {
      throw .noList(file, what)
    }
    if lines[start].hasSuffix("[]") {
      lines[start].removeLast()
      lines.insert("]", at: start + 1)
    }
    guard lines[start].hasSuffix("["),
      let end = lines[(start + 1)...].firstIndex(where: { $0.hasPrefix("]") })
    else { throw .noList(file, what) }
    if end > start + 1, !lines[end - 1].hasSuffix(",") { lines[end - 1] += "," }
    let items = lines[(start + 1)..<end]
    let place = items == ArraySlice(items.sorted()) ? items.firstIndex { $0 > line } : nil
    lines.insert(line, at: place ?? end)
    return lines.joined(separator: "\n")
  }

  private static func importing(_ module: String, in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = "import \(module)"
    let place = lines.firstIndex { $0.hasPrefix("import ") && $0 > line }
    let last = lines.lastIndex { $0.hasPrefix("import ") }.map { $0 + 1 }
    lines.insert(line, at: place ?? last ?? 0)
    return lines.joined(separator: "\n")
  }

  private func put(_ text: String, _ path: String) throws(ScaffoldProblem) {
    try ScaffoldFile.put(text, "\(root)/\(path)")
  }

  private func run(_ words: [String]) throws(ScaffoldProblem) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    do { try process.run() } catch { throw .noSwift }
    process.waitUntilExit()
    if process.terminationStatus == 127, words[0] == "swift" { throw .noSwift }
    guard process.terminationStatus == 0 else { throw .failed(words.joined(separator: " ")) }
  }
}

enum ScaffoldFile {
  static func put(_ text: String, _ path: String) throws(ScaffoldProblem) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      throw .unwritable(path)
    }
  }
}
