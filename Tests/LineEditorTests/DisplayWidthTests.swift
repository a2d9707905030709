import Foundation
import Testing

@testable import LineEditor

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("abc def", 7), ("ü", 1), ("u\u{308}", 1), ("日本語", 6), ("ｆｕｌｌ", 8),
    ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇭", 2), ("☺", 1), ("☺️", 2), ("1️⃣", 2), ("각", 2),
    ("\u{1100}\u{1161}", 2), ("\u{200D}", 0), ("\u{FEFF}", 0), ("─·→█", 4), ("\u{301}", 0),
    ("⌚", 2), ("⌚\u{FE0E}", 1), ("a\u{7}b", 2), ("\u{7f}", 0), ("é日", 3), ("\u{AD}", 1),
  ])
  func `text takes its columns`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == columns)
  }

  @Test(arguments: ["a", "ü", "u\u{308}", "日", "👍", "각", "☺", "·", "─", "\u{FFFD}"])
  func `terminals agree about single scalars and letters with marks`(text: String) throws {
    let character = try #require(text.first)
    #expect(!DisplayWidth.isUncertain(character))
    #expect(DisplayWidth.most(of: character) == DisplayWidth.of(character))
  }

  @Test(arguments: [
    "👨‍👩‍👧", "🇨🇭", "🇩", "👍🏽", "☺️", "1️⃣", "क्ष", "\u{200D}", "\u{1100}\u{1161}", "\u{301}",
  ])
  func `they disagree about what joins several pictures or letters`(text: String) throws {
    let character = try #require(text.first)
    #expect(text.count == 1)
    #expect(DisplayWidth.isUncertain(character))
    #expect(DisplayWidth.most(of: character) >= DisplayWidth.of(character))
  }

  static let widths = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/LineEditor/Widths")

  @Test func `the table is what its generator makes of the Unicode database`() throws {
    let generator = Process()
    let pipe = Pipe()
    generator.executableURL = URL(fileURLWithPath: "/bin/sh")
    generator.arguments = [Self.widths.appendingPathComponent("generate.sh").path]
    generator.standardOutput = pipe
    try generator.run()
    let made = pipe.fileHandleForReading.readDataToEndOfFile()
    generator.waitUntilExit()
    let kept = try Data(contentsOf: Self.widths.appendingPathComponent("WidthTable.swift"))
    #expect(
      made == kept,
      """
      renew it: sh Sources/LineEditor/Widths/generate.sh \
      > Sources/LineEditor/Widths/WidthTable.swift
      """)
  }

  @Test func `the ranges of the table are in order and apart`() {
    for table in [WidthTable.none, WidthTable.two] {
      #expect(table.count.isMultiple(of: 2))
      #expect(zip(table, table.dropFirst()).allSatisfy { $0 <= $1 })
    }
    for value in stride(from: 0, through: WidthTable.two.count - 2, by: 2) {
      let scalar = Unicode.Scalar(WidthTable.two[value])
      #expect(scalar.map(DisplayWidth.of) == 2)
    }
  }
}
