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
    let path = shell.home.expanding(words.phrase)
    let file = try NewFile(path)
    let (charts, drafts) = try shell.practice.export(wanted, to: path) { try file.write($0 + "\n") }
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
    let path = shell.home.expanding(rest)
    guard !rest.isEmpty, let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure.notFound(
        rest.isEmpty
          ? "import needs the path of an export."
          : "there is no file \(path) that can be read. Nothing was imported.")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let plan = try shell.practice.planImport(lines)
    guard try shell.mayImport(plan, path) else { return shell.say("Nothing was imported.") }
    let clients = try shell.practice.importCharts(plan)
    shell.say("Imported \(clients.count.of("chart")).")
    for client in clients where client.isRenumbered {
      shell.say("  \(client.oldCode) in the file is \(client.code) here.")
    }
    shell.item(
      .fields([
        "path": .string(path), "charts": .int(clients.count),
        "clients": .array(clients.map(shell.json)),
      ]))
  }
}

extension Shell {
  /// Says what an import adds, and which clients get another number; asks where somebody can be asked.
  fileprivate func mayImport(_ plan: ImportPlan, _ path: String) throws -> Bool {
    item(.fields(["importing": .string(path), "clients": .array(plan.clients.map(json))]))
    let renumbered = plan.clients.filter(\.isRenumbered)
    say("\(path) has \(plan.clients.count.of("chart")).")
    if !renumbered.isEmpty {
      say("\(renumbered.count.of("client number")) already used here will change:")
    }
    for client in renumbered {
      let name = mode.isInteractive ? ", \(client.name)" : ""
      say("  \(client.oldCode)\(name) becomes \(client.code)")
    }
    guard mode.isInteractive else { return true }
    return try confirm("Import \(plan.clients.count.of("chart"))?")
  }

  fileprivate func json(_ client: ImportPlan.Client) -> JSON {
    .fields([
      "was": .string(client.oldCode), "client": .string(client.code),
      "name": .string(client.name), "renumbered": .bool(client.isRenumbered),
    ])
  }
}
