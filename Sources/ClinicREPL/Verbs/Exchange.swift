import ClinicCore
import Foundation
import TechniqueKit

extension Verb {
  static let export = Verb(
    name: "export", group: .keep, usage: "export PATH [client=CODE]",
    does: "all charts, or one, as JSON in the open; another practice can import it",
    example: "export ~/charts.json", moreExamples: ["export ~/ruiz.json client=C0042"],
    seeAlso: ["import", "backup"],
    takes: .words("client=CODE"),
    reachesOut: true
  ) { shell, rest in
    let words = try Words(rest)
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
    seeAlso: ["export"],
    takes: .text
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
