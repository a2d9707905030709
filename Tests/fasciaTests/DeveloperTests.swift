import Foundation
import TechniqueChecks
import TechniqueKit
import TerminalTesting
import Testing

@Suite("The commands of a module's developer")
struct DeveloperTests {
  /// A folder that is thrown away.
  final class Folder {
    let path = NSTemporaryDirectory() + "developer-\(UUID().uuidString)"
    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func read(_ name: String) throws -> String {
      try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }
  }

  static func fascia(_ arguments: [String], in folder: String = Clinic.root) throws -> Outcome {
    try Clinic().start(arguments, in: folder)
  }

  @Test func `check looks at every module of the build`() throws {
    let result = try Self.fascia(["check"])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(
      result.output.hasSuffix(
        "modules checked, \(Check.allCases.count) checks each, nothing found.\n"))
    let one = try Self.fascia(["check", "trigger_point", "--package", "/tmp"])
    #expect(one.output.hasPrefix("trigger_point: its source is not in /tmp, so its files are not"))
    #expect(
      try Self.fascia(["check", "--list"]).output.contains("cycles: no question hangs on itself"))
    let unknown = try Self.fascia(["check", "triger_point"])
    #expect(unknown.ending == .code(2))
    #expect(unknown.errors.contains("Did you mean trigger_point?"))
  }

  @Test func `what check finds is told with item and file, and is exit 2`() throws {
    let clinic = try Clinic()
    clinic.odd = "broken"
    let result = try clinic.command(["check"])
    #expect(result.ending == .code(2))
    #expect(
      result.errors.hasPrefix(
        "odd_host/OddTechniques.swift: broken/rule/broken_rule: it blocks, so a missing answer must "
          + "not make it milder.\n"))
    #expect(result.errors.hasSuffix("Error: 2 modules checked, 2 found.\n"), "\(result.errors)")
  }

  @Test func `show prints the file that a clinician reviews, and the whole module as JSON`() throws
  {
    let shown = try Self.fascia(["module", "show", "craniosacral"]).output
    #expect(
      shown
        == (try String(
          contentsOfFile: Clinic.root + "/Plugins/CraniosacralTherapy/CONTENT.md", encoding: .utf8))
    )
    let json = try Self.fascia(["module", "show", "craniosacral", "--json"]).output
    let document = try JSONDecoder().decode(ModuleDocument.self, from: Data(json.utf8))
    #expect(document.manifest.id == "craniosacral")
    #expect(document.content.safetyRules.count > 5)
  }

  @Test func `simulate leads a client from the intake to the score, the same way each time`() throws
  {
    let first = try Self.fascia(["module", "simulate", "trigger_point"])
    #expect(first.ending == .code(0))
    for words in [
      "fascia> new Sam Sample born=1980", "23/28 Pregnant? n", "Intake complete, ",
      "No rule was raised by today's answers. You decide.", "10:00  Started trigger points 60.",
      "O saved 10:52: Trigger point, right upper trapezius, pain 7 to 3, held 90\n       s, refers",
      "SIGNED 11:00 - Sam Sample - visit 1 - 60 min - pain 5 -> 3",
      "## Takes a blood thinner", "CLEAR    Blood thinner and firm pressure",
    ] {
      #expect(first.output.contains(words), "\(words) is missing")
    }
    #expect(!first.output.contains("Error:"))
    #expect(!first.output.contains("That needs"))
    let second = try Self.fascia(["module", "simulate", "trigger_point"])
    #expect(second.output == first.output)
  }

  @Test func `every bundled technique can be simulated without a mistyped line`() throws {
    let list = try Self.fascia(["check", "--list"])
    #expect(list.ending == .code(0))
    for id in ["myofascial_release", "lymphatic_drainage", "craniosacral"] {
      let result = try Self.fascia(["module", "simulate", id])
      #expect(result.ending == .code(0), "\(id): \(result.errors)")
      #expect(result.output.contains("SIGNED "), "\(id)")
      for trouble in ["Error:", "That needs", "This one needs", "is not an area"] {
        #expect(!result.output.contains(trouble), "\(id): \(trouble)")
      }
    }
  }

  // MARK: Scaffolding

  /// A package with the two lists that a technique is added to.
  private func package() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Sources/fascia", withIntermediateDirectories: true)
    for name in ["Package.swift", "Sources/fascia/BundledTechniques.swift"] {
      try FileManager.default.copyItem(
        atPath: "\(Clinic.root)/\(name)", toPath: "\(folder.path)/\(name)")
    }
    return folder
  }

  @Test func `a technique is written and listed in its alphabetical place`() throws {
    let folder = try package()
    let result = try Self.fascia(
      ["scaffold", "technique", "hot_stone", "--no-build"], in: folder.path)
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.output.contains("swift test --filter HotStone"))
    #expect(
      try folder.read("Package.swift").contains("  \"DeepTissueMassage\",\n  \"HotStone\",\n"))
    let bundled = try folder.read("Sources/fascia/BundledTechniques.swift")
    #expect(bundled.contains("import DeepTissueMassage\nimport HotStone\n"))
    #expect(bundled.contains("  HotStone.self,\n]"))
    for name in ["HotStone.swift", "HotStone+Intake.swift", "HotStone+Session.swift", "README.md"] {
      #expect(try folder.read("Plugins/HotStone/" + name).contains("HotStone"))
    }
    #expect(try folder.read("Tests/HotStoneTests/ConformanceTests.swift").contains("findings(in:"))
  }

  @Test(arguments: [
    (
      "HotStone", "\"HotStone\" is no name for it: small letters and digits, words joined by _, at "
    ),
    ("trigger_point", "there is a technique trigger_point in this build already."),
    ("technique_kit", "TechniqueKit is the name of something that Fascia or Swift uses."),
    ("../x", "\"../x\" is no name for it"), ("self", "Self is the name of something"),
    ("evidence", "Evidence is the name of something"),
  ])
  func `a name that cannot be is refused, and nothing is written`(name: String, error: String)
    throws
  {
    let folder = try package()
    let before = try folder.read("Package.swift")
    let result = try Self.fascia(["scaffold", "technique", name, "--no-build"], in: folder.path)
    #expect(result.ending == .code(2))
    #expect(result.errors.hasPrefix("Error: " + error), "\(result.errors)")
    #expect(try folder.read("Package.swift") == before)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Plugins"))
  }

  @Test func `what exists is not written over, and a folder without a package is named`() throws {
    let folder = try package()
    _ = try Self.fascia(["scaffold", "technique", "hot_stone", "--no-build"], in: folder.path)
    let again = try Self.fascia(
      ["scaffold", "technique", "hot_stone", "--no-build"], in: folder.path)
    #expect(again.ending == .code(2))
    #expect(again.errors == "Error: Plugins/HotStone exists already. Nothing was written.\n")
    let empty = try Folder()
    let nowhere = try Self.fascia(["scaffold", "technique", "hot_stone"], in: empty.path)
    #expect(nowhere.ending == .code(2))
    #expect(nowhere.errors.contains("there is no Package.swift in"))
  }

  @Test func `a host is a package with the techniques of this build in its list`() throws {
    let folder = try Folder()
    let result = try Self.fascia(
      ["scaffold", "host", "river_street", "--fascia", Clinic.root], in: folder.path)
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(
      try folder.read("river-street/Sources/RiverStreet/main.swift")
        == "import ClinicHost\n\nClinicHost.main(techniques: bundledTechniques)\n")
    let manifest = try folder.read("river-street/Package.swift")
    #expect(manifest.contains(".package(name: \"Fascia\", path: \"\(Clinic.root)\")"))
    #expect(manifest.contains("  \"TriggerPointTherapy\",\n"))
    #expect(try folder.read("river-street/config.yaml").contains("allow_draft: true"))
    let added = try Self.fascia(
      ["scaffold", "technique", "hot_stone", "--no-build"], in: folder.path + "/river-street")
    #expect(added.ending == .code(0), "\(added.errors)")
    #expect(
      try folder.read("river-street/Package.swift").contains(
        "let techniques: [String] = [\n  \"HotStone\",\n]"))
    let lost = try Self.fascia(["scaffold", "host", "other"], in: folder.path)
    #expect(lost.ending == .code(2))
    #expect(lost.errors.hasPrefix("Error: this folder is not Fascia. Say where it is:"))
  }
}
