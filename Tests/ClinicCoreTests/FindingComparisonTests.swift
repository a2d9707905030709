import ClinicCore
import Foundation
import TechniqueKit
import Testing

@Suite("Findings of two visits")
struct FindingComparisonTests {
  static let at = StoredFormTests.at

  static func found(
    _ region: ID<Region>?, _ pain: Double? = nil, kind: ID<FindingKind> = "point"
  ) -> RecordedFinding {
    var values: [String: Finding.Value] = [:]
    if let region { values["site"] = .site(Site(region, .right)) }
    if let pain { values["pain"] = .number(pain) }
    return RecordedFinding(
      at: at, finding: Finding(kind: kind, code: "trp", values: values), sentence: "Found.")
  }

  @Test func `what is gone, new, changed and the same is told by kind and site`() {
    let (calf, neck, hip) = (Self.found("calf", 4), Self.found("neck", 6), Self.found("hip", 2))
    let better = Self.found("neck", 3)
    #expect(
      FindingComparison(before: [calf, neck, hip], now: [better, Self.found("foot"), hip]).rows
        == [
          .changed(from: neck, to: better), .new(Self.found("foot")), .same(hip),
          .notRecorded(calf),
        ])
    #expect(
      FindingComparison.changes(from: neck.finding, to: better.finding) == [
        .init(field: "pain", before: .number(6), now: .number(3))
      ])
    #expect(
      FindingComparison.changes(from: neck.finding, to: Self.found("neck").finding) == [
        .init(field: "pain", before: .number(6), now: nil)
      ])
  }

  @Test func `another kind at the same site is another finding`() {
    let (point, hold) = (Self.found("neck"), Self.found("neck", kind: "hold"))
    #expect(
      FindingComparison(before: [point], now: [hold]).rows == [.new(hold), .notRecorded(point)])
  }

  @Test func `of several at one site the one that is alike is the same`() {
    let (four, six, two) = (Self.found("neck", 4), Self.found("neck", 6), Self.found("neck", 2))
    #expect(
      FindingComparison(before: [four, six], now: [two, four]).rows
        == [.changed(from: six, to: two), .same(four)])
  }

  @Test func `findings without a site are compared by their kind`() {
    let (old, new) = (Self.found(nil, 71), Self.found(nil, 70))
    #expect(
      FindingComparison(before: [old], now: [new]).rows == [.changed(from: old, to: new)])
  }
}

@Suite("Findings of a visit in hand")
struct VisitDraftFindingTests {
  static func draft(_ steps: [DraftEvent.Step]) throws -> VisitDraft {
    let start: SessionStart = try Payload.decode(
      Data(
        """
        {"templates": [{"id": "points", "title": "points", "technique": "t", "techniqueName": "T",
          "length": 30}], "sites": [], "leftOut": [], "verdict": [],
         "phases": [{"title": "Work", "technique": "t", "minutes": 30, "instructions": "",
          "overruled": []}]}
        """.utf8))
    let events = ([.started(start)] + steps).map { DraftEvent(at: StoredFormTests.at, $0) }
    let draft = Draft(
      id: ID("draft"), chart: ID("chart"), kind: .visit, openedAt: StoredFormTests.at,
      person: ID("person"), definition: DefinitionDigest(hex: ""))
    return try #require(VisitDraft(draft, events: events))
  }

  @Test func `a finding is replaced and dropped by its place, whatever was dropped before`() throws
  {
    let (one, two, three) = (
      FindingComparisonTests.found("calf"), FindingComparisonTests.found("neck"),
      FindingComparisonTests.found("hip")
    )
    let all: [DraftEvent.Step] = [one, two, three].map { .found(finding: $0) }
    #expect(try Self.draft(all + [.dropped(place: 0)]).findings == [two, three])
    let changed = FindingComparisonTests.found("neck", 3)
    let steps = all + [.dropped(place: 0), .foundInstead(place: 1, finding: changed)]
    #expect(try Self.draft(steps).findings == [changed, three])
    // What was dropped stays dropped, and a place that never was is no place.
    #expect(
      try Self.draft(
        all + [
          .dropped(place: 2), .foundInstead(place: 2, finding: changed), .dropped(place: 9),
          .foundInstead(place: -1, finding: changed),
        ]
      ).findings == [one, two])
  }

  @Test func `the steps have a form that stays`() throws {
    let stored = StoredFormTests()
    try stored.check(DraftEvent.Step.dropped(place: 1), "{\"dropped\":{\"place\":1}}")
    let text = String(
      decoding: try Payload.encode(
        DraftEvent.Step.foundInstead(place: 1, finding: FindingComparisonTests.found("calf"))),
      as: UTF8.self)
    #expect(text.hasPrefix("{\"foundInstead\":{\"finding\":{") && text.hasSuffix("\"place\":1}}"))
  }
}
