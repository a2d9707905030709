import Foundation
import Testing

/// Words that nothing supports, or that only a clinician may say, are in no text of the program.
@Suite struct WordingTests {
  static let forbidden = [
    #"\bsafe\b"#, #"\bsafely\b"#, "cleared by the program", "toxin", "detox", "lactic acid",
    "diagnos",
  ]

  /// The string literals of a file, without comments.
  static func literals(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      .flatMap { line in line.matches(of: /"((?:[^"\\]|\\.)*)"/).map(\.output.1) }
  }

  static func found(in text: some StringProtocol) throws -> [String] {
    try forbidden.filter { pattern in
      try text.lowercased().contains(Regex(pattern))
    }
  }

  @Test(arguments: [
    "Sources", "Plugins", "Examples/HotStone/Sources", "Examples/RiverStreet/Sources",
  ])
  func `no text says what nothing supports`(folder: String) throws {
    // The list of these words is itself a list of texts.
    let files = try ArchitectureTests.files(folder)
      .filter { !$0.path.hasSuffix("ModuleCheck+Wording.swift") }
    #expect(!files.isEmpty)
    for file in files {
      for literal in Self.literals(file.text) {
        let found = try Self.found(in: literal)
        #expect(found.isEmpty, "\(file.path) says \(literal)")
      }
    }
  }

  @Test func `no translation and no sample says it either`() throws {
    for path in ["config.yaml", "README.md", "Documentation/Sources.md"] {
      let url = ArchitectureTests.root.appendingPathComponent(path)
      let found = try Self.found(in: String(contentsOf: url, encoding: .utf8))
      #expect(found.isEmpty, "\(path)")
    }
  }

  @Test(arguments: [
    "This is safe.", "It works safely", "cleared by the program", "Flushes toxins", "A detox",
    "removes lactic acid", "The diagnosis is",
  ])
  func `each of the words is found`(text: String) throws {
    #expect(try Self.found(in: text).count == 1)
  }

  @Test func `words that only look like them are not`() throws {
    #expect(try Self.found(in: "Safety rules come first; unsafe is another word") == [])
  }
}
