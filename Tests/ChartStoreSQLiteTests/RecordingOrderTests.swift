import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// The same entries, written down in another order, are read, counted and put on paper alike.
@Suite struct RecordingOrderTests {
  /// Ann's visits of weeks ago, the scores and answers between them.
  static func entries(_ practice: TestPractice, _ digest: DefinitionDigest) -> [Entry] {
    func at(_ day: Int, _ hour: Int = 10) -> Instant {
      practice.moment.adding(minutes: (day * 24 + hour) * 60)
    }
    func entry(_ id: String, _ content: Entry.Content, _ time: Instant) -> Entry {
      Entry(
        id: ID(id), chart: practice.chart, happenedAt: time, recordedAt: practice.moment,
        author: practice.author, definition: digest, content: content)
    }
    let pain = Instruments.painNow
    func score(_ value: Double, _ time: Instant, _ occasion: ClinicCore.Measurement.Occasion)
      -> ClinicCore.Measurement
    {
      .init(metric: pain.id, version: pain.version, occasion: occasion, at: time, value: value)
    }
    func visit(_ id: String, _ day: Int, _ value: Double) -> [Entry] {
      let record = VisitRecord(
        startedAt: at(day), endedAt: at(day, 11),
        templates: [
          .init(
            id: "stone_session", title: "stone", technique: "stone", techniqueName: "Stone",
            length: 60)
        ], segments: [], minutes: 60, verdict: [], findings: [],
        measurements: [score(value, at(day), .before), score(value - 1, at(day, 11), .after)],
        note: [NoteLine(section: .assessment, text: "on day \(day)", at: at(day, 11))])
      return [
        entry(id, .visit(record), at(day)),
        entry(
          id + " signed", .signature(.init(visit: ID(id), signer: practice.author)), at(day, 12)),
      ]
    }
    func intake(_ id: String, _ day: Int, _ condition: String) -> Entry {
      entry(
        id,
        .intake(
          IntakeRecord(answers: [
            "condition": .init(.choices([ID(condition)]), at: at(day, 8)),
            "main_reason": .init(.text("on day \(day)"), at: at(day, 8)),
          ])), at(day, 8))
    }
    var all: [Entry] = [
      intake("i1", -30, "neck_pain"), entry("m1", .measurement(score(9, at(-29), .apart)), at(-29)),
      entry("named", .identityChanged(Identity(name: "Synthetic Ann Ruiz")), at(-28)),
    ]
    all += visit("v1", -28, 8)
    all += [intake("i2", -21, "migraine")]
    all += visit("v2", -21, 6)
    all += [
      entry("add", .addendum(.init(visit: "v1", text: "later")), at(-20)),
      entry("goal", .goal(Goal(words: "sleep")), at(-19)),
    ]
    all += visit("wrong", -18, 1)
    all += [
      entry(
        "gone", .retraction(.init(of: ["wrong", "wrong signed"], reason: "other chart")), at(-17)),
      intake("i3", -14, "neck_pain"),
    ]
    all += visit("v3", -14, 3)
    all += [entry("m2", .measurement(score(2, at(-2), .apart)), at(-2))]
    return all
  }

  /// What is read of the chart that the entries make when they are written down in an order.
  func told(_ order: (inout [Entry]) -> Void) throws -> [String] {
    let practice = TestPractice()
    let clinic = try practice.window()
    let store = try practice.store()
    let digest = try store.keep(
      definition: try Payload.encode(try FoldTests.catalogue()))
    var entries = Self.entries(practice, digest)
    order(&entries)
    let registered = Entry(
      id: "reg", chart: practice.chart, happenedAt: practice.moment.adding(minutes: -60 * 1440),
      recordedAt: practice.moment, author: practice.author, definition: digest,
      content: .registered(Identity(name: "Synthetic Ann")))
    try store.commit([.appended(registered)])
    for entry in entries { try store.commit([.appended(entry)]) }
    #expect(try clinic.verify().isWhole)
    let chart = try clinic.chart(practice.chart)
    let listed = try #require(try store.client(practice.chart))
    let results = try clinic.results(shown: clinic.catalogue)
    return [
      "\(chart.visits.map(\.entry))", "\(chart.visits.map(\.addenda))", "\(chart.answers.count)",
      "\(chart.conditions)", "\(try clinic.courses(of: chart))",
      "\(try clinic.letter(on: chart, agreed: true))", "\(try clinic.clientReport(on: chart))",
      "\(listed.identity) \(listed.visits) \(String(describing: listed.lastSeen))",
      "\(try clinic.names().matching("ann ruiz"))", "\(try store.lastIntakes())",
      "\(results.groups) \(results.afterEffects)",
      "\(try store.visits(from: practice.moment.adding(minutes: -60 * 1440), to: practice.moment))",
    ]
  }

  @Test func `whatever was written down first, the chart, the lists and the letter are the same`()
    throws
  {
    let wanted = try told { _ in }
    #expect(wanted[0].contains("v1") && wanted[0].hasSuffix("v3]"))
    for seed in UInt64(1)...8 {
      var generator = SeededGenerator(seed: seed)
      let told = try told { entries in
        entries = Self.recorded(entries, using: &generator)
      }
      for (one, other) in zip(told, wanted) { #expect(one == other, "seed \(seed)") }
    }
  }

  /// One of the orders in which they may have been written down: each act after what it names.
  static func recorded(
    _ entries: [Entry], using generator: inout SeededGenerator
  ) -> [Entry] {
    func named(_ entry: Entry) -> [ID<Entry>] {
      switch entry.content {
      case .signature(let what): [what.visit]
      case .addendum(let what): [what.visit]
      case .retraction(let what): what.entries
      default: []
      }
    }
    var left = entries.shuffled(using: &generator)
    var written: [Entry] = []
    while let place = left.firstIndex(where: { entry in
      named(entry).allSatisfy { id in written.contains { $0.id == id } }
    }) {
      written.append(left.remove(at: place))
    }
    return written
  }
}
