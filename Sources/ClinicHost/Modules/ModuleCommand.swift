import ArgumentParser
import ClinicCore
import ClinicREPL
import ClinicalContent
import Foundation
import TechniqueChecks
import TechniqueKit

/// `fascia module`: what a module's developer and its reviewer need.
struct ModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module", abstract: "Look at one technique module: read it, try it, translate it.",
    subcommands: [
      ShowModule.self, SimulateModule.self, TranslateModule.self, WriteModule.self,
      ListSources.self,
    ])
}

struct ShowModule: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what a clinician has to review, as Markdown.")

  @Argument(help: "The technique's id, or general.")
  var id: String

  @Flag(help: "The whole module as JSON, schema 1.")
  var json = false

  func run(in launch: Launch) throws {
    let document = try Self.document(id, launch.composition)
    guard json else {
      return launch.output.write(
        ContentReview(document, base: Self.base(id)).markdown)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    launch.output.write(String(decoding: try encoder.encode(document), as: UTF8.self) + "\n")
  }

  /// The general content builds on nothing.
  private static func base(_ id: String) -> ContentBase {
    id == GeneralContent.manifest.id.rawValue
      ? .none : GeneralContent.base
  }

  static func document(_ id: String, _ composition: Composition) throws -> ModuleDocument {
    if id == GeneralContent.manifest.id.rawValue {
      return ModuleDocument(manifest: GeneralContent.manifest, content: GeneralContent.content)
    }
    return ModuleDocument(try composition.technique(id))
  }
}

struct SimulateModule: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Lead a synthetic client through a visit with a technique, and print the transcript.")

  @Argument(help: "The technique's id.")
  var id: String

  func run(in launch: Launch) throws {
    try launch.composition.refuseDoubles()
    try Simulation(of: try launch.composition.technique(id), output: launch.output).run()
  }
}

struct TranslateModule: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Begin a module's translation, or bring it up to date; stale lines are marked.")

  @Argument(help: "The technique's id, or general.")
  var id: String

  @Argument(help: "A language tag: de, es, pt-BR.")
  var language: String

  @OptionGroup var source: SourceOptions

  func validate() throws {
    let isTag = language.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
    guard isTag, language.prefix(while: { $0 != "-" }).count >= 2 else {
      throw ValidationError("\"\(language)\" is no language tag. Examples: de, es, pt-BR")
    }
    if language.lowercased() == Languages.english {
      throw ValidationError("modules are written in English already. Examples: de, es, pt-BR")
    }
  }

  func run(in launch: Launch) throws {
    let folder = try source.folder(of: id, launch)
    do {
      let written = try folder.writeTranslation(language)
      let output = launch.output
      output.write("\(written.path): \(written.missing) to translate, \(written.stale) stale.\n")
      if written.missing + written.stale > 0 {
        output.write(
          "Fill in \"translation\"; where it says \"stale\", look at it and take that out.\n")
      }
    } catch let error as ModuleFolderError {
      throw EarlyEnd("Error: \(error)", .failed)
    }
  }
}

struct WriteModule: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Write CONTENT.md and CONTENT.lock anew, once the version is right.")

  @Argument(help: "The technique's id; all techniques when none is named.")
  var ids: [String] = []

  @OptionGroup var source: SourceOptions

  func run(in launch: Launch) throws {
    for id in ids.isEmpty ? launch.techniques.map({ $0.manifest.id.rawValue }) : ids {
      let folder = try source.folder(of: id, launch)
      do {
        let written = try folder.write()
        launch.output.write(
          written.isEmpty ? "\(id): up to date.\n" : written.map { "Wrote \($0)\n" }.joined())
      } catch let error as ModuleFolderError {
        throw EarlyEnd("Error: \(id): \(error)", .failed)
      }
    }
  }
}

struct ListSources: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Print every source that this build's modules rest on, as Markdown.")

  func run(in launch: Launch) throws {
    try launch.composition.refuseDoubles()
    let general = try ShowModule.document(
      GeneralContent.manifest.id.rawValue, launch.composition)
    var list = SourceList([general] + launch.techniques.map { ModuleDocument($0) })
    list.add(HealthConditions.codesSource, "general: ICD-10-CM codes")
    launch.output.write(list.markdown)
  }
}

/// Where the source of a module lies.
struct SourceOptions: ParsableArguments {
  @ArgumentParser.Option(
    help: "The package that holds the module's source; the current folder when left out.")
  var package: String?

  func path(in launch: Launch) -> String { package ?? launch.folder }

  func folder(of id: String, _ launch: Launch) throws -> ModuleFolder {
    let path = path(in: launch)
    if id == GeneralContent.manifest.id.rawValue {
      let document = try ShowModule.document(id, launch.composition)
      if let folder = ModuleFolder(ofBase: document, near: path) { return folder }
    } else if let folder = ModuleFolder(
      of: try launch.composition.technique(id), base: GeneralContent.base, near: path)
    {
      return folder
    }
    throw EarlyEnd(
      "Error: the source of \(id) is not in \(path). Name the package that holds it: --package "
        + "FOLDER", .usage)
  }
}

/// `fascia check`: every check of every module.
struct CheckCommand: LaunchedCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check technique modules, and say what is wrong with them.")

  @Argument(help: "The techniques' ids, or general; all of this build when none is named.")
  var ids: [String] = []

  @Flag(help: "Say what each check sees to, and check nothing.")
  var list = false

  @OptionGroup var source: SourceOptions

  func run(in launch: Launch) throws {
    let output = launch.output
    if list {
      for check in Check.allCases { output.write("\(check.rawValue): \(check.meaning)\n") }
      return
    }
    let composition = launch.composition
    try composition.refuseDoubles()
    let general = GeneralContent.manifest
    let techniques =
      ids.isEmpty
      ? composition.techniques
      : try ids.filter { $0 != general.id.rawValue }.map { try composition.technique($0) }
    var found: [String] = []
    var count = techniques.count
    for technique in techniques {
      let near = whereabouts(
        ModuleFolder(of: technique, base: GeneralContent.base, near: source.path(in: launch)),
        technique.manifest, launch)
      found += findings(in: technique, base: GeneralContent.base, near: near)
        .map { "\(technique.manifest.origin): \($0)" }
    }
    if ids.isEmpty || ids.contains(general.id.rawValue) {
      count += 1
      let document = try ShowModule.document(general.id.rawValue, composition)
      let near = whereabouts(
        ModuleFolder(ofBase: document, near: source.path(in: launch)), general, launch)
      found += findings(
        inBase: GeneralContent.base, manifest: general, translations: GeneralContent.translations,
        near: near
      ).map { "\(general.origin): \($0)" }
    }
    for line in found { output.writeError(line + "\n") }
    let modules = count.of("module")
    guard found.isEmpty else {
      throw EarlyEnd("Error: \(modules) checked, \(found.count) found.", .usage)
    }
    output.write("\(modules) checked, \(Check.allCases.count) checks each, nothing found.\n")
  }

  /// The path from which a module's files are found; says so where they are not.
  private func whereabouts(
    _ folder: ModuleFolder?, _ manifest: Manifest, _ launch: Launch
  ) -> String? {
    let path = source.path(in: launch)
    if folder != nil { return path }
    launch.output.write(
      "\(manifest.id): its source is not in \(path), so its files are not checked.\n")
    return nil
  }
}
