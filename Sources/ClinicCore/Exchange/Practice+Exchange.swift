import Foundation
import TechniqueKit

extension Practice {
  /// Writes charts in the open, one JSON line after the other; see `PracticeExport`. Work that is not
  /// finished is not in it.
  ///
  /// - Parameters:
  ///   - wanted: these charts; `nil` exports every client that was not erased.
  ///   - path: where they go; it stands in the trail of each client before the first line is written.
  ///   - write: is given each line without its end.
  /// - Returns: how many charts were written, and how many drafts of theirs were left out.
  /// - Throws: `ClinicError.notPermitted`, `StoreError`, or what `write` throws.
  public func export(
    _ wanted: [ID<Chart>]? = nil, to path: String, write: (String) throws -> Void
  ) throws -> (charts: Int, drafts: Int) {
    try require(.exchange)
    let clients = try wanted.map { try $0.compactMap(store.client) } ?? store.everyClient()
    let detail = Disclosure("the whole chart", to: .file(path)).words
    try store.recordDisclosures(
      clients.map { ($0.chart, detail) }, exported: "\(clients.count.of("chart"))")
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
    return (clients.count, drafts)
  }

  private func line(_ value: some Encodable) throws -> String {
    String(decoding: try Payload.encode(value), as: UTF8.self)
  }
}
