import ArgumentParser
import ClinicREPL
import Foundation
import TechniqueKit

/// `fascia scaffold`: the beginning of a technique, or of a clinic's own build.
struct ScaffoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scaffold", abstract: "Begin a technique module, or a build of one's own.",
    subcommands: [ScaffoldTechnique.self, ScaffoldHost.self])
}

struct ScaffoldTechnique: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "technique",
    abstract: "Write a technique module that builds and passes its checks, and list it.")

  @Argument(help: "The technique's id, in snake_case: hot_stone.")
  var name: String

  @Flag(help: "Only write the files; do not build and check them.")
  var noBuild = false

  func run(in launch: Launch) throws {
    let output = launch.output
    do throws(ScaffoldProblem) {
      let name = try ScaffoldName(name)
      let scaffold = try TechniqueScaffold(
        name, in: launch.folder, compiledIn: launch.techniques)
      for line in try scaffold.write() { output.write(line + "\n") }
      if !noBuild {
        output.write("Building and checking it; the first time this takes some minutes.\n")
        try scaffold.build()
      }
      output.write(scaffold.nextSteps(isBuilt: !noBuild))
    } catch {
      throw EarlyEnd("Error: \(error)", error.isUsage ? .usage : .failed)
    }
  }
}

struct ScaffoldHost: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Write a package that builds Fascia with techniques of your choice.")

  @Argument(help: "The package's name, in snake_case: river_street. It becomes a new folder here.")
  var name: String

  @ArgumentParser.Option(
    help:
      "Where Fascia is: a folder, or the address of its repository. The current folder when it is Fascia."
  )
  var fascia: String?

  func run(in launch: Launch) throws {
    do throws(ScaffoldProblem) {
      let scaffold = try HostScaffold(
        try ScaffoldName(name), fascia: fascia, in: launch.folder, compiledIn: launch.techniques)
      let output = launch.output
      for line in try scaffold.write() { output.write(line + "\n") }
      output.write(scaffold.nextSteps)
    } catch {
      throw EarlyEnd("Error: \(error)", error.isUsage ? .usage : .failed)
    }
  }
}

/// A name in the forms that files and sources need.
struct ScaffoldName {
  /// `hot_stone`
  let id: String
  /// `HotStone`
  var type: String {
    id.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
  /// `Hot stone`
  var words: String {
    let words = id.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
  /// `hot-stone`
  var folder: String { id.split(separator: "_").joined(separator: "-") }

  init(_ id: String) throws(ScaffoldProblem) {
    let parts = id.split(separator: "_", omittingEmptySubsequences: false)
    let isLegal = parts.allSatisfy { part in
      part.first.map { ("a"..."z").contains($0) } ?? false
        && part.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
    guard isLegal, id.count <= 40 else { throw .illegalName(id) }
    self.id = id
  }

  /// Refuses the names of modules, of types that a module uses, and of the language's own words.
  func refuseTaken(by compiledIn: [any Technique.Type]) throws(ScaffoldProblem) {
    let bundled = compiledIn.map { String($0.manifest.origin.prefix { $0 != "/" }) }
    guard !Self.taken.contains(type), !bundled.contains(type), id != "general" else {
      throw .moduleName(type)
    }
  }

  private static let taken: Set<String> = [
    "TechniqueKit", "TechniqueChecks", "ClinicalContent", "ClinicCore", "ClinicConfig",
    "ClinicReports", "ClinicREPL", "ClinicHost", "ChartStoreSQLite", "Fascia", "Foundation",
    "Testing", "Swift", "Crypto", "CryptoExtras", "Logging", "Yams", "Collections",
    "ArgumentParser",
    "GRDB", "Technique", "Manifest", "Question", "Answer", "Absence", "Condition", "Comparison",
    "Severity", "Truth", "Facts", "Finding", "Evidence", "Aftercare", "Example", "Citation",
    "Region", "Side", "Site", "Scale", "Option", "Validity", "Anatomy", "Position", "Translation",
    "Suggestion", "Sex", "Words", "Day", "Areas", "Rows", "Amount", "Choice", "Self", "Any", "Type",
    "Protocol", "Package", "String", "Int", "Double", "Bool", "Array", "Set", "Optional", "Result",
  ]
}

/// Why nothing was scaffolded, or why what was scaffolded does not build.
enum ScaffoldProblem: Error, CustomStringConvertible {
  case illegalName(String)
  case noPackage(String)
  case noList(String, String)
  case taken(String)
  case moduleName(String)
  case claimed(String)
  case noFascia
  case unwritable(String)
  case noSwift
  case failed(String)

  var isUsage: Bool {
    switch self {
    case .illegalName, .noPackage, .noList, .taken, .moduleName, .claimed, .noFascia: true
    case .unwritable, .noSwift, .failed: false
    }
  }

  var description: String {
    switch self {
    case .illegalName(let name):
      "\"\(name)\" is no name for it: small letters and digits, words joined by _, at most 40. "
        + "Example: hot_stone"
    case .noPackage(let path):
      "there is no Package.swift in \(path). Go to the package that the technique is for."
    case .noList(let file, let what):
      "\(file) has no list of \(what) to add to. Nothing was written."
    case .taken(let path): "\(path) exists already. Nothing was written."
    case .moduleName(let name):
      "\(name) is the name of something that Fascia or Swift uses. Nothing was written."
    case .claimed(let id): "there is a technique \(id) in this build already. Nothing was written."
    case .noFascia:
      "this folder is not Fascia. Say where it is: --fascia ../fascia, or --fascia and the address "
        + "of its repository"
    case .unwritable(let path): "\(path) cannot be written. What was written before it stays."
    case .noSwift:
      "the files are written, but swift was not found to build them. Install Swift, then type: "
        + "swift test"
    case .failed(let command):
      "the files are written, but this failed: \(command). Its output above says why."
    }
  }
}
