import ClinicConfig
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

/// What the guides show is what the examples are made of, which the build compiles.
@Suite("The guides")
struct DocumentationTests {
  struct Block: Sendable, CustomTestStringConvertible {
    let file: String
    let language: String
    let text: String
    var testDescription: String { "\(file): \(text.prefix(50))" }
  }

  static func blocks(_ file: String) -> [Block] {
    let text = (try? String(contentsOfFile: Clinic.root + "/" + file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n```").enumerated().compactMap { place, part in
      guard place % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
      return Block(
        file: file, language: String(part[..<end]), text: String(part[part.index(after: end)...]))
    }
  }

  /// Everything under `Examples` that is compiled, or read when a program starts.
  static let compiled: String = {
    let top = Clinic.root + "/Examples"
    let paths = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
    return paths.filter { !$0.contains(".build") }.sorted()
      .filter { [".swift", ".yaml"].contains(where: $0.hasSuffix) }
      .compactMap { try? String(contentsOfFile: top + "/" + $0, encoding: .utf8) }
      .joined(separator: "\n")
  }()

  static let guides = ["Documentation/AddingATechnique.md", "Documentation/OwnHost.md"]
  static let swift = guides.flatMap(blocks).filter { $0.language == "swift" }

  @Test("A block of Swift stands, line by line, in an example that is compiled", arguments: swift)
  func compiles(block: Block) {
    #expect(Self.compiled.contains(block.text), "it stands in no file under Examples")
  }

  @Test func `there are blocks to look at`() {
    #expect(Self.swift.count > 15)
    #expect(!Self.blocks("README.md").isEmpty)
  }

  @Test(
    "A block of YAML is in an example, or is a configuration that loads",
    arguments: (guides + ["README.md"]).flatMap(blocks).filter { $0.language == "yaml" })
  func loads(block: Block) throws {
    if Self.compiled.contains(block.text) { return }
    enum HotStone: Technique {
      static let manifest = Manifest(
        id: "hot_stone", name: "Hot stone", version: .init(0, 1, 0), stability: .draft,
        summary: "Stones.")
      static let options = [
        ModuleOption("hottest_celsius", "heat", .wholeNumber(range: 40...50, defaultValue: 46))
      ]
      static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
    }
    _ = try ClinicConfigReader.read(
      block.text, path: block.file, compiledIn: [HotStone.self], keyNames: [])
  }

  @Test func `the list of sources is what the modules say`() throws {
    let written = try String(
      contentsOfFile: Clinic.root + "/Documentation/Sources.md", encoding: .utf8)
    let told = try DeveloperTests.fascia(["module", "sources"])
    #expect(told.ending == .code(0))
    #expect(
      told.output == written, "type: fascia module sources > Documentation/Sources.md")
  }
}
