import Foundation
import Testing

/// The house rules, held as tests.
@Suite struct ArchitectureTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What each target may import besides the standard library.
  static let mayImport: [String: Set<String>] = {
    let core: Set = ["TechniqueKit", "ClinicalContent", "OrderedCollections", "Foundation"]
    let faces: Set = ["ClinicCore", "TechniqueKit", "Foundation"]
    return [
      "TechniqueKit": [], "ClinicalContent": ["TechniqueKit"],
      "TechniqueChecks": ["TechniqueKit", "Foundation"], "ClinicCore": core,
      "ClinicConfig": faces.union(["Yams"]),
      "ChartStoreSQLite": faces.union(["GRDB", "GRDBSQLite", "Crypto", "CryptoExtras"]),
      "ClinicReports": faces, "PaperPDF": ["ClinicReports", "CPango", "Foundation"],
      "LineEditor": ["Foundation"],
      "ClinicREPL": faces.union(["ClinicReports", "LineEditor", "PaperPDF"]),
      "ClinicHost": faces.union([
        "ClinicREPL", "LineEditor", "ClinicReports", "ClinicConfig", "ChartStoreSQLite",
        "ClinicalContent",
        "TechniqueChecks", "ArgumentParser", "Logging", "Synchronization",
      ]),
    ]
  }()

  static func files(_ folder: String) throws -> [(path: String, text: String)] {
    let top = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
      (
        "\(folder)/\($0)",
        try String(contentsOf: top.appendingPathComponent($0), encoding: .utf8)
      )
    }
  }

  static func imports(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("import ") }
        .map { String($0.dropFirst("import ".count)) })
  }

  @Test func `every target imports only what the import table allows`() throws {
    for file in try Self.files("Sources") {
      let target = String(file.path.split(separator: "/")[1])
      guard target != "fascia" else { continue }
      let allowed = try #require(Self.mayImport[target], "\(target) is not in the table")
      let extra = Self.imports(file.text).subtracting(allowed)
      #expect(extra.isEmpty, "\(file.path) imports \(extra.sorted())")
    }
    for file in try Self.files("Plugins") {
      let extra = Self.imports(file.text).subtracting(["TechniqueKit", "ClinicalContent"])
      #expect(extra.isEmpty, "\(file.path) imports \(extra.sorted())")
    }
  }

  @Test func `the folders under Plugins, the package and the bundled list agree`() throws {
    let folders = Set(
      try FileManager.default.contentsOfDirectory(
        atPath: Self.root.appendingPathComponent("Plugins").path))
    let bundled = try String(
      contentsOf: Self.root.appendingPathComponent("Sources/fascia/BundledTechniques.swift"),
      encoding: .utf8)
    let package = try String(
      contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for folder in folders {
      #expect(bundled.contains("  \(folder).self,"), "\(folder) is not in BundledTechniques.swift")
      #expect(package.contains("  \"\(folder)\","), "\(folder) is not in Package.swift")
    }
    let listed = bundled.split(separator: "\n").filter { $0.hasSuffix(".self,") }
    #expect(listed.count == folders.count)
  }

  @Test func `no source traps on what comes from outside`() throws {
    for file in try Self.files("Sources") + Self.files("Plugins") {
      for word in ["try!", "fatalError(", "as!", "preconditionFailure("] {
        #expect(!file.text.contains(word), "\(file.path) uses \(word)")
      }
    }
  }

  @Test func `no date depends on the zone of the process`() throws {
    for file in try Self.files("Sources") + Self.files("Plugins")
    where file.path != "Sources/ClinicCore/Time/ZoneFile.swift" {
      for word in [
        "localtime", "mktime", "strftime", "tzset", "gmtime", "TimeZone.", "TimeZone(",
        "Calendar.current",
        "Calendar(identifier", "DateFormatter", "environment[\"TZ\"]",
      ] {
        #expect(!file.text.contains(word), "\(file.path) uses \(word)")
      }
    }
  }

  @Test func `no file is longer than 400 lines`() throws {
    for file in try Self.files("Sources") + Self.files("Plugins") + Self.files("Tests") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 401, "\(file.path) has \(lines) lines")
    }
  }

  /// What adding something costs a module's developer, measured on the modules that are there.
  @Test func `a whole technique is at most 350 lines, a question with its rule at most 12`() throws
  {
    for folder in ["Plugins/CraniosacralTherapy", "Examples/HotStone/Sources"] {
      let lines = try Self.files(folder).map { $0.text.split(separator: "\n").count }.reduce(0, +)
      #expect(lines <= 350, "\(folder) has \(lines) lines")
      #expect(lines > 100, "\(folder) is not read")
    }
    let intake = try #require(
      try Self.files("Examples/HotStone/Sources").first { $0.path.hasSuffix("+Intake.swift") })
    func lines(from start: String, to end: String) throws -> Int {
      let first = try #require(intake.text.range(of: start))
      let last = try #require(
        intake.text.range(of: end, range: first.upperBound..<intake.text.endIndex))
      return intake.text[first.lowerBound..<last.lowerBound].split(separator: "\n").count
    }
    let question = try lines(from: "  static let numbSkin", to: "  static let numbAreas")
    let rule = try lines(
      from: "      \"hot_stone_numb\"", to: "    SafetyRule(\n      \"hot_stone_patch")
    // The rule's own first line, and the question's name in the list.
    #expect(question + rule + 2 <= 12)
  }

  @Test func `what a target may import holds for the examples too`() throws {
    let own: [String: Set<String>] = [
      "HotStone/Sources": ["TechniqueKit", "ClinicalContent"],
      "RiverStreet/Sources": [
        "ClinicHost", "TechniqueKit", "HotStone", "MyofascialRelease", "TriggerPointTherapy",
      ],
    ]
    for (folder, allowed) in own {
      for file in try Self.files("Examples/" + folder) {
        #expect(Self.imports(file.text).subtracting(allowed).isEmpty, "\(file.path)")
      }
    }
  }
}
