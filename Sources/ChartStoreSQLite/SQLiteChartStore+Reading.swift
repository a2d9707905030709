import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func definition(_ digest: DefinitionDigest) throws -> Data {
    let body = try read { database in
      try Data.fetchOne(
        database, sql: "SELECT body FROM definition WHERE digest = ?", arguments: [digest.hex])
    }
    guard let body else { throw StoreError.missingDefinition(digest) }
    return body
  }

  public func clients() throws -> [ClientListing] {
    try listings("ORDER BY number", [])
  }

  public func client(_ chart: ID<Chart>) throws -> ClientListing? {
    try listings("WHERE chart.id = ?", [chart.rawValue]).first
  }

  public func lastSeen(limit: Int) throws -> [ClientListing] {
    try listings("ORDER BY last_seen DESC, number DESC LIMIT ?", [limit])
  }

  private func listings(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [ClientListing] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT chart.id, number, identity, visits, last_seen
            FROM client_index JOIN chart ON chart.id = client_index.chart \(condition)
          """)
      return try Row.fetchAll(statement, arguments: arguments).map { row in
        ClientListing(
          chart: ID(row[0]), number: row[1], identity: try Payload.decode(row[2]),
          visits: row[3], lastSeen: (row[4] as Int64?).map(Instant.init(milliseconds:)))
      }
    }
  }

  public func entries(of chart: ID<Chart>) throws -> [Entry] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT * FROM entry WHERE chart = ? ORDER BY number")
      return try Row.fetchAll(statement, arguments: [chart.rawValue]).map(Self.entry)
    }
  }

  static func entry(_ row: Row) throws -> Entry {
    let name: String = row["kind"]
    guard let kind = Entry.Kind(rawValue: name) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "unknown kind of entry"))
    }
    return Entry(
      id: ID(row["id"]), chart: ID(row["chart"]),
      happenedAt: Instant(milliseconds: row["happened_at"]),
      recordedAt: Instant(milliseconds: row["recorded_at"]),
      author: try Payload.decode(row["author"]),
      definition: DefinitionDigest(hex: row["definition"]),
      supersedes: (row["supersedes"] as String?).map { ID($0) },
      content: try Entry.Content(kind: kind, payload: row["payload"]))
  }

  public func visits(from start: Instant, to end: Instant) throws -> [VisitListing] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT chart, entry, started_at, minutes FROM visit_index
            WHERE started_at >= ? AND started_at < ? AND signed = 1 ORDER BY started_at
          """, arguments: [start.milliseconds, end.milliseconds]
      ).map { row in
        VisitListing(
          chart: ID(row[0]), entry: ID(row[1]), startedAt: Instant(milliseconds: row[2]),
          minutes: row[3])
      }
    }
  }

  public func openDrafts(of chart: ID<Chart>?) throws -> [Draft] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, chart, kind, opened_at, author, definition FROM draft
            WHERE closed_at IS NULL AND chart = coalesce(?, chart) ORDER BY opened_at, id
          """, arguments: [chart?.rawValue]
      ).compactMap { row in
        guard let kind = Draft.Kind(rawValue: row[2]) else { return nil }
        return Draft(
          id: ID(row[0]), chart: ID(row[1]), kind: kind,
          openedAt: Instant(milliseconds: row[3]), author: try Payload.decode(row[4]),
          definition: DefinitionDigest(hex: row[5]))
      }
    }
  }

  public func events(of draft: ID<Draft>) throws -> [DraftEvent] {
    try read { database in
      try Data.fetchAll(
        database, sql: "SELECT payload FROM draft_event WHERE draft = ? ORDER BY number",
        arguments: [draft.rawValue]
      ).map { try Payload.decode($0) }
    }
  }
}
