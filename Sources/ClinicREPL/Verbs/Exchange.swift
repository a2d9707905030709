import ClinicCore
import Foundation
import TechniqueKit

extension Verb {
  static let export = Verb(
    name: "export", group: .keep, usage: "export PATH [client=CODE]",
    does: "all charts, or one, as JSON in the open; another practice can import it",
    example: "export ~/charts.json", moreExamples: ["export ~/ruiz.json client=C0042"],
    seeAlso: ["import", "backup"], reachesOut: true
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["client"])
    guard !words.phrase.isEmpty else {
      throw Failure.usage("export needs the path of a new file.", hint: "Example: export ~/c.json")
    }
    let wanted = try words["client"].map { [try shell.practice.chartID(code: $0)] }
    let path = (words.phrase as NSString).expandingTildeInPath
    let file = try NewFile(path)
    let (charts, drafts) = try shell.practice.export(wanted) { try file.write($0 + "\n") }
    try file.finish()
    shell.say("Exported \(charts.of("chart")) to \(path)")
    shell.say("Anyone who has this file can read it. It is not sealed.")
    if drafts > 0 {
      shell.warn("\(drafts.of("draft")) not finished, and so not in it. Type today to see them.")
    }
    shell.item(.fields(["path": .string(path), "charts": .int(charts), "drafts": .int(drafts)]))
  }

  static let importing = Verb(
    name: "import", group: .keep, usage: "import PATH",
    does: "add the charts of an export, all or none", example: "import ~/charts.json",
    seeAlso: ["export"], takesText: true
  ) { shell, rest in
    let path = (rest as NSString).expandingTildeInPath
    guard !rest.isEmpty, let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure.notFound(
        rest.isEmpty
          ? "import needs the path of an export."
          : "there is no file \(path) that can be read. Nothing was imported.")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let charts = try shell.practice.importCharts(lines)
    shell.say("Imported \(charts.of("chart")).")
    shell.item(.fields(["path": .string(path), "charts": .int(charts)]))
  }
}

/// A file of mode 0600 that has its name only once it is whole.
private final class NewFile {
  private let path: String
  private let unfinished: String
  private let descriptor: Int32

  /// - Throws: `Failure` when something stands there or nothing can.
  init(_ path: String) throws {
    self.path = path
    unfinished = path + ".unfinished"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure.rejected("there is a file \(path) already. Nothing was written.")
    }
    descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit {
    close(descriptor)
    unlink(unfinished)
  }

  func write(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
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
