import TechniqueKit
import Testing

@testable import ClinicCore

/// An answer covers the questions that it names, and no others.
@Suite struct OverrideTests {
  static func override(_ doubts: [Doubt]) -> Override {
    Override(
      of: doubts, reason: "why", at: Instant(milliseconds: 0), by: Author(name: "J. Lee"))
  }

  @Test(arguments: [
    (Doubt("midnight:2026-11-30", "past midnight"), true),
    (Doubt("midnight:2026-12-01", "past midnight"), false),
    (Doubt("longer", "too long", minutes: 114), true),
    (Doubt("longer", "too long", minutes: 115), false),
    (Doubt("longer", "too long", minutes: 80), true), (Doubt("overlap:ann:5", "overlaps"), false),
  ])
  func `the same question is answered, another or a larger one is not`(
    doubt: Doubt, isAnswered: Bool
  ) {
    let given = [
      Self.override([Doubt("midnight:2026-11-30", "past midnight")]),
      Self.override([Doubt("longer", "took 100 min", minutes: 100)]),
    ]
    #expect(given.open([doubt]).isEmpty == isAnswered)
  }

  @Test func `what stands in practice files of an answer is pinned`() throws {
    try StoredFormTests().check(
      Self.override([Doubt("longer", "too long", minutes: 100)]),
      "{\"at\":0,\"by\":{\"credential\":\"\",\"name\":\"J. Lee\"},\"doubts\":[{\"minutes\":100,"
        + "\"subject\":\"longer\",\"words\":\"too long\"}],\"reason\":\"why\"}")
  }

  @Test func `a visit that was written before there were answers is read`() throws {
    let visit = FoldOrderTests.visit("v", 0, pain: 5)[0]
    let bytes = try visit.content.payload()
    #expect(!String(decoding: bytes, as: UTF8.self).contains("overrides"))
    #expect(try Entry.Content(kind: .visit, payload: bytes) == visit.content)
  }
}
