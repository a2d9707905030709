import Foundation
import TechniqueChecks
import TechniqueKit
import Testing

@Suite("The files beside a module")
struct FolderTests {
  /// The checks that need files to be broken.
  static let shown: Set<Check> = [.lock, .review, .translations]

  /// A folder with `Plugins/TechniqueChecksTests`, which is where the origin of `HotStone` points.
  final class Package {
    let path = NSTemporaryDirectory() + "package-\(UUID().uuidString)"
    var folder: String { path + "/Plugins/TechniqueChecksTests" }

    init() throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func found() -> [String] {
      findings(in: Broken.self, base: smallBase, near: path + "/Tests/X.swift").map(\.description)
    }

    func write() throws -> [String] {
      try #require(ModuleFolder(of: Broken.self, base: smallBase, near: path)).write()
        .map { URL(fileURLWithPath: $0).lastPathComponent }
    }
  }

  static func changed(_ change: (inout ModuleDocument) -> Void) -> ModuleDocument {
    var document = ModuleDocument(HotStone.self)
    change(&document)
    return document
  }

  @Test func `what is missing is named with the command that writes it`() throws {
    let package = try Package()
    #expect(
      package.found() == [
        "hot_stone/file/CONTENT.md: it is missing; type: fascia module write hot_stone",
        "hot_stone/file/CONTENT.lock: it is missing; type: fascia module write hot_stone",
      ])
    #expect(try package.write() == ["CONTENT.md", "CONTENT.lock"])
    #expect(package.found() == [])
    #expect(try package.write() == [])
  }

  @Test func `a module without a folder is told where it was looked for`() {
    #expect(
      findings(in: HotStone.self, base: smallBase, near: "/nowhere/X.swift").map(\.description)
        == [
          "hot_stone/module/folder: there is no folder Plugins/TechniqueChecksTests or "
            + "Sources/TechniqueChecksTests."
        ])
  }

  struct Change: Sendable {
    let document: ModuleDocument
    let lock: String
    let lowest: ContentVersion

    init(_ lock: String, _ lowest: ContentVersion, _ change: (inout ModuleDocument) -> Void) {
      document = FolderTests.changed(change)
      self.lock = lock
      self.lowest = lowest
    }
  }

  static let changes = [
    Change("the wording of rule hot_stone_burn changed", .init(0, 1, 1)) {
      $0.content.safetyRules[0].advice = "No stones at all."
    },
    Change("the meaning of rule hot_stone_burn changed", .init(0, 2, 0)) {
      $0.content.safetyRules[0].severity = .stop
      $0.content.safetyRules[0].severityWhenUnknown = .stop
    },
    Change("question hot_stone_more was added", .init(0, 1, 1)) {
      $0.content.intake.append(Break.asked())
    },
    Change("the meaning of question hot_stone_warmth_now changed", .init(0, 2, 0)) {
      $0.content.intake.remove(at: 3)
      $0.content.safetyRules.remove(at: 2)
    },
    Change("the wording of evidence 1 changed", .init(0, 1, 1)) { $0.content.evidence = [] },
  ]

  @Test("A change without its step of the version is refused", arguments: changes)
  func steps(change: Change) throws {
    let package = try Package()
    _ = try package.write()
    Broken.$document.withValue(change.document) {
      let finding =
        "hot_stone/file/CONTENT.lock: \(change.lock) since 0.1.0; the version has to be "
        + "\(change.lowest) or higher."
      #expect(package.found().contains(finding))
      #expect(
        package.found().contains(
          "hot_stone/file/CONTENT.md: it says what an earlier build said; type: fascia module "
            + "write hot_stone"))
      #expect {
        _ = try package.write()
      } throws: { error in
        "\(error)"
          == "\(change.lock) since 0.1.0. Make the version \(change.lowest) or higher in "
          + "TechniqueChecksTests/HotStone.swift; nothing was written."
      }
    }
    var stepped = change.document
    stepped.manifest.version = change.lowest
    try Broken.$document.withValue(stepped) {
      #expect(
        package.found().contains(
          "hot_stone/file/CONTENT.lock: it is that of 0.1.0; type: fascia module write hot_stone"))
      _ = try package.write()
      #expect(package.found().filter { $0.contains("/file/") } == [])
    }
  }

  @Test func `from 1_0_0 on a change of meaning is a new first number`() throws {
    let old = try ContentLock(Self.changed { $0.manifest.version = .init(1, 4, 2) })
    func lowest(_ change: (inout ModuleDocument) -> Void) throws -> ContentVersion {
      try ContentLock(Self.changed(change)).step(since: old, of: Self.changed(change)).lowest(
        after: old.version)
    }
    #expect(
      try lowest { $0.content.safetyRules[0].severity = .stop } == ContentVersion(2, 0, 0))
    #expect(
      try lowest { $0.content.intake.append(Break.asked()) } == ContentVersion(1, 5, 0))
    #expect(try lowest { $0.content.intake[0].why = "Else." } == ContentVersion(1, 4, 3))
    #expect(ContentLock(text: old.text) == old)
    #expect(ContentLock(text: "nonsense") == nil)
  }

  @Test func `a source that is added is a matter of wording, a rename hides no change`() throws {
    let old = try ContentLock(Self.changed { $0.manifest.version = .init(1, 0, 0) })
    func step(_ change: (inout ModuleDocument) -> Void) throws -> ContentLock.Step {
      let document = Self.changed(change)
      return try ContentLock(document).step(since: old, of: document)
    }
    #expect(
      try step { $0.content.safetyRules[0].citations.append(.source("Somebody 2020")) }
        == .wording(item: "rule hot_stone_burn"))
    #expect(
      try step {
        let rule = HotStone.burn
        $0.content.safetyRules[0] = SafetyRule(
          "hot_stone_heat_felt", code: rule.code, rule.title, when: rule.when, .note,
          regions: rule.regions, advice: rule.advice, client: rule.clientWording,
          citations: rule.citations
        ).formerly(rule.id)
      } == .meaning(item: "rule hot_stone_burn"))
  }

  @Test func `a rename with an alias takes nothing away`() throws {
    let package = try Package()
    _ = try package.write()
    let renamed = Self.changed {
      $0.manifest.version = .init(0, 1, 1)
      $0.content.metrics[0] = HotStone.warmth.renamed("hot_stone_heat_felt")
    }
    try Broken.$document.withValue(renamed) { _ = try package.write() }
  }

  @Test func `a translation is begun, kept, and marked when the text changes`() throws {
    let package = try Package()
    _ = try package.write()
    let folder = try #require(ModuleFolder(of: Broken.self, base: smallBase, near: package.path))
    let begun = try folder.writeTranslation("es")
    #expect(begun.missing == ModuleDocument(HotStone.self).texts.count)

    var file = try Self.translation(begun.path)
    func found(_ file: TranslationFile) throws -> [String] {
      Broken.$written.withValue([
        Translation("es", Array(try JSONEncoder().encode(file)))
      ]) { package.found() }
    }
    #expect(
      try found(file) == [
        "hot_stone/translation/es: manifest/name and \(begun.missing - 1) more texts are not "
          + "translated."
      ])
    file.texts = file.texts.map {
      .init(place: $0.place, source: $0.source, translation: "Es \($0.source)")
    }
    #expect(try found(file) == [])
    try JSONEncoder().encode(file).write(to: URL(fileURLWithPath: begun.path))

    let reworded = Self.changed { $0.content.safetyRules[0].advice = "No stones at all." }
    try Broken.$document.withValue(reworded) {
      #expect(
        try found(file).contains(
          "hot_stone/translation/es: rule/hot_stone_burn/advice is translated from an older "
            + "wording."))
      let refreshed = try #require(
        ModuleFolder(of: Broken.self, base: smallBase, near: package.path)
      )
      .writeTranslation("es")
      #expect(refreshed.missing == 0)
      #expect(refreshed.stale == 1)
      let line = try Self.translation(begun.path)["rule/hot_stone_burn/advice"]
      #expect(line?.stale == true)
      #expect(line?.source == "No stones at all.")
      #expect(line?.translation == "Es No stones there.")
    }
    let es = file.applied(to: ModuleDocument(HotStone.self))
    #expect(es.content.intake[0].prompt == "Es Heat, any of these?")
    #expect(file.applied(to: reworded).content.safetyRules[0].advice == "No stones at all.")

    file.texts.append(.init(place: "question/gone/prompt", source: "Gone?", translation: "x"))
    #expect(
      try found(file) == ["hot_stone/translation/es: there is no text question/gone/prompt."])
    var long = file
    long.texts.removeLast()
    long.texts = long.texts.map { line in
      guard line.place == "question/hot_stone_heat/prompt" else { return line }
      return .init(
        place: line.place, source: line.source, translation: String(repeating: "A", count: 61))
    }
    #expect(
      try found(long) == [
        "hot_stone/translation/es: question/hot_stone_heat: the prompt has 61 letters; 60 fit."
      ])
    let unreadable = Broken.$written.withValue([Translation("es", [1, 2, 3])]) { package.found() }
    #expect(unreadable == ["hot_stone/translation/es: its file cannot be read."])
  }

  static func translation(_ path: String) throws -> TranslationFile {
    try JSONDecoder().decode(
      TranslationFile.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

extension OutcomeMetric {
  fileprivate func renamed(_ new: ID<OutcomeMetric>) -> OutcomeMetric {
    OutcomeMetric(
      new, name: name, construct: construct, prompt: prompt, range: range, direction,
      version: version, thresholds: thresholds, licence: licence, citations: citations
    ).formerly(id)
  }
}
