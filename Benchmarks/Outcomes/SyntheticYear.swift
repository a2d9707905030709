import ChartStoreSQLite
import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit

/// A year of synthetic clients: five visits each, with pain and activities scored before them.
struct SyntheticYear {
  static let author = Author(name: "Synthetic Lee", credential: "LMT")
  private static let techniques: [ID<Manifest>] = ["stone", "reed", "sand"]
  private static let metrics = Instruments.general.filter { ["nprs", "psfs"].contains($0.id) }

  private let store: SQLiteChartStore
  private let definition: DefinitionDigest
  private let now = SystemSurroundings().now()

  init(_ store: SQLiteChartStore) throws {
    self.store = store
    definition = try store.keep(definition: Data("{}".utf8))
  }

  static func catalogue() throws -> Catalogue {
    func module(_ id: ID<Manifest>, _ content: ModuleContent) -> Catalogue.Module {
      .init(
        manifest: Manifest(
          id: id, name: id.rawValue, version: .init(0, 1, 0), stability: .draft,
          summary: "Made up."), content: content)
    }
    return try Catalogue(
      general: module("general", ModuleContent(metrics: metrics)),
      techniques: techniques.map { module($0, ModuleContent()) }, anatomy: GeneralContent.anatomy)
  }

  func fill(charts count: Int) throws {
    var generator = SystemRandomNumberGenerator()
    for start in stride(from: 0, to: count, by: 500) {
      let changes = (start..<min(start + 500, count)).flatMap { chart($0, &generator) }
      try store.commit(changes)
    }
  }

  private func chart(
    _ place: Int, _ generator: inout SystemRandomNumberGenerator
  ) -> [Change] {
    let chart = ID<Chart>(UUID().uuidString.lowercased())
    let begun = now.adding(minutes: -Int.random(in: 80...300, using: &generator) * 1440)
    let condition = HealthConditions.all[place % HealthConditions.all.count]
    var changes: [Change] = [
      entry(chart, .registered(Identity(name: "Synthetic \(place)", born: .epoch)), begun),
      entry(
        chart,
        .intake(
          IntakeRecord(answers: [
            GeneralHistory.condition.id: RecordedAnswer(
              .choices([ID(condition.id.rawValue)]), at: begun)
          ])), begun),
    ]
    for visit in 0..<5 {
      let at = begun.adding(minutes: visit * 14 * 1440)
      let record = entry(chart, .visit(self.visit(place, at, &generator)), at)
      changes.append(record)
      guard case .appended(let appended) = record else { continue }
      changes.append(
        entry(chart, .signature(.init(visit: appended.id, signer: Self.author)), at))
    }
    return changes
  }

  private func visit(
    _ place: Int, _ at: Instant, _ generator: inout SystemRandomNumberGenerator
  ) -> VisitRecord {
    let technique = Self.techniques[place % Self.techniques.count]
    return VisitRecord(
      startedAt: at, endedAt: at.adding(minutes: 58),
      templates: [
        .init(id: "t", title: "t", technique: technique, techniqueName: "T", length: 60)
      ], segments: [], minutes: 58, verdict: [], findings: [],
      measurements: Self.metrics.map {
        .init(
          metric: $0.id, version: $0.version, occasion: .before, at: at,
          value: Double(Int.random(in: 0...10, using: &generator)))
      }, note: [])
  }

  private func entry(_ chart: ID<Chart>, _ content: Entry.Content, _ at: Instant) -> Change {
    .appended(
      Entry(
        id: ID(UUID().uuidString.lowercased()), chart: chart, happenedAt: at, recordedAt: at,
        author: Self.author, definition: definition, content: content))
  }
}
