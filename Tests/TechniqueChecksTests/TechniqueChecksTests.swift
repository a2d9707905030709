import ClinicalContent
import TechniqueChecks
import TechniqueKit
import Testing

@Suite("Checking a module")
struct TechniqueChecksTests {
  @Test("A module without problems has no findings")
  func conforms() {
    #expect(findings(in: HotStone.self, base: smallBase, near: nil) == [])
  }

  @Test("The general content has no findings")
  func general() {
    #expect(
      findings(
        inBase: GeneralContent.base, manifest: GeneralContent.manifest,
        translations: GeneralContent.translations) == [])
  }

  @Test("Each problem is found by its check, and named by its path", arguments: Break.all)
  func finds(broken: Break) {
    var document = ModuleDocument(HotStone.self)
    broken.change(&document)
    Broken.$document.withValue(document) {
      let found = findings(in: Broken.self, base: smallBase, near: nil)
      let wanted = "hot_stone/" + broken.finding
      #expect(found.map(\.description).contains(wanted))
      #expect(found.first { $0.description == wanted }?.check == broken.check)
    }
  }

  @Test("Every check has a broken module among the tests")
  func complete() {
    let shown = Set(Break.all.map(\.check)).union(FolderTests.shown)
    #expect(Set(Check.allCases).subtracting(shown) == [])
  }
}

/// `HotStone` as the test that is running has broken it.
enum Broken: Technique {
  @TaskLocal static var document = ModuleDocument(HotStone.self)
  static var manifest: Manifest { document.manifest }
  static var options: [ModuleOption] { document.options }
  static func content(_ options: OptionValues) -> ModuleContent {
    var content = document.content
    if options.isOn("careless") { content.safetyRules = [] }
    return content
  }
  static var translations: [Translation] { written }
  @TaskLocal static var written: [Translation] = []
  static func score(_ metric: ID<OutcomeMetric>, items: [String: Double]) -> Double? { 99 }
}
