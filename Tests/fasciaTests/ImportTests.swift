import Foundation
import TerminalTesting
import Testing

/// `import` says under which number each client of an export is found here.
@Suite struct ImportTests {
  /// An export of clients with these names, numbered from 1.
  func export(_ names: [String]) throws -> (clinic: Clinic, path: String) {
    let clinic = try Clinic()
    let path = clinic.folder + "/charts.json"
    let done = try clinic.script(names.map { "new \($0)" } + ["export \(path)"])
    try #require(done.ending == .code(0), "\(done.errors)")
    return (clinic, path)
  }

  /// How many clients are here, how many come, and the number each of those gets.
  static let numbers: [(here: [String], come: [String], codes: [String])] = [
    ([], ["Ann One", "Ben Two"], ["C0001", "C0002"]),
    (["Eli Here"], ["Ann One"], ["C0002"]),
    (["Eli Here"], ["Ann One", "Ben Two", "Cy Three"], ["C0004", "C0002", "C0003"]),
    (["Eli Here", "Flo Here", "Gus Here"], ["Ann One", "Ben Two"], ["C0004", "C0005"]),
  ]

  @Test(arguments: numbers.indices)
  func `a client whose number is taken gets another one, said before and after`(
    place: Int
  ) throws {
    let (here, come, codes) = Self.numbers[place]
    let (source, path) = try export(come)
    let clinic = try Clinic()
    _ = try clinic.script(here.map { "new \($0)" })
    let done = try clinic.script(["import \(path)"])
    #expect(done.ending == .code(0), "\(done.errors)")
    for (number, code) in codes.enumerated() {
      let old = "C000\(number + 1)"
      let (before, after) = (
        "  \(old) becomes \(code)\n", "  \(old) in the file is \(code) here.\n"
      )
      #expect(done.output.contains(before) == (old != code), "\(done.output)")
      #expect(done.output.contains(after) == (old != code), "\(done.output)")
      let found = try clinic.script(["find \(come[number])"])
      #expect(found.output.contains(code), "\(found.output)")
    }
    #expect(done.output.contains("Imported \(come.count) chart"))
    let told = try clinic.script(["audit client=\(codes[0])"])
    #expect(told.output.contains("imported, C0001 in the file"), "\(told.output)")
    #expect(try clinic.script(["verify"]).ending == .code(0))
    _ = source
  }

  @Test func `programs are told the old and the new number, before and after`() throws {
    let (source, path) = try export(["Ann One", "Ben Two"])
    let clinic = try Clinic()
    _ = try clinic.script(["new Eli Here"])
    let items = Clinic.items(try clinic.script(["import \(path)"], ["--json"]).output)
    #expect(items.count == 2 && items[0]["importing"] != nil && items[1]["charts"] as? Int == 2)
    for item in items {
      let clients = item["clients"] as? [[String: Any]] ?? []
      #expect(clients.map { $0["was"] as? String } == ["C0001", "C0002"])
      #expect(clients.map { $0["client"] as? String } == ["C0003", "C0002"])
      #expect(clients.map { $0["renumbered"] as? Bool } == [true, false])
    }
    _ = source
  }

  @Test func `a second import names the clients that are here by their numbers here`() throws {
    let (source, path) = try export(["Ann One", "Ben Two", "Cy Three"])
    for (here, told) in [
      ([], "C0001, C0002, C0003."),
      (["Eli Here"], "C0004 (C0001 in the file), C0002, C0003."),
      (
        ["Eli Here", "Flo Here", "Gus Here"],
        "C0004 (C0001 in the file), C0005 (C0002 in the file), C0006 (C0003 in the file)."
      ),
    ] {
      let clinic = try Clinic()
      _ = try clinic.script(here.map { "new \($0)" } + ["import \(path)"])
      let before = try clinic.script(["find"]).output
      let again = try clinic.script(["import \(path)"])
      #expect(again.ending == .code(1))
      #expect(
        again.errors.contains("in this practice already: \(told) Nothing was imported."),
        "\(again.errors)")
      #expect(try clinic.script(["find"]).output == before)
    }
    // One that is here keeps the others out, and is the only one that is named.
    let one = source.folder + "/one.json"
    _ = try source.script(["export \(one) client=C0002"])
    let clinic = try Clinic()
    _ = try clinic.script(["new Eli Here", "new Flo Here", "import \(one)"])
    let mixed = try clinic.script(["import \(path)"])
    #expect(mixed.errors.contains("already: C0003 (C0002 in the file). Nothing was imported."))
    #expect(try clinic.script(["find"]).output.contains("Cy Three") == false)
  }

  @Test func `a file that is no whole export leaves nothing, not even a definition`() throws {
    let (source, path) = try export(["Ann One"])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let clinic = try Clinic()
    _ = try clinic.script(["new Eli Here"])
    let rows = try clinic.script(["audit"]).output
    for broken in [
      text + "{\"chart\":\"x\"}\n", text + text.split(separator: "\n")[2] + "\n",
      text.replacing("\"body\":\"{", with: "\"body\":\"{ "),
      text.split(separator: "\n").dropLast().joined(separator: "\n"),
    ] {
      let bad = clinic.folder + "/bad.json"
      try broken.write(toFile: bad, atomically: true, encoding: .utf8)
      let refused = try clinic.script(["import \(bad)"])
      #expect(refused.ending == .code(1))
      #expect(refused.errors.contains("is not of an export of Fascia. Nothing was imported."))
      #expect(try clinic.script(["audit"]).output == rows)
    }
    _ = source
  }

  @Test func `at the terminal an import is asked for, and a no imports nothing`() throws {
    let (source, path) = try export(["Ann One"])
    let clinic = try Clinic()
    _ = try clinic.script(["new Eli Here"])
    let terminal = try clinic.terminal()
    for (answer, told) in [
      ("n", "Nothing was imported."), ("", "C0001 in the file is C0002 here."),
    ] {
      try terminal.expect("fascia> ")
      terminal.type("import \(path)")
      try terminal.expect("C0001, Ann One becomes C0002")
      try terminal.expect("Import 1 chart? y/n [y]: ")
      terminal.type(answer)
      try terminal.expect(told)
    }
    try terminal.expect("fascia> ")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
    _ = source
  }
}
