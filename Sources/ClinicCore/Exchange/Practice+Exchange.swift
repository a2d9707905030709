import Foundation
import TechniqueKit

extension Practice {
  /// Writes charts in the open, one JSON line after the other; see `PracticeExport`. Work that is not
  /// finished is not in it.
  ///
  /// - Parameters:
  ///   - wanted: these charts; `nil` exports every client that was not erased.
  ///   - write: is given each line without its end.
  /// - Returns: how many charts were written, and how many drafts of theirs were left out.
  /// - Throws: `ClinicError.notPermitted`, `StoreError`, or what `write` throws.
  public func export(
    _ wanted: [ID<Chart>]? = nil, write: (String) throws -> Void
  ) throws -> (charts: Int, drafts: Int) {
    try require(.exchange)
    let clients = try wanted.map { try $0.compactMap(store.client) } ?? store.everyClient()
    try write(try line(PracticeExport.Head(format: PracticeExport.format, charts: clients.count)))
    var known: Set<DefinitionDigest> = []
    var drafts = 0
    for client in clients {
      let entries = try store.entries(of: client.chart)
      for digest in entries.map(\.definition) where known.insert(digest).inserted {
        let body = String(decoding: try store.definition(digest), as: UTF8.self)
        try write(try line(PracticeExport.Definition(definition: digest.hex, body: body)))
      }
      try write(
        try line(
          PracticeExport.ExportedChart(
            chart: client.chart, client: client.number,
            entries: try entries.map { try PracticeExport.ExportedEntry($0) })))
      drafts += try store.openDrafts(of: client.chart).count
    }
    try store.recordExchange(.exported, "\(clients.count.of("chart"))")
    return (clients.count, drafts)
  }

  /// Adds the charts of an export. All of them are added, or none.
  ///
  /// - Returns: how many charts.
  /// - Throws: `ClinicError.notAnExport` with the line, `ClinicError.chartIsHere`, `StoreError`.
  public func importCharts(_ lines: some Sequence<some StringProtocol>) throws -> Int {
    try require(.exchange)
    var changes: [Change] = []
    var charts = 0
    let here = Set(try store.chartNumbers().keys)
    for (place, text) in lines.enumerated() where !text.isEmpty {
      let data = Data(text.utf8)
      do {
        if place == 0 {
          let head: PracticeExport.Head = try Payload.decode(data)
          guard head.format == PracticeExport.format else { throw ClinicError.notAnExport(line: 1) }
          continue
        }
        switch try Payload.decode(data) as PracticeExport.Line {
        case .definition(let definition):
          let kept = try store.keep(definition: Data(definition.body.utf8))
          guard kept.hex == definition.definition else { throw ClinicError.notAnExport(line: 0) }
        case .chart(let exported):
          if here.contains(exported.chart) { throw ClinicError.chartIsHere(exported.client) }
          changes.append(.chartOpened(exported.chart, number: exported.client))
          changes += try exported.entries.map { .appended(try $0.entry(in: exported.chart)) }
          charts += 1
        }
      } catch let error as StoreError { throw error } catch ClinicError.chartIsHere(let client) {
        throw ClinicError.chartIsHere(client)
      } catch { throw ClinicError.notAnExport(line: place + 1) }
    }
    guard charts > 0 else { throw ClinicError.notAnExport(line: 1) }
    _ = try store.commit(changes, as: nil)
    try store.recordExchange(.imported, "\(charts.of("chart"))")
    return charts
  }

  private func line(_ value: some Encodable) throws -> String {
    String(decoding: try Payload.encode(value), as: UTF8.self)
  }
}
