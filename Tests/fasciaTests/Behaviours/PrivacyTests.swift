import Foundation
import TerminalTesting
import Testing

/// Behaviour 25: the same shape for none, one and many, and nothing of a client where it must not be.
@Suite struct PrivacyTests {
  @Test func `a list of none, one and three clients has one shape`() throws {
    let clinic = try Clinic()
    var shapes: [[String]] = []
    for name in ["", "Ann Ruiz", "Ben Ruiz", "Dee Ruiz"] {
      if !name.isEmpty { _ = try clinic.script(["new \(name) born=1984"]) }
      let line = try clinic.script(["find ruiz"], ["--json"]).output
      let value = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let data = try #require(value["data"] as? [String: Any])
      let items = try #require(data["items"] as? [[String: Any]])
      #expect(data["count"] as? Int == items.count)
      shapes.append(value.keys.sorted() + data.keys.sorted())
      #expect(Set(items.map { $0.keys.sorted() }).count <= 1)
    }
    #expect(Set(shapes).count == 1)
    let failed = try clinic.script(["client nobody"], ["--json"])
    #expect(failed.ending == .code(1))
    #expect(failed.output.contains("\"ok\":false"))
  }

  @Test func `what is exported can be imported into an empty practice, and is the same again`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(
      ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake())
        + ["pain 4", "undo", "new Ben Okafor born=1970", "rebook 2w"])
    let first = clinic.folder + "/first.json"
    #expect(try clinic.script(["export \(first)"]).ending == .code(0))
    let other = try Clinic()
    let imported = try other.script(["import \(first)"])
    #expect(imported.ending == .code(0), "\(imported.errors)")
    let second = other.folder + "/second.json"
    _ = try other.script(["export \(second)"])
    let text = try String(contentsOfFile: first, encoding: .utf8)
    #expect(text.contains("Ann Ruiz") && text.count > 5000)
    #expect(try String(contentsOfFile: second, encoding: .utf8) == text)
    #expect(try other.script(["verify"]).output.contains("Whole: 2 charts"))
    func told(_ clinic: Clinic) throws -> String {
      try clinic.script(["client ruiz", "last", "chart", "progress", "client okafor"]).output
    }
    #expect(try told(other) == told(clinic))
    let again = try other.script(["import \(first)"])
    #expect(again.ending == .code(1))
    #expect(
      again.errors.contains(
        "in this practice already: C0001, C0002. Nothing was imported."))
    let mode = try FileManager.default.attributesOfItem(atPath: first)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `history and every other file hold no name, answer or note, and are one's own`()
    throws
  {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    for line in [
      "s slept badly since Tuesday", "pain 4", "find okafor", "set phrase ht = hypertonic",
    ] {
      terminal.type(line)
      try terminal.expect("> ")
    }
    terminal.send("s half a secret")
    try terminal.expect("half a secret")
    let history = try String(
      contentsOfFile: clinic.practiceFile + ".history", encoding: .utf8)
    #expect(history == "client\nstart\ns\npain\nfind\nset\n")
    let files = FileManager.default.enumerator(atPath: clinic.folder)?.allObjects as? [String] ?? []
    #expect(files.contains { $0.hasSuffix(".line") })
    for file in files {
      let path = clinic.folder + "/" + file
      let status = try FileManager.default.attributesOfItem(atPath: path)
      guard status[.type] as? FileAttributeType == .typeRegular else {
        #expect(status[.posixPermissions] as? Int == 0o700, "\(file)")
        continue
      }
      if file == "now" { continue }
      #expect(status[.posixPermissions] as? Int == 0o600, "\(file)")
      let bytes = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      for word in ["Ruiz", "slept badly", "half a secret", "okafor", "tight neck"] {
        #expect(!bytes.contains(word), "\(word) stands in \(file)")
      }
    }
    // A second program works on the same practice, and is told who is at the chart.
    let other = try clinic.script(["client ruiz"])
    #expect(other.errors.contains("you have C0001 open in another window since 10:16 too"))
    terminal.send("\u{3}")
    terminal.type("quit")
    #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
    let next = try clinic.terminal([], TerminalKind.xterm.environment)
    try next.expect("fascia> ")
    next.send("\u{1B}[A\u{1B}[A")
    try next.expect("set")
  }
}
